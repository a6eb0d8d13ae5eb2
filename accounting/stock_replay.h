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

/// Replays the movements in the order recorded: every lot, every FIFO draw, every cost. Others compare its totals per
/// month and box.
class StockReplay {
public:
    StockReplay(const books::ReadTransaction& tx, std::int64_t lastLot, FactReplay& facts,
                Differences& differences);

    void add(const MovementFact& movement);
    /// Compares the rest of the open lots.
    void finish();

    bool isContents(std::int64_t item) const;
    /// The movements and their totals, by month.
    std::map<std::int64_t, budget::MonthTotals> months;
    /// The units returned from each unpacked box.
    std::unordered_map<std::int64_t, std::int64_t> returned;

private:
    struct OpenLotState {
        std::int64_t number = 0;
        std::int64_t receivedOn = 0;
        std::int64_t unitsLeft = 0;
        std::int64_t costLeft = 0;
        std::int64_t cameWith = 0; ///< the movement; 0 once something was taken
        std::optional<books::MovementKind> cameAs = {};
        std::int64_t broughtBy = 0; ///< the movement, also once something was taken
    };
    /// A receipt that is corrected once or more: what it has after the corrections so far.
    struct CorrectedReceipt {
        std::int64_t item = 0;
        std::int64_t receivedOn = 0;
        std::int64_t cameWith = 0; ///< the movement
        std::int64_t units = 0;
        std::int64_t cost = 0;
    };
    /// What is stored with a correction.
    struct StoredCorrection {
        std::int64_t lot = 0;
        std::int64_t units = 0;
        std::int64_t cost = 0;
    };
    /// The variance that the next movement must be; none if its cost is 0.
    struct DueVariance {
        std::int64_t lot = 0;
        std::int64_t corrects = 0;
        std::int64_t cost = 0;
    };
    struct ItemLots {
        std::vector<OpenLotState> lots;
        std::size_t head = 0;
    };

    static bool arrivesBefore(const OpenLotState& a, const OpenLotState& b);
    void countInMonth(const MovementFact& movement);
    void putLot(const MovementFact& movement);
    void drawLot(const MovementFact& movement);
    void reverseLot(const MovementFact& movement);
    void bringBack(const MovementFact& movement);
    void returnUnits(const MovementFact& movement);
    void creditUnits(const MovementFact& movement);
    void readCorrections();
    void noteReceipt(const LotFact& lot, const MovementFact& movement);
    void correctLot(const MovementFact& movement);
    void changeLeft(const MovementFact& movement, const CorrectedReceipt& receipt);
    void takeVariance(const MovementFact& movement);
    void requireNoVarianceDue();
    void compareLeft(std::int64_t item, const OpenLotState& kept);
    void differ(const MovementFact& movement, const std::string& sentence);
    std::string amount(std::int64_t minor) const;

    const books::ReadTransaction& tx_;
    FactReplay& facts_;
    Differences& differences_;
    books::Paged<LotFact> lots_;
    std::vector<ItemFact> items_;
    std::vector<ItemLots> open_;
    /// Units that left with a write-off, a count or a return to the supplier, and are neither back nor credited, by
    /// movement.
    std::unordered_map<std::int64_t, MovementFact> gone_;
    std::map<std::int64_t, StoredCorrection> corrections_;         ///< by movement
    std::unordered_map<std::int64_t, CorrectedReceipt> corrected_; ///< by lot; empty until it comes
    DueVariance due_;
    // The last movement's month in months: consecutive movements mostly share it.
    std::int64_t lastMonth_ = 0;
    budget::MonthTotals* totals_ = nullptr;
};

} // namespace giftbox::accounting
