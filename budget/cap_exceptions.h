#pragma once

#include "budget/authorize.h"

#include <span>

namespace giftbox::budget {

/// The decision about an exceeded cap.
enum class Step { Plan, Pack, Give, Receive, Order };

/// A step of a box, lot or order, and the month it counts in.
struct Decided {
    Step step = Step::Pack;
    foundation::Month month;
    std::optional<books::BoxNo> box = {};
    std::optional<books::LotNo> lot = {};
    std::optional<std::int64_t> order = {};
};

/// Exceeded caps of decisions, one row each. Only this class writes `cap_exception`.
class CapExceptions {
public:
    CapExceptions();
    void add(const Decided& decided, const Verdict& verdict);
    /// Writes the added rows as facts of the transaction's event; runs no statement if there are none.
    void write(books::WriteTransaction& tx);
    /// Writes them for an event recorded before these rows existed. They are not among its facts.
    void write(foundation::Database& database, books::StoreId store, books::EventSeq event);
    bool empty() const { return rows_.empty(); }
    /// The digest of the added rows not written yet.
    std::string digest() const;

private:
    foundation::Batch rows_;
    std::int64_t lines_ = 0;
};

} // namespace giftbox::budget
