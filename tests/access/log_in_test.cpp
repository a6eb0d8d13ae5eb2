#include "access/disable_user.h"
#include "access/forget_ended.h"
#include "access/list_users.h"
#include "access/set_password.h"
#include "tests/access/access_fixture.h"

namespace giftbox::tests::log_in_test {
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
    /// The last lockout of the login, as administrators of the store see it.
    std::optional<access::LockOut> lockOut(const std::string& word)
    {
        return read([&](const auto& tx) {
            const auto all = access::listUsers(tx);
            return std::ranges::find(all, own(word), &access::UserLine::login)->lockOut;
        });
    }
    /// Guesses passwords from elsewhere until the login is locked for a quarter of an hour.
    void lockOutByStranger()
    {
        fail("ann", 5, "elsewhere");
        for (int i = 0; i < 11; ++i) {
            wait(15 * kMinute);
            fail("ann", 1, "elsewhere");
        }
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
    const std::string browser = logIn(attempt("ann", kRight)).browser;
    for (const std::string column :
         {"token_hash FROM user_session", "subject_hash FROM login_failure",
          "place_hash FROM known_place"}) {
        for (const std::string& kept : raw().column("SELECT " + column)) {
            EXPECT_EQ(kept.size(), 64U);
            EXPECT_NE(kept, token);
            EXPECT_NE(kept, browser);
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
                  "Too many wrong passwords. Try again in 1 second.");
        wait(kSecond);
        fail(word, 1);
        EXPECT_EQ(refused("access.slow_down", attempt(word, kRight)),
                  "Too many wrong passwords. Try again in 2 seconds.");
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
              "Too many wrong passwords. Try again in 900 seconds.");
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

TEST_P(LogIn, IsOpenToABrowserAndAnAddressThatWereGoodBeforeWhileAStrangerGuesses)
{
    const std::string browser = logIn(attempt("ann", kRight)).browser;
    lockOutByStranger();
    refused("access.slow_down", attempt("ann", kRight, "elsewhere"));
    refused("access.slow_down", attempt("ann", kRight, "a new place"));
    logIn(attempt("ann", kRight, "desk"));
    EXPECT_EQ(logIn(attempt("ann", kRight, "a new place", browser)).browser, browser);
    EXPECT_EQ(logIn(attempt("ann", kRight, "elsewhere", browser)).browser, browser)
        << "also from the address that guesses";
}

TEST_P(LogIn, FromAKnownPlaceDoesNotGiveAStrangerGuessesBack)
{
    logIn("ann");
    lockOutByStranger();
    logIn("ann");
    refused("access.slow_down", attempt("ann", kRight, "elsewhere"));
}

TEST_P(LogIn, FromAKnownPlaceHasNoMoreGuessesThanFromAnother)
{
    const std::string browser = logIn(attempt("ann", kRight)).browser;
    const auto guess = attempt("ann", "a wrong password", "elsewhere", browser);
    for (int i = 0; i < 5; ++i) {
        refused("access.refused", guess);
    }
    refused("access.slow_down", guess);
    refused("access.slow_down", attempt("ann", kRight, "elsewhere", browser));
    fail("ann", 5, "desk");
    refused("access.slow_down", attempt("ann", kRight, "desk"));
}

TEST_P(LogIn, IsKnownByNoBrowserOfOthers)
{
    user("bob", Role::Adviser);
    logIn(attempt("ann", kRight, "home of ann"));
    const std::string browser = logIn(attempt("bob", kRight, "home of bob")).browser;
    fail("ann", 5, "elsewhere");
    for (const std::string& forged :
         {std::string("forged"), browser, access::newToken(), std::string("\xff\0", 2)}) {
        refused("access.slow_down", attempt("ann", kRight, "elsewhere", forged));
    }
    // Two people share a browser, which is known for both.
    wait(kSecond);
    EXPECT_EQ(logIn(attempt("ann", kRight, "elsewhere", browser)).browser, browser);
    EXPECT_NE(logIn(attempt("ann", kRight, "elsewhere", "forged")).browser, "forged");
}

TEST_P(LogIn, KeepsFewPlaces)
{
    for (int i = 0; i < 3 * access::kKnownPlaces; ++i) {
        wait(kSecond);
        logIn(attempt("ann", kRight, "place " + std::to_string(i)));
    }
    fail("nobody", 4);
    const std::string ofAnn = " FROM known_place WHERE user_id = (SELECT user_id FROM app_user "
                              "WHERE login = '" +
                              own("ann") + "')";
    EXPECT_EQ(raw().column("SELECT place_hash" + ofAnn).size(),
              static_cast<std::size_t>(access::kKnownPlaces));
    for (const std::string& hash : raw().column("SELECT place_hash" + ofAnn)) {
        EXPECT_EQ(hash.size(), 64U);
    }
}

TEST_P(LogIn, WaitsNoMoreAfterANewPassword)
{
    lockOutByStranger();
    refused("access.slow_down", attempt("ann", kRight));
    EXPECT_TRUE(access::isLockedOut(*lockOut("ann"), now()));
    books::write(
        database(), store(), {.name = "admin", .now = now(), .machineZone = "UTC"}, [&](auto& tx) {
            return access::setPassword(tx, own("ann"), access::nobodysPassword(), Reach::OneStore),
                   0;
        });
    EXPECT_FALSE(access::isLockedOut(*lockOut("ann"), now()));
    logIn(attempt("ann", kRight, "elsewhere"));
}

TEST_P(LogIn, ThatHasToWaitIsSeenByAdministrators)
{
    const std::string before = allRows();
    fail("ann", 4);
    EXPECT_FALSE(lockOut("ann").has_value());
    const Instant began = now();
    fail("ann", 1);
    EXPECT_EQ(lockOut("ann"), (access::LockOut{began, {began.unixMs + kSecond}, 5, own("desk")}));
    wait(kSecond);
    fail("ann", 1, "elsewhere");
    EXPECT_EQ(lockOut("ann"),
              (access::LockOut{began, {now().unixMs + 2 * kSecond}, 6, own("elsewhere")}));
    EXPECT_TRUE(access::isLockedOut(*lockOut("ann"), now()));
    wait(2 * kSecond);
    EXPECT_FALSE(access::isLockedOut(*lockOut("ann"), now()));
    logIn("ann");
    fail("ann", 5);
    EXPECT_EQ(lockOut("ann")->beganAt, now()) << "another time";
    EXPECT_EQ(lockOut("ann")->failures, 5);
    EXPECT_EQ(allRows(), before) << "nothing in the books: strangers fill no chain of events";
}

TEST_P(LogIn, ThatNobodyHasLeavesNoMoreThanACount)
{
    // Other tests have lockouts in the same database; those of this one are from its own places.
    const auto kept = [&] {
        return raw()
            .column("SELECT user_id FROM lock_out WHERE address LIKE '%" + own("") + "'")
            .size();
    };
    const std::size_t before = kept();
    for (int i = 0; i < 10; ++i) {
        fail("nobody" + std::to_string(i), 5, "place " + std::to_string(i));
    }
    EXPECT_EQ(kept(), before);
    const std::string endless(100'000, 'x');
    fail("ann", 5, endless);
    EXPECT_EQ(lockOut("ann")->address, "");
}

TEST_P(LogIn, TakesTheSameStatementsWhetherTheLoginExistsOrNot)
{
    const auto sent = [&](const std::string& word, const std::string& browser) {
        const std::int64_t before = database().statementsSent();
        try {
            logIn(attempt(word, "a wrong password", word, browser));
        } catch (const Refusal&) {
            // as expected
        }
        return database().statementsSent() - before;
    };
    for (int i = 0; i < 7; ++i) {
        for (const std::string browser : {"", "forged"}) {
            EXPECT_EQ(sent("ann", browser), sent("nobody", browser)) << i;
        }
    }
}

TEST_P(LogIn, WaitsNoLongerThanPromisedWhenTheClockRanAhead)
{
    constexpr std::int64_t kYear = 365LL * 24 * 60 * kMinute;
    wait(kYear);
    lockOutByStranger();
    wait(-kYear);
    EXPECT_FALSE(access::isLockedOut(*lockOut("ann"), now()));
    EXPECT_EQ(refused("access.slow_down", attempt("ann", kRight)),
              "Too many wrong passwords. Try again in 900 seconds.");
    wait(14 * kMinute);
    EXPECT_EQ(refused("access.slow_down", attempt("ann", kRight)),
              "Too many wrong passwords. Try again in 60 seconds.");
    wait(kMinute);
    logIn("ann");
}

/// Expired sessions are removed in all stores.
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
                         access::tokenHash("login:" + own("ann") + ":1") + "'"),
              std::vector<RawDatabase::Cells>{});
}

TEST_P(LogInEnded, IsForgottenWhenAClockHasDatedItAhead)
{
    constexpr std::int64_t kDays = 5 * 24 * 60 * kMinute;
    wait(kDays);
    const std::string token = logIn("ann");
    fail("ann", 5, "elsewhere");
    wait(-kDays);
    access::forgetEnded(database(), now());
    wait(access::kFailuresLastMs);
    fail("ann", 5, "elsewhere");
    wait(kDays - access::kFailuresLastMs);
    EXPECT_FALSE(session(token).has_value()) << "it does not come back";
}

TEST_P(LogInEnded, ForgetsPlacesAndWaitsInTime)
{
    const std::string browser = logIn(attempt("ann", kRight)).browser;
    fail("ann", 5, "elsewhere");
    wait(access::kLockOutsLastMs);
    access::forgetEnded(database(), now());
    EXPECT_TRUE(lockOut("ann").has_value());
    wait(kMinute);
    access::forgetEnded(database(), now());
    EXPECT_FALSE(lockOut("ann").has_value());
    EXPECT_EQ(raw().column("SELECT user_id FROM known_place").size(), 2U);
    wait(access::kPlacesLastMs);
    access::forgetEnded(database(), now());
    EXPECT_EQ(raw().column("SELECT user_id FROM known_place").size(), 0U);
}

GIFTBOX_ON_BOTH_ENGINES(LogInEnded);

} // namespace
} // namespace giftbox::tests::log_in_test
