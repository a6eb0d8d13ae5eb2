#include "budget/set_cap.h"

#include "books/code.h"
#include "budget/month_book.h"
#include "budget/statements.h"
#include "foundation/json.h"

namespace giftbox::budget {

using foundation::Refusal;

std::string capDetail(const Cap& cap, std::string_view reason, const foundation::Currency& currency)
{
    return foundation::JsonObject()
        .add("amount", toText(cap.amount, currency))
        .add("from", toText(cap.from))
        .add("action", toText(cap.action))
        .add("reason", reason)
        .text();
}

namespace {

void addCapRow(books::WriteTransaction& tx, const Cap& cap, std::string_view reason,
               std::string_view action)
{
    const auto& closed = tx.store().closedThrough;
    if (closed && cap.from <= *closed) {
        throw Refusal("month.closed/cap", {{"month", cap.from}, {"next", closed->next()}});
    }
    tx.askAbout(cap.from);
    const sql::InsertCap row{.storeId = tx.storeId(),
                             .capNo = ++tx.counters().cap,
                             .cap = toText(cap.name),
                             .fromMonth = cap.from,
                             .amount = cap.amount,
                             .action = toText(cap.action),
                             .reason = reason,
                             .eventSeq = tx.event().value};
    tx.facts().add(books::facts::kCap, row.binds());
    tx.database().execute(row);
    tx.record(action, "cap " + std::string(toText(cap.name)),
              capDetail(cap, reason, tx.store().currency));
}

} // namespace

void setCap(books::WriteTransaction& tx, const Cap& cap, std::string_view reason)
{
    books::requireText(reason, "the reason for the cap", "reason");
    if (cap.amount < foundation::Money{0}) {
        throw Refusal("cap.negative", {{"amount", tx.store().money(cap.amount)}});
    }
    if (cap.action == CapAction::End) {
        throw Refusal("cap.action_unknown", {{"text", toText(cap.action)}});
    }
    addCapRow(tx, cap, reason, "budget.set");
}

Cap endCap(books::WriteTransaction& tx, CapName name, foundation::Month from,
           std::string_view reason)
{
    books::requireText(reason, "the reason for ending the cap", "reason");
    if (!capOf(loadMonth(tx, from).caps, name)) {
        throw Refusal("cap.none", {{"cap", toText(name)}, {"month", from}});
    }
    const Cap cap{.name = name, .from = from, .amount = {}, .action = CapAction::End};
    addCapRow(tx, cap, reason, "budget.end");
    return cap;
}

std::vector<CapChange> listCapChanges(const books::ReadTransaction& tx)
{
    std::vector<CapChange> changes;
    for (const auto& row : tx.database().query(sql::ListCaps{.storeId = tx.storeId()})) {
        changes.push_back({.cap = {.name = parseCapName(row.cap),
                                   .from = row.fromMonth,
                                   .amount = row.amount,
                                   .action = parseCapAction(row.action)},
                           .reason = std::string(row.reason),
                           .actor = std::string(row.actor),
                           .recordedAt = row.recordedAt});
    }
    return changes;
}

} // namespace giftbox::budget
