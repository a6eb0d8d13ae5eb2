#include "foundation/database/database.h"
#include "tests/support/store_fixture.h"

namespace giftbox::tests::postgres_session_test {
namespace {

using foundation::Database;
using foundation::DatabaseError;
using foundation::Rows;

class PostgresConversation : public StoreFixture {
protected:
    void prepare() override
    {
        for (int i = 0; i < 3; ++i) {
            item("SKU-" + std::to_string(i));
        }
    }
    std::int64_t storeNo() { return std::stoll(storeId()); }
    std::vector<std::string> skus(Rows rows)
    {
        std::vector<std::string> all;
        while (rows.next()) {
            all.push_back(rows.row().string(2));
        }
        return all;
    }
};
INSTANTIATE_TEST_SUITE_P(, PostgresConversation, testing::Values(Engine::Postgresql), engineName);

TEST_P(PostgresConversation, StreamsTheRowsThatAQueryGathers)
{
    const auto streamed =
        skus(database().stream("inventory/list_items", {{"store_id", storeNo()}}));
    EXPECT_EQ(streamed, (std::vector<std::string>{"SKU-0", "SKU-1", "SKU-2"}));
    EXPECT_EQ(skus(database().query("inventory/list_items", {{"store_id", storeNo()}})), streamed);
}

TEST_P(PostgresConversation, GoesOnWhenAStreamIsLeftBeforeItsEnd)
{
    {
        Rows rows = database().stream("inventory/list_items", {{"store_id", storeNo()}});
        EXPECT_TRUE(rows.next());
    }
    EXPECT_EQ(skus(database().query("inventory/list_items", {{"store_id", storeNo()}})).size(), 3U);
}

TEST_P(PostgresConversation, FindsNothingByATextThatNoRowCanHold)
{
    using namespace std::string_view_literals;
    for (const std::string_view sku : {"SKU-1\xff"sv, "\xffSKU-1"sv, "SKU-1\0"sv, "SKU-1\0x"sv}) {
        EXPECT_EQ(
            skus(database().query("inventory/find_item", {{"store_id", storeNo()}, {"sku", sku}})),
            std::vector<std::string>{});
    }
}

TEST_P(PostgresConversation, GoesOnWhenAVisitorThrows)
{
    const auto visit = [this] {
        database().visitLater("inventory/list_items", {{"store_id", storeNo()}},
                              [](const auto&) { throw std::runtime_error("enough"); });
        database().settle();
    };
    EXPECT_THROW(visit(), std::runtime_error);
    EXPECT_EQ(skus(database().query("inventory/list_items", {{"store_id", storeNo()}})).size(), 3U);
}

TEST_P(PostgresConversation, DoesNotCommitWhatHasFailed)
{
    const std::string before = allRows();
    const std::int64_t number = storeNo();
    database().begin(foundation::Access::Write);
    database().execute("books/insert_request", {{"store_id", number},
                                                {"request_key", "K-1"},
                                                {"event_seq", 1},
                                                {"command", "item add"},
                                                {"result", ""},
                                                {"digest", "of it"}});
    EXPECT_THROW(database().runText("SELECT 1 / 0", "division"), DatabaseError);
    try {
        database().commit();
        FAIL() << "the commit looked like success";
    } catch (const DatabaseError& error) {
        EXPECT_EQ(error.nativeCode(), "25P02");
    }
    database().rollback();
    EXPECT_EQ(allRows(), before);
}

TEST_P(PostgresConversation, WritesNothingOutsideOfATransaction)
{
    const std::string before = allRows();
    try {
        database().runText("UPDATE store SET name = 'x' WHERE code = '" + store() + "'", "slip");
        FAIL() << "what nobody makes durable was written";
    } catch (const DatabaseError& error) {
        EXPECT_EQ(error.nativeCode(), "25006");
    }
    EXPECT_EQ(allRows(), before);
}

TEST_P(PostgresConversation, SaysThatTheServerIsLost)
{
    const std::int64_t number = storeNo();
    Database lost = Database::open(url());
    lost.begin(foundation::Access::Write);
    try {
        lost.runText("SELECT pg_terminate_backend(pg_backend_pid())", "goodbye");
        FAIL() << "the server went on";
    } catch (const DatabaseError& error) {
        EXPECT_EQ(error.sqlFile(), "goodbye");
        EXPECT_EQ(error.nativeCode(), "57P01");
    }
    EXPECT_THROW(lost.commit(), DatabaseError);
    EXPECT_THROW((void)lost.query("inventory/list_items", {{"store_id", number}}), DatabaseError);
    EXPECT_THROW((void)lost.stream("inventory/list_items", {{"store_id", number}}), DatabaseError);
    lost.rollback();
}

} // namespace
} // namespace giftbox::tests::postgres_session_test
