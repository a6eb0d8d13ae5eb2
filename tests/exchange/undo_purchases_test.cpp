#include "exchange/export.h"
#include "exchange/import_counts.h"
#include "exchange/import_deliveries.h"
#include "exchange/import_orders.h"
#include "exchange/import_suppliers.h"
#include "exchange/undo_import.h"
#include "gifting/counting/post_count.h"
#include "gifting/counting/start_count.h"
#include "gifting/last_counts.h"
#include "tests/purchasing/order_fixture.h"

#include <sstream>

namespace giftbox::tests::undo_purchases_test {
namespace {

using exchange::Changes;
using exchange::UndoneImport;

/// Imports of suppliers, orders, deliveries and counts, and what undoes them.
class UndoPurchases : public OrderFixture {
protected:
    template <class Importer>
    exchange::ImportSummary import(const Importer& importer, const std::string& file,
                                   Changes changes = Changes::Add)
    {
        std::istringstream in(file);
        return write([&](auto& tx) {
            return importer(tx, exchange::ImportSource{.in = in,
                                                       .fileName = "file.csv",
                                                       .ignored = {},
                                                       .progress = [](std::int64_t) {},
                                                       .changes = changes});
        });
    }
    exchange::ImportSummary counts(const std::string& rows)
    {
        return import(
            [&](auto& tx, exchange::ImportSource source) {
                return exchange::importCounts(tx, std::move(source), day("2026-06-15"));
            },
            "sku,units,reason,count\n" + rows);
    }
    UndoneImport undo(std::int64_t number)
    {
        return write([&](auto& tx) {
            return exchange::undoImport(tx, {.number = number, .reason = "wrong file"});
        });
    }
    std::string inTheWay(std::int64_t number)
    {
        const std::string before = allRows();
        const Refusal refusal = EXPECT_REFUSAL("import.in_use", undo(number));
        EXPECT_EQ(allRows(), before);
        const std::string sentence = refusal.sentence();
        const auto begin = sentence.find("in the way: ") + 12;
        return sentence.substr(begin, sentence.find(". Nothing was undone") - begin);
    }
    std::string suppliers()
    {
        return csv([](const auto& tx, auto& out) { exchange::exportSuppliers(tx, out); });
    }
    std::string orders()
    {
        return csv([](const auto& tx, auto& out) { exchange::exportOrders(tx, out); });
    }
    std::string deliveries()
    {
        return csv([](const auto& tx, auto& out) { exchange::exportDeliveries(tx, {}, out); });
    }
};
GIFTBOX_ON_BOTH_ENGINES(UndoPurchases);

const char* const kSuppliers = "supplier,name,terms\n"
                               "MUGS,Mug Works,net 10\n"
                               "PENS,Pen Shop,net 30\n";

TEST_P(UndoPurchases, OfSuppliersTakesAwayNewOnesAndRestoresOthers)
{
    const std::string before = suppliers();
    import(exchange::importSuppliers, kSuppliers, Changes::Both);
    const UndoneImport done = undo(1);
    EXPECT_EQ(done.removed, 1);
    EXPECT_EQ(done.restored, 1);
    EXPECT_EQ(suppliers(), before);
    EXPECT_REFUSAL("supplier.unknown", draft("PENS", {{"HAT-01", 1}}));
    EXPECT_EQ(verify(), std::vector<std::string>{});

    import(exchange::importSuppliers, kSuppliers, Changes::Both); // code and name are free
    EXPECT_EQ(suppliers(), "supplier,name,email,terms,minimum_order,lead_time_days\r\n"
                           "CAPS,Cap Works,,,,10\r\n"
                           "MUGS,Mug Works,,net 10,,\r\n"
                           "PENS,Pen Shop,,net 30,,\r\n");
    EXPECT_EQ(verify(), std::vector<std::string>{});
}

TEST_P(UndoPurchases, OfSuppliersIsRefusedWhileAnythingNamesThem)
{
    import(exchange::importSuppliers, kSuppliers, Changes::Both);
    import(exchange::importSuppliers, "supplier,name\nTINS,Tin Shop\nBAGS,Bag Shop\n");
    draft("PENS", {{"HAT-01", 1}});
    did([](auto& tx) { purchasing::editSupplier(tx, "MUGS", {{"terms", "net 20"}}); });
    EXPECT_EQ(inTheWay(1), "Mug Works MUGS (changed since), Pen Shop PENS (in use)");
    did([](auto& tx) { purchasing::editSupplier(tx, "MUGS", {{"terms", "net 10"}}); });
    EXPECT_EQ(inTheWay(1), "Pen Shop PENS (in use)");
    receive({.sku = "HAT-01",
             .units = 1,
             .cost = {500},
             .receivedOn = day("2026-06-02"),
             .reference = "T-1",
             .supplier = "tins"});
    did([](auto& tx) {
        purchasing::setItemSupplier(tx, {.sku = "HAT-01", .supplier = "BAGS", .partNumber = "H1"});
    });
    EXPECT_EQ(inTheWay(2), "Tin Shop TINS (in use), Bag Shop BAGS (in use)");
}

const char* const kOrders = "order,supplier,expected_on,state,ordered_on,reason,sku,units,cost\n"
                            "7,CAPS,2026-06-20,ordered,2026-06-02,,HAT-01,6,30.00\n"
                            "8,MUGS,2026-06-20,,,,MUG-01,2,4.00\n";

TEST_P(UndoPurchases, OfOrdersKeepsThemAsUndoneUntilAFileBringsThemAgain)
{
    const std::string before = orders();
    import(exchange::importOrders, kOrders);
    EXPECT_EQ(undo(1).removed, 2);
    EXPECT_EQ(orders(), before);
    EXPECT_EQ(stateOf({7}), "undone");
    EXPECT_EQ(order({7}).reason, "wrong file");
    EXPECT_REFUSAL("order.not_cancelable", cancel({7}));
    EXPECT_REFUSAL("order.not_draft", approve({8}));
    EXPECT_TRUE(read([](const auto& tx) { return purchasing::unfinishedOrders(tx); }).empty());

    EXPECT_EQ(import(exchange::importOrders, kOrders).added, 2);
    EXPECT_EQ(import(exchange::importOrders, kOrders).unchanged, 2);
    EXPECT_EQ(stateOf({7}), "ordered");
    EXPECT_EQ(stateOf({8}), "draft");
    approve({8});
    EXPECT_EQ(stateOf({8}), "approved");
    EXPECT_EQ(verify(), std::vector<std::string>{});
}

TEST_P(UndoPurchases, OfOrdersIsRefusedOnceSomethingCameOrChanged)
{
    import(exchange::importOrders, kOrders);
    approve({8});
    come({7}, {{"HAT-01", 2}}, "DN-1");
    EXPECT_EQ(inTheWay(1), "PO-7 (in use), PO-8 (changed since)");
    EXPECT_EQ(stateOf({7}), "partly_received");
}

TEST_P(UndoPurchases, OfASupplierIsPossibleAgainOnceItsOrdersWereUndone)
{
    import(exchange::importSuppliers, kSuppliers, Changes::Both);
    import(exchange::importOrders,
           "order,supplier,expected_on,sku,units\n9,PENS,2026-06-20,HAT-01,6\n");
    EXPECT_EQ(inTheWay(1), "Pen Shop PENS (in use)");
    undo(2);
    EXPECT_EQ(undo(1).removed, 1);
    const purchasing::SupplierNo of = order({9}).supplier;
    EXPECT_EQ(
        read([&](const auto& tx) { return purchasing::SupplierBook(tx).of(of).supplier.name; }),
        "Pen Shop")
        << "the undone order still says whose it was";
}

const char* const kDeliveries =
    "delivery,received_on,document,order,sku,units,total_cost,supplier\n"
    "3,2026-06-03,DN-3,PO-7,HAT-01,2,10.00,CAPS\n"
    "3,2026-06-03,DN-3,,MUG-01,4,8.00,CAPS\n"
    "5,2026-06-04,DN-5,,MUG-01,1,2.00,MUGS\n";

TEST_P(UndoPurchases, OfDeliveriesReversesTheirReceipts)
{
    import(exchange::importOrders, kOrders);
    const std::string before = deliveries();
    import(exchange::importDeliveries, kDeliveries);
    EXPECT_EQ(stateOf({7}), "partly_received");
    EXPECT_EQ(undo(2).reversed, 3);
    EXPECT_EQ(deliveries(), before);
    EXPECT_EQ(stateOf({7}), "ordered");
    EXPECT_EQ(onShelf("MUG-01"), (OnShelf{0, "0.00"}));
    EXPECT_EQ(onShelf("HAT-01"), (OnShelf{4, "20.00"}));

    EXPECT_EQ(import(exchange::importDeliveries, kDeliveries).added, 2);
    EXPECT_EQ(import(exchange::importDeliveries, kDeliveries).unchanged, 2);
    EXPECT_EQ(undo(3).reversed, 3) << "again, with the lots of the second time";
    EXPECT_EQ(undo(1).removed, 2) << "nothing of the orders stands";
    EXPECT_EQ(verify(), std::vector<std::string>{});
}

TEST_P(UndoPurchases, OfDeliveriesIsRefusedWhileTheirUnitsAreGone)
{
    import(exchange::importOrders, kOrders);
    import(exchange::importDeliveries, kDeliveries);
    writeOff("MUG-01", 2, "2026-06-05");
    EXPECT_EQ(inTheWay(2), "DN-3 for MUG-01 (in use)");
    EXPECT_EQ(onShelf("HAT-01"), (OnShelf{6, "30.00"}));
}

TEST_P(UndoPurchases, OfCountsBringsTheShelfBack)
{
    stock("MUG-01", 4, "8.00", "2026-06-02");
    counts("HAT-01,1,miscount,\nMUG-01,6,found,\n");
    EXPECT_EQ(onShelf("MUG-01"), (OnShelf{6, "12.00"}));
    EXPECT_EQ(undo(1).reversed, 2);
    EXPECT_EQ(onShelf("HAT-01"), (OnShelf{4, "20.00"}));
    EXPECT_EQ(onShelf("MUG-01"), (OnShelf{4, "8.00"}));
    EXPECT_TRUE(read([](const auto& tx) { return gifting::lastCounts(tx); }).empty());
    EXPECT_EQ(verify(), std::vector<std::string>{});
}

TEST_P(UndoPurchases, OfCountsIsRefusedAfterAnotherCountOrOnceFoundUnitsAreUsed)
{
    stock("MUG-01", 4, "8.00", "2026-06-02");
    counts("HAT-01,1,miscount,\nMUG-01,6,found,\n");
    writeOff("MUG-01", 5, "2026-06-15");
    counts("HAT-01,1,miscount,\n");
    EXPECT_EQ(inTheWay(1), "Item HAT-01 HAT-01 (changed since), Item MUG-01 MUG-01 (in use)");
    undo(2);
    EXPECT_EQ(inTheWay(1), "Item MUG-01 MUG-01 (in use)");
}

TEST_P(UndoPurchases, OfCountsWaitsForTheCountThatItsRowsAreIn)
{
    const auto number =
        write([&](auto& tx) { return gifting::startCount(tx, {.on = day("2026-06-15")}).number; });
    counts("HAT-01,1,," + std::to_string(number.value) + "\n");
    EXPECT_EQ(inTheWay(1), "count 1 (open; cancel it first)");
    did([&](auto& tx) { gifting::cancelCount(tx, number, "wrong day"); });
    EXPECT_EQ(undo(1).reversed, 0);
    EXPECT_EQ(verify(), std::vector<std::string>{});
}

} // namespace
} // namespace giftbox::tests::undo_purchases_test
