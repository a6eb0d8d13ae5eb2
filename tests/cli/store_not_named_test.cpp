#include "tests/support/program.h"
#include "tests/support/raw_database.h"

#include <gtest/gtest.h>

namespace giftbox::tests::store_not_named_test {
namespace {

class StoreNotNamed : public ProgramFixture {
protected:
    std::string refusedWith(int stores)
    {
        RawDatabase(url()).execute(
            "INSERT INTO store (store_id, code, name, legal_entity, currency, created_at) "
            "WITH RECURSIVE n (i) AS (SELECT " +
            std::to_string(++last_) + " UNION ALL SELECT i + 1 FROM n WHERE i < " +
            std::to_string(stores) +
            ") SELECT 100 + i, 'S' || (100 + i), 'Motors', '', 'USD', 0 FROM n");
        last_ = stores;
        const Ended ended = runs("stock");
        EXPECT_TRUE(ended.isRefused("store.ambiguous")) << ended;
        return ended.err;
    }
    int last_ = 1; // the fixture's own
};
INSTANTIATE_TEST_SUITE_P(, StoreNotNamed, testing::Values(foundation::Engine::Sqlite));

TEST_P(StoreNotNamed, IsRefusedWithTheFirstOfThem)
{
    useStore("S101");
    does("init --name Motors --currency USD");
    useStore("");
    const std::string few = refusedWith(20);
    EXPECT_NE(few.find("There are 20 stores (S101, S102, "), std::string::npos) << few;
    EXPECT_NE(few.find("S119, S120)"), std::string::npos) << few;
    const std::string many = refusedWith(30);
    EXPECT_NE(many.find("There are 30 stores (S101, "), std::string::npos) << many;
    EXPECT_NE(many.find("S120, \u2026)"), std::string::npos) << many;
}

} // namespace
} // namespace giftbox::tests::store_not_named_test
