#include "foundation/database/time_limit.h"

#include "foundation/database/database_error.h"

#include <algorithm>
#include <sqlite3.h>

namespace giftbox::foundation {
namespace {

/// How often to ask for a lock of another process. SQLite's own wait sleeps up to 100 ms at a time, while newcomers
/// go first.
constexpr int kBusyPauseMs = 1;

/// Steps of SQLite's virtual machine between two looks at the clock.
constexpr int kStepsBetween = 10'000;

int waitForOther(void* limit, int tries)
{
    const auto& of = *static_cast<const TimeLimit*>(limit);
    if (!of.mayWait(TimeLimit::Milliseconds(tries * kBusyPauseMs))) {
        return 0;
    }
    sqlite3_sleep(kBusyPauseMs);
    return 1;
}

int isOver(void* limit) { return static_cast<const TimeLimit*>(limit)->isUp() ? 1 : 0; }

} // namespace

const TimeLimit& TimeLimit::none()
{
    static const TimeLimit limit;
    return limit;
}

void TimeLimit::endIn(Milliseconds most)
{
    end_ = most.count() > 0 ? std::optional(Clock::now() + most) : std::nullopt;
}

TimeLimit::Milliseconds TimeLimit::longestWait() const
{
    if (!end_) {
        return longestWait_;
    }
    const auto left = std::chrono::ceil<Milliseconds>(*end_ - Clock::now());
    return std::clamp(left, Milliseconds(0), longestWait_);
}

bool TimeLimit::isUp() const { return end_ && Clock::now() >= *end_; }

void TimeLimit::require(const std::string& sqlFile) const
{
    if (isUp()) {
        throw TimeIsUp(sqlFile);
    }
}

void TimeLimit::watch(sqlite3* connection) const
{
    auto* const self = const_cast<TimeLimit*>(this); // SQLite returns it unchanged
    sqlite3_busy_handler(connection, waitForOther, self);
    sqlite3_progress_handler(connection, kStepsBetween, isOver, self);
}

} // namespace giftbox::foundation
