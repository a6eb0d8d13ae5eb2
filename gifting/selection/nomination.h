#pragma once

#include "books/books.h"

#include <functional>
#include <optional>
#include <string>

namespace giftbox::gifting {

using NominationNo = foundation::Id<struct NominationTag>;

/// Open until the adviser withdraws or a manager declines it. Chosen means open with the recipient on the month's
/// list.
enum class NominationState { Open, Selected, Withdrawn, Declined };

std::string_view toText(NominationState state);
/// `open`, `selected`, `withdrawn` or `declined`. Throws Refusal `nomination.state_unknown`.
NominationState parseNominationState(std::string_view text);

/// A nomination: recipient, month, adviser and reason.
struct Nomination {
    NominationNo number;
    foundation::Month month;
    books::RecipientNo recipient;
    std::string recipientCode;
    std::string recipientName;
    std::string adviser;
    std::string department;
    std::string reason;
    NominationState state = NominationState::Open;
    /// The reason it was withdrawn or declined; for an open one, the reason its recipient was taken off the list.
    /// Empty otherwise.
    std::string answer;
};

/// Throws Refusal `nomination.unknown`.
Nomination requireNomination(const books::ReadTransaction& tx, NominationNo number);

struct NominationFilter {
    std::optional<foundation::Month> month;
    std::optional<std::string> adviser;
    std::optional<books::RecipientNo> recipient;
    std::optional<NominationState> state;
};
/// Visits them in the order of their numbers.
void listNominations(const books::ReadTransaction& tx, const NominationFilter& filter,
                     const std::function<void(const Nomination&)>& visit);

} // namespace giftbox::gifting
