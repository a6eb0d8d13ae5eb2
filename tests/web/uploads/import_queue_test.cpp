#include "tests/support/store_fixture.h"
#include "web/uploads/import_queue.h"

#include <thread>

namespace giftbox::web::import_queue_test {
namespace {

using tests::codeOf;
using namespace std::chrono_literals;

class ImportQueueKeeps : public tests::StoreFixture {
protected:
    void open(std::chrono::milliseconds keep, const std::string& databaseUrl)
    {
        desk_ = std::make_unique<ImportQueue>(
            ImportQueue::Options{.databaseUrl = databaseUrl,
                                 .log = [this](const std::string&) { ++logged_; },
                                 .keep = keep});
    }
    void check(const std::string& id, const std::string& login = "pat")
    {
        Spool bytes;
        bytes.append("sku,name,kind,category,unit\nHAT,Hat,contents,hat,each\n");
        const std::string_view content = bytes.bytes();
        desk_->check({.id = id,
                      .store = store(),
                      .login = login,
                      .kind = "items",
                      .parts = {{.field = "file",
                                 .name = "items.csv",
                                 .sha256 = {},
                                 .size = static_cast<std::int64_t>(content.size())}}},
                     std::move(bytes), {content}, actor());
    }
    SentFile find(const std::string& id, const std::string& login = "pat")
    {
        return desk_->find(id, store(), login);
    }

    std::unique_ptr<ImportQueue> desk_;
    int logged_ = 0;
};

TEST_P(ImportQueueKeeps, AFileForItsTimeAndNoLonger)
{
    open(300ms, url());
    check("a");
    desk_->waitUntilIdle();
    EXPECT_EQ(find("a").state, ImportState::Clean);
    std::this_thread::sleep_for(400ms);
    EXPECT_EQ(codeOf([&] { find("a"); }), "import.unknown");
}

TEST_P(ImportQueueKeeps, FourOfAPersonAndTheOldestMakesRoom)
{
    open(1h, url());
    for (int i = 0; i < 5; ++i) {
        check("mine " + std::to_string(i));
        check("theirs " + std::to_string(i), "kim");
        desk_->waitUntilIdle();
    }
    EXPECT_EQ(codeOf([&] { find("mine 0"); }), "import.unknown") << "the oldest made room";
    EXPECT_EQ(codeOf([&] { find("theirs 0", "kim"); }), "import.unknown");
    for (int i = 1; i < 5; ++i) {
        EXPECT_EQ(find("mine " + std::to_string(i)).state, ImportState::Clean);
        EXPECT_EQ(find("theirs " + std::to_string(i), "kim").state, ImportState::Clean);
    }
}

TEST_P(ImportQueueKeeps, NobodyElseOutWhoFillsTheirOwnPlacesAndNeverDropsOneThatIsWorkedOn)
{
    open(1h, url());
    check("first");
    desk_->waitUntilIdle();
    {
        const books::WriteScope another(database(), store(), actor()); // keeps an import waiting
        desk_->import(find("first"), actor());
        for (int i = 0; i < 3; ++i) {
            check("busy " + std::to_string(i));
        }
        EXPECT_EQ(codeOf([&] { check("one more"); }), "import.busy");
        check("another's", "kim");
    }
    desk_->waitUntilIdle();
    EXPECT_EQ(find("first").state, ImportState::Done);
    EXPECT_EQ(find("another's", "kim").state, ImportState::Clean);
    check("one more");
    desk_->waitUntilIdle();
    EXPECT_EQ(find("one more").state, ImportState::Clean);
}

TEST_P(ImportQueueKeeps, NobodyWaitingWhileItChecks)
{
    open(1h, url());
    const books::WriteScope another(database(), store(), actor());
    check("a");
    desk_->waitUntilIdle();
    EXPECT_EQ(find("a").state, ImportState::Clean);
}

TEST_P(ImportQueueKeeps, TheReasonWhereTheServerFailed)
{
    open(1h, "sqlite:/nowhere/at/all.db");
    check("a");
    desk_->waitUntilIdle();
    EXPECT_EQ(find("a").state, ImportState::Refused);
    EXPECT_NE(find("a").why->text().find("nothing was imported"), std::string::npos);
    EXPECT_EQ(codeOf([&] { desk_->import(find("a"), actor()); }), "import.not_clean");
    EXPECT_EQ(logged_, 1);
}

GIFTBOX_ON_BOTH_ENGINES(ImportQueueKeeps);

TEST(ImportKind, IsOneOfThoseThereAre)
{
    EXPECT_EQ(importKind("stock").added, "lots");
    EXPECT_EQ(codeOf([] { importKind("store"); }), "import.kind");
}

} // namespace
} // namespace giftbox::web::import_queue_test
