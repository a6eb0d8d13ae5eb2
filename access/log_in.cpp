#include "access/log_in.h"

#include "access/find_session.h"

#include <algorithm>
#include <array>

namespace giftbox::access {

using foundation::Database;
using foundation::Instant;
using foundation::Refusal;
using foundation::Rows;

namespace {

/// What wrong passwords are counted by.
struct Subject {
    std::string hash;
    std::int64_t free = 0;
};

struct Failures {
    std::int64_t count = 0;
    std::int64_t lastAt = 0;
};

/// The login first: whoever locks both does it in this order.
using Subjects = std::array<Subject, 2>;

Subjects subjectsOf(const LoginAttempt& attempt)
{
    return {Subject{tokenHash("login:" + foldLogin(attempt.login)), kFreeFailures},
            Subject{tokenHash("address:" + attempt.address), kFreeFailuresOfAddress}};
}

/// The failures so far, locked until the transaction ends.
Failures lockFailures(Database& database, const Subject& subject, Instant now)
{
    Rows rows =
        database.query("access/lock_failures", {{"subject_hash", std::string_view(subject.hash)}});
    rows.next();
    const Failures failures{rows.row().integer(0), rows.row().integer(1)};
    return now.unixMs - failures.lastAt < kFailuresLastMs ? failures : Failures{};
}

[[noreturn]] void refuseFor(std::int64_t leftMs)
{
    const std::int64_t seconds = (leftMs + 999) / 1000;
    throw Refusal("access.slow_down", "too many wrong passwords; try again in " +
                                          std::to_string(seconds) +
                                          (seconds == 1 ? " second" : " seconds"));
}

/// Counts the attempt as a wrong one until it has shown to be right. Throws Refusal `access.slow_down`, and then counts nothing.
void takeTurn(Database& database, const Subjects& subjects, Instant now)
{
    std::array<Failures, 2> failures;
    std::int64_t left = 0;
    for (std::size_t i = 0; i < subjects.size(); ++i) {
        failures[i] = lockFailures(database, subjects[i], now);
        left = std::max(left, failures[i].lastAt + waitMs(failures[i].count, subjects[i].free) -
                                  now.unixMs);
    }
    if (left > 0) {
        refuseFor(left);
    }
    for (std::size_t i = 0; i < subjects.size(); ++i) {
        database.execute("access/update_failures",
                         {{"subject_hash", std::string_view(subjects[i].hash)},
                          {"failures", failures[i].count + 1},
                          {"last_at", now.unixMs}});
    }
}

/// The account's failures are over; the address has one less, for others may go on guessing there.
void giveTurnBack(Database& database, const Subjects& subjects)
{
    database.execute("access/forgive_login",
                     {{"subject_hash", std::string_view(subjects[0].hash)}});
    database.execute("access/forgive_address",
                     {{"subject_hash", std::string_view(subjects[1].hash)}});
}

/// The same password hashed in today's way, unless it has been changed meanwhile: sessions go on.
void keepRehashed(Database& database, const User& user, const PasswordHash& renewed)
{
    database.execute("access/rehash_password", {{"user_id", user.id.value},
                                                {"password_hash", std::string_view(renewed.text)},
                                                {"password_version", user.passwordVersion}});
}

} // namespace

std::int64_t waitMs(std::int64_t failures, std::int64_t free)
{
    constexpr std::int64_t kFirst = 1000;
    constexpr std::int64_t kLongest = 15LL * 60 * 1000;
    constexpr std::int64_t kDoublings = 10; // enough to pass the longest
    if (failures < free) {
        return 0;
    }
    return std::min(kLongest, kFirst << std::min(failures - free, kDoublings));
}

LoggedIn logIn(Database& database, const LoginAttempt& attempt, Instant now,
               const PasswordCheck& check)
{
    const Subjects subjects = subjectsOf(attempt);
    writeShared(database, [&] { return takeTurn(database, subjects, now), 0; });
    const std::optional<User> user = findUser(database, attempt.login);
    const bool isRight = check(user ? user->password : nobodysPassword(), attempt.password);
    if (!isRight || !user || user->isDisabled) {
        throw Refusal("access.refused", "the login or the password is wrong; an administrator of "
                                        "the store can give you another password");
    }
    std::optional<PasswordHash> renewed;
    if (isOutdated(user->password)) {
        renewed = hashPassword(attempt.password);
    }
    return writeShared(database, [&] {
        giveTurnBack(database, subjects);
        if (renewed) {
            keepRehashed(database, *user, *renewed);
        }
        return LoggedIn{user->id, beginSession(database, *user, now)};
    });
}

} // namespace giftbox::access
