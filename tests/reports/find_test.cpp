#include "reports/find.h"

#include "gifting/anonymize_recipient.h"
#include "purchasing/approve_order.h"
#include "purchasing/draft_orders.h"
#include "purchasing/receive_delivery.h"
#include "purchasing/set_supplier.h"
#include "tests/support/store_fixture.h"

namespace giftbox::tests::find_test {
namespace {

using Words = std::vector<std::string>;
using reports::FoundKind;

class Find : public StoreFixture {
protected:
    void prepare() override
    {
        add({.sku = "HAT-RED",
             .name = "Red hat",
             .category = "hats",
             .barcode = "4006381333931",
             .bin = "A-3"});
        add({.sku = "MUG", .name = "Café mug", .category = "kitchen"});
        recipient("C-100");
        stock("HAT-RED", 10, "50.00", "2026-06-01");
    }

    /// `kind code` of what is found, the best first.
    std::vector<std::string> found(const std::string& words,
                                   std::optional<FoundKind> only = std::nullopt)
    {
        const std::set<FoundKind> kinds =
            only ? std::set{*only}
                 : std::set<FoundKind>(reports::kFoundKinds.begin(), reports::kFoundKinds.end());
        return read([&](const auto& tx) {
            std::vector<std::string> all;
            for (const reports::Find& one :
                 reports::find(tx, words, kinds, foundation::parseDate("2026-06-15"))) {
                all.push_back(std::string(toText(one.kind)) + " " + one.code);
            }
            return all;
        });
    }
};
GIFTBOX_ON_BOTH_ENGINES(Find);

TEST_P(Find, LooksForEveryWordInAnyOrderAndSpelling)
{
    EXPECT_EQ(found("hat red"), (Words{"item HAT-RED"}));
    EXPECT_EQ(found("RED Hat"), (Words{"item HAT-RED"}));
    EXPECT_EQ(found("cafe"), (Words{"item MUG"}));
    EXPECT_EQ(found("café MUG"), (Words{"item MUG"}));
    EXPECT_EQ(found("a-3"), (Words{"item HAT-RED"})) << "its bin";
    EXPECT_EQ(found("hat blue"), Words{});
}

TEST_P(Find, FindsAnItemByItsBarcode)
{
    EXPECT_EQ(found("4006381333931"), (Words{"item HAT-RED"}));
    EXPECT_EQ(found("04006381333931"), (Words{"item HAT-RED"})) << "as a GTIN of 14 digits";
}

TEST_P(Find, FindsNothingForNothing)
{
    EXPECT_EQ(found(""), Words{});
    EXPECT_EQ(found("  "), Words{});
    EXPECT_EQ(found("--"), Words{});
    EXPECT_EQ(found(std::string(100'000, 'a')), Words{});
}

TEST_P(Find, PutsTheBestFirst)
{
    add({.sku = "RED", .name = "Key chain", .category = "key chains"});
    add({.sku = "RED-2", .name = "Umbrella"});
    add({.sku = "X-1", .name = "Reddish cup"});
    add({.sku = "X-2", .name = "Almost red"});
    EXPECT_EQ(found("red"),
              (Words{"item RED", "item RED-2", "item HAT-RED", "item X-1", "item X-2"}));
}

TEST_P(Find, FindsABoxByItsNumberAndByWhomItWaitsFor)
{
    const auto packed = pack("C-100", {{"HAT-RED", 1}}, "2026-06-02");
    const std::string box = "box " + std::to_string(packed.number.value);
    EXPECT_EQ(found(box), (Words{box}));
    EXPECT_EQ(found("#" + std::to_string(packed.number.value), FoundKind::Box), (Words{box}));
    EXPECT_EQ(found("c-100"), (Words{"recipient C-100", box}));
    give(packed, "2026-06-03");
    EXPECT_EQ(found("c-100"), (Words{"recipient C-100"})) << "It waits no longer.";
    EXPECT_EQ(found(box), (Words{box}));
    EXPECT_EQ(found("box 99"), Words{});
}

TEST_P(Find, FindsABoxByTheBeginningOfItsReference)
{
    const auto packed = [&](const std::string& reference) {
        const auto box = pack({.recipient = "C-100",
                               .lines = {{"HAT-RED", 1}},
                               .packedOn = foundation::parseDate("2026-06-02"),
                               .givenOn = foundation::parseDate("2026-06-02"),
                               .reference = reference});
        return "box " + std::to_string(box.number.value);
    };
    const std::string first = packed("Auftrag/2026-117");
    const std::string second = packed("Auftrag/2026-12");
    const std::string other = packed("\xC3\x84-7");
    EXPECT_EQ(found("auftrag/2026-1", FoundKind::Box), (Words{first, second}));
    EXPECT_EQ(found("AUFTRAG/2026-11", FoundKind::Box), (Words{first}));
    EXPECT_EQ(found("Auftrag/2026-12", FoundKind::Box), (Words{second}));
    EXPECT_EQ(found("\xC3\x84", FoundKind::Box), (Words{other}));
    EXPECT_EQ(found("2026-12", FoundKind::Box), Words{}) << "that is not how it begins";
}

TEST_P(Find, FindsReceiptsBySupplierAndReference)
{
    receive({.sku = "MUG",
             .units = 5,
             .cost = money("20.00"),
             .receivedOn = foundation::parseDate("2026-06-03"),
             .reference = "INV-77",
             .supplier = "Müller Caps"});
    receive({.sku = "HAT-RED",
             .units = 5,
             .cost = money("20.00"),
             .receivedOn = foundation::parseDate("2026-06-03"),
             .reference = "INV-77",
             .supplier = "Müller Caps"});
    EXPECT_EQ(found("muller"), (Words{"receipt 2"})) << "both lots came together";
    EXPECT_EQ(found("inv-77"), (Words{"receipt 2"}));
    EXPECT_EQ(found("77 caps"), (Words{"receipt 2"}));
}

TEST_P(Find, FindsADeliveryByItsNumberSupplierAndReference)
{
    write([](auto& tx) {
        return purchasing::receiveDelivery(
            tx, {.receivedOn = day("2026-06-04"),
                 .supplier = "Müller Caps",
                 .reference = "DN-8",
                 .lines = {{.sku = "MUG", .units = 1, .cost = Money{500}},
                           {.sku = "HAT-RED", .units = 1, .cost = Money{500}}}});
    });
    EXPECT_EQ(found("muller"), (Words{"delivery 1"}));
    EXPECT_EQ(found("dn-8"), (Words{"delivery 1"}));
    EXPECT_EQ(found("delivery 1"), (Words{"delivery 1"}));
    EXPECT_EQ(found("delivery 2"), Words{});
}

TEST_P(Find, FindsSuppliersByCodeAndEveryNameTheyHad)
{
    purchasing::Supplier supplier{
        .code = "CAPS", .name = "Müller Caps", .email = "orders@example.com"};
    supplier.currency = foundation::currencyOf("USD");
    write([&](auto& tx) { return purchasing::addSupplier(tx, supplier), 0; });
    write([&](auto& tx) {
        return purchasing::editSupplier(tx, "CAPS", {{"name", "Harbor Hats"}}), 0;
    });
    EXPECT_EQ(found("caps"), (Words{"supplier CAPS"}));
    EXPECT_EQ(found("muller"), (Words{"supplier CAPS"}));
    EXPECT_EQ(found("hats harbor"), (Words{"supplier CAPS"}));
    EXPECT_EQ(found("orders@example"), (Words{"supplier CAPS"}));
    EXPECT_EQ(found("mugs"), Words{});
}

TEST_P(Find, FindsOrdersByNumberAndUnfinishedOnesByTheirSupplier)
{
    purchasing::Supplier supplier{.code = "S-1", .name = "Harbor"};
    supplier.currency = foundation::currencyOf("USD");
    write([&](auto& tx) { return purchasing::addSupplier(tx, supplier), 0; });
    for (int i = 0; i < 2; ++i) {
        write([](auto& tx) {
            return purchasing::draftOrder(
                tx, {.supplier = "S-1", .lines = {{"MUG", 2}}, .note = "by van"});
        });
    }
    write([](auto& tx) { return purchasing::cancelOrder(tx, {1}, "elsewhere"), 0; });
    EXPECT_EQ(found("harbor"), (Words{"supplier S-1", "order 2"}));
    EXPECT_EQ(found("van"), (Words{"order 2"}));
    EXPECT_EQ(found("po-1"), (Words{"order 1"}));
    EXPECT_EQ(found("PO 2"), (Words{"order 2"}));
    EXPECT_EQ(found("2", FoundKind::Order), (Words{"order 2"}));
    EXPECT_EQ(found("po-3"), Words{});
}

TEST_P(Find, FindsAMonthByItsName)
{
    EXPECT_EQ(found("2026-05"), (Words{"month 2026-05"}));
    EXPECT_EQ(found("may"), (Words{"month 2026-05"}));
    EXPECT_EQ(found("Nov"), (Words{"month 2025-11"})) << "the last one: it is June 2026";
    EXPECT_EQ(found("november 2024"), (Words{"month 2024-11"}));
    EXPECT_EQ(found("2026-13"), Words{});
}

TEST_P(Find, FindsNoAnonymizedRecipient)
{
    EXPECT_EQ(found("C-100"), (Words{"recipient C-100"}));
    write([](auto& tx) { return gifting::anonymizeRecipient(tx, "C-100", "asked us to"); });
    EXPECT_EQ(found("C-100"), Words{});
    EXPECT_EQ(found("anonymized"), Words{});
}

} // namespace
} // namespace giftbox::tests::find_test
