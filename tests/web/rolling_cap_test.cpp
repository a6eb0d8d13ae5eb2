#include "accounting/close_month.h"
#include "tests/web/api/api_fixture.h"

namespace giftbox::web::rolling_cap_test {
namespace {

using access::Role;

/// A cap of 100.00 for boxes that rolls over its surplus and warns at 80 %. It is June.
class RollingCap : public ApiFixture {
protected:
    void prepare() override
    {
        ApiFixture::prepare();
        item("CAP");
        stock("CAP", 900, "900.00", "2026-04-01");
        recipient("C-2");
        manager_ = loggedInAs(Role::Manager);
        token_ = tokenOf(Role::Manager);
    }
    Response setCap(const std::string& from)
    {
        return post(at("/budget/set"),
                    {{"cap", "month.program"},
                     {"amount", "100.00"},
                     {"action", "stop"},
                     {"from", from},
                     {"roll_over", "surplus"},
                     {"roll_over_most", "50.00"},
                     {"warn_percent", "80"},
                     {"reason", "agreed"},
                     {"seen", fieldOf(get(at("/budget/set"), manager_), "seen")}},
                    manager_);
    }
    std::string manager_;
    std::string token_;
};
GIFTBOX_ON_BOTH_ENGINES(RollingCap);

TEST_P(RollingCap, ShowsWhatRolledOverAndWarnsOnHomeBudgetAndMonth)
{
    EXPECT_EQ(setCap("2026-05").status, 303);
    close("2026-04");
    close("2026-05");
    const foundation::Money before = total("2026-06").spent() + total("2026-06").committed;
    const std::int64_t units = (money("130.00") - before).minor / 100;
    const auto packed = pack("C-2", {{"CAP", units}}, "2026-06-05");
    ASSERT_EQ(packed.verdict.warned.size(), 1U);
    for (const char* page : {"", "/budget?month=2026-06"}) {
        const tests::ParsedPage shown = parsed(get(at(page), manager_));
        EXPECT_EQ(shown.fact("Rolled over"), "50.00") << page;
        EXPECT_EQ(shown.fact("Limit"), "150.00") << page;
        EXPECT_TRUE(shown.says("The cap warns at 80 %.")) << page;
    }
    EXPECT_TRUE(parsed(get(at("/budget?month=2026-06"), manager_)).mentions("which warns at 80 %"));
    EXPECT_TRUE(parsed(get(at("/month/2026-06"), manager_)).mentions("Rolled over"));
    const Json row = rowsOf(read("/budget?month=2026-06", token_))[2];
    EXPECT_EQ(row["rolled_over"], "50.00");
    EXPECT_EQ(row["roll_over"], "surplus");
    EXPECT_EQ(row["warn_percent"], 80);
}

TEST_P(RollingCap, HasDefaultsOfGiftsAndATaxClassOnPages)
{
    const std::string administrator = loggedInAs(Role::Administrator);
    const auto packed = packAndGive("C-2", {{"CAP", 1}}, "2026-06-05");
    const std::string box = "/boxes/" + std::to_string(packed.number.value);
    EXPECT_EQ(post(at("/limits/defaults"),
                   {{"from", "2026-06"},
                    {"tax_class", "gift"},
                    {"purpose", "retention"},
                    {"relationship", "customer"},
                    {"seen", fieldOf(get(at("/limits/defaults"), administrator), "seen")}},
                   administrator)
                  .status,
              303);
    EXPECT_EQ(post(at(box + "/tax"),
                   {{"tax_class", "promotion"},
                    {"purpose", "a fair"},
                    {"seen", fieldOf(get(at(box + "/tax"), manager_), "seen")}},
                   manager_)
                  .status,
              303);
    EXPECT_TRUE(parsed(get(at(box), manager_)).mentions("a fair"));
    const tests::ParsedPage gifts = parsed(get(at("/gifts?year=2026"), manager_));
    EXPECT_TRUE(gifts.mentions("a fair"));
    EXPECT_TRUE(gifts.mentions("Promotion"));
    EXPECT_EQ(parsed(get(at("/limits/defaults"), administrator)).value("relationship"), "customer");
    EXPECT_EQ(get(at("/gifts?year=99999"), manager_).status, 422);
}

} // namespace
} // namespace giftbox::web::rolling_cap_test
