#pragma once

#include "books/books.h"
#include "gifting/exemption.h"

#include <optional>
#include <string>
#include <vector>

namespace giftbox::gifting {

/// What is known of a recipient and may speak against a box in a month. The box to which their selection of this month led does not.
struct Standing {
    /// By the end of the month.
    std::optional<foundation::Date> lastGivenOn;
    /// Packed before the month and not given yet.
    std::optional<foundation::Date> waitsSince;
    bool doNotGift = false;
    /// Codes of the others of their household or fleet who are chosen for the month or have a box in it, in order.
    std::vector<std::string> sameHousehold;

    bool operator==(const Standing&) const = default;
};

/// One thing that speaks against a box. `kept` names nobody, so that it may be kept; `shown` has the codes of others
/// whom it is about.
struct Warning {
    foundation::Sentence kept;
    foundation::Sentence shown;
};

/// What speaks against a box in the month: one was given to them fewer than `minimumGiftInterval` months before it, one packed before waits for them, another of their household or
/// fleet gets one, they are marked do-not-gift. Pure.
std::vector<Warning> warningsFor(const Standing& standing, foundation::Month month,
                                 std::int64_t minimumGiftInterval);

/// For people to read, with codes.
std::vector<foundation::Sentence> shownWarnings(const std::vector<Warning>& warnings);
/// To be kept, without codes, as foundation::keptText.
std::string keptText(const std::vector<Warning>& warnings);

/// That a recipient is on a month's list, and what was said when they were put there. `approvedBy` is empty until a manager has approved it.
struct Selection {
    std::string selectedBy;
    std::string warnings;
    std::string exceptionReason;
    std::string approvedBy;

    bool isApproved() const { return !approvedBy.empty(); }
    bool operator==(const Selection&) const = default;
};

/// Why one adviser has nominated a recipient.
struct Reason {
    std::string adviser;
    std::string department;
    std::string words;

    bool operator==(const Reason&) const = default;
};

/// Somebody nominated for a month.
struct Candidate {
    books::RecipientNo recipient;
    std::string code;
    std::string name;
    /// Of the nominations that are neither withdrawn nor declined, first nominated first.
    std::vector<Reason> reasons;
    Standing standing;
    std::vector<Warning> warnings;
    /// Nominations of earlier months, those withdrawn left out, since they were last chosen.
    std::int64_t timesPassedOver = 0;
    std::optional<Selection> selection;
};

/// Everybody nominated or chosen for the month: who has most nominations first, then who has waited through most, then by code. Five
/// statements, however many they are.
std::vector<Candidate> candidatesOf(const books::ReadTransaction& tx, foundation::Month month);

/// Why the recipient of this code was chosen for the month against a warning; none unless a manager has approved it. This reason lets a box be
/// packed for somebody who is marked do-not-gift.
std::optional<Exemption> approvedException(const books::ReadTransaction& tx, std::string_view code,
                                           foundation::Month month);

} // namespace giftbox::gifting
