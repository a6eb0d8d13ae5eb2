#include "exchange/export.h"
#include "gifting/anonymize_recipient.h"
#include "gifting/plan_box.h"
#include "reports/gift_report.h"
#include "tests/support/store_fixture.h"

namespace giftbox::tests::box_tax_test {
namespace {

using gifting::BoxTax;
using gifting::BoxTaxChange;

class BoxTaxes : public StoreFixture {
protected:
    void prepare() override
    {
        openStore("USD", "0.00", 0);
        item("MUG");
        importRecipients("recipient,name,group\nC-1,Ana,\n");
        stock("MUG", 50, "500.00", "2026-01-01");
    }
    BoxTax set(books::BoxNo number, const BoxTaxChange& change)
    {
        return write([&](auto& tx) { return gifting::setBoxTax(tx, number, change); });
    }
    BoxTax of(books::BoxNo number)
    {
        return read([&](const auto& tx) { return gifting::boxTaxOf(tx, number); });
    }
    void defaults(const std::string& from, const gifting::GiftDefaultsChange& change)
    {
        write([&](auto& tx) { return gifting::setGiftDefaults(tx, month(from), change); });
    }
    /// `box class purpose relationship deductible`, one a line.
    std::string report()
    {
        std::string all;
        read([&](const auto& tx) {
            reports::giftsOfYear(tx, 2026, [&](const reports::GivenGift& one) {
                all += std::to_string(one.box) + " " + one.taxClass + " " + one.purpose + " " +
                       one.relationship + " " + tx.store().amount(one.deductible) + "\n";
            });
            return 0;
        });
        return all;
    }
};
GIFTBOX_ON_BOTH_ENGINES(BoxTaxes);

TEST_P(BoxTaxes, AreGivenAtPlanningAndAtPackingAndStayWhereNothingIsSaid)
{
    const auto plan = write([&](auto& tx) {
        return gifting::planBox(tx, {.recipient = "C-1",
                                     .lines = {{"MUG", 1}},
                                     .month = month("2026-02"),
                                     .recipe = {},
                                     .tax = {.taxClass = "promotion", .purpose = "a fair"}});
    });
    EXPECT_EQ(of(plan.number), (BoxTax{"promotion", "a fair"}));
    write([&](auto& tx) {
        return gifting::packPlannedBox(tx, {.number = plan.number,
                                            .packedOn = day("2026-02-02"),
                                            .tax = {.purpose = "the spring fair"}});
    });
    EXPECT_EQ(of(plan.number), (BoxTax{"promotion", "the spring fair"}));
    EXPECT_EQ(set(plan.number, {.taxClass = ""}), (BoxTax{"", "the spring fair"}));
    const auto packed = pack("C-1", {{"MUG", 1}}, "2026-02-03");
    EXPECT_EQ(of(packed.number), BoxTax{});
}

TEST_P(BoxTaxes, AreRecordedOnceAndWithoutThePurpose)
{
    const auto packed = pack("C-1", {{"MUG", 1}}, "2026-02-03");
    set(packed.number, {.taxClass = "employee", .purpose = "Bob's birthday"});
    const std::string detail = lastDetail();
    EXPECT_NE(detail.find(R"("tax_class":"employee")"), std::string::npos);
    EXPECT_EQ(detail.find("Bob"), std::string::npos);
    set(packed.number, {.purpose = "Bob's birthday"});
    EXPECT_EQ(lastDetail(), detail);
}

TEST_P(BoxTaxes, AreRefusedForBoxesThatAreNoGiftsAndInClosedMonths)
{
    const auto one = pack("C-1", {{"MUG", 1}}, "2026-02-03");
    EXPECT_EQ(EXPECT_REFUSAL("box.tax_class", set(one.number, {.taxClass = "toy"})).sentence(),
              "\"toy\" is not a tax class. Use gift, promotion, employee or not_deductible.");
    EXPECT_REFUSAL("box.unknown", set(books::BoxNo{99}, {.taxClass = "gift"}));
    unpack(one, "2026-02-04");
    EXPECT_EQ(EXPECT_REFUSAL("box.tax_state", set(one.number, {.taxClass = "gift"})).sentence(),
              "Box 1 is unpacked, so it is no gift. Set the class and the purpose of another box.");
    const auto two = packAndGive("C-1", {{"MUG", 1}}, "2026-02-03");
    set(two.number, {.taxClass = "gift"});
    close("2026-01");
    close("2026-02");
    EXPECT_REFUSAL("month.closed", set(two.number, {.taxClass = "promotion"}));
    EXPECT_REFUSAL("month.closed", defaults("2026-02", {.purpose = "late"}));
}

TEST_P(BoxTaxes, AreInTheReportBeforeTheDefaultsOfTheStore)
{
    const auto one = packAndGive("C-1", {{"MUG", 1}}, "2026-02-03");
    const auto two = packAndGive("C-1", {{"MUG", 2}}, "2026-03-03");
    const auto three = packAndGive("C-1", {{"MUG", 3}}, "2026-03-04");
    set(two.number, {.taxClass = "promotion", .purpose = "a fair"});
    set(three.number, {.taxClass = "not_deductible"});
    EXPECT_EQ(report(),
              "1 gift   0.00 USD\n2 promotion a fair  0.00 USD\n3 not_deductible   0.00 USD\n");
    defaults("2026-03", {.purpose = "retention", .relationship = "customer"});
    EXPECT_EQ(report(), "1 gift   0.00 USD\n2 promotion a fair customer 20.00 USD\n"
                        "3 not_deductible retention customer 0.00 USD\n");
    defaults("2026-01", {.purpose = "thanks", .relationship = "friend"});
    defaults("2026-03", {.taxClass = "promotion"});
    EXPECT_EQ(report(), "1 gift thanks friend 10.00 USD\n2 promotion a fair customer 20.00 USD\n"
                        "3 not_deductible retention customer 0.00 USD\n");
    EXPECT_EQ(read([](const auto& tx) { return gifting::giftDefaults(tx, month("2026-04")); }),
              (gifting::GiftDefaults{"promotion", "retention", "customer"}));
}

TEST_P(BoxTaxes, ComeAndGoWithFiles)
{
    importBoxes("box,recipient,packed_on,given_on,sku,units,tax_class,purpose\n"
                "B-1,C-1,2026-02-02,2026-02-03,MUG,1,promotion,a fair\n"
                "B-2,C-1,2026-02-02,,MUG,1,employee,\n");
    EXPECT_EQ(of(books::BoxNo{1}), (BoxTax{"promotion", "a fair"}));
    EXPECT_EQ(of(books::BoxNo{2}), (BoxTax{"employee", ""}));
    const std::string lines =
        csv([](const auto& tx, auto& out) { exchange::exportBoxLines(tx, {}, out); });
    EXPECT_NE(lines.find("B-1,C-1,2026-02-02,2026-02-03,MUG,1,0,promotion,a fair"),
              std::string::npos)
        << lines;
    EXPECT_EQ(importBoxes(lines).unchanged, 2);
    EXPECT_REFUSAL("import.rejected",
                   importBoxes("box,recipient,packed_on,given_on,sku,units,tax_class\n"
                               "B-1,C-1,2026-02-02,2026-02-03,MUG,1,gift\n"));
    EXPECT_REFUSAL("import.rejected",
                   importBoxes("box,recipient,packed_on,given_on,sku,units,tax_class\n"
                               "B-3,C-1,2026-02-02,,MUG,1,toy\n"));
}

TEST_P(BoxTaxes, LoseThePurposeWithThePerson)
{
    const auto packed = pack("C-1", {{"MUG", 1}}, "2026-02-03");
    set(packed.number, {.taxClass = "employee", .purpose = "Bob's birthday"});
    write([&](auto& tx) { return gifting::anonymizeRecipient(tx, "C-1", "asked for it"); });
    EXPECT_EQ(of(packed.number), (BoxTax{"employee", ""}));
}

TEST_P(BoxTaxes, HaveAYearThatIsOne)
{
    EXPECT_EQ(codeOf([] { reports::requireTaxYear(99999); }), "report.year");
    EXPECT_EQ(reports::requireTaxYear(2026), 2026);
}

} // namespace
} // namespace giftbox::tests::box_tax_test
