#include "access/stores_of_user.h"
#include "tests/access/access_fixture.h"
#include "tests/tidy/source_tree.h"

namespace giftbox::tests::many_stores_test {
namespace {

/// 20,000 stores, half of them of one entity, and 50,000 users who each work in one of them.
class ManyStores : public AccessFixture {
protected:
    bool needsOwnDatabase() const override { return true; }
    void prepare() override
    {
        const std::string numbers = "WITH RECURSIVE n (i) AS (SELECT 10 UNION ALL SELECT i + 1 "
                                    "FROM n WHERE i < ";
        raw().execute("INSERT INTO store (store_id, code, name, legal_entity, currency, "
                      "created_at, entity) " +
                      numbers +
                      "20009) SELECT i, 'S' || (100000 + i), 'Motors ' || i, '', 'USD', 0, "
                      "CASE WHEN i % 2 = 0 THEN 'HARBOR' ELSE '' END FROM n");
        raw().execute("INSERT INTO app_user (user_id, login, display_name, password_hash, "
                      "password_version, disabled) " +
                      numbers + "50009) SELECT i, 'user' || i, 'Somebody', 'x', 1, 0 FROM n");
        raw().execute("INSERT INTO user_role (store_id, user_id, role) " + numbers +
                      "50009) SELECT 10 + i % 20000, i, 'adviser' FROM n");
        raw().execute("INSERT INTO group_role (user_id, entity, role) VALUES (10, '', "
                      "'group-manager'), (11, 'HARBOR', 'group-manager')");
        raw().execute("ANALYZE");
    }
    /// The plan of a statement file, a line per step.
    std::string plan(const std::string& file)
    {
        std::string sql;
        for (const std::string& line : tidy::linesOf(tidy::readFile(tidy::root() / file))) {
            sql += line.starts_with("--") ? "" : line + "\n";
        }
        for (const auto& [slot, value] : std::map<std::string, std::string>{{":user_id", "10"},
                                                                            {":store_id", "77"},
                                                                            {":most", "10"},
                                                                            {":after", "'S100200'"},
                                                                            {":words", "'%'"},
                                                                            {":entity", "'HARBOR'"},
                                                                            {":token_hash", "'x'"},
                                                                            {":store", "'S100077'"},
                                                                            {":code", "'S100077'"},
                                                                            {":login", "'user77'"},
                                                                            {":now", "0"},
                                                                            {":idle_since", "0"},
                                                                            {":latest", "0"}}) {
            for (std::size_t at = sql.find(slot); at != std::string::npos;
                 at = sql.find(slot, at + 1)) {
                if (!tidy::isWordChar(sql[at + slot.size()])) {
                    sql.replace(at, slot.size(), value);
                }
            }
        }
        std::string steps;
        const bool isSqlite = GetParam() == Engine::Sqlite;
        for (const auto& row : raw().rows((isSqlite ? "EXPLAIN QUERY PLAN " : "EXPLAIN ") + sql)) {
            steps += row.back() + "\n";
        }
        return steps;
    }
    std::vector<std::string> codesOf(std::int64_t user, const access::StoresAsked& asked)
    {
        std::vector<std::string> codes;
        for (const auto& one : access::storesOfUser(database(), access::UserId{user}, asked)) {
            codes.push_back(one.code);
        }
        return codes;
    }
};
GIFTBOX_ON_BOTH_ENGINES(ManyStores);

TEST_P(ManyStores, AreReadByKeysAlone)
{
    for (const char* file :
         {"access/sql/find_session.sql", "access/sql/find_token.sql", "access/sql/find_user.sql",
          "access/sql/own_stores.sql", "access/sql/stores_of_entity.sql",
          "access/sql/all_stores.sql", "access/sql/groups_of_user.sql",
          "access/sql/roles_in_store.sql", "access/sql/role_beyond.sql",
          "access/sql/list_users.sql", "books/sql/store_id.sql", "books/sql/stores_alike.sql",
          "books/sql/last_store.sql", "books/sql/list_stores.sql"}) {
        const std::string steps = plan(file);
        for (const char* table : {"store", "user_role", "app_user"}) {
            EXPECT_EQ(steps.find("Seq Scan on " + std::string(table) + " "), std::string::npos)
                << file << "\n"
                << steps;
        }
        for (const char* scan : {"SCAN s\n", "SCAN store\n", "SCAN r\n", "SCAN u\n", "SCAN t\n",
                                 "SCAN user_role\n", "SCAN app_user\n"}) {
            EXPECT_EQ(steps.find(scan), std::string::npos) << file << "\n" << steps;
        }
    }
}

TEST_P(ManyStores, OfAPersonComePageByPageAndAreFoundByTheirNames)
{
    EXPECT_EQ(codesOf(12, {.most = 5}), std::vector<std::string>{"S100022"});
    EXPECT_EQ(codesOf(10, {.after = "S100010", .most = 2}),
              (std::vector<std::string>{"S100011", "S100012"}));
    EXPECT_EQ(codesOf(11, {.after = "S100010", .most = 3}),
              (std::vector<std::string>{"S100012", "S100014", "S100016"}))
        << "those of the entity";
    EXPECT_EQ(codesOf(10, {.words = "motors 20008", .most = 5}),
              std::vector<std::string>{"S120008"});
    EXPECT_EQ(codesOf(11, {.words = "MOTORS 1500", .most = 3}),
              (std::vector<std::string>{"S101500", "S115000", "S115002"}));
    EXPECT_EQ(codesOf(10, {.words = "%", .most = 5}), std::vector<std::string>{});
}

} // namespace
} // namespace giftbox::tests::many_stores_test
