#pragma once

#include "inventory/shelf.h"

namespace giftbox::gifting {

/// One change that moved units of an item.
struct MovedSince {
    foundation::Date on;
    books::MovementKind kind = books::MovementKind::Count;
    std::int64_t units = 0; ///< signed
    std::optional<books::BoxNo> box;
    books::EventSeq event;
    std::string actor;
};

/// The changes until the end of `day` with movement numbers over `after`, in the order recorded.
std::vector<MovedSince> movedSince(const books::ReadTransaction& tx, books::ItemNo item,
                                   foundation::Date day, std::int64_t after);

/// A count of an item for which the books showed `expected` units at the time of counting, and `books` now.
struct OvertakenCount {
    std::string sku;
    std::int64_t counted = 0;
    std::int64_t expected = 0;
    std::int64_t books = 0;

    /// The counted units adjusted for what has moved since.
    std::int64_t adjusted() const { return counted + books - expected; }
};

/// The refusal of an overtaken count, with both numbers, the movements since, and the adjusted count.
class CountOvertaken : public foundation::Refusal {
public:
    CountOvertaken(const OvertakenCount& count, const std::vector<MovedSince>& happened);
    const OvertakenCount& count() const { return count_; }

private:
    OvertakenCount count_;
};

/// Throws CountOvertaken with the movements since the books showed `count.expected` at the end of `day`, if that was
/// recent.
[[noreturn]] void refuseOvertaken(books::WriteTransaction& tx, books::ItemNo item,
                                  foundation::Date day, const OvertakenCount& count);

} // namespace giftbox::gifting
