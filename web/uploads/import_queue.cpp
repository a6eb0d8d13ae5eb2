#include "web/uploads/import_queue.h"

#include "books/request.h"
#include "exchange/copy_store.h"
#include "exchange/import_batch.h"
#include "exchange/import_mapping.h"
#include "exchange/read_fields.h"
#include "exchange/reading/answers.h"
#include "exchange/reading/mend.h"
#include "exchange/reading/read_table.h"
#include "foundation/json.h"
#include "foundation/json_body.h"
#include "foundation/text.h"
#include "web/ui/view_buffer.h"

#include <algorithm>
#include <array>
#include <deque>
#include <numeric>
#include <system_error>

namespace giftbox::web {

using foundation::Refusal;
using std::chrono::steady_clock;

namespace {

/// Files per person and in total, so that the disk does not fill.
constexpr std::size_t kMostFilesOfOne = 4;
constexpr std::size_t kMostFiles = 32;

/// Thrown to abandon a check when the server stops.
struct GivenUp {};

/// The id is a digest of the whole request; see check() in the import page.
books::KeyedRequest keyedRequest(const SentFile& file)
{
    std::vector<std::string> said = {file.login, file.id};
    if (file.answers) {
        said.push_back(exchange::toJson(*file.answers));
    }
    if (file.changes != exchange::Changes::Add || file.zeroCodes != exchange::ZeroCodes::Ask) {
        said.emplace_back(nameOf(file.changes));
        said.emplace_back(nameOf(file.zeroCodes));
    }
    return {.command = "web import " + file.kind, .digest = books::digestOf(said)};
}

} // namespace

/// The result of an import.
struct ImportQueue::Imported {
    exchange::ImportSummary summary;
    std::string page;
    std::int64_t batch = 0; ///< see SentFile
    /// As it is kept under its request key.
    std::string json() const
    {
        return foundation::JsonObject()
            .add("added", summary.added)
            .add("unchanged", summary.unchanged)
            .add("changed", summary.changed)
            .add("page", page)
            .add("batch", batch)
            .text();
    }
    static Imported of(std::string_view json)
    {
        const foundation::JsonFields kept = foundation::parseJsonBody(json).fields;
        const auto numberOf = [&](const char* name) { // which earlier versions did not write
            return kept.contains(name) ? std::get<std::int64_t>(kept.at(name)) : 0;
        };
        return {.summary = {numberOf("added"), numberOf("unchanged"), numberOf("changed")},
                .page = std::get<std::string>(kept.at("page")),
                .batch = numberOf("batch")};
    }
};

std::int64_t SentFile::size() const
{
    std::int64_t size = 0;
    for (const SentPart& part : parts) {
        size += part.size;
    }
    return size;
}

struct ImportQueue::Kept {
    SentFile shown;
    Spool bytes;
    std::vector<std::string_view> contents; ///< one per part
    books::Actor actor;
    steady_clock::time_point since = steady_clock::now();
    std::unique_ptr<BadRows> badRows = {};
};

/// Opens the parts of a file at their beginning; `progress` gets the bytes read from all parts.
class ImportQueue::Streams {
public:
    Streams(const Kept& kept, std::function<void(std::int64_t)> progress)
        : kept_(kept), progress_(std::move(progress)),
          isCheck_(kept.shown.state == ImportState::Checks), read_(kept.contents.size())
    {}
    /// Throws Refusal as exchange::readTable, and `import.unmapped`.
    ImportInput input(const books::ReadTransaction& tx)
    {
        ImportInput input{.file = kept_.shown.answers ? table(tx) : source(0),
                          .on = kept_.shown.on};
        input.file.changes = kept_.shown.changes;
        input.file.zeroCodes = kept_.shown.zeroCodes;
        for (std::size_t i = 1; i < read_.size(); ++i) {
            (kept_.shown.parts[i].field == "boxes" ? input.boxes : input.stock).emplace(source(i));
        }
        return input;
    }

    /// Keeps how the table was read, for the next one with its columns.
    void keepMapping(books::WriteTransaction& tx) const
    {
        if (kept_.shown.answers && !kept_.shown.mapping.empty()) {
            exchange::keepMapping(tx, kept_.shown.kind, reading_,
                                  {.name = kept_.shown.mapping, .answers = *kept_.shown.answers});
        }
    }

private:
    struct Stream {
        explicit Stream(std::string_view bytes) : buffer(bytes), in(&buffer) {}
        ViewBuffer buffer;
        std::istream in;
    };
    exchange::ImportSource table(const books::ReadTransaction& tx)
    {
        exchange::Reading reading = exchange::readTable(
            kept_.contents[0], kept_.shown.name(), exchange::readFieldsOf(kept_.shown.kind).value(),
            *kept_.shown.answers, exchange::habitsOf(tx));
        exchange::requireMapped(reading, kept_.shown.name());
        text_ = std::move(reading.text);
        reading_ = std::move(reading);
        exchange::ImportSource read = sourceOf(text_, 0);
        read.ignored.clear();
        read.faults = reading_.faults;
        return read;
    }
    exchange::ImportSource source(std::size_t part) { return sourceOf(kept_.contents[part], part); }
    exchange::ImportSource sourceOf(std::string_view bytes, std::size_t part)
    {
        return {streams_.emplace_back(bytes).in, kept_.shown.parts[part].name, kept_.shown.ignored,
                [this, part](std::int64_t read) {
                    read_[part] = read;
                    progress_(std::accumulate(read_.begin(), read_.end(), std::int64_t{0}));
                },
                isCheck_ ? exchange::Beyond::Count : exchange::Beyond::Stop};
    }

    const Kept& kept_;
    std::function<void(std::int64_t)> progress_;
    bool isCheck_;
    std::vector<std::int64_t> read_;
    std::deque<Stream> streams_;
    std::string text_; ///< of a table that is read
    exchange::Reading reading_;
};

ImportQueue::ImportQueue(Options options)
    : options_(std::move(options)), thread_([this] { work(); })
{}

ImportQueue::~ImportQueue()
{
    {
        const std::lock_guard lock(mutex_);
        isClosed_ = true;
    }
    changed_.notify_all();
    thread_.join();
}

std::string ImportQueue::check(SentFile file, Spool bytes, std::vector<std::string_view> contents,
                               const books::Actor& actor)
{
    const std::lock_guard lock(mutex_);
    forgetOld();
    const std::string id = file.id;
    if (files_.contains(id)) {
        return id;
    }
    makeRoom(file);
    auto kept = std::make_unique<Kept>(Kept{.shown = std::move(file),
                                            .bytes = std::move(bytes),
                                            .contents = std::move(contents),
                                            .actor = actor});
    if (kept->shown.state != ImportState::AsksHow) {
        tasks_.push_back(kept.get());
    }
    files_.emplace(id, std::move(kept));
    changed_.notify_all();
    return id;
}

void ImportQueue::checkAgain(const SentFile& file, const books::Actor& actor)
{
    const std::lock_guard lock(mutex_);
    Kept& kept = require(file.id, file.store, file.login);
    if (kept.shown.isBusy() || kept.shown.state == ImportState::Done) {
        return;
    }
    kept.shown.answers = file.answers;
    kept.shown.changes = file.changes;
    kept.shown.zeroCodes = file.zeroCodes;
    kept.shown.mapping = file.mapping;
    kept.shown.state = ImportState::WaitsForCheck;
    kept.shown.read = 0;
    kept.shown.why.reset();
    kept.shown.badRows = 0;
    kept.shown.badPages = 0;
    kept.badRows.reset();
    kept.actor = actor;
    tasks_.push_back(&kept);
    changed_.notify_all();
}

std::string ImportQueue::beginning(const SentFile& file, std::size_t most)
{
    const std::lock_guard lock(mutex_);
    return std::string(require(file.id, file.store, file.login).contents[0].substr(0, most));
}

std::set<std::int64_t> ImportQueue::badLines(const Kept& kept)
{
    std::set<std::int64_t> lines;
    for (std::size_t page = 0; kept.badRows && page < kept.badRows->pages(); ++page) {
        kept.badRows->visitPage(page, [&](const BadRow& row) { lines.insert(row.line); });
    }
    return lines;
}

std::string ImportQueue::rowsToMend(const SentFile& file)
{
    const std::lock_guard lock(mutex_);
    const Kept& kept = require(file.id, file.store, file.login);
    std::set<std::int64_t> lines = badLines(kept);
    if (kept.shown.answers) {
        lines.insert(kept.shown.answers->lines.begin(), kept.shown.answers->lines.end());
    }
    const auto fields = exchange::readFieldsOf(kept.shown.kind);
    return fields ? exchange::rowsToMend(kept.contents[0], *fields,
                                         kept.shown.answers.value_or(exchange::Answers()), lines)
                  : std::string();
}

SentFile ImportQueue::find(std::string_view id, std::string_view store, std::string_view login)
{
    const std::lock_guard lock(mutex_);
    forgetOld();
    return require(id, store, login).shown;
}

void ImportQueue::import(const SentFile& file, const books::Actor& actor)
{
    const std::lock_guard lock(mutex_);
    Kept& kept = require(file.id, file.store, file.login);
    if (kept.shown.state == ImportState::Done || kept.shown.state == ImportState::Imports ||
        kept.shown.state == ImportState::WaitsForImport) {
        return;
    }
    if (kept.shown.state != ImportState::Clean) {
        throw Refusal("import.not_clean", {{"name", kept.shown.name()}});
    }
    kept.actor = actor;
    kept.shown.state = ImportState::WaitsForImport;
    kept.shown.read = 0;
    tasks_.push_back(&kept);
    changed_.notify_all();
}

void ImportQueue::visitBadRows(const SentFile& file, std::optional<std::size_t> page,
                               const std::function<void(const BadRow&)>& context)
{
    const std::lock_guard lock(mutex_);
    const Kept& kept = require(file.id, file.store, file.login);
    if (!kept.badRows) {
        return;
    }
    for (std::size_t i = page.value_or(0); i < (page ? *page + 1 : kept.badRows->pages()); ++i) {
        kept.badRows->visitPage(i, context);
    }
}

void ImportQueue::waitUntilIdle()
{
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return tasks_.empty() && !isBusy_; });
}

ImportQueue::Kept& ImportQueue::require(std::string_view id, std::string_view store,
                                        std::string_view login)
{
    const auto found = files_.find(id);
    if (found == files_.end() || found->second->shown.store != store ||
        found->second->shown.login != login) {
        throw Refusal("import.unknown");
    }
    return *found->second;
}

void ImportQueue::forgetOld()
{
    std::erase_if(files_, [this](const auto& one) {
        return !one.second->shown.isBusy() &&
               steady_clock::now() - one.second->since > options_.keep;
    });
}

/// One person's files cannot keep others out.
void ImportQueue::makeRoom(const SentFile& file)
{
    const auto dropOldest = [this](auto isOf) {
        auto oldest = files_.end();
        for (auto one = files_.begin(); one != files_.end(); ++one) {
            const Kept& kept = *one->second;
            if (!kept.shown.isBusy() && isOf(kept.shown) &&
                (oldest == files_.end() || kept.since < oldest->second->since)) {
                oldest = one;
            }
        }
        if (oldest == files_.end()) {
            return false;
        }
        files_.erase(oldest);
        return true;
    };
    const auto isTheirs = [&](const SentFile& one) { return one.login == file.login; };
    const auto ofThem =
        std::ranges::count_if(files_, [&](const auto& one) { return isTheirs(one.second->shown); });
    if (ofThem >= static_cast<std::ptrdiff_t>(kMostFilesOfOne) && !dropOldest(isTheirs)) {
        throw Refusal("import.busy", {{"files", ofThem}});
    }
    if (files_.size() >= kMostFiles && !dropOldest([](const SentFile&) { return true; })) {
        throw Refusal("import.busy/all", {{"files", kMostFiles}});
    }
}

void ImportQueue::work()
{
    std::unique_lock lock(mutex_);
    while (true) {
        // Once a minute, removes files that are too old.
        changed_.wait_for(lock, std::min(options_.keep, std::chrono::milliseconds(60'000)),
                          [this] { return isClosed_ || !tasks_.empty(); });
        forgetOld();
        if (isClosed_) {
            return;
        }
        if (tasks_.empty()) {
            continue;
        }
        Kept& kept = *tasks_.front();
        tasks_.pop_front();
        kept.shown.state = kept.shown.state == ImportState::WaitsForCheck ? ImportState::Checks
                                                                          : ImportState::Imports;
        isBusy_ = true;
        lock.unlock();
        run(kept);
        lock.lock();
        isBusy_ = false;
        changed_.notify_all();
    }
}

void ImportQueue::run(Kept& kept)
{
    const bool isCheck = kept.shown.state == ImportState::Checks;
    const auto progress = [&](std::int64_t read) {
        const std::lock_guard lock(mutex_);
        kept.shown.read = std::min(read, kept.shown.size());
        if (isClosed_ && isCheck) {
            throw GivenUp();
        }
    };
    std::vector<std::string> changes; // not kept under the request key
    const auto import = [&](books::WriteTransaction& tx) {
        return Imported::of(books::once(tx, keyedRequest(kept.shown), [&] {
            const ImportKind& kind = importKind(kept.shown.kind);
            Streams streams(kept, progress);
            Imported imported{.summary = kind.run(tx, streams.input(tx)), .page = {}};
            if (imported.summary.added + imported.summary.changed > 0) {
                streams.keepMapping(tx);
                imported.batch = exchange::readFieldsOf(kind.name) ? exchange::lastImport(tx) : 0;
                imported.page = kind.page(tx);
            }
            changes = imported.summary.changes;
            return imported.json();
        }));
    };
    try {
        auto database = foundation::Database::open(options_.databaseUrl);
        const auto check = [&] {
            auto copy = exchange::privateCopy(database, kept.shown.store);
            return books::dryRun(copy, kept.shown.store, kept.actor, import);
        };
        Imported imported =
            isCheck ? check() : books::write(database, kept.shown.store, kept.actor, import);
        {
            const std::lock_guard lock(mutex_);
            kept.shown.summary = imported.summary;
            kept.shown.summary.changes = std::move(changes);
            kept.shown.addedPage = std::move(imported.page);
            kept.shown.batch = imported.batch;
        }
        finish(kept, isCheck ? ImportState::Clean : ImportState::Done);
    } catch (const Refusal& refusal) {
        refuse(kept, refusal);
    } catch (const GivenUp&) {
        finish(kept, ImportState::Refused);
    } catch (const std::exception& error) {
        options_.log("program.failed: import: " + foundation::printable(error.what()));
        refuse(kept, Refusal("import.failed"));
    }
}

void ImportQueue::refuse(Kept& kept, const Refusal& refusal)
{
    std::unique_ptr<BadRows> rows;
    try {
        if (!refusal.badRows().empty()) {
            rows = std::make_unique<BadRows>(refusal.badRows());
        }
    } catch (const std::system_error& error) { // people see the sentence without the details
        options_.log("program.failed: import: " + foundation::printable(error.what()));
    }
    {
        const std::lock_guard lock(mutex_);
        kept.shown.why = refusal.said();
        kept.shown.badRows = rows ? rows->count() : 0;
        kept.shown.badPages = rows ? rows->pages() : 0;
        kept.badRows = std::move(rows);
    }
    finish(kept, ImportState::Refused);
}

void ImportQueue::finish(Kept& kept, ImportState state)
{
    const std::lock_guard lock(mutex_);
    kept.shown.state = state;
    kept.since = steady_clock::now();
}

} // namespace giftbox::web
