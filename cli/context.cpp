#include "cli/context.h"

#include "books/code.h"
#include "books/create_store.h"
#include "exchange/copy_store.h"
#include "exchange/sample/sample_store.h"
#include "foundation/database/database_url.h"
#include "operations/shown_rows.h"

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <span>

namespace giftbox::cli {

using foundation::Database;
using foundation::RecordedRows;
using foundation::Refusal;

namespace {

/// Stores that a refusal names.
constexpr std::int64_t kStoresNamed = 20;

[[noreturn]] void refuseNoStore(const std::string& url)
{
    throw Refusal("store.none", {{"url", url}});
}

[[noreturn]] void refuseAmbiguous(Database& database, const std::vector<std::string>& codes)
{
    const bool isMore = std::ssize(codes) > kStoresNamed;
    std::string list;
    for (const std::string& code : std::span(codes).first(
             static_cast<std::size_t>(std::min<std::int64_t>(std::ssize(codes), kStoresNamed)))) {
        list += (list.empty() ? "" : ", ") + code;
    }
    throw Refusal("store.ambiguous",
                  {{"count", isMore ? books::countStores(database) : std::ssize(codes)},
                   {"list", list + (isMore ? ", \u2026" : "")}});
}

} // namespace

Context::Context(const Environment& environment, const Command& command, Arguments arguments)
    : environment_(environment), command_(command), arguments_(std::move(arguments)),
      url_(arguments_.has("--db") ? arguments_.path("--db") : environment.databaseUrl),
      output_(arguments_, environment.outputIsTerminal)
{
    // SQLite would open a temporary database.
    if (url_.empty()) {
        throw UsageError("--db is empty; expected a path or postgresql://user@host/name");
    }
}

Database& Context::database()
{
    if (!database_) {
        std::error_code unknown; // of a file that may not be looked at; opening it says so
        const auto file = foundation::fileOf(url_);
        if (file && !std::filesystem::exists(*file, unknown) && !unknown) {
            refuseNoStore(foundation::withoutPassword(url_));
        }
        database_ = accounting::openBooks(url_, opening());
        if (!database_) {
            refuseNoStore(foundation::withoutPassword(url_));
        }
    }
    return *database_;
}

std::string Context::shownDatabase() const { return foundation::withoutPassword(url_); }

accounting::Opening Context::opening() const
{
    return {.now = environment_.now,
            .dumpFolder = environment_.dataFolder,
            .note = [this](const std::string& sentence) { note(sentence); }};
}

Database& Context::makeDatabase()
{
    makeFolder();
    database_.emplace(accounting::makeBooks(url_, opening()));
    return *database_;
}

void Context::makeFolder() const
{
    if (const auto file = foundation::fileOf(url_)) {
        if (const auto folder = std::filesystem::path(*file).parent_path(); !folder.empty()) {
            std::error_code failure;
            std::filesystem::create_directories(folder, failure);
            if (failure) {
                throw std::filesystem::filesystem_error("cannot make the folder", folder, failure);
            }
        }
    }
}

const std::string& Context::storeCode()
{
    if (!storeCode_.empty()) {
        return storeCode_;
    }
    storeCode_ = arguments_.maybeText("--store").value_or(environment_.store);
    if (!storeCode_.empty()) {
        storeCode_ = books::spelledStore(database(), storeCode_);
    } else {
        std::vector<std::string> codes = books::listStores(database(), kStoresNamed + 1);
        if (codes.size() > 1) {
            std::erase(codes, exchange::sampleStore(database()).value_or(""));
        }
        if (codes.empty()) {
            refuseNoStore(foundation::withoutPassword(url_));
        }
        if (codes.size() > 1) {
            refuseAmbiguous(database(), codes);
        }
        storeCode_ = codes.front();
    }
    return storeCode_;
}

books::Actor Context::actor() const
{
    books::Actor actor{.name = arguments_.maybeText("--actor").value_or(environment_.actor),
                       .now = environment_.now,
                       .machineZone = environment_.machineZone,
                       .requestKey = arguments_.text("--request-key"),
                       .isConfirmed = arguments_.has("--confirm")};
    books::requireText(actor.name, "the actor", "actor");
    books::requireOptionalText(actor.requestKey, "the request key", "request_key");
    return actor;
}

bool Context::noteToday(const books::ReadTransaction& tx)
{
    zones_ = tx.store().timeZones;
    return true;
}

foundation::Date Context::today()
{
    if (!zones_) {
        books::read(database(), storeCode(), [&](const auto& tx) { return noteToday(tx); });
    }
    return zones_->at(environment_.now, environment_.machineZone).day;
}

foundation::Date Context::day()
{
    const auto given = arguments_.maybeDate("--on");
    return given ? *given : today();
}

void Context::keyCovers(const std::string& argument, std::string digest)
{
    contents_[argument] = std::move(digest);
}

/// The meaning of the command line: the actor and the command's arguments, in canonical form.
std::string Context::saidDigest() const
{
    const auto isGlobal = [](const std::string& name) {
        return std::ranges::find(globalParameters(), name, &Parameter::name) !=
               globalParameters().end();
    };
    std::vector<std::string> said = {actor().name};
    for (const auto& [name, values] : arguments_.values) {
        if (!isGlobal(name) && name != "--dry-run" && !contents_.contains(name)) {
            said.insert(said.end(), {name, std::to_string(values.size())});
            said.insert(said.end(), values.begin(), values.end());
        }
    }
    for (const auto& [name, digest] : contents_) {
        said.insert(said.end(), {name, digest});
    }
    return books::digestOf(said);
}

bool Context::isDone()
{
    return hasRequestKey() &&
           books::read(database(), storeCode(), [&](const books::ReadTransaction& tx) {
               const books::KeyedRequest request{.command = command_.path(),
                                                 .digest = saidDigest()};
               return books::findRequest(tx, actor(), request).has_value();
           });
}

RecordedRows Context::changeRows(
    const std::function<void(books::WriteTransaction&, foundation::RowWriter&)>& work,
    foundation::Currency& currency)
{
    const books::KeyedRequest request{.command = command_.path(),
                                      .digest = hasRequestKey() ? saidDigest() : ""};
    const auto run = [&](books::WriteTransaction& tx) {
        currency = tx.store().currency;
        noteToday(tx);
        return RecordedRows(books::once(tx, request, [&] {
            foundation::RowRecorder rows;
            work(tx, rows);
            return rows.json(!tx.recorded());
        }));
    };
    if (!arguments_.has("--dry-run")) {
        return books::write(database(), storeCode(), actor(), run);
    }
    if (command_.name != "import") {
        return books::dryRun(database(), storeCode(), actor(), run);
    }
    Database copy = exchange::privateCopy(database(), storeCode());
    return books::dryRun(copy, storeCode(), actor(), run);
}

int Context::change(
    Shape shape, const std::function<void(books::WriteTransaction&, foundation::RowWriter&)>& work,
    std::string_view hidden, const std::function<bool(const foundation::RecordedRows&)>& instead)
{
    output_.open();
    foundation::Currency currency;
    const RecordedRows rows = changeRows(work, currency);
    try {
        if (!instead || !instead(rows)) {
            const auto out = output_.writer(currency, shape);
            operations::ShownRows shown(*out, hidden);
            rows.replay(shown);
            out->end();
        }
        output_.finish();
        if (rows.isUnchanged()) {
            note("no changes: the values are the same");
        }
        if (arguments_.has("--dry-run")) {
            note("dry run: nothing was changed");
        }
    } catch (const OutputError& error) {
        if (arguments_.has("--dry-run")) {
            throw;
        }
        throw OutputError(std::string(error.what()) +
                          "; the change is recorded, so do not repeat it");
    }
    return 0;
}

int Context::read(const std::function<void(const books::ReadTransaction&)>& work)
{
    books::read(database(), storeCode(), [&](const books::ReadTransaction& tx) {
        noteToday(tx);
        work(tx);
        return true;
    });
    output_.finish();
    return 0;
}

void Context::note(const std::string& sentence) const
{
    std::cerr << "giftbox: " << sentence << std::endl;
}

void Context::noteIfAny(const std::string& sentence) const
{
    if (!sentence.empty()) {
        note(sentence);
    }
}

std::function<void(std::int64_t, std::int64_t)> Context::progress(const std::string& what) const
{
    if (!environment_.errorIsTerminal) {
        return [](std::int64_t, std::int64_t) {};
    }
    return [what](std::int64_t done, std::int64_t all) {
        const std::int64_t percent = all == 0 ? 100 : done * 100 / all;
        std::cerr << "\r" << what << " " << percent << " %" << (done >= all ? "\n" : "")
                  << std::flush;
    };
}

} // namespace giftbox::cli
