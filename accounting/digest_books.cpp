#include "accounting/digest_books.h"

#include "accounting/fold_movements.h"
#include "books/event_hash.h"
#include "foundation/json.h"
#include "gifting/planned_box.h"

namespace giftbox::accounting {

using books::factText;
using foundation::Database;
using foundation::Month;
using foundation::Row;

namespace {

struct StoreHead {
    books::Store store;
    std::int64_t lastEvent = 0;
    std::string hash;
    foundation::Instant lastRecorded;
};

std::vector<StoreHead> readStores(Database& database)
{
    std::vector<StoreHead> stores;
    for (const auto& row : database.query(sql::StoresToDigest{})) {
        books::Store store{.id = books::StoreId{row.storeId},
                           .code = std::string(row.code),
                           .name = std::string(row.name),
                           .currency = foundation::currencyOf(row.currency)};
        store.settings.setFirst(books::Setting::LaborRate, row.laborRate.minor);
        if (const auto month = static_cast<std::int32_t>(row.closedThrough); month != 0) {
            store.closedThrough = Month(month);
        }
        stores.push_back(
            {std::move(store), row.lastEvent, std::string(row.chainHash), row.recordedAt});
    }
    return stores;
}

/// For every planned box, in the form of a planning event.
std::string plansOf(const books::ReadTransaction& tx)
{
    std::map<std::int64_t, std::vector<std::string>> lines;
    streamFacts(tx, sql::FactsPlannedLine{.storeId = tx.storeId()}, [&](const Row& cells) {
        lines[sql::FactsPlannedLine::Row(cells).boxNo].push_back(
            factText<sql::FactsPlannedLine, books::facts::kPlannedLine>(cells));
    });
    std::string plans;
    streamFacts(tx, sql::FactsPlannedBox{.storeId = tx.storeId()}, [&](const Row& cells) {
        const sql::FactsPlannedBox::Row row(cells);
        if (row.state == "planned") {
            const books::BoxNo number{row.boxNo};
            const std::string digest = gifting::planDigest(
                factText<sql::FactsPlannedBox, books::facts::kPlannedBox>(cells),
                lines[number.value]);
            plans += (plans.empty() ? "" : " ") + gifting::planWord(number, digest);
        }
    });
    return plans;
}

void keepCarried(Database& database, std::int64_t store, const FactReplay& facts)
{
    for (const auto& [month, carried] : facts.carried()) {
        database.execute(sql::KeepCarried{.storeId = store,
                                          .boxes = carried.boxes,
                                          .contents = carried.cost.contents,
                                          .packaging = carried.cost.packaging,
                                          .labor = carried.cost.labor,
                                          .month = month});
    }
}

void record(Database& database, const StoreHead& head, const std::string& detail)
{
    const books::Event event{.seq = head.lastEvent + 1,
                             .recordedAt = head.lastRecorded,
                             .actor = "giftbox",
                             .action = kBaseline,
                             .subject = "facts",
                             .detail = detail};
    const std::string hash = books::eventHash(head.hash, event);
    const std::int64_t store = head.store.id.value;
    database.execute(sql::InsertDigestEvent{.storeId = store,
                                            .eventSeq = event.seq,
                                            .recordedAt = event.recordedAt,
                                            .actor = event.actor,
                                            .action = event.action,
                                            .subject = event.subject,
                                            .detail = event.detail,
                                            .hash = hash});
    database.execute(
        sql::SetChainHead{.storeId = store, .lastEvent = event.seq, .chainHash = hash});
}

void digestStore(Database& database, const StoreHead& head)
{
    const books::ReadTransaction tx(database, head.store);
    Differences ignored; // earlier differences stay, and verify reports them
    const auto noProgress = [](std::int64_t, std::int64_t) {};
    const LastNumbers last = checkNumbers(tx, ignored);
    // Closed months first: their rows are facts that the digest covers.
    {
        KeptEvents events = checkChain(tx, ignored);
        FactReplay facts(tx, events.told, last.events, ignored);
        foldMovements(tx, last, facts, ignored, noProgress);
        keepCarried(database, tx.storeId(), facts);
    }
    KeptEvents events = checkChain(tx, ignored);
    events.told.baseline = head.lastEvent + 1;
    FactReplay facts(tx, events.told, last.events, ignored);
    foldMovements(tx, last, facts, ignored, noProgress);
    foundation::JsonObject detail;
    detail.add("events", head.lastEvent).add("facts", facts.baseline());
    if (const std::string plans = plansOf(tx); !plans.empty()) {
        detail.add("plans", plans);
    }
    record(database, head, detail.text());
}

} // namespace

void digestBooks(Database& database)
{
    for (const StoreHead& head : readStores(database)) {
        digestStore(database, head);
    }
}

} // namespace giftbox::accounting
