#include "books/entity.h"
#include "books/set_store.h"
#include "tests/support/store_fixture.h"

namespace giftbox::tests::entity_limits_test {
namespace {

using books::Setting;

constexpr std::int64_t kWarn = 1;
constexpr std::int64_t kBlock = 2;

/// A mug costs 10.00; the law of the store's entity allows 25.00.
class EntityLimits : public StoreFixture {
protected:
    void prepare() override
    {
        item("MUG");
        recipient("C-1");
        stock("MUG", 100, "1000.00", "2025-01-01");
        write([&](auto& tx) {
            return books::addEntity(tx,
                                    {.code = "E" + store(), .name = "Harbor Inc.", .country = "US"},
                                    {{Setting::LimitUsGift, kBlock}, {Setting::TaxYearStart, 701}});
        });
        write([&](auto& tx) { return books::setStore(tx, {.entity = "E" + store()}), 0; });
    }
};
GIFTBOX_ON_BOTH_ENGINES(EntityLimits);

TEST_P(EntityLimits, BlockInAStoreThatSetsNone)
{
    packAndGive("C-1", {{"MUG", 2}}, "2026-03-05");
    EXPECT_REFUSAL("limit.exceeded", pack("C-1", {{"MUG", 1}}, "2026-03-06"));
}

TEST_P(EntityLimits, RunInTheTaxYearOfTheEntity)
{
    packAndGive("C-1", {{"MUG", 2}}, "2025-06-30");
    packAndGive("C-1", {{"MUG", 2}}, "2025-07-01");
    EXPECT_REFUSAL("limit.exceeded", pack("C-1", {{"MUG", 1}}, "2026-03-06"));
    setFrom(Setting::TaxYearStart, 101, "2026-01");
    pack("C-1", {{"MUG", 1}}, "2026-03-06");
}

TEST_P(EntityLimits, GiveWayToTheActionOfTheStore)
{
    setFrom(Setting::LimitUsGift, kWarn, "2026-01");
    packAndGive("C-1", {{"MUG", 2}}, "2026-03-05");
    EXPECT_EQ(pack("C-1", {{"MUG", 1}}, "2026-03-06").verdict.warned.size(), 1U);
}

TEST_P(EntityLimits, DoNothingInAnotherCurrency)
{
    const std::string entity = "E" + store();
    openStore("EUR", "0.00", 0);
    write([&](auto& tx) { return books::setStore(tx, {.entity = entity}), 0; });
    item("MUG");
    recipient("C-1");
    stock("MUG", 100, "1000.00", "2025-01-01");
    EXPECT_EQ(pack("C-1", {{"MUG", 9}}, "2026-03-06").verdict, budget::Verdict{});
}

} // namespace
} // namespace giftbox::tests::entity_limits_test
