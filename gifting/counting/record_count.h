#pragma once

#include "gifting/counting/count_session.h"

#include <map>
#include <unordered_map>

namespace giftbox::gifting {

/// What somebody counted of one item, by SKU or barcode.
struct CountedUnits {
    std::string sku;
    std::int64_t units = 0;
    /// The total cost of units found beyond the books; without it they are valued like the newest lot bought.
    std::optional<foundation::Money> foundCost = {};
    /// On the shelf when the count was started, as on a printed sheet: what moved since came or went later. Otherwise
    /// on the shelf now or, of a count that was started later than its day, at the end of that day.
    bool isFromStart = false;
};

/// Records what was counted of an item of an open count; again if it was counted before. Records `count.line`. Throws
/// Refusal `count.unknown`, `count.not_open`, `count.item_not_in`, `count.malformed`, `cost.negative`, `item.unknown`,
/// `item.ambiguous`, `item.barcode_malformed`, `month.closed`.
CountLine recordCount(books::WriteTransaction& tx, CountNo number, const CountedUnits& counted);

/// What a file has counted in one open count. add() leaves everything as it was when it throws.
class CountRecording {
public:
    /// Throws Refusal `count.unknown`, `count.not_open`, `month.closed`.
    CountRecording(books::WriteTransaction& tx, CountNo number);

    /// The item of the count. Throws Refusal `count.item_not_in`, and as inventory::requireItem.
    CountLine& lineOf(const std::string& code);
    /// Throws Refusal as recordCount. Each item once before write().
    void add(const CountedUnits& counted);
    /// The caller records the event.
    void write();

private:
    books::WriteTransaction& tx_;
    CountSession count_;
    std::unordered_map<std::string, CountLine> lines_; ///< by SKU
    std::map<std::int64_t, const CountLine*> added_;   ///< by the items' numbers, as facts are kept
};

} // namespace giftbox::gifting
