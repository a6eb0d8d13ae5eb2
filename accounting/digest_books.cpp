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
using foundation::Rows;

namespace {

struct StoreHead {
    books::Store store;
    std::int64_t lastEvent = 0;
    std::string hash;
    std::int64_t lastRecorded = 0;
};

std::vector<StoreHead> readStores(Database& database)
{
    std::vector<StoreHead> stores;
    for (Rows rows = database.query("accounting/stores_to_digest", {}); rows.next();) {
        const Row row = rows.row();
        books::Store store{.id = books::StoreId{row.integer(0)},
                           .code = row.string(1),
                           .name = row.string(2),
                           .legalEntity = {},
                           .currency = foundation::currencyOf(row.text(3)),
                           .laborRate = {row.integer(4)},
                           .laborMinutes = 0,
                           .locale = {},
                           .timeZones = {},
                           .closedThrough = std::nullopt};
        if (const auto month = static_cast<std::int32_t>(row.integer(5)); month != 0) {
            store.closedThrough = Month(month);
        }
        stores.push_back({std::move(store), row.integer(6), row.string(7), row.integer(8)});
    }
    return stores;
}

/// Of every box that is planned, as the event that plans one says it.
std::string plansOf(const books::ReadTransaction& tx)
{
    std::map<std::int64_t, std::vector<std::string>> lines;
    {
        Rows rows =
            tx.database().query("accounting/facts_planned_line", {{"store_id", tx.storeId()}});
        while (rows.next()) {
            lines[rows.row().integer(0)].push_back(
                factText(books::facts::kPlannedLine, rows.row(), 1));
        }
    }
    std::string plans;
    Rows rows = tx.database().query("accounting/facts_planned_box", {{"store_id", tx.storeId()}});
    while (rows.next()) {
        const Row row = rows.row();
        if (row.text(0) == "planned") {
            const books::BoxNo number{row.integer(3)};
            const std::string digest = gifting::planDigest(
                factText(books::facts::kPlannedBox, row, 3), lines[number.value]);
            plans += (plans.empty() ? "" : " ") + gifting::planWord(number, digest);
        }
    }
    return plans;
}

void keepCarried(const books::ReadTransaction& tx, const FactFold& facts)
{
    for (const auto& [month, carried] : facts.carried()) {
        tx.database().execute("accounting/keep_carried",
                              {{"store_id", tx.storeId()},
                               {"month", month},
                               {"boxes", carried.boxes},
                               {"contents", carried.cost.contents.minor},
                               {"packaging", carried.cost.packaging.minor},
                               {"labor", carried.cost.labor.minor}});
    }
}

void record(const books::ReadTransaction& tx, const StoreHead& head, const std::string& detail)
{
    const books::Event event{.seq = head.lastEvent + 1,
                             .recordedAt = {head.lastRecorded},
                             .actor = "giftbox",
                             .action = kBaseline,
                             .subject = "facts",
                             .detail = detail};
    const std::string hash = books::eventHash(head.hash, event);
    tx.database().execute("accounting/insert_digest_event",
                          {{"store_id", tx.storeId()},
                           {"event_seq", event.seq},
                           {"recorded_at", event.recordedAt.unixMs},
                           {"actor", event.actor},
                           {"action", event.action},
                           {"subject", event.subject},
                           {"detail", event.detail},
                           {"hash", hash}});
    tx.database().execute(
        "accounting/set_chain_head",
        {{"store_id", tx.storeId()}, {"last_event", event.seq}, {"chain_hash", hash}});
}

void digestStore(Database& database, const StoreHead& head)
{
    const books::ReadTransaction tx(database, head.store);
    Differences ignored; // what was wrong before stays so, and verify says it
    const auto noProgress = [](std::int64_t, std::int64_t) {};
    const LastNumbers last = checkNumbers(tx, ignored);
    // Closed months first: their rows are facts that the digest covers.
    {
        KeptEvents events = checkChain(tx, ignored);
        FactFold facts(tx, events.told, last.events, ignored);
        foldMovements(tx, last, facts, ignored, noProgress);
        keepCarried(tx, facts);
    }
    KeptEvents events = checkChain(tx, ignored);
    events.told.baseline = head.lastEvent + 1;
    FactFold facts(tx, events.told, last.events, ignored);
    foldMovements(tx, last, facts, ignored, noProgress);
    foundation::JsonObject detail;
    detail.add("events", head.lastEvent).add("facts", facts.baseline());
    if (const std::string plans = plansOf(tx); !plans.empty()) {
        detail.add("plans", plans);
    }
    record(tx, head, detail.text());
}

} // namespace

void digestBooks(Database& database)
{
    for (const StoreHead& head : readStores(database)) {
        digestStore(database, head);
    }
}

} // namespace giftbox::accounting
