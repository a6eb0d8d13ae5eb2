#include "books/entity.h"
#include "books/set_store.h"
#include "tests/support/details.h"
#include "tests/support/store_fixture.h"

#include <algorithm>

namespace giftbox::tests::entity_test {
namespace {

using books::Entity;
using books::EntitySettings;
using books::Setting;

class Entities : public StoreFixture {
protected:
    /// All tests share one PostgreSQL database.
    std::string own(const std::string& word) { return word + store(); }
    Entity add(const std::string& code, const EntitySettings& settings = {},
               const std::string& country = "US")
    {
        return write([&](auto& tx) {
            return books::addEntity(tx, {.code = code, .name = "Harbor Inc.", .country = country},
                                    settings);
        });
    }
    Entity edit(const std::string& code, const EntitySettings& settings, const std::string& from,
                const std::optional<std::string>& name = {})
    {
        return write(
            [&](auto& tx) { return books::editEntity(tx, code, name, settings, month(from)); });
    }
    void join(const std::string& code)
    {
        write([&](auto& tx) { return books::setStore(tx, {.entity = code}), 0; });
    }
    std::int64_t holds(Setting setting, const std::string& of)
    {
        return read([&](const auto& tx) { return tx.store().settings.at(setting, month(of)); });
    }
    std::int64_t events()
    {
        return std::stoll(
            raw().column("SELECT COUNT(*) FROM event WHERE store_id = " + storeId()).front());
    }
};
GIFTBOX_ON_BOTH_ENGINES(Entities);

TEST_P(Entities, AreAddedWithWhatAppliesFromTheBeginning)
{
    add(own("E"), {{Setting::TaxYearStart, 701}, {Setting::LimitUsGift, 1}});
    EXPECT_EQ(withoutDigests(lastDetail()),
              R"({"name":"Harbor Inc.","country":"US","limit_us_gift":"warn",)"
              R"("tax_year_start":"07-01"})");
    const Entity found = books::requireEntity(database(), own("e"));
    EXPECT_EQ(found.code, own("E"));
    EXPECT_EQ(found.country, "US");
    EXPECT_EQ(found.settings.at(Setting::TaxYearStart, month("1990-01")), 701);
    EXPECT_EQ(found.settings.at(Setting::LimitUsGift, month("2030-01")), 1);
    const auto all = books::listEntities(database(), "", 1000);
    EXPECT_EQ(std::ranges::count(all, own("E"), &Entity::code), 1);
    const auto later = books::listEntities(database(), own("E"), 1000);
    EXPECT_EQ(std::ranges::count(later, own("E"), &Entity::code), 0) << "a page begins after it";
}

TEST_P(Entities, AreRefusedWithAnotherCountrysLimitAndEverythingThatIsWrong)
{
    const std::int64_t before = events();
    EXPECT_REFUSAL("entity.limit_country", add(own("E"), {{Setting::LimitUkGift, 1}}, "US"));
    EXPECT_REFUSAL("entity.country", add(own("E"), {}, "us"));
    EXPECT_REFUSAL("entity.country", add(own("E"), {}, "USA"));
    EXPECT_REFUSAL("entity.code_malformed", add("E 1"));
    EXPECT_REFUSAL("entity.code_malformed", add(std::string(21, 'E')));
    EXPECT_REFUSAL("store.setting", add(own("E"), {{Setting::LimitUsGift, std::nullopt}}, "US"));
    EXPECT_FALSE(books::findEntity(database(), own("E")).has_value());
    add(own("E"), {{Setting::LimitUkGift, 0}});
    EXPECT_REFUSAL("entity.exists", add(own("e")));
    EXPECT_REFUSAL("entity.unknown", edit(own("NONE"), {}, "2026-01", "Other"));
    EXPECT_REFUSAL("entity.limit_country", edit(own("E"), {{Setting::LimitDeGift, 2}}, "2026-01"));
    EXPECT_REFUSAL("text.missing", edit(own("E"), {}, "2026-01", " "));
    EXPECT_REFUSAL("entity.unknown", join(own("NONE")));
    EXPECT_EQ(events(), before + 1);
}

TEST_P(Entities, AreChangedFromAMonthOnAndOnlyWhereSomethingChanges)
{
    add(own("E"), {{Setting::LimitUsGift, 1}});
    edit(own("E"), {{Setting::LimitUsGift, 2}}, "2026-03", "Harbor Corp.");
    EXPECT_EQ(withoutDigests(lastDetail()),
              R"({"from":"2026-03","name":"Harbor Corp.","limit_us_gift":"block"})");
    const std::int64_t before = events();
    edit(own("E"), {{Setting::LimitUsGift, 2}}, "2026-03", "Harbor Corp.");
    EXPECT_EQ(events(), before);
    edit(own("E"), {{Setting::LimitUsGift, 0}}, "2026-03");
    const Entity found = books::requireEntity(database(), own("E"));
    EXPECT_EQ(found.name, "Harbor Corp.");
    EXPECT_EQ(found.settings.at(Setting::LimitUsGift, month("2026-02")), 1);
    EXPECT_EQ(found.settings.at(Setting::LimitUsGift, month("2026-03")), 0);
    EXPECT_EQ(found.settings.rows().size(), 2U) << "one for a month";
}

TEST_P(Entities, ApplyInAStoreThatHasNothingOfItsOwn)
{
    add(own("E"), {{Setting::TaxYearStart, 701}, {Setting::LimitUsGift, 1}});
    EXPECT_EQ(holds(Setting::TaxYearStart, "2026-05"), 101);
    join(own("e"));
    EXPECT_EQ(read([](const auto& tx) { return tx.store().entity; }), own("E"));
    EXPECT_EQ(read([](const auto& tx) { return tx.store().legalEntity; }), "Harbor Inc.");
    EXPECT_EQ(withoutDigests(lastDetail()), "{\"entity\":\"" + own("E") + "\"}");
    EXPECT_EQ(holds(Setting::TaxYearStart, "2026-05"), 701);
    EXPECT_EQ(holds(Setting::LimitUsGift, "2026-05"), 1);
    setFrom(Setting::LimitUsGift, 2, "2026-06");
    EXPECT_EQ(holds(Setting::LimitUsGift, "2026-05"), 1);
    EXPECT_EQ(holds(Setting::LimitUsGift, "2026-06"), 2) << "its own";
    edit(own("E"), {{Setting::LimitUsGift, 0}}, "2026-05");
    EXPECT_EQ(holds(Setting::LimitUsGift, "2026-05"), 0);
    EXPECT_EQ(holds(Setting::LimitUsGift, "2026-06"), 2);
    EXPECT_EQ(verify(), std::vector<std::string>{});
    join("");
    EXPECT_EQ(read([](const auto& tx) { return tx.store().legalEntity; }), "Test Motors Inc.");
    EXPECT_EQ(holds(Setting::TaxYearStart, "2026-05"), 101);
    EXPECT_EQ(verify(), std::vector<std::string>{});
}

TEST_P(Entities, OfAStoreAreWhatAnEventSays)
{
    add(own("E"));
    raw().execute("UPDATE store SET entity = '" + own("E") + "' WHERE store_id = " + storeId());
    EXPECT_NE(verify(), std::vector<std::string>{});
    booksAreFalsified();
}

} // namespace
} // namespace giftbox::tests::entity_test
