#include "cli/context.h"

#include "accounting/upgrade_books.h"
#include "books/by_code.h"
#include "books/code.h"
#include "books/create_store.h"
#include "foundation/schema.h"

#include <filesystem>
#include <iostream>

namespace giftbox::cli {

using foundation::Database;
using foundation::Refusal;
using reports::RecordedRows;

namespace {

bool isServer(const std::string& url) { return url.find("://") != std::string::npos; }

/// Without the password that a server's URL may have.
std::string shown(const std::string& url)
{
    const auto user = url.find("://");
    const auto end = user == std::string::npos ? user : url.find_first_of("/?", user + 3);
    const auto at = url.substr(0, end).rfind('@');
    const auto colon = user == std::string::npos ? user : url.find(':', user + 3);
    return at == std::string::npos || colon > at ? url : url.substr(0, colon) + url.substr(at);
}

/// The code of the store that is meant, whatever its capitals; as it is typed when it is of none, or of several.
std::string spelled(Database& database, const std::string& typed)
{
    books::ByCode<std::string> stores;
    for (const std::string& code : books::listStores(database)) {
        stores.add(code, code);
    }
    const std::string* known = stores.find(typed);
    return known == nullptr ? typed : *known;
}

[[noreturn]] void refuseNoStore(const std::string& url)
{
    throw Refusal("store.none",
                  "there is no store in " + url +
                      " yet; `giftbox init --store CODE --name NAME --currency USD` makes one");
}

} // namespace

Context::Context(const Environment& environment, const Command& command, Arguments arguments)
    : environment_(environment), command_(command), arguments_(std::move(arguments)),
      url_(arguments_.has("--db") ? arguments_.path("--db") : environment.databaseUrl),
      output_(arguments_, environment.outputIsTerminal)
{
    // SQLite would take it for a database that is gone at the end.
    if (url_.empty()) {
        throw UsageError("--db is empty; expected a path or postgresql://user@host/name");
    }
}

Database& Context::database()
{
    if (!database_) {
        std::error_code unknown; // of a file that may not be looked at; opening it says so
        if (!isServer(url_) && !std::filesystem::exists(url_, unknown) && !unknown) {
            refuseNoStore(shown(url_));
        }
        Database opened = Database::open(url_);
        if (!foundation::databaseSchemaVersion(opened)) {
            refuseNoStore(shown(url_));
        }
        upgrade(opened);
        database_.emplace(std::move(opened));
    }
    return *database_;
}

void Context::upgrade(Database& database) const
{
    for (const std::string& sentence : accounting::upgradeBooks(database)) {
        note(sentence);
    }
}

std::string Context::shownDatabase() const { return shown(url_); }

Database& Context::makeDatabase()
{
    if (!isServer(url_)) {
        if (const auto folder = std::filesystem::path(url_).parent_path(); !folder.empty()) {
            std::error_code failure;
            std::filesystem::create_directories(folder, failure);
            if (failure) {
                throw std::filesystem::filesystem_error("cannot make the folder", folder, failure);
            }
        }
    }
    database_.emplace(Database::open(url_));
    upgrade(*database_);
    return *database_;
}

const std::string& Context::storeCode()
{
    if (!storeCode_.empty()) {
        return storeCode_;
    }
    storeCode_ = arguments_.maybeText("--store").value_or(environment_.store);
    if (!storeCode_.empty()) {
        storeCode_ = spelled(database(), storeCode_);
    } else {
        const std::vector<std::string> codes = books::listStores(database());
        if (codes.empty()) {
            refuseNoStore(shown(url_));
        }
        if (codes.size() > 1) {
            std::string list;
            for (const std::string& code : codes) {
                list += (list.empty() ? "" : ", ") + code;
            }
            throw Refusal("store.ambiguous", "there are " + std::to_string(codes.size()) +
                                                 " stores (" + list +
                                                 "); say which with --store CODE or GIFTBOX_STORE");
        }
        storeCode_ = codes.front();
    }
    return storeCode_;
}

books::Asker Context::asker() const
{
    books::Asker asker{.actor = arguments_.maybeText("--actor").value_or(environment_.actor),
                       .now = environment_.now,
                       .today = environment_.today,
                       .requestKey = arguments_.text("--request-key")};
    books::requireText(asker.actor, "the actor");
    books::requireOptionalText(asker.requestKey, "the request key");
    return asker;
}

foundation::Date Context::day() const
{
    return arguments_.maybeDate("--on").value_or(environment_.today);
}

RecordedRows Context::changeRows(
    const std::function<void(books::WriteTransaction&, foundation::RowWriter&)>& work,
    foundation::Currency& currency)
{
    const auto run = [&](books::WriteTransaction& tx) {
        currency = tx.store().currency;
        if (auto before = books::findRequest(tx, command_.path())) {
            return RecordedRows(std::move(*before));
        }
        RecordedRows rows;
        work(tx, rows);
        books::keepRequest(tx, command_.path(), rows.text());
        return rows;
    };
    return arguments_.has("--dry-run") ? books::rehearse(database(), storeCode(), asker(), run)
                                       : books::write(database(), storeCode(), asker(), run);
}

int Context::change(
    Shape shape, const std::function<void(books::WriteTransaction&, foundation::RowWriter&)>& work)
{
    output_.open();
    foundation::Currency currency;
    const RecordedRows rows = changeRows(work, currency);
    try {
        rows.replay(*output_.writer(currency, shape));
        output_.finish();
    } catch (const OutputError& error) {
        if (arguments_.has("--dry-run")) {
            throw;
        }
        throw OutputError(std::string(error.what()) +
                          "; but the change is recorded, so do not repeat it");
    }
    return 0;
}

int Context::read(const std::function<void(const books::ReadTransaction&)>& work)
{
    books::read(database(), storeCode(), [&](const books::ReadTransaction& tx) {
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
