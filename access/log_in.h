#pragma once

#include "access/user.h"

#include <functional>

namespace giftbox::access {

struct LoginAttempt {
    std::string login;
    std::string password;
    std::string address; ///< where it comes from, as the edge knows it
};

struct LoggedIn {
    UserId user;
    std::string token; ///< of the new session; known to nobody else
};

/// How long the next attempt has to wait from the last wrong one: nothing while there are fewer than `free`, then a second, doubled with each, at most
/// 15 minutes.
std::int64_t waitMs(std::int64_t failures, std::int64_t free);

/// Of an account; its address gets 20, since a store's people share one.
inline constexpr std::int64_t kFreeFailures = 5;
inline constexpr std::int64_t kFreeFailuresOfAddress = 20;
/// Without a wrong password for so long, all is forgotten.
inline constexpr std::int64_t kFailuresLastMs = 24LL * 60 * 60 * 1000;

using PasswordCheck = std::function<bool(const PasswordHash&, std::string_view)>;

/// Begins a session. An attempt is counted before its password is checked, so that many at once gain nothing. Says and does the same, check of a
/// password included, whether the login exists, is disabled, or has another password. Not within a transaction.
/// Throws Refusal `access.slow_down` (too many wrong ones; says how long), `access.refused`.
LoggedIn logIn(foundation::Database& database, const LoginAttempt& attempt, foundation::Instant now,
               const PasswordCheck& check = checkPassword);

} // namespace giftbox::access
