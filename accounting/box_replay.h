#pragma once

#include "accounting/chain_check.h"
#include "accounting/stock_replay.h"
#include "budget/month_book.h"

namespace giftbox::accounting {

/// Adds up each box's movements beside the boxes, and the boxes into months.
class BoxReplay {
public:
    BoxReplay(const books::ReadTransaction& tx, const LastNumbers& last, const StockReplay& stock,
              FactReplay& facts, Differences& differences);

    void add(const MovementFact& movement);
    /// Compares the month totals and the recipients given a box.
    void finish();

private:
    void finishBox();
    void nextBox(const MovementFact& movement);
    /// The box with this number. Boxes read on the way were planned earlier and packed later, and wait.
    std::optional<BoxFact> takeBox(std::int64_t number);
    /// Its minutes at the rate of the packing day, as known then.
    std::int64_t laborOf(const BoxFact& box) const;
    void countInMonths(const BoxFact& box);
    void compareMonth(std::int64_t month, const budget::MonthTotals& kept,
                      const budget::MonthTotals& recomputed);
    void compareMonths();
    /// For boxes not imported with movements.
    std::int64_t numbersLeftOut() const;
    void compareReturned();
    void compareRecipients();
    void differ(std::int64_t box, const std::string& sentence);
    std::string amount(std::int64_t minor) const;

    const books::ReadTransaction& tx_;
    const StockReplay& stock_;
    FactReplay& facts_;
    Differences& differences_;
    books::Paged<BoxFact> boxes_;
    std::int64_t lastRecipient_;
    std::int64_t lastBox_;
    std::int64_t boxesRead_ = 0;
    std::optional<BoxFact> box_;
    std::int64_t lastRead_ = 0;
    std::map<std::int64_t, BoxFact> waiting_;
    std::int64_t contents_ = 0;
    std::int64_t packaging_ = 0;
    std::int64_t lastSeq_ = 0;
    std::map<std::int64_t, budget::MonthTotals> months_;
    std::unordered_map<std::int64_t, std::int64_t> unpacked_;
    /// month << 40 | recipient, for each given box.
    std::vector<std::int64_t> given_;
};

} // namespace giftbox::accounting
