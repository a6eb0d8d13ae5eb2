#pragma once

#include "access/user.h"

namespace giftbox::access {

/// A login that has to wait, or had to, since somebody typed wrong passwords for it. One is kept for each user, the last.
struct LockOut {
    foundation::Instant beganAt;
    foundation::Instant untilAt;
    std::int64_t failures = 0;
    std::string address; ///< where the last wrong password came from

    bool operator==(const LockOut&) const = default;
};

/// Whether the login has to wait now; never for what a clock has dated ahead.
bool isLockedOut(const LockOut& lockOut, foundation::Instant now);

/// Keeps that wrong passwords of `subject`, as they are counted by, make a login wait; the same is done where nobody has it. Requires an open write
/// transaction.
void noteLockOut(foundation::Database& database, const std::optional<User>& user,
                 std::string_view subject, const LockOut& lockOut);

/// The user does not wait any more for wrong passwords of the subject; for any, where it is empty. Requires an open write transaction.
void endLockOut(foundation::Database& database, UserId user, std::string_view subject,
                foundation::Instant now);

} // namespace giftbox::access
