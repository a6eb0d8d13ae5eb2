#include "budget/set_cap.h"

#include "books/code.h"
#include "foundation/json.h"

namespace giftbox::budget {

using foundation::Refusal;
using foundation::Row;
using foundation::Rows;

std::string capDetail(const Cap& cap, std::string_view reason, const foundation::Currency& currency)
{
    return foundation::JsonObject()
        .add("amount", toText(cap.amount, currency))
        .add("from", toText(cap.from))
        .add("action", toText(cap.action))
        .add("reason", reason)
        .text();
}

void setCap(books::WriteTransaction& tx, const Cap& cap, std::string_view reason)
{
    books::requireText(reason, "the reason for the cap");
    if (cap.amount < foundation::Money{0}) {
        throw Refusal("cap.negative",
                      "the cap is " + tx.store().amount(cap.amount) + "; expected 0 or more");
    }
    const auto& closed = tx.store().closedThrough;
    if (closed && cap.from <= *closed) {
        throw Refusal("month.closed", toText(cap.from) + " is closed; a cap can hold from " +
                                          toText(closed->next()) + " on");
    }
    tx.askAbout(cap.from);
    const std::vector<foundation::Bind> row = {
        {"store_id", tx.storeId()},   {"cap_no", ++tx.counters().cap},
        {"cap", toText(cap.name)},    {"from_month", cap.from.number()},
        {"amount", cap.amount.minor}, {"action", toText(cap.action)},
        {"reason", reason},           {"event_seq", tx.event().value}};
    tx.facts().add(books::facts::kCap, row);
    tx.database().execute("budget/insert_cap", row);
    tx.record("budget.set", "cap " + std::string(toText(cap.name)),
              capDetail(cap, reason, tx.store().currency));
}

std::vector<CapChange> listCapChanges(const books::ReadTransaction& tx)
{
    std::vector<CapChange> changes;
    for (Rows rows = tx.database().query("budget/list_caps", {{"store_id", tx.storeId()}});
         rows.next();) {
        const Row row = rows.row();
        changes.push_back(
            {.cap = {.name = parseCapName(row.text(0)),
                     .from = foundation::Month(static_cast<std::int32_t>(row.integer(1))),
                     .amount = {row.integer(2)},
                     .action = parseCapAction(row.text(3))},
             .reason = row.string(4),
             .actor = row.string(5),
             .recordedAt = {row.integer(6)}});
    }
    return changes;
}

} // namespace giftbox::budget
