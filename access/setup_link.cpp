#include "access/setup_link.h"

#include "access/find_session.h"
#include "access/statements.h"

namespace giftbox::access {

using foundation::Database;
using foundation::Instant;

namespace {

/// The end of a link made now.
std::int64_t latestEnd(Instant now) { return now.unixMs + kSetupLinkLastsMs + kClockSkewMs; }

} // namespace

bool hasUsers(foundation::Reader& database) { return bool(database.query(sql::FirstUser{})); }

std::optional<std::string> createSetupLink(Database& database, Instant now)
{
    return writeShared(database, [&]() -> std::optional<std::string> {
        if (hasUsers(database)) {
            return std::nullopt;
        }
        std::string token = newToken();
        database.execute(sql::DeleteSetupLinks{});
        database.execute(sql::InsertSetupLink{.tokenHash = tokenHash(token),
                                              .expiresAt = now.unixMs + kSetupLinkLastsMs});
        return token;
    });
}

bool isSetupLink(foundation::Reader& database, std::string_view token, Instant now)
{
    return bool(database.query(
        sql::FindSetupLink{.tokenHash = tokenHash(token), .now = now, .latest = latestEnd(now)}));
}

UserId addFirstUser(books::WriteTransaction& tx, std::string_view token, NewUser user)
{
    // Deleting it decides: a second request waits and then finds none.
    const Instant now = tx.actor().now;
    const bool isMine(tx.database().query(
        sql::UseSetupLink{.tokenHash = tokenHash(token), .now = now, .latest = latestEnd(now)}));
    if (!isMine || hasUsers(tx.database())) {
        throw foundation::Refusal("setup.ended");
    }
    user.role = Role::Administrator;
    return addUser(tx, user);
}

} // namespace giftbox::access
