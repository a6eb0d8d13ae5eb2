#include "access/setup_link.h"

#include "books/create_store.h"
#include "foundation/database/schema.h"
#include "tests/access/access_fixture.h"
#include "tests/support/program.h"
#include "tests/support/server_database.h"

#include <cstdlib>
#include <filesystem>

namespace giftbox::tests::setup_link_test {
namespace {

/// A separate database with two empty stores, NORTH and SOUTH, and no users.
class SetupLink : public testing::TestWithParam<Engine> {
protected:
    void SetUp() override
    {
        if (GetParam() == Engine::Postgresql) {
            const char* server = std::getenv("GIFTBOX_TEST_POSTGRESQL");
            if (server == nullptr) {
                GTEST_SKIP() << kNoServer;
            }
            url_ = own_.emplace(server).url();
        } else {
            url_ = testing::TempDir() + ProgramStore::newStoreCode() + ".db";
        }
        database_ = std::make_unique<foundation::Database>(foundation::Database::open(url_));
        foundation::migrate(*database_, {});
        for (const char* code : {"NORTH", "SOUTH"}) {
            books::createStore(*database_,
                               {.code = code,
                                .name = "Motors",
                                .legalEntity = "",
                                .currency = foundation::currencyOf("USD"),
                                .timeZones = foundation::ZoneHistory::always("UTC")},
                               actor());
        }
    }
    void TearDown() override
    {
        database_.reset();
        own_.reset();
        for (const char* end : {"", "-wal", "-shm"}) {
            std::filesystem::remove(url_ + end);
        }
    }

    books::Actor actor() const
    {
        return {.name = "setup", .now = now_, .machineZone = "UTC", .requestKey = ""};
    }
    void wait(std::int64_t ms) { now_.unixMs += ms; }
    std::optional<std::string> link() { return access::createSetupLink(*database_, now_); }
    bool isOpen(const std::string& token) { return access::isSetupLink(*database_, token, now_); }

    access::UserId use(foundation::Database& database, const std::string& token,
                       const std::string& login, const std::string& store = "NORTH") const
    {
        return books::write(database, store, actor(), [&](auto& tx) {
            return access::addFirstUser(tx, token,
                                        {.login = login,
                                         .displayName = "Ann",
                                         .password = access::nobodysPassword(),
                                         .role = Role::Adviser});
        });
    }
    access::UserId use(const std::string& token, const std::string& login = "ann")
    {
        return use(*database_, token, login);
    }

    std::unique_ptr<foundation::Database> database_;
    std::string url_;
    Instant now_{1'790'000'000'000};

private:
    std::optional<ServerDatabase> own_;
};
GIFTBOX_ON_BOTH_ENGINES(SetupLink);

TEST_P(SetupLink, MakesTheFirstUserAnAdministratorOnce)
{
    const std::string token = link().value();
    EXPECT_TRUE(isOpen(token));
    EXPECT_EQ(use(token), access::UserId{1});
    EXPECT_FALSE(isOpen(token));
    EXPECT_EQ(codeOf([&] { use(token, "bob"); }), "setup.ended");
    EXPECT_FALSE(access::findUser(*database_, "bob").has_value());
    books::read(*database_, "NORTH", [](const auto& tx) {
        EXPECT_EQ(access::rolesIn(tx, access::UserId{1}), std::vector{Role::Administrator});
        return 0;
    });
    EXPECT_FALSE(link().has_value()) << "there is a user";
}

TEST_P(SetupLink, EndsAfterAnHour)
{
    const std::string token = link().value();
    wait(access::kSetupLinkLastsMs - 1);
    EXPECT_TRUE(isOpen(token));
    wait(1);
    EXPECT_FALSE(isOpen(token));
    EXPECT_EQ(codeOf([&] { use(token); }), "setup.ended");
    EXPECT_EQ(use(link().value()), access::UserId{1});
}

TEST_P(SetupLink, DoesNotLastLongerWhenTheClockRanAhead)
{
    wait(access::kSetupLinkLastsMs * 24);
    const std::string token = link().value();
    EXPECT_TRUE(isOpen(token));
    wait(-access::kSetupLinkLastsMs * 24);
    EXPECT_FALSE(isOpen(token));
    EXPECT_EQ(codeOf([&] { use(token); }), "setup.ended");
}

TEST_P(SetupLink, EndsWithTheNextOne)
{
    const std::string token = link().value();
    const std::string next = link().value();
    EXPECT_FALSE(isOpen(token));
    EXPECT_TRUE(isOpen(next));
}

TEST_P(SetupLink, IsNotUsedUpByARefusal)
{
    const std::string token = link().value();
    EXPECT_EQ(codeOf([&] { use(token, "no login"); }), "user.login_malformed");
    EXPECT_TRUE(isOpen(token));
    EXPECT_EQ(codeOf([&] { use(access::newToken()); }), "setup.ended");
    EXPECT_TRUE(isOpen(token));
}

TEST_P(SetupLink, EndsWhenSomebodyElseAddsTheFirstUser)
{
    const std::string token = link().value();
    books::write(*database_, "SOUTH", actor(), [&](auto& tx) {
        return access::addUser(tx, {.login = "bob",
                                    .displayName = "Bob",
                                    .password = access::nobodysPassword(),
                                    .role = Role::Adviser});
    });
    EXPECT_EQ(codeOf([&] { use(token); }), "setup.ended");
}

TEST_P(SetupLink, ServesOneOfTwoAtOnce)
{
    const std::string token = link().value();
    const std::array stores = {"NORTH", "SOUTH", "NORTH", "SOUTH"};
    const Outcomes outcomes =
        atOnce(url_, stores.size(), [&](foundation::Database& own, int person) {
            use(own, token, "ann", stores[static_cast<std::size_t>(person)]);
        });
    EXPECT_EQ(outcomes, (Outcomes{{"done", 1}, {"setup.ended", 3}}));
}

} // namespace
} // namespace giftbox::tests::setup_link_test
