#pragma once

#include <cstdint>

namespace giftbox::access {

/// The longest wait after a wrong password.
inline constexpr std::int64_t kLongestWaitMs = 15LL * 60 * 1000;

/// The free attempts for an account and for each of its known places; an address gets 20, because a store's people
/// share one.
inline constexpr std::int64_t kFreeFailures = 5;
inline constexpr std::int64_t kFreeFailuresOfAddress = 20;
/// Wrong passwords are deleted after this time without another.
inline constexpr std::int64_t kFailuresLastMs = 24LL * 60 * 60 * 1000;
/// The number of latest known places per user, and the time after which an unused one is deleted; browsers keep
/// cookies as long.
inline constexpr std::int64_t kKnownPlaces = 16;
inline constexpr std::int64_t kPlacesLastMs = 400LL * 24 * 60 * 60 * 1000;
/// How long an administrator can see a lockout.
inline constexpr std::int64_t kLockOutsLastMs = 30LL * 24 * 60 * 60 * 1000;

} // namespace giftbox::access
