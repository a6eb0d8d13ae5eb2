#include "exchange/export.h"
#include "exchange/import_deliveries.h"
#include "exchange/import_orders.h"
#include "exchange/import_suppliers.h"
#include "purchasing/correct_receipt.h"
#include "tests/purchasing/order_fixture.h"

#include <sstream>

namespace giftbox::tests::import_purchases_test {
namespace {

using exchange::ImportSummary;
using purchasing::OrderNo;

/// Orders and deliveries as files.
class ImportPurchases : public OrderFixture {
protected:
    template <class Importer>
    ImportSummary import(const Importer& importer, const std::string& file)
    {
        std::istringstream in(file);
        return write([&](auto& tx) {
            return importer(tx, exchange::ImportSource{.in = in,
                                                       .fileName = "file.csv",
                                                       .ignored = {},
                                                       .progress = [](std::int64_t) {}});
        });
    }
    std::string orders()
    {
        return csv([](const auto& tx, auto& out) { exchange::exportOrders(tx, out); });
    }
    std::string deliveries()
    {
        return csv([](const auto& tx, auto& out) { exchange::exportDeliveries(tx, {}, out); });
    }
    std::string receiptsFile()
    {
        return csv([](const auto& tx, auto& out) { exchange::exportReceipts(tx, {}, out); });
    }
    template <class Importer>
    std::string badRows(const Importer& importer, const std::string& file)
    {
        std::string rows;
        const Refusal refused = EXPECT_REFUSAL("import.rejected", import(importer, file));
        for (const auto& row : refused.badRows()) {
            rows += std::to_string(row.line) + ": " + row.column + ": " + row.sentence + "\n";
        }
        return rows;
    }
    std::vector<purchasing::RecordedStep> steps(OrderNo number)
    {
        return read([&](const auto& tx) { return purchasing::stepsOf(tx, number); });
    }
    /// Orders in every state, and deliveries for two of them and for none.
    void buy()
    {
        for (int i = 0; i < 6; ++i) {
            draft("CAPS", {{"HAT-01", 6}, {"MUG-01", 3}});
            line({i + 1}, "MUG-01", 3, "10.00");
        }
        did([](auto& tx) { purchasing::editOrder(tx, {.order = {6}, .note = "by van, \"now\""}); });
        for (std::int64_t number = 2; number <= 5; ++number) {
            approve({number});
        }
        cancel({6});
        for (std::int64_t number = 3; number <= 5; ++number) {
            place({number});
        }
        come({3}, {{"HAT-01", 2}}, "DN-1");
        closeShort({3});
        const auto last = come({4});
        come({5}, {{"MUG-01", 1}, {"MUG-01", 2}}, "DN-3");
        comes({.source = "parts_transfer",
               .reference = "T-5",
               .authorizedBy = "Dana",
               .lines = {{.sku = "HAT-01", .units = 1, .cost = money("4.00")}}});
        write([&](auto& tx) {
            return purchasing::correctReceipt(
                tx, {.lot = last[0].lot.lot, .units = 5, .reference = "DN-2", .reason = "typed"});
        });
    }
};
GIFTBOX_ON_BOTH_ENGINES(ImportPurchases);

TEST_P(ImportPurchases, GivesTheSameFilesAgainInAnEmptyStore)
{
    buy();
    const std::string ofOrders = orders();
    const std::string ofDeliveries = deliveries();
    const std::string ofReceipts = receiptsFile();
    const std::string ofItems =
        csv([](const auto& tx, auto& out) { exchange::exportItems(tx, out); });
    const std::string ofSuppliers =
        csv([](const auto& tx, auto& out) { exchange::exportSuppliers(tx, out); });
    EXPECT_EQ(import(exchange::importOrders, ofOrders).unchanged, 6);
    EXPECT_EQ(import(exchange::importDeliveries, ofDeliveries).unchanged, 4);
    std::vector<std::string> states;
    for (std::int64_t number = 1; number <= 6; ++number) {
        states.push_back(stateOf({number}));
    }
    EXPECT_EQ(states,
              (std::vector<std::string>{"draft", "approved", "closed_short", "partly_received",
                                        "partly_received", "cancelled"}));
    const auto stepsOfThird = steps({3});
    ASSERT_EQ(stepsOfThird.size(), 3U) << "approved, ordered, closed short";
    openStore("USD", "0.00", 0);
    importItems(ofItems);
    import(exchange::importSuppliers, ofSuppliers);
    EXPECT_EQ(import(exchange::importOrders, ofOrders).added, 6);
    EXPECT_EQ(steps({3}), stepsOfThird);
    EXPECT_EQ(import(exchange::importDeliveries, ofDeliveries).added, 4);
    EXPECT_EQ(importReceipts(ofReceipts).added, 1) << "what came without a delivery";
    EXPECT_EQ(orders(), ofOrders);
    EXPECT_EQ(deliveries(), ofDeliveries);
    for (std::int64_t number = 1; number <= 6; ++number) {
        EXPECT_EQ(stateOf({number}), states.at(static_cast<std::size_t>(number - 1))) << number;
    }
    EXPECT_EQ(import(exchange::importDeliveries, ofDeliveries).unchanged, 4);
}

TEST_P(ImportPurchases, KeepsTheDayOfEachStepOfAnOrderAndWhoTookIt)
{
    const std::string file =
        "order,supplier,expected_on,state,approved_on,approved_by,ordered_on,ordered_by,ended_on,"
        "ended_by,reason,note,ship_to,sku,units,cost\r\n"
        "PO-1,CAPS,2026-06-20,closed_short,2026-05-02,Mia,2026-05-04,Ray,2026-05-20,Mia,"
        "sold out,,,HAT-01,6,30.00\r\n"
        "PO-2,CAPS,2026-06-20,ordered,,,2026-05-04,Ray,,,by phone,,,HAT-01,6,30.00\r\n";
    EXPECT_EQ(import(exchange::importOrders, file).added, 2);
    using enum purchasing::OrderState;
    EXPECT_EQ(steps({1}), (std::vector<purchasing::RecordedStep>{
                              {Approved, day("2026-05-02"), "", "Mia"},
                              {Ordered, day("2026-05-04"), "", "Ray"},
                              {ClosedShort, day("2026-05-20"), "sold out", "Mia"}}));
    EXPECT_EQ(orders(), file);
    EXPECT_EQ(import(exchange::importOrders, file).unchanged, 2);
    EXPECT_EQ(verify(), std::vector<std::string>{});
    EXPECT_EQ(import(exchange::importOrders,
                     "order,supplier,expected_on,state,step_on,reason,sku,units,cost\n"
                     "1,CAPS,2026-06-20,closed_short,2026-05-20,sold out,HAT-01,6,30.00\n")
                  .unchanged,
              1)
        << "a file of before";
    const std::string head =
        "order,supplier,expected_on,state,approved_on,ordered_on,ordered_by,ended_on,reason,sku,"
        "units\n";
    EXPECT_EQ(badRows(exchange::importOrders,
                      head + "3,CAPS,2026-06-20,approved,2026-05-02,2026-05-03,,,,HAT-01,2\n"
                             "4,CAPS,2026-06-20,ordered,2026-05-02,2026-05-01,,,,HAT-01,2\n"
                             "5,CAPS,2026-06-20,cancelled,,,Ray,2026-05-01,late,HAT-01,2\n"),
              "2: ordered_on: The state is of an earlier step. Leave this empty, or correct the "
              "state.\n"
              "3: ordered_on: This is before the step before it, on 2026-05-02. Correct one of "
              "them.\n"
              "4: ordered_by: This step has no day. Enter one, or leave this empty.\n");
    EXPECT_EQ(badRows(exchange::importOrders,
                      head + "1,CAPS,2026-06-20,closed_short,2026-05-01,2026-05-04,,2026-05-20,"
                             "sold out,HAT-01,6\n"),
              "2: order: The books already have PO-1 with other values.\n");
}

TEST_P(ImportPurchases, SaysEveryFaultOfAFileOfOrders)
{
    EXPECT_EQ(badRows(exchange::importOrders,
                      "order,supplier,expected_on,state,step_on,reason,sku,units\n"
                      "PO-1,NOBODY,2026-06-20,draft,,,HAT-01,2\n"
                      "x,CAPS,2026-06-20,draft,,,HAT-01,2\n"
                      "2,CAPS,2026-06-20,sent,2026-06-01,,HAT-01,2\n"
                      "3,CAPS,2026-06-20,ordered,,,HAT-01,0\n"
                      "4,CAPS,2026-06-20,cancelled,2026-06-01,,HAT-01,2\n"
                      "5,CAPS,2026-06-20,,,,HAT-01,2\n"
                      "5,MUGS,2026-06-20,,,,MUG-01,2\n"
                      "5,CAPS,2026-06-20,,,,HAT-01,1\n"),
              "2: supplier: There is no supplier \"NOBODY\".\n"
              "3: order: \"x\" is no number of an order. Enter it as PO-7.\n"
              "4: state: \"sent\" is not valid. Enter draft, approved, ordered, closed_short or "
              "cancelled.\n"
              "4: step_on: A draft has no step. Leave this empty.\n"
              "5: ordered_on: Enter the day of the step that led to the state.\n"
              "5: units: The units are 0. Enter a whole number from 1 to 1000000000.\n"
              "6: reason: Enter the reason. It cannot be empty.\n"
              "8: order: Line 7 has the same order with other values. Give every row of an order "
              "the same.\n"
              "9: sku: PO-5 already has item HAT-01. Keep one line.\n");
    draft("CAPS", {{"HAT-01", 6}});
    EXPECT_EQ(badRows(exchange::importOrders,
                      "order,supplier,expected_on,sku,units\n1,CAPS,2026-06-20,HAT-01,7\n"),
              "2: order: The books already have PO-1 with other values.\n");
}

TEST_P(ImportPurchases, SaysEveryFaultOfAFileOfDeliveries)
{
    draft("CAPS", {{"HAT-01", 6}});
    ordered();
    EXPECT_EQ(badRows(exchange::importDeliveries,
                      "delivery,received_on,order,sku,units,total_cost,document,supplier\n"
                      "1,2026-06-02,PO-1,HAT-01,2,10.00,D-1,Cap Works\n"
                      "2,2026-06-02,PO-2,MUG-01,2,10.00,D-2,Cap Works\n"
                      "3,2026-06-02,PO-9,HAT-01,2,10.00,D-3,Cap Works\n"
                      "4,2026-06-02,,HAT-01,2,10.00,D-4,Cap Works\n"
                      "4,2026-06-03,,MUG-01,2,10.00,D-4,Cap Works\n"
                      "5,2026-06-01,,HAT-01,4,20.00,INV-1,CAPS\n"),
              "2: order: PO-1 is draft. Only what was ordered can have come.\n"
              "3: sku: Item MUG-01 is not on PO-2. Receive it as another delivery, without the "
              "order.\n"
              "4: order: PO-9 is not in the books. Import the orders first.\n"
              "6: delivery: Line 5 has the same delivery with other values. Give every row of a "
              "delivery the same.\n"
              "7: reference: Receipt INV-1 for item HAT-01 is already recorded: 4 units for 20.00 "
              "USD on 2026-06-01 from Cap Works.\n");
    come({2}, {{"HAT-01", 2}}, "D-1");
    EXPECT_EQ(badRows(exchange::importDeliveries,
                      "delivery,received_on,sku,units,total_cost\n1,2026-06-15,HAT-01,3,10.00\n"),
              "2: delivery: The books already have delivery 1 with other values.\n");
}

} // namespace
} // namespace giftbox::tests::import_purchases_test
