#pragma once

#include <cstdint>

namespace giftbox::access {

/// After a wrong password nobody waits longer.
inline constexpr std::int64_t kLongestWaitMs = 15LL * 60 * 1000;

/// Of an account, and of each place where its login was good before; an address gets 20, since a store's people share one.
inline constexpr std::int64_t kFreeFailures = 5;
inline constexpr std::int64_t kFreeFailuresOfAddress = 20;
/// Without a wrong password for so long, all is forgotten.
inline constexpr std::int64_t kFailuresLastMs = 24LL * 60 * 60 * 1000;
/// So many browsers and addresses of a user are known, the latest; each until nobody has logged in from there for so long, as browsers keep a cookie.
inline constexpr std::int64_t kKnownPlaces = 16;
inline constexpr std::int64_t kPlacesLastMs = 400LL * 24 * 60 * 60 * 1000;
/// How long an administrator can see that a login had to wait.
inline constexpr std::int64_t kLockOutsLastMs = 30LL * 24 * 60 * 60 * 1000;

} // namespace giftbox::access
