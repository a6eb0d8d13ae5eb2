#include "accounting/digest_books.h"

#include "accounting/fold_movements.h"
#include "accounting/upgrade_event.h"
#include "foundation/json.h"
#include "gifting/planned_box.h"

namespace giftbox::accounting {

using books::factText;
using foundation::Database;
using foundation::Row;

namespace {

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
    for (const auto& [close, carried] : facts.carried()) {
        database.execute(sql::KeepCarried{.storeId = store,
                                          .boxes = carried.boxes,
                                          .contents = carried.cost.contents,
                                          .packaging = carried.cost.packaging,
                                          .labor = carried.cost.labor,
                                          .eventSeq = close});
    }
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
    appendEvent(database, head,
                {.action = std::string(kBaseline), .subject = "facts", .detail = detail.text()});
}

} // namespace

void digestBooks(Database& database)
{
    for (const StoreHead& head : storeHeads(database)) {
        digestStore(database, head);
    }
}

} // namespace giftbox::accounting
