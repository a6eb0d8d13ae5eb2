#include "access/list_users.h"
#include "access/login_desk.h"
#include "access/setup_link.h"
#include "accounting/upgrade_books.h"
#include "accounting/verify_books.h"
#include "books/create_store.h"
#include "budget/set_cap.h"
#include "gifting/notes/note_template.h"
#include "tests/support/parsed_page.h"
#include "tests/support/program.h"
#include "tests/support/raw_database.h"
#include "tests/support/server_database.h"
#include "tests/support/store_fixture.h"
#include "web/http/form.h"
#include "web/site.h"

#include <filesystem>
#include <thread>

namespace giftbox::web::setup_test {
namespace {

using foundation::Engine;
using Fields = std::vector<std::pair<std::string, std::string>>;

/// A database without stores and users, and the site that offers to set it up.
class SiteSetup : public testing::TestWithParam<Engine> {
protected:
    void SetUp() override
    {
        if (GetParam() == Engine::Postgresql) {
            const char* server = std::getenv("GIFTBOX_TEST_POSTGRESQL");
            if (server == nullptr) {
                GTEST_SKIP() << tests::kNoServer;
            }
            url_ = own_.emplace(server).url();
        } else {
            url_ = testing::TempDir() + tests::ProgramStore::newStoreCode() + ".db";
        }
        database_ = std::make_unique<foundation::Database>(foundation::Database::open(url_));
        accounting::upgradeBooks(*database_);
        logins_ = std::make_unique<access::LoginDesk>(url_);
        link_ = access::createSetupLink(*database_, {kNow}).value();
    }
    void TearDown() override
    {
        logins_.reset();
        database_.reset();
        own_.reset();
        for (const char* end : {"", "-wal", "-shm"}) {
            std::filesystem::remove(url_ + end);
        }
    }

    std::unique_ptr<Site> site() const
    {
        return std::make_unique<Site>(
            SiteOptions{.databaseUrl = url_,
                        .now = [] { return Now{.instant = {kNow}, .machineZone = "UTC"}; },
                        .log = [](const std::string& line) { ADD_FAILURE() << line; },
                        .logins = logins_.get()});
    }
    /// The fields of the form, with these replaced.
    Fields form(const Fields& instead = {}) const
    {
        Fields fields = {{"token", link_},         {"store", "NORTH"},
                         {"store_name", "North"},  {"currency", "USD"},
                         {"labor_rate", "24.00"},  {"labor_minutes", "20"},
                         {"login", "ann"},         {"name", "Ann"},
                         {"new_time_zone", "UTC"}, {"password", "a long enough one"}};
        for (const auto& [name, value] : instead) {
            std::ranges::find(fields, name, &Fields::value_type::first)->second = value;
        }
        return fields;
    }
    static Response post(Site& site, const Fields& fields)
    {
        Request request;
        request.method = "POST";
        request.path = "/setup";
        request.headers = {{"Host", "giftbox.test"},
                           {"Origin", "http://giftbox.test"},
                           {"Content-Type", "application/x-www-form-urlencoded"}};
        for (const auto& [name, value] : fields) {
            request.body += (request.body.empty() ? "" : "&") + encodePercent(name) + "=" +
                            encodePercent(value);
        }
        return site.answer(request);
    }
    std::size_t users() const
    {
        return tests::RawDatabase(url_).rows("SELECT user_id FROM app_user").size();
    }
    std::vector<std::string> stores() { return books::listStores(*database_); }
    bool isLinkOpen() { return access::isSetupLink(*database_, link_, {kNow}); }

    static constexpr std::int64_t kNow = 1'790'000'000'000;
    std::unique_ptr<access::LoginDesk> logins_;
    std::unique_ptr<foundation::Database> database_;
    std::string url_;
    std::string link_;

private:
    std::optional<tests::ServerDatabase> own_;
};
GIFTBOX_ON_BOTH_ENGINES(SiteSetup);

TEST_P(SiteSetup, MakesStoreAdministratorAndSessionTogether)
{
    const auto mine = site();
    const Response done = post(*mine, form());
    ASSERT_EQ(done.status, 303) << done.body;
    EXPECT_EQ(stores(), std::vector<std::string>{"NORTH"});
    EXPECT_FALSE(isLinkOpen());
    const auto cookie = std::ranges::find(done.headers, "Set-Cookie", &Header::name);
    ASSERT_NE(cookie, done.headers.end());
    Request home;
    home.path = "/s/NORTH/users";
    home.headers = {{"Host", "giftbox.test"},
                    {"Cookie", cookie->value.substr(0, cookie->value.find(';'))}};
    EXPECT_EQ(mine->answer(home).status, 200);
    books::read(*database_, "NORTH", [](const auto& tx) {
        const auto all = access::listUsers(tx);
        EXPECT_EQ(all.size(), 1U);
        EXPECT_EQ(all.front().roles, std::vector{access::Role::Administrator});
        EXPECT_EQ(accounting::verifyBooks(tx, {}), std::vector<std::string>{});
        return 0;
    });
}

TEST_P(SiteSetup, MayGiveOnesOwnWorkAndASampleStoreToLookAroundIn)
{
    const auto mine = site();
    Fields fields = form();
    fields.insert(fields.end(), {{"own_work", "yes"}, {"sample", "yes"}});
    const Response done = post(*mine, fields);
    ASSERT_EQ(done.status, 303) << done.body;
    const auto location = std::ranges::find(done.headers, "Location", &Header::name);
    EXPECT_EQ(location->value, "/s/SAMPLE");
    EXPECT_EQ(stores(), (std::vector<std::string>{"NORTH", "SAMPLE"}));
    const auto rolesIn = [&](const char* store) {
        return books::read(*database_, store, [](const auto& tx) {
            EXPECT_EQ(accounting::verifyBooks(tx, {}), std::vector<std::string>{});
            return access::listUsers(tx).front().roles;
        });
    };
    EXPECT_EQ(rolesIn("NORTH"), (std::vector{access::Role::PartsDirector, access::Role::Manager,
                                             access::Role::Administrator}));
    EXPECT_EQ(rolesIn("SAMPLE").size(), access::kRoles.size()) << "to see what each role sees";
}

TEST_P(SiteSetup, RefusedForAnyReasonLeavesNothing)
{
    const auto mine = site();
    const std::vector<Fields> refused = {
        {{"login", "no login"}},     {{"login", ""}},           {{"name", ""}},
        {{"password", "too short"}}, {{"store", "no code"}},    {{"store", ""}},
        {{"store_name", ""}},        {{"currency", "EURO"}},    {{"labor_rate", "much"}},
        {{"labor_rate", "-1.00"}},   {{"labor_minutes", "-1"}}, {{"labor_minutes", "x"}},
        {{"new_time_zone", "Mars"}}, {{"token", "forged"}},     {{"login", std::string(65, 'a')}},
        {{"currency", ""}},          {{"new_time_zone", "/"}},  {{"labor_minutes", "100001"}}};
    for (const Fields& one : refused) {
        Fields wrong = {{"currency", "JPY"}, {"labor_rate", "24"}}; // nothing of it may be kept
        wrong.insert(wrong.end(), one.begin(), one.end());
        const Response response = post(*mine, form(wrong));
        EXPECT_EQ(response.status, 422) << one.front().first << "=" << one.front().second;
        EXPECT_EQ(tests::ParsedPage(response.body).complaints(), "");
        EXPECT_EQ(stores(), std::vector<std::string>{}) << one.front().first;
        EXPECT_EQ(users(), 0U) << one.front().first;
        EXPECT_TRUE(isLinkOpen()) << one.front().first;
    }
    EXPECT_EQ(post(*mine, form()).status, 303);
    EXPECT_EQ(stores(), std::vector<std::string>{"NORTH"});
}

TEST_P(SiteSetup, ShowsEveryFaultAtOnce)
{
    const auto mine = site();
    Fields fields =
        form({{"store", ""}, {"currency", "EURO"}, {"login", ""}, {"password", "short"}});
    const tests::ParsedPage page(post(*mine, fields).body);
    for (const char* const field : {"store", "currency", "login", "password"}) {
        EXPECT_TRUE(page.refuses(field)) << field;
    }
    fields = form({{"name", ""}});
    fields.insert(fields.end(), {{"box_cap", "-1.00"}, {"month_cap", "much"}, {"locale", "xx-XX"}});
    const tests::ParsedPage other(post(*mine, fields).body);
    for (const char* const field : {"name", "box_cap", "month_cap", "locale"}) {
        EXPECT_TRUE(other.refuses(field)) << field;
    }
    const Fields all = {{"store", "no code"},   {"store_name", ""},     {"currency", "EURO"},
                        {"labor_rate", "much"}, {"labor_minutes", "x"}, {"new_time_zone", "Mars"},
                        {"login", "no login"},  {"name", ""},           {"password", "short"}};
    fields = form(all);
    fields.insert(fields.end(), {{"box_cap", "x"}, {"month_cap", "x"}, {"locale", "xx-XX"}});
    const tests::ParsedPage every(post(*mine, fields).body);
    for (const auto& [name, typed] : fields) {
        if (name == "token") {
            continue;
        }
        EXPECT_TRUE(every.refuses(name)) << name;
        const bool isTyped = name != "password" && name != "new_time_zone" && name != "locale";
        EXPECT_TRUE(!isTyped || every.value(name) == typed) << name;
    }
    EXPECT_EQ(stores(), std::vector<std::string>{});
}

TEST_P(SiteSetup, AsksForThePasswordAgainWhereSomethingElseWasWrong)
{
    const auto mine = site();
    const tests::ParsedPage page(post(*mine, form({{"store_name", ""}})).body);
    EXPECT_FALSE(page.refuses("password"));
    EXPECT_TRUE(page.says("Type it again: a page never keeps a password"));
}

TEST_P(SiteSetup, OffersTheTimeZones)
{
    Request request;
    request.path = "/setup";
    request.query = "token=" + link_;
    request.headers = {{"Host", "giftbox.test"}};
    const tests::ParsedPage page(site()->answer(request).body);
    EXPECT_EQ(page.chosen("new_time_zone"), "UTC") << "of this machine";
    EXPECT_TRUE(page.offers("new_time_zone", "America/New_York"));
    EXPECT_TRUE(page.offers("new_time_zone", "Europe/Berlin"));
    EXPECT_FALSE(page.offers("new_time_zone", "UTC+2"));
    EXPECT_TRUE(page.says("Your own login"));
}

TEST_P(SiteSetup, SetsFormatCapsAndSigner)
{
    const auto mine = site();
    Fields fields = form();
    fields.insert(fields.end(), {{"locale", "de-DE"},
                                 {"box_cap", "40.00"},
                                 {"month_cap", "500,00 $"},
                                 {"signer", "Mia Example, General Manager"}});
    const Response done = post(*mine, fields);
    ASSERT_EQ(done.status, 303) << done.body;
    books::read(*database_, "NORTH", [](const auto& tx) {
        EXPECT_EQ(tx.store().locale, "de-DE");
        std::string caps;
        for (const auto& change : budget::listCapChanges(tx)) {
            caps += std::string(toText(change.cap.name)) + " " +
                    std::to_string(change.cap.amount.minor) + "; ";
        }
        EXPECT_EQ(caps, "box.total 4000; month.program 50000; ");
        const auto note = gifting::requireNoteTemplate(tx, std::nullopt);
        EXPECT_EQ(note.signers, std::vector<std::string>{"Mia Example, General Manager"});
        EXPECT_FALSE(note.approvedBy) << "A manager approves it.";
        EXPECT_EQ(accounting::verifyBooks(tx, {}), std::vector<std::string>{});
        return 0;
    });
}

TEST_P(SiteSetup, IsNamedByTheLoginPageUntilSomebodyMayLogIn)
{
    const auto mine = site();
    Request login;
    login.path = "/login";
    login.headers = {{"Host", "giftbox.test"}};
    EXPECT_TRUE(tests::ParsedPage(mine->answer(login).body).says("open that link"));
    ASSERT_EQ(post(*mine, form()).status, 303);
    EXPECT_FALSE(tests::ParsedPage(mine->answer(login).body).says("open that link"));
}

TEST_P(SiteSetup, SentEightTimesAtOnceMakesOneUserAndOneStore)
{
    constexpr int kPeople = 8;
    std::array<int, kPeople> answers{};
    std::vector<std::thread> threads;
    for (int i = 0; i < kPeople; ++i) {
        threads.emplace_back([&, i] {
            const auto mine = site();
            const std::string number = std::to_string(i);
            answers.at(static_cast<std::size_t>(i)) =
                post(*mine, form({{"store", "S" + number}, {"login", "user" + number}})).status;
        });
    }
    for (std::thread& thread : threads) {
        thread.join();
    }
    EXPECT_EQ(std::ranges::count(answers, 303), 1);
    EXPECT_EQ(std::ranges::count(answers, 422), kPeople - 1);
    EXPECT_EQ(stores().size(), 1U);
    EXPECT_EQ(users(), 1U);
}

} // namespace
} // namespace giftbox::web::setup_test
