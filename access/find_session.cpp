#include "access/find_session.h"

#include "access/statements.h"

#include <algorithm>
#include <array>

namespace giftbox::access {

using foundation::Database;
using foundation::Instant;

namespace {

struct SeenSession {
    Session session;
    Instant lastSeenAt;
};

/// A role of the store may be there from the group, too.
void addRole(std::vector<StoreRole>& roles, StoreRole one)
{
    if (std::ranges::find(roles, one.role, &StoreRole::role) == roles.end()) {
        roles.push_back(std::move(one));
    }
}

std::optional<SeenSession> loadSession(Database& database, const std::string& hash, Instant now,
                                       std::string_view store)
{
    std::optional<SeenSession> found;
    for (const auto& row : database.query(sql::FindSession{.store = store,
                           .tokenHash = hash,
                           .now = now,
                           .idleSince = now.unixMs - kSessionIdleMs,
                           .latest = now.unixMs + kClockSkewMs})) {
        if (!found) {
            found = {.session = {.user = UserId{row.userId},
                                 .login = std::string(row.login),
                                 .displayName = std::string(row.displayName),
                                 .roles = {},
                                 .endsAt = row.endsAt},
                     .lastSeenAt = row.lastSeenAt};
        }
        for (const auto& role : std::array{row.role, row.groupRole}) {
            if (row.storeId && role) {
                addRole(found->session.roles, {.store = books::StoreId{*row.storeId},
                                               .code = std::string(*row.code),
                                               .role = parseRole(*role),
                                               .currency = std::string(*row.currency),
                                               .locale = std::string(*row.locale),
                                               .timeZones = foundation::ZoneHistory(*row.timeZones),
                                               .isSample = *row.sample != 0});
            }
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
    database.execute(sql::InsertSession{.tokenHash = tokenHash(token),
                                        .userId = user.id.value,
                                        .passwordVersion = user.passwordVersion,
                                        .now = now,
                                        .endsAt = now.unixMs + kSessionLastsMs});
    return token;
}

std::optional<Session> findSession(Database& database, std::string_view token, Instant now,
                                   std::string_view store)
{
    const std::string hash = tokenHash(token);
    std::optional<SeenSession> found = loadSession(database, hash, now, store);
    if (!found) {
        return std::nullopt;
    }
    if (now.unixMs - found->lastSeenAt.unixMs >= kSessionSeenMs) {
        noteUse(database, sql::SeeSession{.now = now, .tokenHash = hash});
    }
    return std::move(found->session);
}

void endSession(Database& database, std::string_view token)
{
    writeShared(database, [&] {
        database.execute(sql::EndSession{.tokenHash = tokenHash(token)});
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
