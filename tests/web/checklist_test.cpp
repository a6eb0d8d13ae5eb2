#include "gifting/adjust_stock.h"
#include "tests/web/site_fixture.h"

namespace giftbox::web::checklist_test {
namespace {

using access::Role;

/// A store without anything, and its administrator.
class SiteChecklist : public SiteFixture {
protected:
    void prepare() override
    {
        SiteFixture::prepare();
        openStore("USD", "30.00", 0);
        administrator_ = loggedInAs(Role::Administrator);
    }
    tests::ParsedPage home() { return parsed(get(at(""), administrator_)); }
    std::string administrator_;
};
GIFTBOX_ON_BOTH_ENGINES(SiteChecklist);

TEST_P(SiteChecklist, TicksItself)
{
    EXPECT_TRUE(home().says("First steps 0 of 11 done"));
    EXPECT_EQ(home().link("Enter the items"), at("/import"));
    item("HAT");
    EXPECT_TRUE(home().says("First steps 1 of 11 done"));
    EXPECT_FALSE(home().hasLink("Enter the items")) << "It is done.";
    item("CAP");
    stock("HAT", 5, "10.00", "2026-06-01");
    EXPECT_TRUE(home().says("First steps 1 of 11 done")) << "Nobody has looked for CAP yet.";
    write([](auto& tx) {
        return gifting::countStock(
            tx, {.sku = "CAP", .units = 0, .on = tests::day("2026-06-01"), .reason = "opening"});
    });
    EXPECT_TRUE(home().says("First steps 2 of 11 done"));
    recipient("C-1");
    cap("month.program", "500.00", budget::CapAction::Stop);
    EXPECT_TRUE(home().says("First steps 4 of 11 done"));
    EXPECT_TRUE(home().says("The parts director packs it."));
    packAndGive("C-1", {{"HAT", 1}}, "2026-06-12");
    loggedInAs(Role::Manager);
    EXPECT_TRUE(home().says("First steps 6 of 11 done"));
    item("NEW");
    EXPECT_TRUE(home().says("First steps 6 of 11 done")) << "Items that come later are no step.";
}

TEST_P(SiteChecklist, IsForAdministratorsAlone)
{
    for (const Role role : access::kRoles) {
        const bool isAdministrator = role == Role::Administrator;
        EXPECT_EQ(bool(parsed(get(at(""), loggedInAs(role))).says("First steps")), isAdministrator)
            << toText(role);
    }
}

} // namespace
} // namespace giftbox::web::checklist_test
