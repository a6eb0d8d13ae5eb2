#include "inventory/edit_item.h"
#include "tests/web/site_fixture.h"

namespace giftbox::web::order_test {
namespace {

using access::Role;

/// The item HAT, which the restock list wants 10 of, and its supplier, added in the browser.
class SiteOrders : public SiteFixture {
protected:
    void prepare() override
    {
        SiteFixture::prepare();
        director_ = loggedInAs(Role::PartsDirector);
        manager_ = loggedInAs(Role::Manager);
        item("HAT");
        stock("HAT", 2, "10.00", "2026-06-01");
        post(at("/suppliers/add"),
             {{"supplier", "CAPS"}, {"name", "Cap Works"}, {"minimum_order", "80.00"}}, director_);
        post(at("/item/supplier?sku=HAT"),
             {{"sku", "HAT"},
              {"supplier", "CAPS"},
              {"part_number", "CW-1"},
              {"pack_size", ""},
              {"preferred", "yes"}},
             director_);
        edit("HAT", {{"reorder_point", "5"}, {"par_level", "12"}});
    }
    tests::ParsedPage page(const std::string& path, const std::string& who)
    {
        return parsed(get(at(path), who));
    }
    tests::ParsedPage send(const std::string& path, const Fields& fields, const std::string& who)
    {
        return parsed(follow(post(at(path), fields, who), who));
    }
    /// Hats that come for the first order.
    static Fields delivery(const std::string& units)
    {
        return {{"on", "2026-06-15"}, {"order", "1"},        {"supplier", "Cap Works"},
                {"reference", ""},    {"total", ""},         {"source", "purchase"},
                {"reason", ""},       {"authorized_by", ""}, {"sku", "HAT"},
                {"line_units", units}};
    }
    static Fields step(Fields fields, const std::string& name)
    {
        fields.emplace_back("step", name);
        return fields;
    }
    std::string director_;
    std::string manager_;
};

TEST_P(SiteOrders, GoFromTheRestockListToTheShelf)
{
    EXPECT_TRUE(page("/restock", director_).linksTo(at("/orders/draft")));
    EXPECT_TRUE(send("/orders/draft", {}, director_).says("1 draft made."));
    tests::ParsedPage order = page("/orders/1", director_);
    EXPECT_EQ(order.fact("Supplier"), "Cap Works");
    EXPECT_EQ(order.fact("Total"), "50.00 USD");
    EXPECT_EQ(order.fact("Minimum order"), "80.00 USD, not reached");
    EXPECT_TRUE(order.says("CW-1"));
    const Response refused = post(at("/orders/1/approve"), {}, director_);
    EXPECT_TRUE(parsed(refused).says("PO-1 comes to 50.00 USD, and orders above 0.00 USD need"));
    EXPECT_TRUE(send("/orders/1/approve", {}, manager_).says("PO-1 approved, 50.00 USD."));
    EXPECT_TRUE(send("/orders/1/place", {}, director_).says("PO-1 is ordered."));
    const std::string form = page("/orders/1", director_).link("Receive");
    EXPECT_EQ(form, at("/deliveries/receive?order=1"));
    const tests::ParsedPage filled = parsed(get(form, director_));
    EXPECT_EQ(filled.values("line_units").front(), "10") << "to come";
    EXPECT_EQ(filled.value("supplier"), "Cap Works");
    const tests::ParsedPage done = send("/deliveries/receive", delivery("4"), director_);
    EXPECT_TRUE(done.says("Delivery 1 received: 1 line, 4 units, 20.00 USD."));
    EXPECT_EQ(done.fact("Order"), "PO-1");
    EXPECT_EQ(done.link("PO-1"), at("/orders/1"));
    order = page("/orders/1", director_);
    EXPECT_EQ(order.fact("Still to come"), "30.00 USD");
    EXPECT_TRUE(order.linksTo(at("/orders/1/close-short")));
    EXPECT_FALSE(order.linksTo(at("/orders/1/cancel")));
    EXPECT_TRUE(page("/suppliers/show?supplier=CAPS", director_).linksTo(at("/lots/2")));
    EXPECT_TRUE(page("/budget", manager_).says("Ordered and expected in this month: 30.00 USD"));
}

TEST_P(SiteOrders, FillADeliveryWithWhatIsStillToCome)
{
    EXPECT_FALSE(page("/deliveries/receive", director_).says("Fill in the order"));
    send("/orders/draft", {}, director_);
    send("/orders/1/approve", {}, manager_);
    send("/orders/1/place", {}, director_);
    EXPECT_TRUE(page("/deliveries/receive", director_).says("Fill in the order"));
    const std::string before = allRows();
    const Response filled =
        post(at("/deliveries/receive"), step(delivery(""), "fill-in"), director_);
    EXPECT_EQ(filled.status, 200);
    EXPECT_EQ(parsed(filled).values("line_units").front(), "10");
    EXPECT_EQ(parsed(filled).values("sku").front(), "HAT");
    Fields none = delivery("");
    none.at(none.size() - 2).second = "";
    const Response refused = post(at("/deliveries/receive"), none, director_);
    EXPECT_EQ(refused.status, 422) << "rows that were cleared are not all of the order";
    EXPECT_TRUE(parsed(refused).says("The delivery has no lines."));
    nothingIsConfirmed();
    itIs("2026-06-15");
    const Response asked = post(at("/deliveries/receive"), delivery("11"), director_);
    EXPECT_EQ(asked.status, 422);
    EXPECT_TRUE(parsed(asked).says("Of item HAT, 11 units would have come on PO-1"));
    EXPECT_EQ(allRows(), before);
}

TEST_P(SiteOrders, MarksLateOnesInTheListAndAtHome)
{
    send("/orders/draft", {}, director_);
    send("/orders/1/approve", {}, manager_);
    EXPECT_FALSE(page("/orders", director_).says("late, approved"));
    EXPECT_TRUE(page("", director_).says("open. Orders"));
    waitMs(24LL * 60 * 60 * 1000 * 2);
    const std::string later = loggedInAs(Role::PartsDirector);
    EXPECT_TRUE(page("/orders", later).says("late, approved"));
    EXPECT_TRUE(page("", later).says("open, 1 of them late."));
}

TEST_P(SiteOrders, SayThatTheyWereApprovedAboveACapThatWarns)
{
    cap("month.restock", "45.00", budget::CapAction::Warn, "2026-06");
    send("/orders/draft", {}, director_);
    send("/orders/1/edit", {{"expected", "2026-06-20"}, {"note", ""}, {"ship_to", ""}}, director_);
    send("/orders/1/approve", {}, manager_);
    EXPECT_EQ(page("/orders/1", director_).fact("Warning"),
              "Restocking per month: 60.00 USD is 15.00 USD over the 45.00 USD limit");
    EXPECT_EQ(page("/budget?month=2026-06", manager_).link("order PO-1"), at("/orders/1"));
}

TEST_P(SiteOrders, GiveTheOrderAsAFile)
{
    send("/orders/draft", {}, director_);
    send("/orders/1/edit", {{"expected", "2026-06-20"}, {"note", ""}, {"ship_to", "1 Main St"}},
         director_);
    EXPECT_EQ(page("/orders/1", director_).fact("Ship to"), "1 Main St");
    const Response csv = get(at("/orders/1/order.csv"), director_);
    ASSERT_NE(csv.spool, nullptr);
    const std::string file = csv.spool->read(0, csv.spool->size());
    EXPECT_NE(file.find("PO-1,1,HAT,Item HAT,CW-1,10,50.00,0,10"), std::string::npos) << file;
    const Response pdf = get(at("/orders/1/order.pdf"), director_);
    EXPECT_EQ(headerOf(pdf, "Content-Type"), "application/pdf");
}

GIFTBOX_ON_BOTH_ENGINES(SiteOrders);

} // namespace
} // namespace giftbox::web::order_test
