#include "web/import_desk.h"

#include "books/request.h"
#include "foundation/text.h"
#include "gifting/box.h"
#include "gifting/import_boxes.h"
#include "gifting/import_movements.h"
#include "gifting/import_recipients.h"
#include "gifting/import_stock.h"
#include "gifting/receive_stock.h"
#include "inventory/import_items.h"
#include "reports/find_movements.h"
#include "web/shown_sentence.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <deque>
#include <numeric>
#include <streambuf>
#include <system_error>

namespace giftbox::web {

using foundation::Refusal;
using std::chrono::steady_clock;

namespace {

constexpr std::size_t kMostFiles = 16;

/// An import of one file.
template <books::ImportSummary (*Import)(books::WriteTransaction&, books::ImportSource)>
books::ImportSummary importOne(books::WriteTransaction& tx, ImportInput input)
{
    return Import(tx, std::move(input.file));
}

books::ImportSummary importMovements(books::WriteTransaction& tx, ImportInput input)
{
    const auto imported = gifting::importMovements(tx, {.movements = std::move(input.file),
                                                        .boxes = std::move(input.boxes.value()),
                                                        .stock = std::move(input.stock)});
    return {.added = imported.movements, .unchanged = 0};
}

books::ImportSummary importStock(books::WriteTransaction& tx, ImportInput input)
{
    return gifting::importStock(tx, std::move(input.file), input.on);
}

std::string stockPage(books::WriteTransaction&) { return "stock"; }

std::string recipientsPage(books::WriteTransaction&) { return "recipients"; }

std::string monthOfReceipts(books::WriteTransaction& tx)
{
    const auto last = reports::requireLot(tx, books::LotNo{tx.counters().lot});
    return "movements?kind=received&month=" + toText(last.receivedOn.month());
}

std::string monthOfBoxes(books::WriteTransaction& tx)
{
    const auto last = gifting::requireBox(tx, books::BoxNo{tx.counters().box});
    return "boxes?month=" + toText(last.month);
}

std::string monthOfMovements(books::WriteTransaction& tx)
{
    return tx.counters().box > 0 ? monthOfBoxes(tx) : monthOfReceipts(tx);
}

constexpr ImportKind kKinds[] = {
    {"items", "Items: sku, name, kind, category, unit …", "items",
     importOne<inventory::importItems>, stockPage},
    {"recipients", "Recipients: recipient, name, group …", "recipients",
     importOne<gifting::importRecipients>, recipientsPage},
    {"receipts", "Receipts: received_on, sku, units, total_cost, reference …", "receipts",
     importOne<gifting::importReceipts>, monthOfReceipts},
    {"boxes", "Boxes: box, recipient, packed_on, given_on, sku, units …", "boxes",
     importOne<gifting::importBoxes>, monthOfBoxes},
    {"stock", "Stock that a store begins with: sku, units, cost …", "lots", importStock, stockPage},
    {"movements", "Movements with their boxes: a store's books anew", "movements", importMovements,
     monthOfMovements, true}};

/// Bytes as a stream, without a copy of them.
class ViewBuffer : public std::streambuf {
public:
    explicit ViewBuffer(std::string_view bytes)
    {
        char* begin = const_cast<char*>(bytes.data()); // a get area is not written to
        setg(begin, begin, begin + bytes.size());
    }
};

/// The server ends, and a check may be given up.
struct GivenUp {};

/// The id is made of all that was sent; see check() of the import's page.
books::KeyedRequest keyedRequest(const SentFile& file)
{
    const std::array<std::string, 2> said = {file.login, file.id};
    return {.command = "web import " + file.kind, .digest = books::digestOf(said)};
}

} // namespace

/// What an import did.
struct ImportDesk::Imported {
    books::ImportSummary summary;
    std::string page;

    /// As it is kept under its request key: `2 0 boxes?month=2025-03`.
    std::string text() const
    {
        return std::to_string(summary.added) + " " + std::to_string(summary.unchanged) + " " + page;
    }
    static Imported of(std::string_view text)
    {
        Imported imported;
        const char* end = text.data() + text.size();
        const auto added = std::from_chars(text.data(), end, imported.summary.added);
        const auto unchanged =
            std::from_chars(std::min(added.ptr + 1, end), end, imported.summary.unchanged);
        imported.page = std::string(std::min(unchanged.ptr + 1, end), end);
        return imported;
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

std::span<const ImportKind> importKinds() { return kKinds; }

const ImportKind& importKind(std::string_view name)
{
    const auto found = std::ranges::find(kKinds, name, &ImportKind::name);
    if (found == std::end(kKinds)) {
        throw Refusal("import.kind", "there is no import of " + foundation::quoted(name) +
                                         "; choose items, recipients, receipts, boxes, stock or "
                                         "movements");
    }
    return *found;
}

books::ImportSummary importBytes(books::WriteTransaction& tx, const ImportKind& kind,
                                 const ImportedBytes& file)
{
    ViewBuffer buffer(file.bytes);
    std::istream in(&buffer);
    return kind.run(tx, {.file = {in, file.name, file.ignored, {}}, .on = file.on});
}

std::vector<std::string> columnsNamed(std::string_view text)
{
    std::vector<std::string> names;
    while (!text.empty()) {
        const auto comma = std::min(text.find(','), text.size());
        std::string_view name = text.substr(0, comma);
        text.remove_prefix(std::min(comma + 1, text.size()));
        name.remove_prefix(std::min(name.find_first_not_of(' '), name.size()));
        name = name.substr(0, name.find_last_not_of(' ') + 1);
        if (!name.empty()) {
            names.emplace_back(name);
        }
    }
    return names;
}

struct ImportDesk::Kept {
    SentFile shown;
    Spool bytes;
    std::vector<std::string_view> contents; ///< of the parts
    books::Asker asker;
    steady_clock::time_point since = steady_clock::now();
    std::unique_ptr<BadRows> badRows = {};
};

/// The parts of a file, to be read from their beginning; `progress` gets what was read of all of them.
class ImportDesk::Streams {
public:
    Streams(const Kept& kept, std::function<void(std::int64_t)> progress)
        : kept_(kept), progress_(std::move(progress)), read_(kept.contents.size())
    {}
    ImportInput input()
    {
        ImportInput input{.file = source(0), .on = kept_.shown.on};
        for (std::size_t i = 1; i < read_.size(); ++i) {
            (kept_.shown.parts[i].field == "boxes" ? input.boxes : input.stock).emplace(source(i));
        }
        return input;
    }

private:
    struct Stream {
        explicit Stream(std::string_view bytes) : buffer(bytes), in(&buffer) {}
        ViewBuffer buffer;
        std::istream in;
    };
    books::ImportSource source(std::size_t part)
    {
        return {streams_.emplace_back(kept_.contents[part]).in, kept_.shown.parts[part].name,
                kept_.shown.ignored, [this, part](std::int64_t read) {
                    read_[part] = read;
                    progress_(std::accumulate(read_.begin(), read_.end(), std::int64_t{0}));
                }};
    }

    const Kept& kept_;
    std::function<void(std::int64_t)> progress_;
    std::vector<std::int64_t> read_;
    std::deque<Stream> streams_;
};

ImportDesk::ImportDesk(Options options) : options_(std::move(options)), thread_([this] { work(); })
{}

ImportDesk::~ImportDesk()
{
    {
        const std::lock_guard lock(mutex_);
        isClosed_ = true;
    }
    changed_.notify_all();
    thread_.join();
}

std::string ImportDesk::check(SentFile file, Spool bytes, std::vector<std::string_view> contents,
                              const books::Asker& asker)
{
    const std::lock_guard lock(mutex_);
    forgetOld();
    const std::string id = file.id;
    if (files_.contains(id)) {
        return id;
    }
    makeRoom();
    auto kept = std::make_unique<Kept>(Kept{.shown = std::move(file),
                                            .bytes = std::move(bytes),
                                            .contents = std::move(contents),
                                            .asker = asker});
    tasks_.push_back(kept.get());
    files_.emplace(id, std::move(kept));
    changed_.notify_all();
    return id;
}

SentFile ImportDesk::find(std::string_view id, std::string_view store, std::string_view login)
{
    const std::lock_guard lock(mutex_);
    forgetOld();
    return require(id, store, login).shown;
}

void ImportDesk::import(const SentFile& file, const books::Asker& asker)
{
    const std::lock_guard lock(mutex_);
    Kept& kept = require(file.id, file.store, file.login);
    if (kept.shown.state == ImportState::Done || kept.shown.state == ImportState::Imports ||
        kept.shown.state == ImportState::WaitsForImport) {
        return;
    }
    if (kept.shown.state != ImportState::Clean) {
        throw Refusal("import.not_clean",
                      kept.shown.name() + " is not checked, or has bad rows; mend them and send "
                                          "the file again");
    }
    kept.asker = asker;
    kept.shown.state = ImportState::WaitsForImport;
    kept.shown.read = 0;
    tasks_.push_back(&kept);
    changed_.notify_all();
}

void ImportDesk::visitBadRows(const SentFile& file, std::optional<std::size_t> page,
                              const std::function<void(const BadRow&)>& visit)
{
    const std::lock_guard lock(mutex_);
    const Kept& kept = require(file.id, file.store, file.login);
    if (!kept.badRows) {
        return;
    }
    for (std::size_t i = page.value_or(0); i < (page ? *page + 1 : kept.badRows->pages()); ++i) {
        kept.badRows->visitPage(i, visit);
    }
}

void ImportDesk::waitUntilIdle()
{
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return tasks_.empty() && !isBusy_; });
}

ImportDesk::Kept& ImportDesk::require(std::string_view id, std::string_view store,
                                      std::string_view login)
{
    const auto found = files_.find(id);
    if (found == files_.end() || found->second->shown.store != store ||
        found->second->shown.login != login) {
        throw Refusal("import.unknown",
                      "the file is not here any more: it is kept for an hour, and until the server "
                      "is started anew. Send it again; what is in the books already is only "
                      "counted");
    }
    return *found->second;
}

void ImportDesk::forgetOld()
{
    std::erase_if(files_, [this](const auto& one) {
        return !one.second->shown.isBusy() &&
               steady_clock::now() - one.second->since > options_.keep;
    });
}

void ImportDesk::makeRoom()
{
    while (files_.size() >= kMostFiles) {
        auto oldest = files_.end();
        for (auto one = files_.begin(); one != files_.end(); ++one) {
            if (!one->second->shown.isBusy() &&
                (oldest == files_.end() || one->second->since < oldest->second->since)) {
                oldest = one;
            }
        }
        if (oldest == files_.end()) {
            throw Refusal("import.busy", std::to_string(kMostFiles) +
                                             " files wait to be checked or imported; try again in "
                                             "a minute");
        }
        files_.erase(oldest);
    }
}

void ImportDesk::work()
{
    std::unique_lock lock(mutex_);
    while (true) {
        // Looks around once a minute for what is too old.
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

void ImportDesk::run(Kept& kept)
{
    const bool isCheck = kept.shown.state == ImportState::Checks;
    const auto progress = [&](std::int64_t read) {
        const std::lock_guard lock(mutex_);
        kept.shown.read = std::min(read, kept.shown.size());
        if (isClosed_ && isCheck) {
            throw GivenUp();
        }
    };
    const auto import = [&](books::WriteTransaction& tx) {
        return Imported::of(books::once(tx, keyedRequest(kept.shown), [&] {
            const ImportKind& kind = importKind(kept.shown.kind);
            Streams streams(kept, progress);
            Imported imported{.summary = kind.run(tx, streams.input()), .page = {}};
            imported.page = imported.summary.added > 0 ? kind.page(tx) : "";
            return imported.text();
        }));
    };
    try {
        auto database = foundation::Database::open(options_.databaseUrl);
        Imported imported = isCheck
                                ? books::rehearse(database, kept.shown.store, kept.asker, import)
                                : books::write(database, kept.shown.store, kept.asker, import);
        {
            const std::lock_guard lock(mutex_);
            kept.shown.summary = imported.summary;
            kept.shown.addedPage = std::move(imported.page);
        }
        finish(kept, isCheck ? ImportState::Clean : ImportState::Done);
    } catch (const Refusal& refusal) {
        refuse(kept, refusal);
    } catch (const GivenUp&) {
        finish(kept, ImportState::Refused);
    } catch (const std::exception& error) {
        options_.log("program.failed: import: " + foundation::printable(error.what()));
        refuse(kept, Refusal("import.failed",
                             "the server failed, and nothing was imported. Send the file again; "
                             "if it stays so, the server's log says why"));
    }
}

void ImportDesk::refuse(Kept& kept, const Refusal& refusal)
{
    std::unique_ptr<BadRows> rows;
    try {
        if (!refusal.badRows().empty()) {
            rows = std::make_unique<BadRows>(refusal.badRows());
        }
    } catch (const std::system_error& error) { // the sentence is shown without them
        options_.log("program.failed: import: " + foundation::printable(error.what()));
    }
    {
        const std::lock_guard lock(mutex_);
        kept.shown.sentence = shownSentence(refusal.sentence());
        kept.shown.badRows = rows ? rows->count() : 0;
        kept.shown.badPages = rows ? rows->pages() : 0;
        kept.badRows = std::move(rows);
    }
    finish(kept, ImportState::Refused);
}

void ImportDesk::finish(Kept& kept, ImportState state)
{
    const std::lock_guard lock(mutex_);
    kept.shown.state = state;
    kept.since = steady_clock::now();
}

} // namespace giftbox::web
