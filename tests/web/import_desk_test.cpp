#include "tests/support/store_fixture.h"
#include "web/import_desk.h"

#include <thread>

namespace giftbox::web {
namespace {

using tests::codeOf;
using namespace std::chrono_literals;

class ImportDeskKeeps : public tests::StoreFixture {
protected:
    void open(std::chrono::milliseconds keep, const std::string& databaseUrl)
    {
        desk_ = std::make_unique<ImportDesk>(
            ImportDesk::Options{.databaseUrl = databaseUrl,
                                .log = [this](const std::string&) { ++logged_; },
                                .keep = keep});
    }
    void check(const std::string& id)
    {
        Spool bytes;
        bytes.append("sku,name,kind,category,unit\nHAT,Hat,contents,hat,each\n");
        const std::string_view content = bytes.bytes();
        desk_->check({.id = id,
                      .store = store(),
                      .login = "pat",
                      .kind = "items",
                      .parts = {{.field = "file",
                                 .name = "items.csv",
                                 .sha256 = {},
                                 .size = static_cast<std::int64_t>(content.size())}}},
                     std::move(bytes), {content}, asker());
    }
    SentFile find(const std::string& id) { return desk_->find(id, store(), "pat"); }

    std::unique_ptr<ImportDesk> desk_;
    int logged_ = 0;
};

TEST_P(ImportDeskKeeps, AFileForItsTimeAndNoLonger)
{
    open(300ms, url());
    check("a");
    desk_->waitUntilIdle();
    EXPECT_EQ(find("a").state, ImportState::Clean);
    std::this_thread::sleep_for(400ms);
    EXPECT_EQ(codeOf([&] { find("a"); }), "import.unknown");
}

TEST_P(ImportDeskKeeps, NoMoreThanItHasRoomForAndNeverDropsOneThatIsWorkedOn)
{
    open(1h, url());
    {
        const books::WriteScope another(database(), store(), asker()); // keeps the first waiting
        for (int i = 0; i < 16; ++i) {
            check("busy " + std::to_string(i));
        }
        EXPECT_EQ(codeOf([&] { check("one more"); }), "import.busy");
    }
    desk_->waitUntilIdle();
    EXPECT_EQ(find("busy 15").state, ImportState::Clean);
    check("one more");
    desk_->waitUntilIdle();
    EXPECT_EQ(find("one more").state, ImportState::Clean);
    EXPECT_EQ(codeOf([&] { find("busy 0"); }), "import.unknown") << "the oldest made room";
}

TEST_P(ImportDeskKeeps, TheReasonWhereTheServerFailed)
{
    open(1h, "sqlite:/nowhere/at/all.db");
    check("a");
    desk_->waitUntilIdle();
    EXPECT_EQ(find("a").state, ImportState::Refused);
    EXPECT_NE(find("a").sentence.find("nothing was imported"), std::string::npos);
    EXPECT_EQ(codeOf([&] { desk_->import(find("a"), asker()); }), "import.not_clean");
    EXPECT_EQ(logged_, 1);
}

GIFTBOX_ON_BOTH_ENGINES(ImportDeskKeeps);

TEST(ImportKind, IsOneOfThoseThereAre)
{
    EXPECT_EQ(importKind("stock").added, "lots");
    EXPECT_EQ(codeOf([] { importKind("store"); }), "import.kind");
}

} // namespace
} // namespace giftbox::web
