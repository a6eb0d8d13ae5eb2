#pragma once

#include "accounting/fact_replay.h"
#include "budget/month_book.h"

#include <map>
#include <string>
#include <unordered_map>
#include <vector>

namespace giftbox::accounting {

struct ItemFact {
    bool isContents = true;
    std::string sku;
};

/// Folds the movements in the order recorded: every lot, every FIFO draw, every cost. What it adds up a month or a box is compared by others.
class StockReplay {
public:
    StockReplay(const books::ReadTransaction& tx, std::int64_t lastLot, FactReplay& facts,
                Differences& differences);

    void add(const MovementFact& movement);
    /// Compares what is left of the open lots.
    void finish();

    bool isContents(std::int64_t item) const;
    /// What movements come to, and which they are, by month.
    std::map<std::int64_t, budget::MonthTotals> months;
    /// What came back of each unpacked box.
    std::unordered_map<std::int64_t, std::int64_t> returned;

private:
    struct OpenLotState {
        std::int64_t number = 0;
        std::int64_t receivedOn = 0;
        std::int64_t unitsLeft = 0;
        std::int64_t costLeft = 0;
    };
    struct ItemLots {
        std::vector<OpenLotState> lots;
        std::size_t head = 0;
    };

    static bool arrivesBefore(const OpenLotState& a, const OpenLotState& b);
    void countInMonth(const MovementFact& movement);
    void putLot(const MovementFact& movement);
    void drawLot(const MovementFact& movement);
    void compareLeft(std::int64_t item, const OpenLotState& kept);
    void differ(const MovementFact& movement, const std::string& sentence);
    std::string amount(std::int64_t minor) const;

    const books::ReadTransaction& tx_;
    FactReplay& facts_;
    Differences& differences_;
    books::Paged<LotFact> lots_;
    std::vector<ItemFact> items_;
    std::vector<ItemLots> open_;
    // Where the month of the last movement stands in months: most are of the same month.
    std::int64_t lastMonth_ = 0;
    budget::MonthTotals* totals_ = nullptr;
};

} // namespace giftbox::accounting
