#include "accounting/chain_check.h"

#include "books/create_store.h"
#include "books/event_hash.h"
#include "books/set_store.h"
#include "budget/set_cap.h"

#include <array>

namespace giftbox::accounting {

using books::ReadTransaction;
using foundation::Month;
using foundation::Row;
using foundation::Rows;

namespace {

void checkCaps(const ReadTransaction& tx, const KeptEvents& events, Differences& differences)
{
    std::vector<std::int64_t> kept;
    Rows rows = tx.database().query("accounting/caps_with_events", {{"store_id", tx.storeId()}});
    while (rows.next()) {
        const Row row = rows.row();
        const budget::Cap cap{.name = budget::parseCapName(row.text(0)),
                              .from = Month(static_cast<std::int32_t>(row.integer(1))),
                              .amount = {row.integer(2)},
                              .action = budget::parseCapAction(row.text(3))};
        kept.push_back(row.integer(7));
        const bool agrees = books::saysFirst(row.text(5), budget::capDetail(cap, row.text(4),
                                                                            tx.store().currency)) &&
                            row.text(6) == "cap " + std::string(toText(cap.name));
        if (!agrees) {
            differences.push_back("cap " + std::string(toText(cap.name)) + " from " +
                                  toText(cap.from) + ": " + tx.store().amount(cap.amount) +
                                  " kept, its event says " + row.string(5));
        }
    }
    compareRows("caps", kept, events.caps, differences);
}

void checkItemHistory(const ReadTransaction& tx, const KeptEvents& events, Differences& differences)
{
    std::vector<std::int64_t> kept;
    for (Rows rows = tx.database().query("accounting/item_edits", {{"store_id", tx.storeId()}});
         rows.next();) {
        kept.push_back(rows.row().integer(0));
    }
    compareRows("earlier words of items", kept, events.itemEdits, differences);
}

} // namespace

void compareRows(const char* what, const std::vector<std::int64_t>& kept,
                 const std::vector<std::int64_t>& events, Differences& differences)
{
    if (kept != events) {
        differences.push_back(std::string(what) + ": " + std::to_string(kept.size()) +
                              " kept, but not one for each of the " +
                              std::to_string(events.size()) + " events that set them");
    }
}

KeptEvents checkChain(const ReadTransaction& tx, Differences& differences)
{
    KeptEvents kept;
    std::string before = books::kChainStart;
    std::int64_t expected = 0;
    {
        Rows rows = tx.database().stream("accounting/events", {{"store_id", tx.storeId()}});
        while (rows.next()) {
            const ToldEvent event = ToldEvent::read(rows.row());
            if (event.seq != ++expected) {
                differences.push_back("event " + std::to_string(expected) + ": it is missing");
                expected = event.seq;
            }
            const std::string hash = books::eventHash(before, {.seq = event.seq,
                                                               .recordedAt = event.recordedAt,
                                                               .actor = event.actor,
                                                               .action = event.action,
                                                               .subject = event.subject,
                                                               .detail = event.detail});
            if (hash != event.hash) {
                differences.push_back("event " + std::to_string(event.seq) +
                                      ": its hash does not follow from the one before");
            }
            before = event.hash;
            kept.told.take(event);
            if (event.action == "budget.set") {
                kept.caps.push_back(event.seq);
            } else if (event.action == "month.close") {
                kept.closes.push_back(event.seq);
            } else if (event.action == "item.edit") {
                kept.itemEdits.push_back(event.seq);
            } else if (event.action == "store.set") {
                kept.settings = event.detail;
            }
        }
    }
    kept.told.finish();
    Rows head = tx.database().query("accounting/chain_head", {{"store_id", tx.storeId()}});
    head.next();
    if (head.row().text(0) != before) {
        differences.push_back("store " + tx.store().code +
                              ": the last event's hash is not the head of the chain");
    }
    return kept;
}

void checkSettings(const ReadTransaction& tx, const KeptEvents& events, Differences& differences)
{
    checkCaps(tx, events, differences);
    checkItemHistory(tx, events, differences);
    Rows rows = tx.database().query("accounting/first_event", {{"store_id", tx.storeId()}});
    if (!rows.next() || !books::saysFirst(rows.row().text(0), books::storeDetail(tx.store()))) {
        differences.push_back("store " + tx.store().code +
                              ": its settings are not those of the event that made it");
    }
    const bool asSet = events.settings.empty()
                           ? tx.store().waitingMonths == books::kWaitingMonths &&
                                 tx.store().locale.empty() && !tx.store().timeZones.hasChanged()
                           : events.settings == books::settingsDetail(tx.store());
    if (!asSet) {
        differences.push_back("store " + tx.store().code + ": its waiting months " +
                              std::to_string(tx.store().waitingMonths) + ", locale " +
                              books::shownLocale(tx.store()) + " and time zone " +
                              tx.store().timeZones.text() + " are what no event has set");
    }
}

LastNumbers checkNumbers(const ReadTransaction& tx, Differences& differences)
{
    constexpr std::array kKinds = {"movement", "lot", "box", "cap", "event", "item", "recipient"};
    Rows rows = tx.database().query("accounting/last_numbers", {{"store_id", tx.storeId()}});
    rows.next();
    const Row row = rows.row();
    for (int i = 0; i < static_cast<int>(kKinds.size()); ++i) {
        const std::int64_t there = row.integer(i);
        const std::int64_t given = row.integer(i + static_cast<int>(kKinds.size()));
        if (there != given) {
            differences.push_back(
                "numbers: the last " + std::string(kKinds[static_cast<std::size_t>(i)]) + " is " +
                std::to_string(there) + ", " + std::to_string(given) + " were given out");
        }
    }
    return {.movements = row.integer(0),
            .lots = row.integer(1),
            .boxes = row.integer(2),
            .events = row.integer(4),
            .recipients = row.integer(6)};
}

} // namespace giftbox::accounting
