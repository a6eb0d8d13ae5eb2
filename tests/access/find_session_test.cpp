#include "access/disable_user.h"
#include "access/grant_role.h"
#include "access/set_password.h"
#include "tests/access/access_fixture.h"

namespace giftbox::tests::find_session_test {
namespace {

class FindSession : public AccessFixture {
protected:
    void prepare() override
    {
        user("ann", Role::Manager);
        token_ = AccessFixture::logIn("ann");
    }
    std::string token_;
};
GIFTBOX_ON_BOTH_ENGINES(FindSession);

TEST_P(FindSession, KnowsWhoItIsAndWhatTheyAreInEachStore)
{
    const std::string here = store();
    const std::string ann = own("ann");
    const std::string there = openStore("USD", "0.00", 0);
    write([&](auto& tx) {
        return access::grantRole(tx, ann, Role::Accounting, Reach::EveryStore), 0;
    });
    const auto in = [&](const std::string& code) {
        return access::findSession(database(), token_, now(), code).value();
    };
    EXPECT_EQ(in(here).login, ann);
    EXPECT_EQ(in(here).displayName, "Somebody");
    EXPECT_EQ(in(here).roles.size(), 1U) << "of one store alone";
    EXPECT_TRUE(may(in(here), here, Action::SetCaps));
    EXPECT_FALSE(may(in(here), here, Action::CloseMonth));
    EXPECT_TRUE(may(in(there), there, Action::CloseMonth));
    EXPECT_FALSE(may(in(there), there, Action::SetCaps));
    EXPECT_FALSE(may(in("ELSEWHERE"), "ELSEWHERE", Action::ViewStock));
    EXPECT_TRUE(in("").roles.empty());
}

TEST_P(FindSession, SeesARoleThatIsTakenAtOnce)
{
    write([&](auto& tx) {
        return access::revokeRole(tx, own("ann"), Role::Manager, Reach::OneStore), 0;
    });
    const auto found = session(token_);
    ASSERT_TRUE(found.has_value());
    EXPECT_TRUE(found->roles.empty());
}

TEST_P(FindSession, FindsNoneForAnotherToken)
{
    for (const std::string& forged :
         {std::string(), access::newToken(), token_ + "A", access::tokenHash(token_),
          token_.substr(1), std::string("\xff\0'", 3)}) {
        EXPECT_FALSE(session(forged).has_value());
    }
}

TEST_P(FindSession, EndsWhenItIsNotUsedForHalfAnHour)
{
    wait(access::kSessionIdleMs - 1);
    EXPECT_TRUE(session(token_).has_value());
    wait(access::kSessionIdleMs - 1);
    EXPECT_TRUE(session(token_).has_value());
    wait(access::kSessionIdleMs);
    EXPECT_FALSE(session(token_).has_value());
}

TEST_P(FindSession, EndsAfterTwelveHoursHoweverMuchItIsUsed)
{
    for (std::int64_t used = 0; used + kMinute < access::kSessionLastsMs; used += 20 * kMinute) {
        EXPECT_TRUE(session(token_).has_value()) << used;
        wait(20 * kMinute);
    }
    EXPECT_FALSE(session(token_).has_value());
}

TEST_P(FindSession, IsOneStatementAndWritesOnceAMinute)
{
    const auto sent = [&] {
        const std::int64_t before = database().statementsSent();
        EXPECT_TRUE(session(token_).has_value());
        return database().statementsSent() - before;
    };
    session(token_); // prepares
    EXPECT_EQ(sent(), 1);
    wait(access::kSessionSeenMs - 1);
    EXPECT_EQ(sent(), 1);
    wait(1);
    EXPECT_GT(sent(), 1);
    EXPECT_EQ(sent(), 1);
}

TEST_P(FindSession, EndsWithTheUsersPassword)
{
    const std::string other = AccessFixture::logIn("ann");
    write([&](auto& tx) {
        return access::setPassword(tx, own("ann"), access::nobodysPassword(), Reach::OneStore), 0;
    });
    EXPECT_FALSE(session(token_).has_value());
    EXPECT_FALSE(session(other).has_value());
    EXPECT_TRUE(session(AccessFixture::logIn("ann")).has_value());
}

TEST_P(FindSession, EndsForOneWhoLoggedInWithThePasswordThatWasJustChanged)
{
    // Between the password check and the session, someone sets a new password.
    const auto late =
        access::logIn(database(), attempt("ann", "the old password"), now(),
                      [&](const PasswordHash&, std::string_view) {
                          write([&](auto& tx) {
                              return access::setPassword(tx, own("ann"), access::nobodysPassword(),
                                                         Reach::OneStore),
                                     0;
                          });
                          return true;
                      });
    EXPECT_FALSE(session(late.token).has_value());
}

TEST_P(FindSession, EndsWhenTheUserIsDisabled)
{
    write([&](auto& tx) { return access::disableUser(tx, own("ann"), Reach::OneStore), 0; });
    EXPECT_FALSE(session(token_).has_value());
}

TEST_P(FindSession, EndsAloneAtLogout)
{
    const std::string other = AccessFixture::logIn("ann");
    access::endSession(database(), token_);
    access::endSession(database(), token_);
    EXPECT_FALSE(session(token_).has_value());
    EXPECT_TRUE(session(other).has_value());
}

TEST_P(FindSession, DoesNotLastLongerWhenTheClockRanAhead)
{
    constexpr std::int64_t kDays = 5 * 24 * 60 * kMinute;
    wait(kDays);
    const std::string ahead = AccessFixture::logIn("ann");
    EXPECT_TRUE(session(ahead).has_value());
    wait(-kDays);
    EXPECT_FALSE(session(ahead).has_value()) << "it was dated ahead";
    EXPECT_TRUE(session(token_).has_value());
    // A session last seen by a clock that ran ahead would never expire.
    wait(20 * kMinute);
    EXPECT_TRUE(session(token_).has_value());
    wait(-20 * kMinute);
    EXPECT_FALSE(session(token_).has_value());
    // The clocks of two servers always differ slightly.
    wait(access::kClockSkewMs);
    const std::string late = AccessFixture::logIn("ann");
    wait(-access::kClockSkewMs);
    EXPECT_TRUE(session(late).has_value());
}

TEST(FormToken, BelongsToOneSessionAndDoesNotLeadToIt)
{
    const std::string token = access::newToken();
    const std::string form = access::formToken(token);
    EXPECT_TRUE(access::isFormToken(token, form));
    EXPECT_NE(form, access::tokenHash(token)) << "what the database keeps is no form token";
    EXPECT_FALSE(access::isFormToken(access::newToken(), form));
    for (const std::string& forged : {std::string(), token, form.substr(1), form + "0"}) {
        EXPECT_FALSE(access::isFormToken(token, forged));
    }
}

} // namespace
} // namespace giftbox::tests::find_session_test
