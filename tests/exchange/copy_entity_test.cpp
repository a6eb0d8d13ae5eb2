#include "accounting/entity_accounts.h"
#include "books/set_store.h"
#include "exchange/copy_store.h"
#include "tests/support/store_fixture.h"

#include <filesystem>

namespace giftbox::tests::copy_entity_test {
namespace {

using books::Setting;

class CopyEntity : public StoreFixture {
protected:
    void prepare() override
    {
        write([&](auto& tx) {
            return books::addEntity(tx, {.code = entity(), .name = "Harbor Inc.", .country = "US"},
                                    {{Setting::TaxYearStart, 701}});
        });
        write([&](auto& tx) {
            return accounting::setEntityAccount(
                tx, entity(),
                {.role = accounting::JournalRole::GiftStock,
                 .mapped = {.account = "1480", .from = month("2026-01")}});
        });
        write([&](auto& tx) { return books::setStore(tx, {.entity = entity()}), 0; });
        path_ = testing::TempDir() + store() + ".db";
        read([&](const auto& tx) {
            exchange::exportStore(tx, path_, [](std::int64_t) {});
            return true;
        });
    }
    void TearDown() override
    {
        StoreFixture::TearDown();
        std::filesystem::remove(path_);
    }
    std::string entity() { return "E" + store(); }
    std::int64_t taxYear()
    {
        return read([&](const auto& tx) {
            return tx.store().settings.at(Setting::TaxYearStart, month("2026-01"));
        });
    }
    void removeStore()
    {
        raw().execute("UPDATE store SET code = 'OLD" + storeId() + "' WHERE code = '" + store() +
                      "'");
    }
    void importAgain()
    {
        exchange::importStore(database(), path_, books::Ending::Commit, [](std::int64_t) {});
    }
    std::string path_;
};
GIFTBOX_ON_BOTH_ENGINES(CopyEntity);

TEST_P(CopyEntity, BringsTheEntityWithItsAccountsWhereThereIsNone)
{
    removeStore();
    raw().execute("DELETE FROM legal_entity WHERE code = '" + entity() + "'");
    raw().execute("DELETE FROM entity_account WHERE entity = '" + entity() + "'");
    importAgain();
    EXPECT_EQ(taxYear(), 701);
    EXPECT_EQ(read([&](const auto& tx) {
                  return accounting::listEntityAccounts(tx, entity()).front().mapped.account;
              }),
              "1480");
    EXPECT_EQ(verify(), std::vector<std::string>{});
}

TEST_P(CopyEntity, LeavesTheEntityThatIsThereAsItIs)
{
    removeStore();
    raw().execute("UPDATE legal_entity SET dated_settings = 'tax_year_start 190001 0 401' WHERE "
                  "code = '" +
                  entity() + "'");
    importAgain();
    EXPECT_EQ(taxYear(), 401);
    EXPECT_EQ(raw().column("SELECT COUNT(*) FROM entity_account WHERE entity = '" + entity() + "'"),
              std::vector<std::string>{"1"});
}

} // namespace
} // namespace giftbox::tests::copy_entity_test
