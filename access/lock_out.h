#pragma once

#include "access/user.h"

namespace giftbox::access {

/// A lockout of a login after wrong passwords. The last one is kept for each user.
struct LockOut {
    foundation::Instant beganAt;
    foundation::Instant untilAt;
    std::int64_t failures = 0;
    std::string address; ///< the source of the last wrong password

    bool operator==(const LockOut&) const = default;
};

/// Whether the login is locked out now; never for rows dated ahead.
bool isLockedOut(const LockOut& lockOut, foundation::Instant now);

/// Records that wrong passwords counted under `subject` lock out a login; takes the same steps if no user has the
/// login. Requires an open write transaction.
void noteLockOut(foundation::Database& database, const std::optional<User>& user,
                 std::string_view subject, const LockOut& lockOut);

/// Ends the user's lockout for wrong passwords counted under the subject, or under any if it is empty. Requires an
/// open write transaction.
void endLockOut(foundation::Database& database, UserId user, std::string_view subject,
                foundation::Instant now);

} // namespace giftbox::access
