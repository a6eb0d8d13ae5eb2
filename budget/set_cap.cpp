#include "budget/set_cap.h"

#include "books/code.h"
#include "budget/month_book.h"
#include "budget/statements.h"
#include "foundation/json.h"

namespace giftbox::budget {

using foundation::Refusal;

std::string capDetail(const Cap& cap, std::string_view reason, const foundation::Currency& currency)
{
    foundation::JsonObject detail;
    detail.add("amount", toText(cap.amount, currency))
        .add("from", toText(cap.from))
        .add("action", toText(cap.action))
        .add("reason", reason);
    if (cap.rollOver != RollOver::None) {
        detail.add("roll_over", toText(cap.rollOver));
    }
    if (cap.rollOverMost != foundation::Money{}) {
        detail.add("roll_over_most", toText(cap.rollOverMost, currency));
    }
    if (cap.warnPercent != 0) {
        detail.add("warn_percent", cap.warnPercent);
    }
    return detail.text();
}

namespace {

void requireRollOver(const books::Store& store, const Cap& cap)
{
    constexpr std::int64_t kMostPercent = 99;
    if (cap.rollOver != RollOver::None && !isOfMonth(cap.name)) {
        throw Refusal("cap.roll_over_box", {{"cap", toText(cap.name)}});
    }
    if (cap.rollOverMost < foundation::Money{} ||
        (cap.rollOverMost > foundation::Money{} && cap.rollOver == RollOver::None)) {
        throw Refusal("cap.roll_over_most", {{"amount", store.money(cap.rollOverMost)}});
    }
    if (cap.warnPercent < 0 || cap.warnPercent > kMostPercent) {
        throw Refusal("cap.warn_percent", {{"percent", cap.warnPercent}});
    }
}

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
                             .eventSeq = tx.event().value,
                             .rollOver = toText(cap.rollOver),
                             .rollOverMost = cap.rollOverMost,
                             .warnPercent = cap.warnPercent};
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
    requireRollOver(tx.store(), cap);
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
                                   .action = parseCapAction(row.action),
                                   .rollOver = parseRollOver(row.rollOver),
                                   .rollOverMost = row.rollOverMost,
                                   .warnPercent = row.warnPercent},
                           .reason = std::string(row.reason),
                           .actor = std::string(row.actor),
                           .recordedAt = row.recordedAt});
    }
    return changes;
}

} // namespace giftbox::budget
