#include "access/add_user.h"
#include "access/log_in.h"
#include "foundation/digest.h"
#include "tests/web/api/api_fixture.h"

#include <csignal>
#include <sys/resource.h>

namespace giftbox::web::writer_at_work_test {
namespace {

using access::Role;
using foundation::Engine;
using std::chrono::milliseconds;
using Clock = std::chrono::steady_clock;

constexpr milliseconds kSecond{1000};
constexpr const char* kPassword = "a sentence that is long enough";

/// During a long write, or while nothing can be written.
class WriterAtWork : public ApiFixture {
protected:
    void prepare() override
    {
        ApiFixture::prepare();
        person_ = "w" + foundation::sha256(store()).substr(0, 12);
        write([&](books::WriteTransaction& tx) {
            return access::addUser(tx, {.login = person_,
                                        .displayName = "Somebody",
                                        .password = access::hashPassword(kPassword),
                                        .role = Role::Manager});
        });
        other_.emplace(foundation::Database::open(url()));
    }

    /// Like another process that imports a year.
    void begin()
    {
        if (GetParam() == Engine::Sqlite) {
            other_->runText("BEGIN IMMEDIATE", "another writer");
        } else {
            writer_.emplace(*other_, store(), actor());
        }
    }
    void end()
    {
        if (GetParam() == Engine::Sqlite) {
            other_->runText("ROLLBACK", "another writer");
        }
        writer_.reset();
    }

    Response within(milliseconds most, const std::function<Response()>& ask)
    {
        const Clock::time_point began = Clock::now();
        Response response = ask();
        EXPECT_LT(Clock::now() - began, most);
        return response;
    }
    Response logIn(const std::string& password)
    {
        return post("/login", {{"login", person_}, {"password", password}});
    }
    /// The session token of a login.
    static std::string sessionOf(const Response& loggedIn)
    {
        const std::string cookie = headerOf(loggedIn, "Set-Cookie");
        const auto begin = cookie.find('=') + 1;
        return cookie.substr(begin, cookie.find(';') - begin);
    }
    void everyPageAnswers(const std::function<bool(const Route&)>& isAsked)
    {
        std::map<Role, std::string> sessions;
        for (const Role role : access::kRoles) {
            sessions[role] = loggedInAs(role);
        }
        waitMs(access::kSessionSeenMs + 1); // so that every page records its use
        begin();
        for (const Route& route : routes()) {
            for (const Role role : access::kRoles) {
                const bool may = !route.action || access::may(role, *route.action);
                if (!may || route.methods == Methods::Post || !isAsked(route)) {
                    continue;
                }
                SCOPED_TRACE(std::string(route.pattern));
                const Response page =
                    within(kSecond, [&] { return get(addressOf(route), sessions[role]); });
                EXPECT_LT(page.status, 500) << page.body;
                break;
            }
        }
        EXPECT_EQ(within(kSecond, [&] { return get("/healthz"); }).status, 200);
        end();
    }

    std::string person_;
    std::optional<foundation::Database> other_;
    std::optional<books::WriteScope> writer_;
};
GIFTBOX_ON_BOTH_ENGINES(WriterAtWork);

TEST_P(WriterAtWork, KeepsNoPageThatOnlyReadsWaiting)
{
    everyPageAnswers([](const Route&) { return true; });
}

TEST_P(WriterAtWork, KeepsNoCallThatOnlyReadsWaiting)
{
    for (const ApiRoute& route : apiRoutes()) {
        (void)tokenFor(route.action);
    }
    begin();
    for (const ApiRoute& route : apiRoutes()) {
        if (route.read != nullptr && route.address.find('{') == std::string_view::npos) {
            SCOPED_TRACE(std::string(route.address));
            const Response response = within(kSecond, [&] {
                return call({.path = std::string(route.address), .token = tokenFor(route.action)});
            });
            EXPECT_LT(response.status, 500) << response.body;
        }
    }
    end();
}

TEST_P(WriterAtWork, KeepsNobodyFromLoggingIn)
{
    begin();
    const Response loggedIn = within(kSecond, [&] { return logIn(kPassword); });
    ASSERT_EQ(loggedIn.status, 303) << loggedIn.body;
    const std::string session = sessionOf(loggedIn);
    EXPECT_EQ(within(kSecond, [&] { return get(at("/stock"), session); }).status, 200);
    const std::string second = sessionOf(logIn(kPassword));
    EXPECT_EQ(within(kSecond, [&] { return post("/logout", {}, second); }).status, 303);
    EXPECT_EQ(get(at("/stock"), second).status, 303);
    end();
    EXPECT_EQ(get(at("/stock"), session).status, 200);
    // It is now in the database, where another server finds it.
    EXPECT_TRUE(access::findSession(database(), session, {1'781'524'800'000}).has_value());
    EXPECT_EQ(get(at("/stock"), second).status, 303);
}

TEST_P(WriterAtWork, LeavesWrongPasswordsCounted)
{
    begin();
    for (int i = 0; i < access::kFreeFailures; ++i) {
        EXPECT_EQ(within(kSecond, [&] { return logIn("wrong"); }).status, 422);
    }
    const std::string slow = "Too many wrong passwords";
    EXPECT_TRUE(parsed(logIn(kPassword)).says(slow));
    end();
    EXPECT_TRUE(parsed(logIn(kPassword)).says(slow)) << "brought into the file";
    waitMs(1000);
    EXPECT_EQ(logIn(kPassword).status, 303);
}

TEST_P(WriterAtWork, GivesAFormThatWaitsTooLongBackAsItWasTyped)
{
    const std::string token = loggedInAs(Role::PartsDirector);
    const auto site = anotherSite(milliseconds(300));
    begin();
    Request form =
        formRequest(at("/item/add"), {{"sku", "MUG"}, {"name", "A mug of <tea>"}}, token);
    form.headers.push_back({"Host", "giftbox.test"});
    const Response late = within(milliseconds(3000), [&] { return site->answer(form); });
    EXPECT_EQ(late.status, 503);
    EXPECT_TRUE(parsed(late).says("took more than"));
    EXPECT_EQ(parsed(late).value("name"), "A mug of <tea>");
    end();
    EXPECT_EQ(site->answer(form).status, 422) << "the connection serves on";
}

TEST_P(WriterAtWork, GivesAFormWithListsBackThoughThereIsNoTimeToReadThem)
{
    const std::string token = loggedInAs(Role::PartsDirector);
    const auto site = anotherSite(milliseconds(300));
    begin();
    Request form = formRequest(at("/receive"),
                               {{"sku", "HAT"},
                                {"units", "12"},
                                {"cost", "1"},
                                {"reference", "PO <7>"},
                                {"on", "2026-06-01"}},
                               token);
    form.headers.push_back({"Host", "giftbox.test"});
    const Response late = within(milliseconds(3000), [&] { return site->answer(form); });
    EXPECT_EQ(late.status, 503);
    EXPECT_TRUE(parsed(late).says("took more than"));
    EXPECT_EQ(parsed(late).value("reference"), "PO <7>");
    end();
}

TEST_P(WriterAtWork, GivesACallThatWaitsTooLongItsReason)
{
    const std::string token = tokenOf(Role::PartsDirector);
    const auto site = anotherSite(milliseconds(300));
    const std::string before = allRows();
    begin();
    Request request;
    request.method = "POST";
    request.path = "/api/v1/boxes/pack";
    request.headers = {{"Authorization", "Bearer " + token},
                       {"Content-Type", "application/json"},
                       {"Idempotency-Key", "one"}};
    request.body = R"({"recipient":"C-1","lines":[{"sku":"HAT"}]})";
    const Response late = within(milliseconds(3000), [&] { return site->answer(request); });
    EXPECT_EQ(late.status, 503);
    EXPECT_EQ(codeOf(late), "request.too_long");
    end();
    EXPECT_EQ(allRows(), before);
    EXPECT_EQ(site->answer(request).status, 200) << "the connection serves on";
}

/// From now on, no file of this process may grow, as on a full disk.
class FullDisk {
public:
    FullDisk()
    {
        std::signal(SIGXFSZ, SIG_IGN);
        ::getrlimit(RLIMIT_FSIZE, &before_);
        rlimit none = before_;
        none.rlim_cur = 0;
        ::setrlimit(RLIMIT_FSIZE, &none);
    }
    FullDisk(const FullDisk&) = delete;
    FullDisk& operator=(const FullDisk&) = delete;
    ~FullDisk() { ::setrlimit(RLIMIT_FSIZE, &before_); }

private:
    rlimit before_{};
};

class DiskIsFull : public WriterAtWork {
protected:
    bool needsOwnDatabase() const override { return true; }
};
INSTANTIATE_TEST_SUITE_P(, DiskIsFull, testing::Values(Engine::Sqlite), tests::engineName);

TEST_P(DiskIsFull, AndPagesAnswerAndPeopleLogIn)
{
    const std::string session = loggedInAs(Role::Manager);
    EXPECT_EQ(get(at("/stock"), session).status, 200);
    waitMs(access::kSessionSeenMs + 1);
    std::map<std::string, int> pages;
    int health = 0;
    Response loggedIn;
    Response stock;
    {
        const FullDisk full;
        for (const Route& route : routes()) {
            const bool isFile = route.pattern.find('.') != std::string_view::npos ||
                                route.pattern.ends_with("{file}"); // needs a temporary file
            if (route.methods != Methods::Post && !isFile) {
                pages[std::string(route.pattern)] = get(addressOf(route), session).status;
            }
        }
        health = get("/healthz").status;
        loggedIn = logIn(kPassword);
        stock = get(at("/stock"), sessionOf(loggedIn));
    }
    for (const auto& [page, status] : pages) {
        EXPECT_LT(status, 500) << page;
    }
    EXPECT_EQ(health, 200);
    EXPECT_EQ(loggedIn.status, 303);
    EXPECT_EQ(stock.status, 200);
    EXPECT_EQ(get(at("/stock"), sessionOf(loggedIn)).status, 200);
}

} // namespace
} // namespace giftbox::web::writer_at_work_test
