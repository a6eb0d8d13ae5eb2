#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <utility>

struct sqlite3;

namespace giftbox::foundation {

/// How long a writer of a SQLite file waits for others before SQLite reports that the database is locked.
inline constexpr int kLongestWaitMs = 60'000;

/// The deadline of a connection's work, and how long its writer waits for others.
class TimeLimit {
public:
    using Milliseconds = std::chrono::milliseconds;

    /// No deadline.
    static const TimeLimit& none();
    /// Counts from now; 0: no deadline.
    void endIn(Milliseconds most);
    /// Sets how long a writer of a SQLite file waits for others. Returns the earlier wait.
    Milliseconds waitAtMost(Milliseconds longest) { return std::exchange(longestWait_, longest); }
    /// From now on.
    Milliseconds longestWait() const;
    /// Whether it may continue to wait after this long.
    bool mayWait(Milliseconds waited) const { return !isUp() && waited < longestWait_; }
    bool isUp() const;
    /// Throws TimeIsUp for the statement if the time is up.
    void require(const std::string& sqlFile) const;
    /// Stops the connection's statement, or its wait for a lock, when the time is up. This object must live as long
    /// as the connection.
    void watch(sqlite3* connection) const;

private:
    using Clock = std::chrono::steady_clock;
    std::optional<Clock::time_point> end_;
    Milliseconds longestWait_{kLongestWaitMs};
};

} // namespace giftbox::foundation
