#include "accounting/chain_check.h"

#include "accounting/close_month.h"
#include "books/create_store.h"
#include "books/event_hash.h"
#include "budget/set_cap.h"

#include <array>

namespace giftbox::accounting {

using books::ReadTransaction;
using foundation::Money;
using foundation::Month;
using foundation::Row;
using foundation::Rows;

namespace {

void checkCaps(const ReadTransaction& tx, Differences& differences)
{
    Rows rows = tx.database().query("accounting/caps_with_events", {{"store_id", tx.storeId()}});
    while (rows.next()) {
        const Row row = rows.row();
        const budget::Cap cap{.name = budget::parseCapName(row.text(0)),
                              .from = Month(static_cast<std::int32_t>(row.integer(1))),
                              .amount = {row.integer(2)},
                              .action = budget::parseCapAction(row.text(3))};
        const bool agrees =
            budget::capDetail(cap, row.text(4), tx.store().currency) == row.text(5) &&
            row.text(6) == "cap " + std::string(toText(cap.name));
        if (!agrees) {
            differences.push_back("cap " + std::string(toText(cap.name)) + " from " +
                                  toText(cap.from) + ": " + tx.store().amount(cap.amount) +
                                  " kept, its event says " + row.string(5));
        }
    }
}

void checkClosedMonths(const ReadTransaction& tx, Differences& differences)
{
    std::optional<Month> last;
    Rows rows = tx.database().query("accounting/closed_months", {{"store_id", tx.storeId()}});
    while (rows.next()) {
        const Row row = rows.row();
        last = Month(static_cast<std::int32_t>(row.integer(0)));
        if (closeDetail(row.integer(1), Money{row.integer(2)}, tx.store().currency) !=
            row.text(3)) {
            differences.push_back("closed month " + toText(*last) + ": " +
                                  std::to_string(row.integer(1)) + " boxes for " +
                                  tx.store().amount({row.integer(2)}) +
                                  " carried over, its event says " + row.string(3));
        }
    }
    if (last != tx.store().closedThrough) {
        differences.push_back("store " + tx.store().code +
                              ": the last closed month is not the one that its settings keep");
    }
}

} // namespace

void checkChain(const ReadTransaction& tx, Differences& differences)
{
    std::string before = books::kChainStart;
    std::int64_t expected = 0;
    {
        Rows rows = tx.database().stream("accounting/events", {{"store_id", tx.storeId()}});
        while (rows.next()) {
            const Row row = rows.row();
            const books::Event event{.seq = row.integer(0),
                                     .recordedAt = {row.integer(1)},
                                     .actor = row.text(2),
                                     .action = row.text(3),
                                     .subject = row.text(4),
                                     .detail = row.text(5)};
            if (event.seq != ++expected) {
                differences.push_back("event " + std::to_string(expected) + ": it is missing");
                expected = event.seq;
            }
            const std::string hash = books::eventHash(before, event);
            if (hash != row.text(6)) {
                differences.push_back("event " + std::to_string(event.seq) +
                                      ": its hash does not follow from the one before");
            }
            before = row.text(6);
        }
    }
    Rows head = tx.database().query("accounting/chain_head", {{"store_id", tx.storeId()}});
    head.next();
    if (head.row().text(0) != before) {
        differences.push_back("store " + tx.store().code +
                              ": the last event's hash is not the head of the chain");
    }
}

void checkSettings(const ReadTransaction& tx, Differences& differences)
{
    checkCaps(tx, differences);
    checkClosedMonths(tx, differences);
    Rows rows = tx.database().query("accounting/first_event", {{"store_id", tx.storeId()}});
    if (!rows.next() || rows.row().text(0) != books::storeDetail(tx.store())) {
        differences.push_back("store " + tx.store().code +
                              ": its settings are not those of the event that made it");
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
            .events = row.integer(4)};
}

} // namespace giftbox::accounting
