#include "access/find_session.h"

#include <algorithm>

namespace giftbox::access {

using foundation::Database;
using foundation::Instant;
using foundation::Row;
using foundation::Rows;

namespace {

struct SeenSession {
    Session session;
    Instant lastSeenAt;
};

std::optional<SeenSession> loadSession(Database& database, const std::string& hash, Instant now)
{
    std::optional<SeenSession> found;
    for (Rows rows =
             database.query("access/find_session", {{"token_hash", std::string_view(hash)},
                                                    {"now", now.unixMs},
                                                    {"idle_since", now.unixMs - kSessionIdleMs},
                                                    {"latest", now.unixMs + kClockSkewMs}});
         rows.next();) {
        const Row row = rows.row();
        if (!found) {
            found = {.session = {.user = UserId{row.integer(0)},
                                 .login = row.string(1),
                                 .displayName = row.string(2),
                                 .roles = {},
                                 .endsAt = {row.integer(3)}},
                     .lastSeenAt = {row.integer(4)}};
        }
        if (!row.isNull(5)) {
            found->session.roles.push_back({.store = books::StoreId{row.integer(5)},
                                            .code = row.string(6),
                                            .role = parseRole(row.text(7)),
                                            .currency = row.string(8),
                                            .locale = row.string(9),
                                            .timeZones = foundation::ZoneHistory(row.text(10))});
        }
    }
    return found;
}

} // namespace

bool may(const Session& session, std::string_view storeCode, Action action)
{
    return std::any_of(session.roles.begin(), session.roles.end(), [&](const StoreRole& one) {
        return one.code == storeCode && may(one.role, action);
    });
}

foundation::PeopleSeen recipientsSeenBy(const Session& session, std::string_view storeCode)
{
    std::vector<Role> roles;
    for (const StoreRole& one : session.roles) {
        if (one.code == storeCode) {
            roles.push_back(one.role);
        }
    }
    return recipientsSeenBy(roles);
}

std::string beginSession(Database& database, const User& user, Instant now)
{
    std::string token = newToken();
    const std::string hash = tokenHash(token);
    database.execute("access/insert_session", {{"token_hash", std::string_view(hash)},
                                               {"user_id", user.id.value},
                                               {"password_version", user.passwordVersion},
                                               {"now", now.unixMs},
                                               {"ends_at", now.unixMs + kSessionLastsMs}});
    return token;
}

std::optional<Session> findSession(Database& database, std::string_view token, Instant now)
{
    const std::string hash = tokenHash(token);
    std::optional<SeenSession> found = loadSession(database, hash, now);
    if (!found) {
        return std::nullopt;
    }
    if (now.unixMs - found->lastSeenAt.unixMs >= kSessionSeenMs) {
        noteUse(database, "access/see_session", hash, now);
    }
    return std::move(found->session);
}

void endSession(Database& database, std::string_view token)
{
    const std::string hash = tokenHash(token);
    writeShared(database, [&] {
        database.execute("access/end_session", {{"token_hash", std::string_view(hash)}});
        return 0;
    });
}

std::string formToken(std::string_view sessionToken)
{
    return tokenHash("form:" + std::string(sessionToken));
}

bool isFormToken(std::string_view sessionToken, std::string_view given)
{
    return isSame(formToken(sessionToken), given);
}

} // namespace giftbox::access
