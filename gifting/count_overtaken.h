#pragma once

#include "inventory/shelf.h"

namespace giftbox::gifting {

/// What moved units of an item in one change.
struct MovedSince {
    foundation::Date on;
    books::MovementKind kind = books::MovementKind::Count;
    std::int64_t units = 0; ///< signed
    std::optional<books::BoxNo> box;
    books::EventSeq event;
    std::string actor;
};

/// Until the end of `day`, in movements numbered over `after`, in the order recorded.
std::vector<MovedSince> movedSince(const books::ReadTransaction& tx, books::ItemNo item,
                                   foundation::Date day, std::int64_t after);

/// A count of an item that was at `expected` units by the books when it was counted, and is at `books` now.
struct OvertakenCount {
    std::string sku;
    std::int64_t counted = 0;
    std::int64_t expected = 0;
    std::int64_t books = 0;

    /// What was counted, and what has moved since.
    std::int64_t adjusted() const { return counted + books - expected; }
};

/// The refusal of a count that was overtaken: both numbers, what happened, and what the count would be now.
class CountOvertaken : public foundation::Refusal {
public:
    CountOvertaken(const OvertakenCount& count, const std::vector<MovedSince>& happened);
    const OvertakenCount& count() const { return count_; }

private:
    OvertakenCount count_;
};

/// Throws CountOvertaken with what has happened since the books said `count.expected` at the end of `day`, where they did so lately.
[[noreturn]] void refuseOvertaken(books::WriteTransaction& tx, books::ItemNo item,
                                  foundation::Date day, const OvertakenCount& count);

} // namespace giftbox::gifting
