#include "tests/web/site_fixture.h"

#include <algorithm>

namespace giftbox::web::request_key_test {
namespace {

using access::Role;

/// A form that packs a box with one hat.
class SiteRequestKeys : public SiteFixture {
protected:
    void prepare() override
    {
        SiteFixture::prepare();
        item("HAT");
        recipient("C-1");
        stock("HAT", 9, "90.00", "2026-06-01");
        director_ = loggedInAs(Role::PartsDirector);
        key_ = fieldOf(get(at("/boxes/pack"), director_), "request_key");
        box_ = {{"recipient", "C-1"}, {"sku", "HAT"}, {"on", "2026-06-15"}, {"request_key", key_}};
    }
    Response pack(const std::string& query = {}, const std::string& token = {})
    {
        return post(at("/boxes/pack") + query, box_, token.empty() ? director_ : token);
    }
    std::size_t boxes()
    {
        std::size_t count = 0;
        read([&](const books::ReadTransaction& tx) {
            gifting::listBoxes(tx, {}, [&](const gifting::Box&) { ++count; });
            return true;
        });
        return count;
    }
    std::string director_;
    std::string key_;
    Fields box_;
};
GIFTBOX_ON_BOTH_ENGINES(SiteRequestKeys);

TEST_P(SiteRequestKeys, StandForOtherValuesOnlyAfterThePersonWasTold)
{
    EXPECT_EQ(pack().status, 303);
    box_.emplace_back("minutes", "5"); // as after going back in the browser
    const std::string before = allRows();
    const Response refused = pack();
    EXPECT_EQ(refused.status, 422);
    EXPECT_TRUE(parsed(refused).says("This form was sent before"));
    EXPECT_EQ(allRows(), before);
    const std::string next = fieldOf(refused, "request_key");
    EXPECT_NE(next, key_);
    *std::ranges::find(box_, "request_key", &Fields::value_type::first) = {"request_key", next};
    EXPECT_EQ(pack().status, 303);
    EXPECT_EQ(boxes(), 2U);
}

TEST_P(SiteRequestKeys, StandForOneAddressAndOneUser)
{
    EXPECT_EQ(pack().status, 303);
    EXPECT_EQ(pack("?recipient=C-2").status, 422);
    EXPECT_EQ(pack("", loggedInAs(Role::PartsDirector)).status, 422);
    EXPECT_EQ(pack().status, 303);
    EXPECT_EQ(boxes(), 1U);
}

} // namespace
} // namespace giftbox::web::request_key_test
