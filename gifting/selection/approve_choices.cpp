#include "gifting/selection/approve_choices.h"

#include "foundation/json.h"
#include "gifting/selection/statements.h"

namespace giftbox::gifting {

using books::WriteTransaction;
using foundation::Month;
using foundation::Refusal;

namespace {

[[noreturn]] void refuse(const WriteTransaction& tx, Month month,
                         const sql::CountChoices::Row& list)
{
    if (list.chosen == 0) {
        throw Refusal("choice.nothing_to_approve", {{"month", month}});
    }
    const auto approval =
        tx.database().query(sql::Approval{.storeId = tx.storeId(), .eventSeq = list.lastApproval});
    throw Refusal(
        "choice.nothing_to_approve/approved",
        {{"month", month}, {"actor", approval->actor}, {"approved_at", approval->recordedAt}});
}

} // namespace

ApprovedList approveChoices(WriteTransaction& tx, Month month)
{
    tx.requireOpen(month);
    const auto list =
        *tx.database().query(sql::CountChoices{.storeId = tx.storeId(), .month = month});
    if (list.waiting == 0) {
        refuse(tx, month, list);
    }
    tx.database().execute(sql::ApproveChoices{.storeId = tx.storeId(),
                                              .approvedBy = tx.asker().actor,
                                              .approvedEvent = tx.event().value,
                                              .month = month});
    tx.record(
        "choice.approve", "month " + toText(month),
        foundation::JsonObject().add("approved", list.waiting).add("all", list.chosen).text());
    return {.approved = list.waiting, .all = list.chosen, .room = gifting::roomOf(tx, month)};
}

} // namespace giftbox::gifting
