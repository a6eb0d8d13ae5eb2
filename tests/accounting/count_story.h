#pragma once

#include "gifting/counting/post_count.h"
#include "gifting/counting/record_count.h"
#include "gifting/counting/start_count.h"
#include "gifting/stock_reasons.h"
#include "tests/support/store_fixture.h"

namespace giftbox::tests {

/// A count of all items that is posted, and one of cartons that is cancelled, on a day of May; `write` is that of the
/// fixture.
template <class Write>
void tellOfCounts(const Write& write)
{
    using gifting::CountNo;
    const auto counts = [&](std::int64_t number, std::int64_t units) {
        write([&](auto& tx) {
            return gifting::recordCount(tx, CountNo{number},
                                        {.sku = "CARTON", .units = units, .foundCost = Money{200}});
        });
    };
    write([](auto& tx) { return gifting::startCount(tx, {.on = day("2026-05-02")}); });
    counts(1, 90);
    counts(1, 17);
    write([](auto& tx) {
        return gifting::postCount(
            tx, {.number = CountNo{1}, .reason = "stock-take", .leavesUncounted = true});
    });
    write(
        [](auto& tx) { return gifting::startCount(tx, {.on = day("2026-05-02"), .bin = "C-3"}); });
    counts(2, 16);
    write([](auto& tx) { return gifting::cancelCount(tx, CountNo{2}, "later"); });
    write([](auto& tx) { return gifting::addReason(tx, "given to a club"); });
    write([](auto& tx) { return gifting::retireReason(tx, "found"); });
}

} // namespace giftbox::tests
