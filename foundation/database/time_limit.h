#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <utility>

struct sqlite3;

namespace giftbox::foundation {

/// How long a writer of a SQLite file waits for the others before it is told that the database is locked.
inline constexpr int kLongestWaitMs = 60'000;

/// When the work of a connection is to be done, and how long its writer waits for others.
class TimeLimit {
public:
    using Milliseconds = std::chrono::milliseconds;

    /// No end.
    static const TimeLimit& none();
    /// Counts from now on; 0: there is no end.
    void endIn(Milliseconds most);
    /// How long a writer of a SQLite file waits for the others before it is told that the database is locked.
    /// Returns how long it was.
    Milliseconds waitAtMost(Milliseconds longest) { return std::exchange(longestWait_, longest); }
    /// From now on.
    Milliseconds longestWait() const;
    /// Whether it may go on waiting after so long.
    bool mayWait(Milliseconds waited) const { return !isUp() && waited < longestWait_; }
    bool isUp() const;
    /// Throws TimeIsUp about the statement when it is.
    void require(const std::string& sqlFile) const;
    /// Ends what the connection runs when the time is up, and its waiting for a lock. This object must live as long as the connection.
    void watch(sqlite3* connection) const;

private:
    using Clock = std::chrono::steady_clock;
    std::optional<Clock::time_point> end_;
    Milliseconds longestWait_{kLongestWaitMs};
};

} // namespace giftbox::foundation
