#include "books/request.h"
#include "foundation/database/sql_text.h"
#include "tests/support/store_fixture.h"

namespace giftbox::tests::request_test {
namespace {

using books::KeyedRequest;

class Requests : public StoreFixture {
protected:
    static KeyedRequest request(const std::string& command, const std::vector<std::string>& said)
    {
        return {.command = command, .digest = books::digestOf(said)};
    }
    /// Requests a change under the key; the result is the number of changes made.
    std::string ask(const std::string& key, const KeyedRequest& what)
    {
        books::Actor who = actor();
        who.requestKey = key;
        return books::write(database(), store(), who, [&](books::WriteTransaction& tx) {
            return books::once(tx, what, [&] {
                ++done_;
                tx.record("test", "test", "{}");
                return "{\"done\":" + std::to_string(done_) + "}";
            });
        });
    }
    int done_ = 0;
};
GIFTBOX_ON_BOTH_ENGINES(Requests);

TEST_P(Requests, AreDoneOnceForEachKey)
{
    const KeyedRequest receive = request("receive", {"ann", "HAT", "2"});
    EXPECT_EQ(ask("till", receive), R"({"done":1})");
    EXPECT_EQ(ask("till", receive), R"({"done":1})");
    EXPECT_EQ(ask("till 2", receive), R"({"done":2})");
    EXPECT_EQ(ask("", receive), R"({"done":3})") << "without a key it is done each time";
    EXPECT_EQ(ask("", receive), R"({"done":4})");
}

TEST_P(Requests, ThatSaySomethingElseUnderAUsedKeyAreRefused)
{
    ask("till", request("receive", {"ann", "HAT", "2"}));
    for (const std::vector<std::string>& said : {std::vector<std::string>{"ann", "HAT", "5"},
                                                 {"bob", "HAT", "2"},
                                                 {"ann", "HAT2", ""},
                                                 {"ann", "HAT", "2", ""},
                                                 {"ann", "HAT"},
                                                 {"annHAT2"}}) {
        const Refusal refusal =
            EXPECT_REFUSAL("request.reused", ask("till", request("receive", said)));
        EXPECT_EQ(refusal.sentence(),
                  "The request key till was used for receive with other values, another file or by "
                  "somebody else, and nothing was done now. Use a new key for another request.");
    }
    const Refusal refusal =
        EXPECT_REFUSAL("request.reused", ask("till", request("count", {"ann", "HAT", "2"})));
    EXPECT_EQ(refusal.sentence(),
              "The request key till was used for receive. Use a new key for another request.");
    EXPECT_EQ(done_, 1);
}

TEST_P(Requests, AreKeptAsADigestOnly)
{
    ask("till", request("receive", {"Quillfeather"}));
    EXPECT_EQ(
        raw().column("SELECT digest FROM request WHERE store_id = " + storeId()),
        (std::vector<std::string>{books::digestOf(std::vector<std::string>{"Quillfeather"})}));
    EXPECT_EQ(allRows().find("Quillfeather"), std::string::npos);
}

TEST_P(Requests, OfWhichNoDigestWasKeptAreRefused)
{
    const KeyedRequest receive = request("receive", {"ann", "HAT", "2"});
    ask("till", receive);
    raw().execute("UPDATE request SET digest = '' WHERE store_id = " + storeId());
    const Refusal refusal = EXPECT_REFUSAL("request.reused", ask("till", receive));
    EXPECT_EQ(refusal.sentence(),
              "The request key till was used for receive with an earlier version of Giftbox, and "
              "nothing was done now. Check whether this is recorded; if not, use a new key.");
}

TEST_P(Requests, WhoseResultIsNoJsonAreRefused)
{
    const KeyedRequest receive = request("receive", {"ann", "HAT", "2"});
    ask("till", receive);
    raw().execute("UPDATE request SET result = 'r0:' WHERE store_id = " + storeId());
    EXPECT_REFUSAL("request.reused", ask("till", receive));
    EXPECT_EQ(done_, 1);
}

TEST(DigestOf, TellsWhereOnePartEnds)
{
    const auto digest = [](const std::vector<std::string>& said) { return books::digestOf(said); };
    EXPECT_EQ(digest({"ab", "c"}).size(), 64U);
    EXPECT_NE(digest({"ab", "c"}), digest({"a", "bc"}));
    EXPECT_NE(digest({"1:a"}), digest({"", "a"}));
    EXPECT_EQ(digest({"ab", "c"}), digest({"ab", "c"}));
}

/// A database from before requests had digests, in a separate file.
class UpgradedRequests : public StoreFixture {};
INSTANTIATE_TEST_SUITE_P(, UpgradedRequests, testing::Values(Engine::Sqlite), engineName);

TEST_P(UpgradedRequests, KeepTheDigestThatTheApiHadAtTheHeadOfItsResult)
{
    const auto migrations = foundation::loadMigrations(GetParam());
    const std::string digest(64, 'a');
    foundation::Database old = foundation::Database::open(url() + ".old");
    for (const foundation::Migration& migration : migrations) {
        if (migration.number == 7) {
            for (const std::string& row : {"('k1', 1, 'api /boxes/pack', '" + digest + "\nh1\nr')",
                                           std::string("('k2', 2, 'receive', 'h1')"),
                                           std::string("('k3', 3, 'api /boxes/pack', '')")}) {
                old.runText(
                    "INSERT INTO request (store_id, request_key, event_seq, command, result) "
                    "SELECT 1, r.* FROM (VALUES " +
                        row + ") r",
                    "old row");
            }
        }
        for (const std::string& statement : migration.statements) {
            old.runText(statement, migration.name);
        }
    }
    EXPECT_EQ(RawDatabase(url() + ".old")
                  .rows("SELECT request_key, digest, result FROM request ORDER BY 1"),
              (std::vector<RawDatabase::Cells>{
                  {"k1", digest, "h1\nr"}, {"k2", "", "h1"}, {"k3", "", ""}}));
}

} // namespace
} // namespace giftbox::tests::request_test
