#pragma once

#include "access/user.h"

namespace giftbox::access {

/// Unused for so long, a session has ended; and however much it is used, after the second.
inline constexpr std::int64_t kSessionIdleMs = 30LL * 60 * 1000;
inline constexpr std::int64_t kSessionLastsMs = 12LL * 60 * 60 * 1000;
/// Use is written down no more often than this, so a session may end so much sooner.
inline constexpr std::int64_t kSessionSeenMs = 60LL * 1000;

/// What is dated later than this ahead of now was dated by a clock that ran ahead: it has ended, and so lasts no longer than promised. Servers of one
/// database may be that far apart.
inline constexpr std::int64_t kClockSkewMs = 60LL * 1000;

struct StoreRole {
    books::StoreId store;
    std::string code;
    Role role = Role::Adviser;
    std::string currency; ///< of the store, as its locale and its time zones are
    std::string locale;
    foundation::ZoneHistory timeZones;

    bool operator==(const StoreRole&) const = default;
};

/// Who is at the other end, as the database has it now.
struct Session {
    UserId user;
    std::string login;
    std::string displayName;
    std::vector<StoreRole> roles; ///< by the store's code
    foundation::Instant endsAt;   ///< at the latest
};

bool may(const Session& session, std::string_view storeCode, Action action);

/// What the session's roles in a store know of its recipients.
foundation::PeopleSeen recipientsSeenBy(const Session& session, std::string_view storeCode);

/// Returns the token of a new session of the user, who has shown the password. Requires an open write transaction.
std::string beginSession(foundation::Database& database, const User& user, foundation::Instant now);

/// None when there is no such session or it has ended: unused, too old, dated ahead, the password changed, the user disabled. One statement, and once a minute
/// another that writes down the use where that can be done at once. Not within a transaction.
std::optional<Session> findSession(foundation::Database& database, std::string_view token,
                                   foundation::Instant now);

/// Logs out. Nothing happens when it has ended. Not within a transaction.
void endSession(foundation::Database& database, std::string_view token);

/// What a form of this session carries, so that no other page can send it. It follows from the session's token, which it does not reveal.
std::string formToken(std::string_view sessionToken);
bool isFormToken(std::string_view sessionToken, std::string_view given);

} // namespace giftbox::access
