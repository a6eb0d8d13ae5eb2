#pragma once

#include "books/books.h"
#include "budget/gift_limit.h"
#include "gifting/exemption.h"

#include <optional>
#include <string>
#include <vector>

namespace giftbox::gifting {

/// The facts about a recipient that may cause warnings for a month, without the box that their selection for this
/// month led to.
struct Standing {
    /// By the end of the month.
    std::optional<foundation::Date> lastGivenOn;
    /// Packed before the month and not given yet.
    std::optional<foundation::Date> waitsSince;
    bool doNotGift = false;
    bool unconfirmed = false;
    /// The codes, in order, of others in their household or fleet who are selected for the month or have a box in it.
    std::vector<std::string> sameHousehold;
    /// Under each gift limit that the store acts on, on the first day of the month.
    std::vector<budget::LimitStanding> limits;

    bool operator==(const Standing&) const = default;
};

/// One warning. `kept` names nobody, so it can be stored; `shown` has the codes of others it is about.
struct Warning {
    foundation::Sentence kept;
    foundation::Sentence shown;
};

/// What speaks against a box in the month: one was given to them fewer than `apart` months before it, one packed before
/// waits for them, another of their household or fleet gets one, they are marked do-not-gift, they are
/// not confirmed yet, and what they got so far counts to a gift limit. Pure.
std::vector<Warning> warningsFor(const books::Store& store, const Standing& standing,
                                 foundation::Month month, std::int64_t apart);

/// For people, with codes.
std::vector<foundation::Sentence> shownWarnings(const std::vector<Warning>& warnings);
/// For storage, without codes, like foundation::keptText.
std::string keptText(const std::vector<Warning>& warnings);

/// A recipient's selection for a month, with the warnings and reason from then. `approvedBy` is empty until a manager
/// approves it.
struct Selection {
    std::string selectedBy;
    std::string warnings;
    std::string exceptionReason;
    std::string approvedBy;

    bool isApproved() const { return !approvedBy.empty(); }
    bool operator==(const Selection&) const = default;
};

/// One adviser's reason for nominating a recipient.
struct Reason {
    std::string adviser;
    std::string department;
    std::string words;

    bool operator==(const Reason&) const = default;
};

/// A recipient nominated for a month.
struct Candidate {
    books::RecipientNo recipient;
    std::string code;
    std::string name;
    /// The reasons of nominations neither withdrawn nor declined, oldest first.
    std::vector<Reason> reasons;
    Standing standing;
    std::vector<Warning> warnings;
    /// The number of nominations in earlier months since they were last selected, without withdrawn ones.
    std::int64_t timesPassedOver = 0;
    std::optional<Selection> selection;
};

/// Everybody nominated or selected for the month: first those with the most nominations, then those passed over most
/// often, then by code. Five statements in all, six where the store acts
/// on gift limits.
std::vector<Candidate> candidatesOf(const books::ReadTransaction& tx, foundation::Month month);

/// The exception reason for the selection of the recipient with this code; none unless a manager has approved it. It
/// allows a box for a recipient marked do-not-gift.
std::optional<Exemption> approvedException(const books::ReadTransaction& tx, std::string_view code,
                                           foundation::Month month);

} // namespace giftbox::gifting
