#include "tests/web/site_fixture.h"

namespace giftbox::web::deliveries_test {
namespace {

using access::Role;

class SiteDeliveries : public SiteFixture {
protected:
    void prepare() override
    {
        SiteFixture::prepare();
        director_ = loggedInAs(Role::PartsDirector);
        item("HAT");
        add({.sku = "PEN", .name = "Pen", .packSize = 12});
    }
    /// Two rows: 24 hats for 156.00, and 3 packs of pens at 0.50 each, with an empty row between.
    Fields twoRows()
    {
        return {{"on", "2026-06-01"},   {"supplier", "Cap Works"},
                {"reference", "INV-7"}, {"total", "174.00"},
                {"source", "purchase"}, {"authorized_by", ""},
                {"reason", ""},         {"sku", "HAT"},
                {"line_units", "24"},   {"line_cost", "156"},
                {"line_packs", ""},     {"line_pack_size", ""},
                {"line_price", ""},     {"sku", ""},
                {"line_units", ""},     {"line_cost", ""},
                {"line_packs", ""},     {"line_pack_size", ""},
                {"line_price", ""},     {"sku", "PEN"},
                {"line_units", ""},     {"line_cost", ""},
                {"line_packs", "3"},    {"line_pack_size", ""},
                {"line_price", "0.5"}};
    }
    static Fields with(Fields fields, const std::string& name, const std::string& value)
    {
        for (auto& [field, old] : fields) {
            if (field == name) {
                old = value;
                return fields;
            }
        }
        fields.emplace_back(name, value);
        return fields;
    }
    std::string director_;
};
GIFTBOX_ON_BOTH_ENGINES(SiteDeliveries);

TEST_P(SiteDeliveries, AreReceivedFromRows)
{
    EXPECT_EQ(parsed(get(at("/stock"), director_)).link("Receive a delivery"),
              at("/deliveries/receive"));
    const Response done = post(at("/deliveries/receive"), twoRows(), director_);
    EXPECT_EQ(headerOf(done, "Location"), at("/deliveries/1"));
    const tests::ParsedPage page = parsed(follow(done, director_));
    EXPECT_TRUE(page.says("Delivery 1 received: 2 lines, 60 units, 174.00 USD."));
    EXPECT_EQ(page.fact("Supplier"), "Cap Works");
    EXPECT_EQ(page.link("Lot 2"), at("/lots/2"));
    EXPECT_EQ(parsed(get(at("/lots/2"), director_)).link("Delivery 1"), at("/deliveries/1"));
    EXPECT_EQ(parsed(get(at("/deliveries"), director_)).link("Delivery 1"), at("/deliveries/1"));
    EXPECT_EQ(onShelf("PEN"), (tests::OnShelf{36, "18.00"}));
}

TEST_P(SiteDeliveries, ShowEveryFaultWithTheNumberOfItsRow)
{
    const std::string before = allRows();
    Fields rows = with(with(twoRows(), "sku", "HTA"), "total", "174.00");
    const Response refused =
        post(at("/deliveries/receive"), with(with(rows, "line_units", "2,5"), "on", "2026-06-01"),
             director_);
    EXPECT_EQ(refused.status, 422);
    EXPECT_TRUE(parsed(refused).says("Line 1: "));
    const tests::ParsedPage again = parsed(post(at("/deliveries/receive"), rows, director_));
    EXPECT_TRUE(again.says("Line 1: There is no item HTA"));
    const tests::ParsedPage unlike =
        parsed(post(at("/deliveries/receive"), with(twoRows(), "total", "175.00"), director_));
    EXPECT_TRUE(unlike.says("The lines add up to 174.00 USD, and the paper says 175.00 USD"));
    EXPECT_EQ(allRows(), before);
}

TEST_P(SiteDeliveries, GetMoreRowsWithoutScript)
{
    const std::string before = allRows();
    const Response more =
        post(at("/deliveries/receive"), with(twoRows(), "step", "more-rows"), director_);
    EXPECT_EQ(more.status, 200);
    const std::vector<std::string> costs = parsed(more).values("line_cost");
    EXPECT_EQ(costs.size(), 11) << "3 rows were sent, and 8 are added";
    EXPECT_EQ(costs.front(), "156") << "what was typed stays";
    EXPECT_EQ(parsed(more).values("line_packs").at(1), "3") << "without the empty row between";
    EXPECT_EQ(allRows(), before);
}

TEST_P(SiteDeliveries, AskOnceAboutAllOddCosts)
{
    nothingIsConfirmed();
    itIs("2026-06-15");
    post(at("/deliveries/receive"), twoRows(), director_);
    Fields dear =
        with(with(with(twoRows(), "line_cost", "1560"), "total", ""), "reference", "INV-8");
    const tests::ParsedPage asked = parsed(post(at("/deliveries/receive"), dear, director_));
    EXPECT_TRUE(asked.says("Line 1: Item HAT would cost 65.00 USD per unit."));
    EXPECT_TRUE(asked.says("The cost is correct. Record it"));
    const Response done = post(at("/deliveries/receive"), with(dear, "confirm", "yes"), director_);
    EXPECT_EQ(headerOf(done, "Location"), at("/deliveries/2"));
}

TEST_P(SiteDeliveries, AreSeenByThoseWhoSeeStockAndReceivedByTheDirector)
{
    post(at("/deliveries/receive"), twoRows(), director_);
    const std::string accounting = loggedInAs(Role::Accounting);
    EXPECT_EQ(get(at("/deliveries/1"), accounting).status, 200);
    EXPECT_EQ(get(at("/deliveries/receive"), accounting).status, 403);
    EXPECT_EQ(get(at("/deliveries/7"), director_).status, 404);
}

TEST_P(SiteDeliveries, AreReversedAsAWholeAndUndoneFromTheNotice)
{
    const tests::ParsedPage done =
        parsed(follow(post(at("/deliveries/receive"), twoRows(), director_), director_));
    const std::string undo = done.link("Undo");
    EXPECT_EQ(undo, at("/deliveries/1/reverse?reason=Recorded%20by%20mistake"));
    EXPECT_EQ(parsed(get(undo, director_)).value("reason"), "Recorded by mistake");
    const Response reversed =
        post(at("/deliveries/1/reverse"), {{"reason", "entered twice"}}, director_);
    EXPECT_EQ(headerOf(reversed, "Location"), at("/deliveries/1"));
    const tests::ParsedPage page = parsed(follow(reversed, director_));
    EXPECT_TRUE(page.says("Delivery reversed: 2 lines."));
    EXPECT_FALSE(page.hasLink("Reverse delivery"));
    EXPECT_FALSE(page.hasLink("Record the bill"));
    EXPECT_EQ(onShelf("PEN"), (tests::OnShelf{0, "0.00"}));
}

TEST_P(SiteDeliveries, TakeFreightAndABill)
{
    post(at("/deliveries/receive"), twoRows(), director_);
    const tests::ParsedPage page = parsed(get(at("/deliveries/1"), director_));
    EXPECT_EQ(page.link("Add freight"), at("/deliveries/1/freight"));
    const Response freight =
        post(at("/deliveries/1/freight"),
             {{"amount", "6.00"}, {"reference", "F-1"}, {"supplier", "Speedy"}, {"by", "units"}},
             director_);
    EXPECT_EQ(headerOf(freight, "Location"), at("/deliveries/1"));
    const tests::ParsedPage added = parsed(follow(freight, director_));
    EXPECT_TRUE(added.says("Speedy"));
    EXPECT_TRUE(added.link("Undo").starts_with(at("/freight/1/reverse?"))) << "of all its shares";
    EXPECT_EQ(parsed(get(at("/unbilled"), director_)).column("Cost").size(), 2);
    const std::string bill = page.link("Record the bill");
    EXPECT_EQ(parsed(get(bill, director_)).value("deliveries"), "1");
    const Response billed = post(bill,
                                 {{"amount", "174.00"},
                                  {"supplier", "Cap Works"},
                                  {"reference", "88-1"},
                                  {"on", "2026-06-02"},
                                  {"deliveries", "1"},
                                  {"lots", ""}},
                                 director_);
    EXPECT_EQ(headerOf(billed, "Location"), at("/unbilled"));
    EXPECT_TRUE(parsed(follow(billed, director_)).says("Everything that was bought is billed."));
}

TEST_P(SiteDeliveries, GoBackToTheSupplierFromThePageOfALot)
{
    post(at("/deliveries/receive"), twoRows(), director_);
    EXPECT_EQ(parsed(get(at("/lots/1"), director_)).link("Return to supplier"),
              at("/lots/1/return"));
    const Response sent =
        post(at("/lots/1/return"), {{"units", "4"}, {"reason", "bent"}, {"on", "2026-06-03"}},
             director_);
    EXPECT_TRUE(parsed(follow(sent, director_))
                    .says("Returned to the supplier: HAT, -4 units, -26.00 USD. On hand: 20."));
    EXPECT_EQ(parsed(get(at("/returns"), director_)).link("Record credit"),
              at("/returns/3/credit"));
    const Response credited =
        post(at("/returns/3/credit"),
             {{"amount", "25"}, {"reference", "CN-1"}, {"on", "2026-06-04"}}, director_);
    const tests::ParsedPage list = parsed(follow(credited, director_));
    EXPECT_TRUE(list.says("Credit recorded: HAT, 25.00 USD. Variance: 1.00 USD."));
    EXPECT_FALSE(list.hasLink("Record credit"));
    EXPECT_TRUE(parsed(get(at("/lots/1"), director_)).says("credited 2026-06-04"));
}

} // namespace
} // namespace giftbox::web::deliveries_test
