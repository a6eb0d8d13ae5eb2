#include "web/import_desk.h"

#include "books/request.h"
#include "foundation/text.h"
#include "gifting/import_boxes.h"
#include "gifting/import_recipients.h"
#include "gifting/receive_stock.h"
#include "inventory/import_items.h"

#include <algorithm>
#include <charconv>
#include <streambuf>
#include <system_error>

namespace giftbox::web {

using foundation::Refusal;
using std::chrono::steady_clock;

namespace {

constexpr std::size_t kMostFiles = 16;

constexpr ImportKind kKinds[] = {
    {"items", "Items: sku, name, kind, category, unit …", "stock", inventory::importItems},
    {"recipients", "Recipients: recipient, name, group …", "recipients", gifting::importRecipients},
    {"receipts", "Receipts: received_on, sku, units, total_cost, reference …", "stock",
     gifting::importReceipts},
    {"boxes", "Boxes: box, recipient, packed_on, given_on, sku, units …", "boxes",
     gifting::importBoxes}};

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

std::string commandOf(const SentFile& file) { return "web import " + file.kind; }

/// What an import did, as it is kept under its request key.
std::string resultText(const books::ImportSummary& summary)
{
    return std::to_string(summary.added) + " " + std::to_string(summary.unchanged);
}

books::ImportSummary summaryOf(std::string_view text)
{
    books::ImportSummary summary;
    const char* end = text.data() + text.size();
    const auto added = std::from_chars(text.data(), end, summary.added);
    std::from_chars(std::min(added.ptr + 1, end), end, summary.unchanged);
    return summary;
}

} // namespace

std::span<const ImportKind> importKinds() { return kKinds; }

const ImportKind& importKind(std::string_view name)
{
    const auto found = std::ranges::find(kKinds, name, &ImportKind::name);
    if (found == std::end(kKinds)) {
        throw Refusal("import.kind", "there is no import of " + foundation::quoted(name) +
                                         "; choose items, recipients, receipts or boxes");
    }
    return *found;
}

books::ImportSummary importBytes(books::WriteTransaction& tx, const ImportKind& kind,
                                 const ImportedBytes& file)
{
    ViewBuffer buffer(file.bytes);
    std::istream in(&buffer);
    return kind.run(tx, {in, file.name, file.ignored, file.progress});
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
    std::string_view content;
    books::Asker asker;
    steady_clock::time_point since = steady_clock::now();
    std::unique_ptr<BadRows> badRows = {};
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

std::string ImportDesk::check(SentFile file, Spool bytes, std::string_view content,
                              const books::Asker& asker)
{
    const std::lock_guard lock(mutex_);
    forgetOld();
    const std::string id = file.id;
    if (files_.contains(id)) {
        return id;
    }
    makeRoom();
    auto kept = std::make_unique<Kept>(Kept{
        .shown = std::move(file), .bytes = std::move(bytes), .content = content, .asker = asker});
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
                      kept.shown.name + " is not checked, or has bad rows; mend them and send "
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
        kept.shown.read = std::min(read, kept.shown.size);
        if (isClosed_ && isCheck) {
            throw GivenUp();
        }
    };
    const auto import = [&](books::WriteTransaction& tx) {
        if (const auto before = books::findRequest(tx, commandOf(kept.shown))) {
            return summaryOf(*before);
        }
        const auto summary = importBytes(tx, importKind(kept.shown.kind),
                                         {.bytes = kept.content,
                                          .name = kept.shown.name,
                                          .ignored = kept.shown.ignored,
                                          .progress = progress});
        books::keepRequest(tx, commandOf(kept.shown), resultText(summary));
        return summary;
    };
    try {
        auto database = foundation::Database::open(options_.databaseUrl);
        const books::ImportSummary summary =
            isCheck ? books::rehearse(database, kept.shown.store, kept.asker, import)
                    : books::write(database, kept.shown.store, kept.asker, import);
        finish(kept, isCheck ? ImportState::Clean : ImportState::Done, summary);
    } catch (const Refusal& refusal) {
        refuse(kept, refusal);
    } catch (const GivenUp&) {
        finish(kept, ImportState::Refused, {});
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
        if (!refusal.places().empty()) {
            rows = std::make_unique<BadRows>(refusal.places(), kept.shown.name);
        }
    } catch (const std::system_error& error) { // the sentence is shown without them
        options_.log("program.failed: import: " + foundation::printable(error.what()));
    }
    {
        const std::lock_guard lock(mutex_);
        kept.shown.sentence = refusal.sentence();
        kept.shown.badRows = rows ? rows->count() : 0;
        kept.shown.badPages = rows ? rows->pages() : 0;
        kept.badRows = std::move(rows);
    }
    finish(kept, ImportState::Refused, {});
}

void ImportDesk::finish(Kept& kept, ImportState state, const books::ImportSummary& summary)
{
    const std::lock_guard lock(mutex_);
    kept.shown.state = state;
    kept.shown.summary = summary;
    kept.since = steady_clock::now();
}

} // namespace giftbox::web
