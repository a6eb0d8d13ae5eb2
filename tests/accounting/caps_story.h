#pragma once

#include "budget/set_cap.h"
#include "gifting/box_tax.h"

namespace giftbox::tests {

/// A cap of 200.00 that rolls over and warns.
void tellOfRollingCap(foundation::Month from, const auto& write)
{
    const budget::Cap rolling{.name = budget::CapName::MonthRestock,
                              .from = from,
                              .amount = {20'000},
                              .action = budget::CapAction::Warn,
                              .rollOver = budget::RollOver::Both,
                              .rollOverMost = {9'000},
                              .warnPercent = 20};
    write([&](auto& tx) { return budget::setCap(tx, rolling, "as agreed"), 0; });
}

/// Box 5, which is packed, is promotion; the store has a purpose and a relationship.
void tellOfGiftWords(foundation::Month from, const auto& write)
{
    write([&](auto& tx) {
        return gifting::setBoxTax(tx, books::BoxNo{5},
                                  {.taxClass = "promotion", .purpose = "a fair"});
    });
    write([&](auto& tx) {
        return gifting::setGiftDefaults(tx, from,
                                        {.purpose = "retention", .relationship = "customer"});
    });
}

} // namespace giftbox::tests
