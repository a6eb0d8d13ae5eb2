#include "accounting/entity_accounts.h"
#include "books/set_store.h"
#include "tests/support/store_fixture.h"

namespace giftbox::tests::entity_accounts_test {
namespace {

using accounting::AccountMap;
using accounting::EntityAccount;
using accounting::JournalRole;

class EntityAccounts : public StoreFixture {
protected:
    void prepare() override
    {
        write([&](auto& tx) {
            return books::addEntity(tx, {.code = entity(), .name = "Harbor Inc.", .country = "US"},
                                    {});
        });
    }
    std::string entity() { return "E" + store(); }
    void map(JournalRole role, const std::string& account, const std::string& from,
             const std::string& department = {})
    {
        write([&](auto& tx) {
            return accounting::setEntityAccount(
                tx, entity(),
                {.role = role,
                 .mapped = {.account = account, .from = month(from), .department = department}});
        });
    }
    std::string accountOf(JournalRole role, const std::string& in,
                          const std::string& department = {})
    {
        return read([&](const auto& tx) {
            const auto mapped = AccountMap(tx, month(in)).of(role, department);
            return mapped ? mapped->account + (mapped->isOfEntity ? " (entity)" : "") : "";
        });
    }
};
GIFTBOX_ON_BOTH_ENGINES(EntityAccounts);

TEST_P(EntityAccounts, AreThoseOfAStoreThatMapsNone)
{
    map(JournalRole::GiftStock, "1480", "2026-01");
    map(JournalRole::GiftStock, "1490", "2026-04");
    map(JournalRole::GiftExpense, "6310", "2026-01");
    map(JournalRole::GiftExpense, "6320", "2026-01", "service");
    EXPECT_EQ(accountOf(JournalRole::GiftStock, "2026-02"), "") << "the store belongs to none";
    write([&](auto& tx) { return books::setStore(tx, {.entity = entity()}), 0; });
    EXPECT_EQ(accountOf(JournalRole::GiftStock, "2025-12"), "");
    EXPECT_EQ(accountOf(JournalRole::GiftStock, "2026-02"), "1480 (entity)");
    EXPECT_EQ(accountOf(JournalRole::GiftStock, "2026-04"), "1490 (entity)");
    EXPECT_EQ(accountOf(JournalRole::GiftExpense, "2026-02", "Service"), "6320 (entity)");
    write([&](auto& tx) {
        return accounting::setAccount(tx, JournalRole::GiftStock, month("2026-03"), "1500"), 0;
    });
    EXPECT_EQ(accountOf(JournalRole::GiftStock, "2026-02"), "1480 (entity)");
    EXPECT_EQ(accountOf(JournalRole::GiftStock, "2026-05"), "1500");
    EXPECT_EQ(accountOf(JournalRole::GiftExpense, "2026-05"), "6310 (entity)");
    EXPECT_EQ(verify(), std::vector<std::string>{});
}

TEST_P(EntityAccounts, AreReplacedForAMonthAndRecordedOnce)
{
    map(JournalRole::GiftStock, "1480", "2026-01");
    map(JournalRole::GiftStock, "1481", "2026-01");
    const std::string before = allRows();
    map(JournalRole::GiftStock, "1481", "2026-01");
    EXPECT_EQ(allRows(), before);
    const auto all =
        read([&](const auto& tx) { return accounting::listEntityAccounts(tx, entity()); });
    ASSERT_EQ(all.size(), 1U);
    EXPECT_EQ(all.front().mapped.account, "1481");
    EXPECT_REFUSAL("journal.no_department",
                   map(JournalRole::GiftStock, "1482", "2026-01", "service"));
    EXPECT_REFUSAL("text.missing", map(JournalRole::GiftStock, " ", "2026-01"));
}

} // namespace
} // namespace giftbox::tests::entity_accounts_test
