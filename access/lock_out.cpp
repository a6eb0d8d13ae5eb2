#include "access/lock_out.h"

#include "access/login_limits.h"
#include "access/statements.h"
#include "foundation/text.h"

namespace giftbox::access {

namespace {

/// A proxy may send anything; only addresses are stored.
std::string_view addressOf(std::string_view text)
{
    constexpr std::size_t kLongest = 64;
    return text.size() <= kLongest && text.find('\0') == std::string_view::npos &&
                   !foundation::firstInvalidUtf8(text)
               ? text
               : std::string_view();
}

} // namespace

bool isLockedOut(const LockOut& lockOut, foundation::Instant now)
{
    return lockOut.untilAt > now && lockOut.untilAt.unixMs <= now.unixMs + kLongestWaitMs;
}

void noteLockOut(foundation::Database& database, const std::optional<User>& user,
                 std::string_view subject, const LockOut& lockOut)
{
    database.execute(sql::NoteLockOut{.subjectHash = subject,
                                      .now = lockOut.beganAt,
                                      .untilAt = lockOut.untilAt,
                                      .failures = lockOut.failures,
                                      .address = addressOf(lockOut.address),
                                      .userId = user ? user->id.value : 0});
}

void endLockOut(foundation::Database& database, UserId user, std::string_view subject,
                foundation::Instant now)
{
    database.execute(sql::EndLockOut{.now = now, .userId = user.value, .subjectHash = subject});
}

} // namespace giftbox::access
