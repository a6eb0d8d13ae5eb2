#include "program/nomination.h"

#include "foundation/fold.h"
#include "foundation/text.h"

namespace giftbox::program {

using books::ReadTransaction;
using foundation::Month;
using foundation::Refusal;
using foundation::Row;
using foundation::Rows;

namespace {

Nomination nominationOf(const Row& row)
{
    Nomination one{.number = NominationNo{row.integer(0)},
                   .month = Month(static_cast<std::int32_t>(row.integer(1))),
                   .recipient = books::RecipientNo{row.integer(2)},
                   .recipientCode = row.string(3),
                   .recipientName = row.string(4),
                   .adviser = row.string(5),
                   .department = row.string(6),
                   .reason = row.string(7),
                   .state = parseNominationState(row.text(8)),
                   .answer = row.string(9)};
    if (one.state == NominationState::Open && row.integer(10) != 0) {
        one.state = NominationState::Chosen;
    }
    return one;
}

Rows nominationsLike(const ReadTransaction& tx, const NominationFilter& filter)
{
    foundation::Database& database = tx.database();
    if (filter.recipient) {
        return database.query(
            "program/nominations_of_recipient",
            {{"store_id", tx.storeId()}, {"recipient_no", filter.recipient->value}});
    }
    if (filter.month) {
        return database.query("program/nominations_of_month",
                              {{"store_id", tx.storeId()}, {"month", filter.month->number()}});
    }
    return database.stream("program/nominations_all", {{"store_id", tx.storeId()}});
}

} // namespace

std::string_view toText(NominationState state)
{
    switch (state) {
    case NominationState::Open:
        return "open";
    case NominationState::Chosen:
        return "chosen";
    case NominationState::Withdrawn:
        return "withdrawn";
    case NominationState::Declined:
        break;
    }
    return "declined";
}

NominationState parseNominationState(std::string_view text)
{
    for (const NominationState state : {NominationState::Open, NominationState::Chosen,
                                        NominationState::Withdrawn, NominationState::Declined}) {
        if (toText(state) == text) {
            return state;
        }
    }
    throw Refusal("nomination.state_unknown", "the state is " + foundation::quoted(text) +
                                                  "; expected open, chosen, withdrawn or declined");
}

Nomination requireNomination(const ReadTransaction& tx, NominationNo number)
{
    Rows rows = tx.database().query("program/find_nomination",
                                    {{"store_id", tx.storeId()}, {"nomination_no", number.value}});
    if (!rows.next()) {
        throw Refusal("nomination.unknown", "there is no nomination " +
                                                std::to_string(number.value) +
                                                "; `giftbox nomination list` shows them");
    }
    return nominationOf(rows.row());
}

void listNominations(const ReadTransaction& tx, const NominationFilter& filter,
                     const std::function<void(const Nomination&)>& visit)
{
    for (Rows rows = nominationsLike(tx, filter); rows.next();) {
        const Nomination one = nominationOf(rows.row());
        if ((!filter.month || one.month == *filter.month) &&
            (!filter.adviser || foundation::sameFolded(one.adviser, *filter.adviser)) &&
            (!filter.state || one.state == *filter.state)) {
            visit(one);
        }
    }
}

} // namespace giftbox::program
