#pragma once

#include "budget/authorize.h"

#include <span>

namespace giftbox::budget {

/// What was decided when a cap was passed.
enum class Step { Plan, Pack, Give, Receive };

/// A step of a box, or of a lot, and the month that it counts in.
struct Decided {
    Step step = Step::Pack;
    foundation::Month month;
    std::optional<books::BoxNo> box = {};
    std::optional<books::LotNo> lot = {};
};

/// Caps that were passed in decisions, one row for each: the only writer of `cap_exception`.
class CapExceptions {
public:
    CapExceptions();
    void add(const Decided& decided, const Verdict& verdict);
    /// Writes what was added as facts of the event of the transaction; no statement where there is nothing.
    void write(books::WriteTransaction& tx);
    /// As above, for an event that was recorded before there were such rows. They are not among its facts.
    void write(foundation::Database& database, books::StoreId store, books::EventSeq event);
    bool empty() const { return rows_.empty(); }
    /// The digest of what was added and not written yet.
    std::string digest() const;

private:
    foundation::Batch rows_;
    std::int64_t lines_ = 0;
};

} // namespace giftbox::budget
