#include "access/log_in.h"

#include "access/find_session.h"
#include "access/known_place.h"
#include "access/lock_out.h"
#include "access/statements.h"

#include <algorithm>

namespace giftbox::access {

using foundation::Database;
using foundation::Instant;
using foundation::Refusal;

namespace {

/// The subjects that wrong passwords are counted under.
struct Subject {
    std::string hash;
    std::int64_t free = 0;
};

struct Failures {
    std::int64_t count = 0;
    std::int64_t lastAt = 0;
};

/// First the login, at a known place or elsewhere; then the address. Lock them in this order. A new password restarts
/// the count. A known browser is counted only by itself, so that nobody at the same address can block it.
std::vector<Subject> subjectsOf(const LoginAttempt& attempt, const std::optional<User>& user,
                                const Place& place, const KnownAt& known)
{
    const std::string login = "login:" + foldLogin(attempt.login) + ":" +
                              std::to_string(user ? user->passwordVersion : 0);
    if (known.browser) {
        return {{tokenHash(login + ":" + place.browser), kFreeFailures}};
    }
    return {{tokenHash(known.address ? login + ":" + place.address : login), kFreeFailures},
            {tokenHash("address:" + attempt.address), kFreeFailuresOfAddress}};
}

/// The failures so far, locked until the transaction ends.
Failures lockFailures(Database& database, const Subject& subject, Instant now)
{
    const auto row = database.query(sql::LockFailures{.subjectHash = subject.hash});
    return now.unixMs - row->lastAt.unixMs < kFailuresLastMs
               ? Failures{row->failures, row->lastAt.unixMs}
               : Failures{};
}

void keepFailures(Database& database, const Subject& subject, const Failures& failures)
{
    database.execute(sql::UpdateFailures{
        .failures = failures.count, .lastAt = failures.lastAt, .subjectHash = subject.hash});
}

[[noreturn]] void refuseFor(std::int64_t leftMs)
{
    const std::int64_t seconds = (leftMs + 999) / 1000;
    throw Refusal("access.slow_down", {{"seconds", seconds}});
}

struct Turn {
    std::int64_t leftMs = 0;   ///< the remaining wait; if any, nothing was counted
    std::int64_t failures = 0; ///< of the login, including this attempt
};

/// Counts the attempt as wrong until proven right, unless it has to wait.
Turn takeTurn(Database& database, const std::vector<Subject>& subjects, Instant now)
{
    Turn turn;
    std::vector<Failures> all;
    for (const Subject& subject : subjects) {
        Failures failures = lockFailures(database, subject, now);
        if (failures.lastAt > now.unixMs) {
            failures.lastAt = now.unixMs; // a clock was fast: the wait begins now, once
            keepFailures(database, subject, failures);
        }
        turn.leftMs = std::max(turn.leftMs,
                               failures.lastAt + waitMs(failures.count, subject.free) - now.unixMs);
        all.push_back(failures);
    }
    if (turn.leftMs > 0) {
        return turn;
    }
    for (std::size_t i = 0; i < subjects.size(); ++i) {
        keepFailures(database, subjects[i], {all[i].count + 1, now.unixMs});
    }
    turn.failures = all.front().count + 1;
    return turn;
}

/// The wrong password's subject, source and count.
struct Guess {
    const Subject& subject;
    std::int64_t failures;
    const std::string& address;
};

/// If the login is now locked out, administrators can see it.
void noteIfLocked(Database& database, const std::optional<User>& user, const Guess& guess,
                  Instant now)
{
    const std::int64_t wait = waitMs(guess.failures, guess.subject.free);
    if (wait == 0) {
        return;
    }
    writeShared(database, [&] {
        noteLockOut(database, user, guess.subject.hash,
                    {.beganAt = now,
                     .untilAt = {now.unixMs + wait},
                     .failures = guess.failures,
                     .address = guess.address});
        return 0;
    });
}

/// Clears the login's failures and subtracts one of the address, because others may still be guessing there.
void giveTurnBack(Database& database, const std::vector<Subject>& subjects)
{
    database.execute(sql::ForgiveLogin{.subjectHash = subjects.front().hash});
    if (subjects.size() > 1) {
        database.execute(sql::ForgiveAddress{.subjectHash = subjects.back().hash});
    }
}

/// Rehashes the same password by today's method unless it was changed meanwhile; sessions continue.
void keepRehashed(Database& database, const User& user, const PasswordHash& renewed)
{
    database.execute(sql::RehashPassword{.passwordHash = renewed.text,
                                         .userId = user.id.value,
                                         .passwordVersion = user.passwordVersion});
}

/// The user whose password was given.
struct Proven {
    User user;
    std::vector<Subject> subjects;
    std::optional<PasswordHash> renewed;
};

Proven prove(Database& database, const LoginAttempt& attempt, Instant now,
             const PasswordCheck& check)
{
    const std::optional<User> user = findUser(database, attempt.login);
    const Place place = placeOf(attempt.browser, attempt.address);
    const std::vector<Subject> subjects =
        subjectsOf(attempt, user, place, knownAt(database, user, place));
    const Turn turn = writeShared(database, [&] { return takeTurn(database, subjects, now); });
    if (turn.leftMs > 0) {
        refuseFor(turn.leftMs);
    }
    const bool isRight = check(user ? user->password : nobodysPassword(), attempt.password);
    if (!isRight || !user || user->isDisabled) {
        noteIfLocked(database, user, {subjects.front(), turn.failures, attempt.address}, now);
        throw Refusal("access.refused");
    }
    Proven proven{.user = *user, .subjects = subjects, .renewed = {}};
    if (isOutdated(user->password)) {
        proven.renewed = hashPassword(attempt.password);
    }
    return proven;
}

/// The steps after a right password. Requires an open write transaction.
void settle(Database& database, const Proven& proven, Instant now)
{
    giveTurnBack(database, proven.subjects);
    endLockOut(database, proven.user.id, proven.subjects.front().hash, now);
    if (proven.renewed) {
        keepRehashed(database, proven.user, *proven.renewed);
    }
}

} // namespace

std::int64_t waitMs(std::int64_t failures, std::int64_t free)
{
    constexpr std::int64_t kFirst = 1000;
    constexpr std::int64_t kDoublings = 10; // enough to exceed the longest wait
    if (failures < free) {
        return 0;
    }
    return std::min(kLongestWaitMs, kFirst << std::min(failures - free, kDoublings));
}

LoggedIn beginKnownSession(Database& database, const User& user, const LoginAttempt& attempt,
                           Instant now)
{
    const Place place = placeOf(attempt.browser, attempt.address);
    return {.user = user.id,
            .token = beginSession(database, user, now),
            .browser = keepPlace(database, user.id, place, attempt.browser, now)};
}

LoggedIn logIn(Database& database, const LoginAttempt& attempt, Instant now,
               const PasswordCheck& check)
{
    const Proven proven = prove(database, attempt, now, check);
    return writeShared(database, [&] {
        settle(database, proven, now);
        return beginKnownSession(database, proven.user, attempt, now);
    });
}

void provePassword(Database& database, const LoginAttempt& attempt, Instant now,
                   const PasswordCheck& check)
{
    const Proven proven = prove(database, attempt, now, check);
    writeShared(database, [&] { return settle(database, proven, now), 0; });
}

} // namespace giftbox::access
