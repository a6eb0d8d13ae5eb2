#include "gifting/counting/record_count.h"
#include "gifting/counting/start_count.h"
#include "tests/web/site_fixture.h"

namespace giftbox::web::count_test {
namespace {

using access::Role;

/// The parts director counts hats and mugs in bin A-1, and pens in B-2. The books have units that stand nowhere else.
class SiteCount : public SiteFixture {
protected:
    void prepare() override
    {
        SiteFixture::prepare();
        director_ = loggedInAs(Role::PartsDirector);
        manager_ = loggedInAs(Role::Manager);
        add({.sku = "HAT",
             .name = "Hat",
             .category = "hats",
             .barcode = "4006381333931",
             .bin = "A-1"});
        add({.sku = "MUG", .name = "Mug", .category = "mugs", .barcode = "96385074", .bin = "A-1"});
        add({.sku = "PEN", .name = "Pen", .category = "pens", .bin = "B-2"});
        stock("HAT", 7120071, "71200710.00", "2026-06-01");
        stock("MUG", 7470047, "7470047.00", "2026-06-01");
        stock("PEN", 7770077, "7770077.00", "2026-06-01");
    }

    Response start()
    {
        return post(at("/counts/start"), {{"all", "yes"}, {"as_of", "2026-06-15"}}, director_);
    }
    Response send(const std::string& item, Fields fields)
    {
        fields.emplace_back("item", item);
        return post(at("/counts/1/line?sku=") + item, std::move(fields), director_);
    }
    std::string counted(const std::string& item)
    {
        const std::string units =
            " SELECT units FROM count_entry e JOIN item i ON i.store_id = e.store_id AND "
            "i.item_no = e.item_no WHERE e.store_id = " +
            storeId() + " AND i.sku = '" + item + "' ORDER BY turn";
        std::string all;
        for (const std::string& one : raw().column(units)) {
            all += (all.empty() ? "" : ",") + one;
        }
        return all;
    }
    std::string linesFor(const std::string& token)
    {
        return get(at("/counts/1/lines.csv"), token).spool->read(0, 100'000);
    }
    std::string director_;
    std::string manager_;
};
GIFTBOX_ON_BOTH_ENGINES(SiteCount);

TEST_P(SiteCount, GoesFromItemToItemInTheOrderOfBins)
{
    const Response started = start();
    EXPECT_EQ(headerOf(started, "Location"), at("/counts/1/line"));
    const tests::ParsedPage first = parsed(follow(started, director_));
    EXPECT_TRUE(first.says("Count 1 started."));
    EXPECT_TRUE(first.says("Bin A-1, HAT. Item 1 of 3 in count 1."));
    const Response hat = send("HAT", {{"units", "7120071"}, {"so_far", ""}});
    EXPECT_EQ(headerOf(hat, "Location"), at("/counts/1/line?sku=MUG"));
    EXPECT_TRUE(parsed(follow(hat, director_)).says("Hat: 7120071 counted."));
    const Response mug = send("MUG", {{"units", "3"}, {"so_far", ""}, {"step", "not-there"}});
    EXPECT_EQ(headerOf(mug, "Location"), at("/counts/1/line?sku=PEN"));
    const Response pen = send("PEN", {{"units", "7770077"}, {"so_far", ""}});
    EXPECT_EQ(headerOf(pen, "Location"), at("/counts/1"));
    EXPECT_TRUE(
        parsed(follow(pen, director_)).says("Pen: 7770077 counted. All items are counted."));
    EXPECT_EQ(counted("HAT"), "7120071");
    EXPECT_EQ(counted("MUG"), "0");
}

TEST_P(SiteCount, AddsOneWithoutScript)
{
    start();
    const Response one = send("HAT", {{"units", ""}, {"so_far", ""}, {"step", "plus"}});
    EXPECT_EQ(one.status, 200);
    EXPECT_EQ(fieldOf(one, "units"), "1");
    EXPECT_EQ(fieldOf(send("HAT", {{"units", "1"}, {"so_far", "1"}, {"step", "plus"}}), "units"),
              "2");
    EXPECT_EQ(counted("HAT"), "") << "nothing is recorded before Next";
}

TEST_P(SiteCount, AddsOneForEveryScanAndGoesOnWithTheItemThatIsScanned)
{
    start();
    const std::string hat = "4006381333931";
    EXPECT_EQ(fieldOf(send("HAT", {{"units", hat}, {"so_far", ""}}), "units"), "1");
    EXPECT_EQ(fieldOf(send("HAT", {{"units", hat}, {"so_far", "1"}}), "so_far"), "2");
    const Response next = send("HAT", {{"units", "96385074"}, {"so_far", "2"}});
    EXPECT_EQ(headerOf(next, "Location"), at("/counts/1/line?sku=MUG&so_far=1"));
    EXPECT_EQ(fieldOf(follow(next, director_), "units"), "1");
    EXPECT_EQ(counted("HAT"), "2");
    EXPECT_EQ(headerOf(send("MUG", {{"units", hat}, {"so_far", ""}}), "Location"),
              at("/counts/1/line?sku=HAT&so_far=1"));
    EXPECT_EQ(counted("MUG"), "") << "nothing was counted of it yet";
}

TEST_P(SiteCount, RefusesWhatIsNoNumberAndNoItemOfTheCount)
{
    start();
    EXPECT_TRUE(parsed(send("HAT", {{"units", "some"}, {"so_far", ""}})).refuses("units"));
    EXPECT_TRUE(parsed(send("HAT", {{"units", ""}, {"so_far", ""}})).refuses("units"));
    item("OTHER-ITEM");
    EXPECT_TRUE(parsed(send("HAT", {{"units", "OTHER-ITEM"}, {"so_far", ""}}))
                    .refuses("units", "Item OTHER-ITEM is not in count 1."));
    EXPECT_EQ(counted("HAT"), "");
}

TEST_P(SiteCount, SendsNoUnitsOfTheBooksToWhoeverCountsBlind)
{
    start();
    send("HAT", {{"units", "5"}, {"so_far", ""}});
    const std::string csv = linesFor(director_);
    EXPECT_NE(csv.find("HAT,Hat,A-1,counted,5,1,"), std::string::npos) << csv;
    for (const char* units : {"7120071", "7,120,071", "7470047", "7,470,047", "7770077",
                              "7,770,077", "7120066", "7,120,066"}) {
        EXPECT_EQ(csv.find(units), std::string::npos) << csv;
        for (const char* page : {"/counts", "/counts/1", "/counts/1/line", "/counts/1/line?sku=HAT",
                                 "/counts/1/post", "/counts/1/cancel"}) {
            EXPECT_FALSE(parsed(get(at(page), director_)).mentions(units)) << page;
        }
    }
    const std::string seen = linesFor(manager_);
    EXPECT_NE(seen.find(",7120071,0,-7120066,"), std::string::npos) << seen;
    EXPECT_TRUE(parsed(get(at("/counts/1"), manager_)).mentions("7,470,047"));
}

TEST_P(SiteCount, ShowsTheBooksToThoseWhoCountWhereTheStoreSaysSo)
{
    setFrom(books::Setting::CountBlind, 0);
    start();
    EXPECT_TRUE(parsed(get(at("/counts/1/line"), director_)).mentions("The books had 7,120,071"));
    EXPECT_TRUE(parsed(get(at("/counts/1"), director_)).mentions("7,770,077"));
}

TEST_P(SiteCount, IsPostedByAManagerAndThenShownToAll)
{
    start();
    send("HAT", {{"units", "7120069"}, {"so_far", ""}});
    send("MUG", {{"units", "7470048"}, {"so_far", ""}});
    const tests::ParsedPage before = parsed(get(at("/counts/1"), manager_));
    EXPECT_EQ(before.fact("Units over"), "1, about 1.00 USD");
    EXPECT_EQ(before.fact("Units under"), "2, about 20.00 USD");
    EXPECT_FALSE(parsed(get(at("/counts/1"), director_)).mentions("about")) << "counts blind";
    const Response refused = post(at("/counts/1/post"), {{"reason", "stock-take"}}, manager_);
    EXPECT_EQ(refused.status, 422);
    EXPECT_TRUE(parsed(refused).mentions("1 item of count 1 was not counted: PEN."));
    const Response posted = post(at("/counts/1/post"),
                                 {{"reason", "stock-take"}, {"leave_uncounted", "yes"}}, manager_);
    EXPECT_EQ(headerOf(posted, "Location"), at("/counts/1"));
    EXPECT_TRUE(parsed(follow(posted, manager_))
                    .says("Count 1 posted: 2 items counted, 1 unit over for 1.00 USD, 2 units "
                          "under for 20.00 USD."));
    const tests::ParsedPage page = parsed(get(at("/counts/1"), director_));
    EXPECT_EQ(page.fact("Units over"), "1, 1.00 USD");
    EXPECT_EQ(page.fact("Units under"), "2, 20.00 USD");
    EXPECT_EQ(page.fact("Accuracy"), "0 percent");
    EXPECT_FALSE(page.linksTo(at("/counts/1/post")));
}

TEST_P(SiteCount, ShowsOnTheStockPageWhenAndByWhomAnItemWasCountedLast)
{
    EXPECT_FALSE(parsed(get(at("/stock"), director_)).mentions("dot"));
    stock("PEN", 3, "3.00", "2026-02-01");
    count("PEN", 3, "2026-02-02");
    start();
    send("HAT", {{"units", "7120070"}, {"so_far", ""}});
    post(at("/counts/1/post"), {{"reason", "stock-take"}, {"leave_uncounted", "yes"}}, manager_);
    const tests::ParsedPage stock = parsed(get(at("/stock"), director_));
    EXPECT_TRUE(stock.mentions("dot recent"));
    EXPECT_TRUE(stock.mentions("dot due"));
    EXPECT_FALSE(stock.mentions("dot earlier"));
    EXPECT_TRUE(stock.says("2026-02-02, ann"));
}

TEST_P(SiteCount, LeavesWriteOffsOverTheLimitOfTheStoreToAManager)
{
    setFrom(books::Setting::WriteOffLimit, 2000);
    const auto writesOff = [&](const std::string& units, const std::string& token) {
        return post(at("/write-off?sku=HAT"),
                    {{"sku", "HAT"}, {"units", units}, {"reason", "fire"}, {"on", "2026-06-15"}},
                    token);
    };
    EXPECT_EQ(writesOff("2", director_).status, 303) << "20.00 is not over it";
    const std::string before = allRows();
    const Response refused = writesOff("3", director_);
    EXPECT_TRUE(parsed(refused).refuses(
        "units", "3 units of item HAT cost 30.00 USD, and in this store a manager records "
                 "write-offs over 20.00 USD. Ask a manager to record it."));
    EXPECT_EQ(allRows(), before);
    EXPECT_EQ(writesOff("3", manager_).status, 303);
    EXPECT_EQ(onShelf("HAT").units, 7120066);
}

TEST_P(SiteCount, OffersOnlyWhatOneMayDo)
{
    start();
    const tests::ParsedPage counting = parsed(get(at("/counts/1"), director_));
    EXPECT_TRUE(counting.linksTo(at("/counts/1/line")));
    EXPECT_TRUE(counting.linksTo(at("/counts/1/cancel")));
    const tests::ParsedPage looking = parsed(get(at("/counts/1"), manager_));
    EXPECT_FALSE(looking.linksTo(at("/counts/1/line")));
    EXPECT_TRUE(looking.linksTo(at("/counts/1/post")));
}

TEST_P(SiteCount, AsksForWhatIsToBeCounted)
{
    const std::string before = allRows();
    const Response asked = post(at("/counts/start"), {{"as_of", "2026-06-15"}}, director_);
    EXPECT_EQ(asked.status, 422);
    EXPECT_TRUE(parsed(asked).says("Say what to count"));
    EXPECT_EQ(allRows(), before);
}

TEST_P(SiteCount, AndWriteOffsOfferTheReasonsOfTheStore)
{
    const std::string administrator = loggedInAs(Role::Administrator);
    EXPECT_EQ(parsed(get(at("/settings"), administrator)).link("Reasons of write-offs and counts"),
              at("/reasons"));
    const Response added = post(at("/reasons/add"), {{"reason", "given to a club"}}, administrator);
    EXPECT_EQ(headerOf(added, "Location"), at("/reasons"));
    const tests::ParsedPage list = parsed(follow(added, administrator));
    EXPECT_TRUE(list.says("Reason added: given to a club."));
    const Response retired =
        post(at("/reasons/retire?reason=found"), {{"reason", "found"}}, administrator);
    EXPECT_TRUE(parsed(follow(retired, administrator)).says("Reason retired: found."));
    const tests::ParsedPage form = parsed(get(at("/write-off?sku=MUG"), director_));
    EXPECT_TRUE(form.mentions("given to a club"));
    EXPECT_EQ(get(at("/reasons/add"), director_).status, 403);
}

} // namespace
} // namespace giftbox::web::count_test
