#include "access/disable_user.h"
#include "access/forget_ended.h"
#include "access/set_password.h"
#include "tests/access/access_fixture.h"

namespace giftbox::tests {
namespace {

TEST(WaitMs, DoublesWithEachFailureUpToAQuarterOfAnHour)
{
    constexpr std::int64_t kFree = 5;
    for (std::int64_t failures = 0; failures < kFree; ++failures) {
        EXPECT_EQ(access::waitMs(failures, kFree), 0);
    }
    EXPECT_EQ(access::waitMs(5, kFree), 1'000);
    EXPECT_EQ(access::waitMs(6, kFree), 2'000);
    EXPECT_EQ(access::waitMs(14, kFree), 512'000);
    EXPECT_EQ(access::waitMs(15, kFree), 900'000);
    EXPECT_EQ(access::waitMs(1'000'000'000, kFree), 900'000);
}

class LogIn : public AccessFixture {
protected:
    void prepare() override { user("ann", Role::Manager); }

    /// The refusal's sentence.
    std::string refused(const std::string& code, const access::LoginAttempt& attempt)
    {
        try {
            logIn(attempt);
        } catch (const Refusal& refusal) {
            EXPECT_EQ(refusal.code(), code);
            return refusal.sentence();
        }
        ADD_FAILURE() << "logged in, expected " << code;
        return "";
    }
    void fail(const std::string& word, int times, const std::string& address = "desk")
    {
        for (int i = 0; i < times; ++i) {
            refused("access.refused", attempt(word, "a wrong password", address));
        }
    }
};
GIFTBOX_ON_BOTH_ENGINES(LogIn);

TEST_P(LogIn, BeginsANewSessionEachTime)
{
    const std::string one = logIn("ann");
    const std::string other = logIn("ann");
    EXPECT_NE(one, other);
    EXPECT_EQ(session(one)->login, own("ann"));
    EXPECT_EQ(session(other)->login, own("ann"));
}

TEST_P(LogIn, IsRefusedWithoutAChangeOfTheUserOrTheStore)
{
    const std::string before = rowOf("ann");
    EXPECT_REFUSAL("access.refused", logIn(attempt("ann", "a wrong password")));
    fail("ann", 4);
    EXPECT_REFUSAL("access.slow_down", logIn(attempt("ann", kRight)));
    EXPECT_EQ(rowOf("ann"), before);
}

TEST_P(LogIn, KeepsHashesOnly)
{
    const std::string token = logIn("ann");
    fail("ann", 1);
    for (const char* table : {"user_session", "login_failure"}) {
        for (const auto& row : raw().rows(std::string("SELECT * FROM ") + table)) {
            EXPECT_EQ(row.front().size(), 64U);
            EXPECT_NE(row.front(), token);
        }
    }
}

TEST_P(LogIn, SaysAndDoesTheSameWhetherTheLoginExistsOrNot)
{
    user("bob", Role::Adviser);
    write([&](auto& tx) { return access::disableUser(tx, own("bob"), Reach::OneStore), 0; });
    const std::string wrong = refused("access.refused", attempt("ann", "a wrong password"));
    EXPECT_EQ(checks(), 1);
    EXPECT_EQ(refused("access.refused", attempt("nobody", "a wrong password")), wrong);
    EXPECT_EQ(checks(), 2);
    EXPECT_EQ(refused("access.refused", attempt("bob", kRight)), wrong);
    EXPECT_EQ(checks(), 3);
    EXPECT_EQ(refused("access.refused", attempt("nobody", kRight)), wrong);
    EXPECT_EQ(checks(), 4);
    EXPECT_EQ(refused("access.refused", {.login = "\xff\0", .password = "", .address = ""}), wrong);
    EXPECT_EQ(checks(), 5);
}

TEST_P(LogIn, SlowsDownTheSameWhetherTheLoginExistsOrNot)
{
    for (const char* word : {"ann", "nobody"}) {
        fail(word, 5);
        const int before = checks();
        EXPECT_EQ(refused("access.slow_down", attempt(word, kRight)),
                  "too many wrong passwords; try again in 1 second");
        wait(kSecond);
        fail(word, 1);
        EXPECT_EQ(refused("access.slow_down", attempt(word, kRight)),
                  "too many wrong passwords; try again in 2 seconds");
        EXPECT_EQ(checks(), before + 1) << "no password is looked at meanwhile";
        wait(2 * kSecond);
    }
}

TEST_P(LogIn, WaitsAQuarterOfAnHourAtMostAndForgetsWithTheRightPassword)
{
    fail("ann", 5, "a");
    for (int i = 0; i < 15; ++i) {
        wait(15 * kMinute);
        fail("ann", 1, "b");
        wait(1);
    }
    EXPECT_EQ(refused("access.slow_down", attempt("ann", kRight)),
              "too many wrong passwords; try again in 900 seconds");
    wait(15 * kMinute);
    logIn("ann");
    fail("ann", 5, "c");
}

TEST_P(LogIn, ForgetsAfterADay)
{
    fail("ann", 5);
    refused("access.slow_down", attempt("ann", kRight));
    wait(access::kFailuresLastMs);
    fail("ann", 5);
}

TEST_P(LogIn, SlowsDownAnAddressThatTriesManyLogins)
{
    for (int i = 0; i < 20; ++i) {
        fail("user" + std::to_string(i), 1);
    }
    refused("access.slow_down", attempt("ann", kRight));
    EXPECT_FALSE(logIn(attempt("ann", kRight, "other desk")).token.empty());
}

TEST_P(LogIn, DoesNotClearAnAddressWithOneRightPassword)
{
    for (int i = 0; i < 19; ++i) {
        fail("user" + std::to_string(i), 1);
        logIn("ann");
    }
    fail("user19", 1);
    refused("access.slow_down", attempt("ann", kRight));
}

TEST_P(LogIn, ManyAtOnceGetNoMoreGuesses)
{
    std::atomic<int> looked = 0;
    const access::LoginAttempt guess = attempt("ann", "a wrong password");
    const auto outcomes = atOnce(url(), 12, [&](foundation::Database& mine, int) {
        access::logIn(mine, guess, now(), [&](const PasswordHash&, std::string_view) {
            ++looked;
            return false;
        });
    });
    EXPECT_EQ(outcomes, (Outcomes{{"access.refused", 5}, {"access.slow_down", 7}}));
    EXPECT_EQ(looked, 5);
}

TEST_P(LogIn, ChecksTheRealPasswordAndRenewsAnOldHash)
{
    const PasswordHash old{"$argon2id$v=19$m=8192,t=1,p=1$"
                           "g0xctB1nIUDqvUFDGh6SOA$M7mPGO1ZYqC79ARORfx9dmqxACtG0XeLlzxawj9Sxt8"};
    write([&](auto& tx) {
        return access::setPassword(tx, own("ann"), access::hashPassword(kRight), Reach::OneStore),
               0;
    });
    const auto real = [&](const std::string& password) {
        return access::logIn(database(), attempt("ann", password), now());
    };
    EXPECT_EQ(codeOf([&] { real("the wrong password"); }), "access.refused");
    const std::string token = real(kRight).token;
    EXPECT_TRUE(session(token).has_value());
    raw().execute("UPDATE app_user SET password_hash = '" + old.text + "' WHERE login = '" +
                  own("ann") + "'");
    real(kRight);
    EXPECT_NE(access::requireUser(database(), own("ann")).password, old);
    EXPECT_TRUE(
        access::checkPassword(access::requireUser(database(), own("ann")).password, kRight));
    EXPECT_TRUE(session(token).has_value()) << "sessions go on";
}

/// What has ended is forgotten in all stores.
class LogInEnded : public LogIn {
protected:
    bool needsOwnDatabase() const override { return true; }
};

TEST_P(LogInEnded, IsForgotten)
{
    const std::string token = logIn("ann");
    fail("ann", 5);
    access::forgetEnded(database(), now());
    EXPECT_TRUE(session(token).has_value());
    refused("access.slow_down", attempt("ann", kRight));
    wait(access::kFailuresLastMs);
    access::forgetEnded(database(), now());
    EXPECT_EQ(raw().rows("SELECT token_hash FROM user_session WHERE token_hash = '" +
                         access::tokenHash(token) + "'"),
              std::vector<RawDatabase::Cells>{});
    EXPECT_EQ(raw().rows("SELECT failures FROM login_failure WHERE subject_hash = '" +
                         access::tokenHash("login:" + own("ann")) + "'"),
              std::vector<RawDatabase::Cells>{});
}

GIFTBOX_ON_BOTH_ENGINES(LogInEnded);

} // namespace
} // namespace giftbox::tests
