#include "inventory/edit_item.h"
#include "tests/web/site_fixture.h"

namespace giftbox::web::shelf_test {
namespace {

using access::Role;

/// The parts director's work with the stock.
class SiteShelf : public SiteFixture {
protected:
    void prepare() override
    {
        SiteFixture::prepare();
        director_ = loggedInAs(Role::PartsDirector);
        item("HAT");
        stock("HAT", 3, "10.00", "2026-06-01");
        stock("HAT", 2, "8.01", "2026-06-02");
    }
    Response receive(const std::string& query)
    {
        return post(at("/receive?") + query,
                    {{"sku", "HAT"},
                     {"units", "5"},
                     {"cost", "50.00"},
                     {"on", "2026-06-15"},
                     {"source", "purchase"}},
                    director_);
    }
    std::string director_;
};

TEST_P(SiteShelf, SaysOfEveryFieldWhatIsWrongWithIt)
{
    const std::string before = allRows();
    const Response refused = post(at("/receive"),
                                  {{"sku", "HAT"},
                                   {"units", "many"},
                                   {"cost", "1,50"},
                                   {"on", "2026-06-31"},
                                   {"source", "purchase"}},
                                  director_);
    EXPECT_EQ(refused.status, 422);
    EXPECT_TRUE(
        parsed(refused).refuses("units", "\"many\" is not a whole number. Enter digits only."));
    EXPECT_TRUE(parsed(refused).refuses("cost", "If you mean 1.50, enter it like that."));
    EXPECT_TRUE(parsed(refused).refuses("on", "\"2026-06-31\" is not a date"));
    EXPECT_EQ(allRows(), before);
}

TEST_P(SiteShelf, SaysWhatIsOnHandOfAnItemAndWhatItCost)
{
    const tests::ParsedPage page = parsed(get(at("/item?sku=HAT"), director_));
    EXPECT_EQ(page.fact("On hand"), "5");
    EXPECT_EQ(page.fact("Cost"), "18.01 USD");
}

TEST_P(SiteShelf, GoesOnWithTheRestockListAfterALineOfIt)
{
    write([](auto& tx) {
        inventory::editItem(tx, "HAT", {{"reorder_point", "5"}, {"par_level", "10"}});
        return 0;
    });
    const std::string line = at("/receive?from=restock&sku=HAT&units=5");
    EXPECT_TRUE(parsed(get(at("/restock"), director_)).linksTo(line));
    EXPECT_EQ(parsed(get(at("/receive?from=restock&sku=HAT"), director_)).link("Back"),
              at("/restock"));
    const Response done = receive("from=restock&sku=HAT&units=5");
    EXPECT_EQ(headerOf(done, "Location"), at("/restock"));
    EXPECT_TRUE(parsed(follow(done, director_)).says("Received 5 units of HAT for 50.00 USD."));
    EXPECT_FALSE(parsed(get(at("/restock"), director_)).mentions("sku=HAT&units"));
}

TEST_P(SiteShelf, LeadsBackToWhereOneCameFrom)
{
    EXPECT_EQ(parsed(get(at("/count?sku=HAT"), director_)).link("Back"), at("/item?sku=HAT"));
    EXPECT_EQ(parsed(get(at("/count"), director_)).link("Back"), at("/stock"));
    EXPECT_EQ(headerOf(receive("sku=HAT"), "Location"), at("/item?sku=HAT"));
}

GIFTBOX_ON_BOTH_ENGINES(SiteShelf);

} // namespace
} // namespace giftbox::web::shelf_test
