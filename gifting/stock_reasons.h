#pragma once

#include "books/books.h"

namespace giftbox::gifting {

/// The reason that needs words, and stays on the list.
inline constexpr std::string_view kOtherReason = "other";

/// A reason of write-offs and differences of counts.
struct StockReason {
    std::string name;
    bool isListed = true; ///< else it was retired
};

/// The reasons of a store [reasons]: those that every store begins with, then its own, in the order they were added.
class StockReasons {
public:
    /// One statement.
    explicit StockReasons(const books::ReadTransaction& tx);

    std::vector<StockReason> all() const { return all_; }
    /// What is recorded for a reason as typed, `damage` or `damage: dropped`, and words beside it. Any other text is
    /// kept: it is `other` with these words. Throws Refusal `reason.retired`, `reason.words_needed` (`other` without
    /// any), `reason.unknown` (words beside a reason that is not on the list).
    std::string recorded(const std::string& reason, const std::string& words = {}) const;
    /// The reason that a recorded text has, in the spelling of the list.
    const std::string& of(std::string_view recorded) const;
    /// nullptr if there never was one.
    const StockReason* find(std::string_view name) const;

private:
    std::vector<StockReason> all_;
};

/// Puts a reason on the list. Throws Refusal `reason.exists`, `reason.malformed` (a colon in it), `text.missing`.
StockReason addReason(books::WriteTransaction& tx, const std::string& name);
/// Takes a reason off the list; what was recorded with it stays. Throws Refusal `reason.unknown`, `reason.retired`,
/// `reason.other_stays`.
StockReason retireReason(books::WriteTransaction& tx, const std::string& name);

} // namespace giftbox::gifting
