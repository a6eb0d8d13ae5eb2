#include "access/lock_out.h"

#include "access/log_in.h"
#include "foundation/text.h"

namespace giftbox::access {

namespace {

/// What a proxy says may be anything; nothing is kept of what is no address.
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
    database.execute("access/note_lock_out", {{"user_id", user ? user->id.value : 0},
                                              {"subject_hash", subject},
                                              {"now", lockOut.beganAt.unixMs},
                                              {"until_at", lockOut.untilAt.unixMs},
                                              {"failures", lockOut.failures},
                                              {"address", addressOf(lockOut.address)}});
}

void endLockOut(foundation::Database& database, UserId user, std::string_view subject,
                foundation::Instant now)
{
    database.execute("access/end_lock_out",
                     {{"user_id", user.value}, {"subject_hash", subject}, {"now", now.unixMs}});
}

} // namespace giftbox::access
