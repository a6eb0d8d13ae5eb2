#include "gifting/selection/nomination.h"

#include "foundation/fold.h"
#include "foundation/text.h"
#include "gifting/selection/statements.h"

namespace giftbox::gifting {

using books::ReadTransaction;
using foundation::Refusal;

namespace {

template <class R>
Nomination nominationOf(const R& row)
{
    Nomination one{.number = NominationNo{row.nominationNo},
                   .month = row.month,
                   .recipient = books::RecipientNo{row.recipientNo},
                   .recipientCode = std::string(row.recipientCode),
                   .recipientName = std::string(row.recipientName),
                   .adviser = std::string(row.adviser),
                   .department = std::string(row.department),
                   .reason = std::string(row.reason),
                   .state = parseNominationState(row.state),
                   .answer = std::string(row.answer)};
    if (one.state == NominationState::Open && row.isSelected != 0) {
        one.state = NominationState::Selected;
    }
    return one;
}

} // namespace

std::string_view toText(NominationState state)
{
    switch (state) {
    case NominationState::Open:
        return "open";
    case NominationState::Selected:
        return "selected";
    case NominationState::Withdrawn:
        return "withdrawn";
    case NominationState::Declined:
        break;
    }
    return "declined";
}

NominationState parseNominationState(std::string_view text)
{
    for (const NominationState state : {NominationState::Open, NominationState::Selected,
                                        NominationState::Withdrawn, NominationState::Declined}) {
        if (toText(state) == text) {
            return state;
        }
    }
    throw Refusal("nomination.state_unknown", {{"text", text}});
}

Nomination requireNomination(const ReadTransaction& tx, NominationNo number)
{
    const auto found = tx.database().query(
        sql::FindNomination{.storeId = tx.storeId(), .nominationNo = number.value});
    if (!found) {
        throw Refusal("nomination.unknown", {{"number", number.value}});
    }
    return nominationOf(*found);
}

void listNominations(const ReadTransaction& tx, const NominationFilter& filter,
                     const std::function<void(const Nomination&)>& visit)
{
    const auto visitAll = [&](auto rows) {
        for (const auto& row : rows) {
            const Nomination one = nominationOf(row);
            if ((!filter.month || one.month == *filter.month) &&
                (!filter.adviser || foundation::sameFolded(one.adviser, *filter.adviser)) &&
                (!filter.state || one.state == *filter.state)) {
                visit(one);
            }
        }
    };
    foundation::Reader& database = tx.database();
    if (filter.recipient) {
        visitAll(database.query(sql::NominationsOfRecipient{
            .storeId = tx.storeId(), .recipientNo = filter.recipient->value}));
    } else if (filter.month) {
        visitAll(database.query(
            sql::NominationsOfMonth{.storeId = tx.storeId(), .month = *filter.month}));
    } else {
        visitAll(database.stream(sql::NominationsAll{.storeId = tx.storeId()}));
    }
}

} // namespace giftbox::gifting
