#pragma once

#include "purchasing/approve_order.h"
#include "purchasing/change_order.h"
#include "purchasing/draft_orders.h"
#include "purchasing/receive_delivery.h"
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
        tellOfOrders();
    }

private:
    /// One is cancelled, one comes in two parts and is closed short.
    void tellOfOrders()
    {
        const foundation::Date expected = day("2026-06-20");
        for (int order = 1; order <= 2; ++order) {
            did([&](auto& tx) {
                purchasing::draftOrder(tx, {.supplier = "PENS",
                                            .lines = {{"PEN-01", 6}},
                                            .expectedOn = expected,
                                            .note = "by van",
                                            .shipTo = "1 Main St"});
            });
        }
        did([](auto& tx) { purchasing::cancelOrder(tx, {1}, "twice"); });
        did([](auto& tx) {
            purchasing::setOrderLine(
                tx, {.order = {2}, .sku = "PEN-01", .units = 8, .cost = Money{900}});
        });
        did([](auto& tx) { purchasing::approveOrder(tx, {2}, purchasing::Approver::Manager); });
        did([](auto& tx) { purchasing::placeOrder(tx, {2}); });
        for (const std::int64_t units : {2, 3}) {
            did([&](auto& tx) {
                purchasing::receiveDelivery(tx, {.receivedOn = tx.today(),
                                                 .order = purchasing::OrderNo{2},
                                                 .lines = {{.sku = "PEN-01", .units = units}}});
            });
        }
        did([](auto& tx) { purchasing::closeOrderShort(tx, {2}, "sold out"); });
        cap("month.restock", "1.00", budget::CapAction::Warn, "2026-07");
        did([](auto& tx) {
            purchasing::draftOrder(
                tx,
                {.supplier = "PENS", .lines = {{"PEN-01", 6}}, .expectedOn = day("2026-07-20")});
        });
        did([](auto& tx) { purchasing::approveOrder(tx, {3}, purchasing::Approver::Manager); });
    }

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
