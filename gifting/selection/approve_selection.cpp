#include "gifting/selection/approve_selection.h"

#include "foundation/json.h"
#include "gifting/recipient.h"
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

/// Somebody on the list who is not approved yet.
books::RecipientNo requireWaiting(const WriteTransaction& tx, Month month, const std::string& code)
{
    const NumberedRecipient person = requireRecipient(tx, code);
    const auto found = tx.database().query(sql::FindSelection{
        .storeId = tx.storeId(), .month = month, .recipientNo = person.number.value});
    if (!found) {
        throw Refusal("selection.unknown",
                      {{"recipient", person.recipient.code}, {"month", month}});
    }
    if (!found->approvedBy.empty()) {
        throw Refusal(
            "selection.nothing_to_approve/recipient",
            {{"recipient", person.recipient.code}, {"month", month}, {"actor", found->approvedBy}});
    }
    return person.number;
}

} // namespace

ApprovedList approveSelections(WriteTransaction& tx, Month month,
                               const std::optional<std::string>& recipient)
{
    tx.requireOpen(month);
    const std::int64_t only = recipient ? requireWaiting(tx, month, *recipient).value : 0;
    const auto list =
        *tx.database().query(sql::CountSelections{.storeId = tx.storeId(), .month = month});
    if (list.waiting == 0) {
        refuse(tx, month, list);
    }
    tx.database().execute(sql::ApproveSelection{.storeId = tx.storeId(),
                                                .approvedBy = tx.actor().name,
                                                .approvedEvent = tx.event().value,
                                                .month = month,
                                                .onlyRecipientNo = only});
    const std::int64_t approved = only == 0 ? list.waiting : 1;
    foundation::JsonObject detail;
    detail.add("approved", approved).add("all", list.selected);
    if (only != 0) {
        detail.add("recipient", only);
    }
    tx.record("choice.approve", "month " + toText(month), detail.text());
    return {
        .approved = approved, .all = list.selected, .remaining = gifting::remainingOf(tx, month)};
}

} // namespace giftbox::gifting
