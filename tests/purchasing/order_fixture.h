#pragma once

#include "purchasing/approve_order.h"
#include "purchasing/change_order.h"
#include "purchasing/draft_orders.h"
#include "purchasing/receive_delivery.h"
#include "purchasing/reverse_receipt.h"
#include "purchasing/set_supplier.h"
#include "tests/support/store_fixture.h"

namespace giftbox::tests {

/// Two suppliers with an item each: HAT-01 of CAPS, bought at 5.00 apiece, and MUG-01 of MUGS, never bought.
class OrderFixture : public StoreFixture {
protected:
    void prepare() override
    {
        supplier({.code = "CAPS", .name = "Cap Works", .leadTimeDays = 10});
        supplier({.code = "MUGS", .name = "Mug Works"});
        item("HAT-01");
        item("MUG-01");
        edit("HAT-01", {{"supplier", "cap works"},
                        {"reorder_point", "5"},
                        {"par_level", "20"},
                        {"pack_size", "4"}});
        edit("MUG-01", {{"supplier", "MUGS"}, {"reorder_point", "2"}, {"par_level", "9"}});
        receive({.sku = "HAT-01",
                 .units = 4,
                 .cost = {2000},
                 .receivedOn = day("2026-06-01"),
                 .reference = "INV-1",
                 .supplier = "CAPS"});
    }
    void supplier(purchasing::Supplier one)
    {
        one.currency = foundation::currencyOf("USD");
        did([&](auto& tx) { purchasing::addSupplier(tx, one); });
    }
    template <class Work>
    void did(const Work& work)
    {
        write([&](auto& tx) {
            work(tx);
            return 0;
        });
    }
    purchasing::OrderNo draft(const std::string& from,
                              std::vector<purchasing::OrderRequest::Line> lines,
                              const std::string& expected = "2026-06-20")
    {
        return write([&](auto& tx) {
            return purchasing::draftOrder(
                tx, {.supplier = from, .lines = std::move(lines), .expectedOn = day(expected)});
        });
    }
    std::vector<purchasing::OrderNo> draftRestock()
    {
        return write([](auto& tx) { return purchasing::draftRestock(tx); });
    }
    void line(purchasing::OrderNo order, const std::string& sku, std::int64_t units,
              const std::optional<std::string>& cost = {})
    {
        const auto amount = cost ? std::optional(money(*cost)) : std::nullopt;
        did([&](auto& tx) {
            purchasing::setOrderLine(tx,
                                     {.order = order, .sku = sku, .units = units, .cost = amount});
        });
    }
    std::vector<budget::PassedCap>
    approve(purchasing::OrderNo order,
            purchasing::Approver approver = purchasing::Approver::Manager)
    {
        return write([&](auto& tx) { return purchasing::approveOrder(tx, order, approver); });
    }
    void place(purchasing::OrderNo order)
    {
        did([&](auto& tx) { purchasing::placeOrder(tx, order); });
    }
    void closeShort(purchasing::OrderNo order, const std::string& reason = "sold out")
    {
        did([&](auto& tx) { purchasing::closeOrderShort(tx, order, reason); });
    }
    void cancel(purchasing::OrderNo order, const std::string& reason = "elsewhere")
    {
        did([&](auto& tx) { purchasing::cancelOrder(tx, order, reason); });
    }
    std::vector<purchasing::ReceivedLine>
    come(purchasing::OrderNo order,
         const std::vector<std::pair<std::string, std::int64_t>>& lines = {},
         const std::string& reference = {})
    {
        purchasing::Delivery delivery{.reference = reference, .order = order};
        for (const auto& [sku, units] : lines) {
            delivery.lines.push_back({.sku = sku, .units = units});
        }
        return comes(std::move(delivery)).lines;
    }
    /// Today.
    purchasing::ReceivedDelivery comes(purchasing::Delivery delivery)
    {
        return write([&](auto& tx) {
            delivery.receivedOn = tx.today();
            return purchasing::receiveDelivery(tx, delivery);
        });
    }
    /// 24 hats for 120.00, expected in five days.
    purchasing::OrderNo ordered()
    {
        const auto number = draft("CAPS", {{"HAT-01", 24}});
        approve(number);
        place(number);
        return number;
    }
    purchasing::Order order(purchasing::OrderNo number)
    {
        return read([&](const auto& tx) { return purchasing::requireOrder(tx, number); });
    }
    std::string stateOf(purchasing::OrderNo number)
    {
        return std::string(toText(order(number).state));
    }
};

} // namespace giftbox::tests
