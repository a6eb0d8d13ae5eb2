#include "inventory/edit_item.h"
#include "tests/web/site_fixture.h"

namespace giftbox::web {
namespace {

using access::Role;

bool holds(const Response& response, const std::string& text)
{
    return response.body.find(text) != std::string::npos;
}

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
    EXPECT_TRUE(holds(refused, "id=\"e-units\" role=\"alert\">&quot;many&quot; is not a whole "
                               "number. Enter digits only.<"));
    EXPECT_TRUE(holds(refused, "id=\"e-cost\" role=\"alert\">&quot;1,50&quot; is not an amount"));
    EXPECT_TRUE(holds(refused, "id=\"e-on\" role=\"alert\">&quot;2026-06-31&quot; is not a date"));
    EXPECT_EQ(allRows(), before);
}

TEST_P(SiteShelf, SaysWhatIsOnHandOfAnItemAndWhatItCost)
{
    const Response page = get(at("/item?sku=HAT"), director_);
    EXPECT_TRUE(holds(page, "<dt>On hand</dt><dd>5</dd>")) << page.body;
    EXPECT_TRUE(holds(page, "<dt>Cost</dt><dd>18.01 USD</dd>"));
}

TEST_P(SiteShelf, GoesOnWithTheRestockListAfterALineOfIt)
{
    write([](auto& tx) {
        inventory::editItem(tx, "HAT", {{"reorder_point", "5"}, {"par_level", "10"}});
        return 0;
    });
    const std::string line = "receive?from&#61;restock&amp;sku&#61;HAT&amp;units&#61;5";
    EXPECT_TRUE(holds(get(at("/restock"), director_), line));
    EXPECT_TRUE(holds(get(at("/receive?from=restock&sku=HAT"), director_),
                      "href=\"" + at("/restock") + "\">Back"));
    const Response done = receive("from=restock&sku=HAT&units=5");
    EXPECT_EQ(headerOf(done, "Location"), at("/restock"));
    EXPECT_TRUE(holds(follow(done, director_), "Received 5 units of HAT for 50.00 USD."));
    EXPECT_FALSE(holds(get(at("/restock"), director_), line));
}

TEST_P(SiteShelf, LeadsBackToWhereOneCameFrom)
{
    EXPECT_TRUE(holds(get(at("/count?sku=HAT"), director_),
                      "href=\"" + at("/item?sku&#61;HAT") + "\">Back"));
    EXPECT_TRUE(holds(get(at("/count"), director_), "href=\"" + at("/stock") + "\">Back"));
    EXPECT_EQ(headerOf(receive("sku=HAT"), "Location"), at("/item?sku=HAT"));
}

GIFTBOX_ON_BOTH_ENGINES(SiteShelf);

} // namespace
} // namespace giftbox::web
