#pragma once

#include "access/user.h"

namespace giftbox::access {

/// A session ends when unused for the first time span, and in any case after the second.
inline constexpr std::int64_t kSessionIdleMs = 30LL * 60 * 1000;
inline constexpr std::int64_t kSessionLastsMs = 12LL * 60 * 60 * 1000;
/// The shortest time between two records of use. A session may end this much early.
inline constexpr std::int64_t kSessionSeenMs = 60LL * 1000;

/// Rows dated further ahead than this come from a fast clock. They count as ended, so none lasts longer than
/// promised. Servers of one database may differ by this much.
inline constexpr std::int64_t kClockSkewMs = 60LL * 1000;

struct StoreRole {
    books::StoreId store;
    std::string code;
    Role role = Role::Adviser;
    std::string currency; ///< the store's, like its locale and time zones
    std::string locale;
    foundation::ZoneHistory timeZones;
    bool isSample = false;

    bool operator==(const StoreRole&) const = default;
};

/// The user of a session, as currently in the database.
struct Session {
    UserId user;
    std::string login;
    std::string displayName;
    std::vector<StoreRole> roles; ///< in the store that was asked about
    foundation::Instant endsAt;   ///< at the latest
};

bool may(const Session& session, std::string_view storeCode, Action action);

/// How much the session's roles in a store may see of its recipients.
foundation::PeopleSeen recipientsSeenBy(const Session& session, std::string_view storeCode);

/// Returns the token of a new session for a user who gave the password. Requires an open write transaction.
std::string beginSession(foundation::Database& database, const User& user, foundation::Instant now);

/// None if there is no such session or it has ended: unused, too old, dated ahead, the password changed, the user
/// disabled. One statement, however many stores there are, and once a minute another that records the use if it can at
/// once. `store` is the code of the store whose roles are read; empty: none. Not within a transaction.
std::optional<Session> findSession(foundation::Database& database, std::string_view token,
                                   foundation::Instant now, std::string_view store = {});

/// Logs out; does nothing if the session has ended. Not within a transaction.
void endSession(foundation::Database& database, std::string_view token);

/// The key of this session's forms, so that no other page can send them. It is derived from the session's token
/// without revealing it.
std::string formToken(std::string_view sessionToken);
bool isFormToken(std::string_view sessionToken, std::string_view given);

} // namespace giftbox::access
