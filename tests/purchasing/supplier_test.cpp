#include "accounting/keep_suppliers.h"
#include "purchasing/correct_receipt.h"
#include "purchasing/item_supplier.h"
#include "purchasing/set_supplier.h"
#include "tests/support/store_fixture.h"

namespace giftbox::tests::supplier_test {
namespace {

using purchasing::ItemSupplier;
using purchasing::Supplier;
using purchasing::SupplierBook;

/// The supplier CAP-WORKS, Cap Works, and the item HAT-01.
class SetSupplier : public StoreFixture {
protected:
    void prepare() override
    {
        item("HAT-01");
        addSupplier({.code = "CAP-WORKS", .name = "Cap Works"});
    }
    void addSupplier(Supplier supplier)
    {
        supplier.currency = foundation::currencyOf("USD");
        write([&](auto& tx) {
            purchasing::addSupplier(tx, supplier);
            return 0;
        });
    }
    Supplier editSupplier(const std::string& code, const foundation::Said& said)
    {
        return write([&](auto& tx) { return purchasing::editSupplier(tx, code, said); });
    }
    void atSupplier(const purchasing::ItemSupplierRequest& request)
    {
        write([&](auto& tx) {
            purchasing::setItemSupplier(tx, request);
            return 0;
        });
    }
    std::vector<ItemSupplier> suppliersOf(const std::string& sku)
    {
        return read([&](const auto& tx) {
            return purchasing::suppliersOf(tx, SupplierBook(tx), inventory::requireItem(tx, sku));
        });
    }
    void bought(const std::string& from, const std::string& reference, const std::string& cost)
    {
        receive({.sku = "HAT-01",
                 .units = 10,
                 .cost = money(cost),
                 .receivedOn = day("2026-03-01"),
                 .reference = reference,
                 .supplier = from});
    }
    std::string suppliersInReceipts()
    {
        return csv([&](const auto& tx, auto& out) { exchange::exportReceipts(tx, {}, out); });
    }
};
GIFTBOX_ON_BOTH_ENGINES(SetSupplier);

TEST_P(SetSupplier, IsFoundByCodeAndByEveryNameItHad)
{
    editSupplier("cap-works", {{"name", "Caps Inc"}, {"minimum_order", "120.50"}});
    const Money minimum = money("120.50");
    read([&](const auto& tx) {
        const SupplierBook book(tx);
        for (const char* text : {"CAP-works", "cap  WORKS", "Caps Inc", "caps inc"}) {
            const auto* found = book.find(text);
            EXPECT_TRUE(found != nullptr && found->supplier.name == "Caps Inc") << text;
        }
        EXPECT_EQ(book.find("Caps"), nullptr);
        EXPECT_EQ(book.find(""), nullptr);
        EXPECT_EQ(book.require("CAP-WORKS").supplier.minimumOrder, minimum);
        return 0;
    });
}

TEST_P(SetSupplier, RecordsNothingWhereNothingChanges)
{
    const std::string before = allRows();
    editSupplier("CAP-WORKS", {{"name", "Cap Works"}});
    atSupplier({.sku = "HAT-01", .supplier = "CAP-WORKS"});
    EXPECT_EQ(allRows(), before);
}

TEST_P(SetSupplier, RefusesCodesAndNamesOfAnotherAndBadFields)
{
    editSupplier("CAP-WORKS", {{"name", "Caps Inc"}});
    EXPECT_REFUSAL("supplier.exists", addSupplier({.code = "cap-works", .name = "Other"}));
    EXPECT_REFUSAL("supplier.exists", addSupplier({.code = "B", .name = "CAP works"}));
    EXPECT_REFUSAL("supplier.exists", addSupplier({.code = "B", .name = "Cap-Works"}));
    EXPECT_REFUSAL("supplier.unknown", editSupplier("B", {{"name", "Other"}}));
    EXPECT_REFUSAL("supplier.code_malformed", addSupplier({.code = "a b", .name = "Other"}));
    for (const char* email : {"orders", "@example.com", "a@", "a@b c", "a@b,c@d"}) {
        EXPECT_REFUSAL("supplier.email_malformed", editSupplier("CAP-WORKS", {{"email", email}}));
    }
    EXPECT_REFUSAL("supplier.number_malformed",
                   editSupplier("CAP-WORKS", {{"lead_time_days", "-1"}}));
    EXPECT_REFUSAL("supplier.minimum_order",
                   editSupplier("CAP-WORKS", {{"minimum_order", "-0.01"}}));
    EXPECT_REFUSAL("text.missing", editSupplier("CAP-WORKS", {{"name", ""}}));
}

TEST_P(SetSupplier, GivesReceiptsItsNameAndLeavesOthersAsTyped)
{
    bought("cap-works", "A", "50.00");
    bought("CAP WORKS", "B", "50.00");
    bought("Somebody Else", "C", "50.00");
    const std::string receipts = suppliersInReceipts();
    EXPECT_EQ(receipts.find("cap-works"), std::string::npos) << receipts;
    EXPECT_EQ(receipts.find("CAP WORKS"), std::string::npos) << receipts;
    EXPECT_NE(receipts.find("Somebody Else"), std::string::npos) << receipts;
    write([&](auto& tx) {
        return purchasing::correctReceipt(
            tx, {.lot = {3}, .supplier = "cap-works", .reason = "typed wrong"});
    });
    EXPECT_EQ(suppliersInReceipts().find("Somebody Else"), std::string::npos);
}

TEST_P(SetSupplier, KeepsReceiptsApartUnderAnyOfItsNames)
{
    bought("Cap Works", "INV-1", "50.00");
    editSupplier("CAP-WORKS", {{"name", "Caps Inc"}});
    EXPECT_REFUSAL("receipt.exists", bought("Caps Inc", "INV-1", "50.00"));
    EXPECT_REFUSAL("receipt.exists", bought("cap works", "INV-1", "50.00"));
    const auto again = importReceipts("received_on,sku,units,total_cost,reference,supplier\n"
                                      "2026-03-01,HAT-01,10,50.00,INV-1,Cap Works\n"
                                      "2026-03-02,HAT-01,10,50.00,INV-1,Other\n");
    EXPECT_EQ(again.unchanged, 1);
    EXPECT_EQ(again.added, 1);
}

TEST_P(SetSupplier, KnowsWhatAnItemIsAndCostThere)
{
    addSupplier({.code = "B", .name = "Other"});
    bought("Cap Works", "1", "50.00");
    bought("Cap Works", "2", "60.00");
    edit("HAT-01", {{"supplier", "other"}});
    atSupplier({.sku = "HAT-01", .supplier = "cap works", .partNumber = "CW-1", .packSize = 12});
    std::vector<ItemSupplier> all = suppliersOf("HAT-01");
    ASSERT_EQ(all.size(), 2U);
    EXPECT_TRUE(all[0].isPreferred);
    EXPECT_EQ(all[0].costOf(1), std::nullopt);
    EXPECT_EQ(all[1].partNumber, "CW-1");
    EXPECT_EQ(all[1].packSize, 12);
    EXPECT_EQ(all[1].costOf(5), money("30.00"));
    atSupplier({.sku = "HAT-01", .supplier = "CAP-WORKS", .isPreferred = true});
    all = suppliersOf("HAT-01");
    ASSERT_EQ(all.size(), 1U);
    EXPECT_TRUE(all[0].isPreferred);
    EXPECT_EQ(all[0].partNumber, "CW-1") << "what is not said stays";
    edit("HAT-01", {{"name", "Cap"}});
    EXPECT_REFUSAL("item.pack_size", atSupplier({.sku = "HAT-01", .supplier = "B", .packSize = 0}));
    EXPECT_REFUSAL("supplier.unknown", atSupplier({.sku = "HAT-01", .supplier = "C"}));
}

TEST_P(SetSupplier, ListsItsReceiptsNewestFirst)
{
    bought("Cap Works", "1", "50.00");
    bought("Other", "2", "50.00");
    bought("cap works", "3", "60.00");
    const auto all = read([&](const auto& tx) {
        return purchasing::purchasesFrom(tx, SupplierBook(tx), {1}, 1000, 10);
    });
    ASSERT_EQ(all.size(), 2U);
    EXPECT_EQ(all[0].reference, "3");
    EXPECT_EQ(all[1].lot, books::LotNo{1});
}

TEST(SupplierCode, IsMadeOfTheNamesLettersAndDigits)
{
    const auto code = [](const char* name, const std::string& taken = "") {
        return accounting::supplierCode(name, [&](const std::string& one) { return one == taken; });
    };
    EXPECT_EQ(code("Cap Works"), "CAP-WORKS");
    EXPECT_EQ(code("  Müller & Söhne, Inc. "), "MULLER-SOHNE-INC");
    EXPECT_EQ(code("The Extraordinarily Long Company"), "THE-EXTRAORDINARILY");
    EXPECT_EQ(code("東京"), "S");
    EXPECT_EQ(code("Cap Works", "CAP-WORKS"), "CAP-WORKS-2");
}

} // namespace
} // namespace giftbox::tests::supplier_test
