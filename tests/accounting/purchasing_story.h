#pragma once

#include "purchasing/set_supplier.h"
#include "tests/gifting/selection/month_fixture.h"

namespace giftbox::tests {

/// Suppliers and orders in books that have the item PEN-01.
class PurchasingStory : public MonthFixture {
protected:
    void tellOfPurchasing()
    {
        purchasing::Supplier supplier{.code = "PENS", .name = "Pens & Co"};
        supplier.currency = foundation::currencyOf("USD");
        did([&](auto& tx) { purchasing::addSupplier(tx, supplier); });
        did([&](auto& tx) {
            purchasing::editSupplier(tx, "PENS",
                                     {{"email", "orders@example.com"},
                                      {"terms", "net 30"},
                                      {"minimum_order", "5.00"},
                                      {"lead_time_days", "9"}});
        });
        did([&](auto& tx) {
            purchasing::setItemSupplier(tx, {.sku = "PEN-01",
                                             .supplier = "PENS",
                                             .partNumber = "P-1",
                                             .packSize = 3,
                                             .isPreferred = true});
        });
    }

private:
    template <class Work>
    void did(const Work& work)
    {
        write([&](auto& tx) {
            work(tx);
            return 0;
        });
    }
};

} // namespace giftbox::tests
