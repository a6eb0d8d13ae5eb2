#include "gifting/selection/approve_selection.h"

#include "foundation/json.h"
#include "gifting/selection/statements.h"

namespace giftbox::gifting {

using books::WriteTransaction;
using foundation::Month;
using foundation::Refusal;

namespace {

[[noreturn]] void refuse(const WriteTransaction& tx, Month month,
                         const sql::CountSelections::Row& list)
{
    if (list.selected == 0) {
        throw Refusal("selection.nothing_to_approve", {{"month", month}});
    }
    const auto approval =
        tx.database().query(sql::Approval{.storeId = tx.storeId(), .eventSeq = list.lastApproval});
    throw Refusal(
        "selection.nothing_to_approve/approved",
        {{"month", month}, {"actor", approval->actor}, {"approved_at", approval->recordedAt}});
}

} // namespace

ApprovedList approveSelections(WriteTransaction& tx, Month month)
{
    tx.requireOpen(month);
    const auto list =
        *tx.database().query(sql::CountSelections{.storeId = tx.storeId(), .month = month});
    if (list.waiting == 0) {
        refuse(tx, month, list);
    }
    tx.database().execute(sql::ApproveSelection{.storeId = tx.storeId(),
                                                .approvedBy = tx.actor().name,
                                                .approvedEvent = tx.event().value,
                                                .month = month});
    tx.record(
        "choice.approve", "month " + toText(month),
        foundation::JsonObject().add("approved", list.waiting).add("all", list.selected).text());
    return {.approved = list.waiting,
            .all = list.selected,
            .remaining = gifting::remainingOf(tx, month)};
}

} // namespace giftbox::gifting
