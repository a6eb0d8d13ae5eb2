#include "access/setup_link.h"

#include "access/find_session.h"

namespace giftbox::access {

using foundation::Database;
using foundation::Instant;

namespace {

/// What a link that was made just now may end at.
std::int64_t latestEnd(Instant now) { return now.unixMs + kSetupLinkLastsMs + kClockSkewMs; }

bool hasUsers(Database& database) { return database.query("access/first_user", {}).next(); }

} // namespace

std::optional<std::string> createSetupLink(Database& database, Instant now)
{
    return writeShared(database, [&]() -> std::optional<std::string> {
        if (hasUsers(database)) {
            return std::nullopt;
        }
        std::string token = newToken();
        const std::string hash = tokenHash(token);
        database.execute("access/delete_setup_links", {});
        database.execute("access/insert_setup_link",
                         {{"token_hash", std::string_view(hash)},
                          {"expires_at", now.unixMs + kSetupLinkLastsMs}});
        return token;
    });
}

bool isSetupLink(Database& database, std::string_view token, Instant now)
{
    const std::string hash = tokenHash(token);
    return database
        .query("access/find_setup_link", {{"token_hash", std::string_view(hash)},
                                          {"now", now.unixMs},
                                          {"latest", latestEnd(now)}})
        .next();
}

UserId addFirstUser(books::WriteTransaction& tx, std::string_view token, NewUser user)
{
    const std::string hash = tokenHash(token);
    // Whoever deletes it has it: a second one waits, and then finds none.
    const Instant now = tx.asker().now;
    const bool isMine = tx.database()
                            .query("access/use_setup_link", {{"token_hash", std::string_view(hash)},
                                                             {"now", now.unixMs},
                                                             {"latest", latestEnd(now)}})
                            .next();
    if (!isMine || hasUsers(tx.database())) {
        throw foundation::Refusal("setup.ended", "this link was used or is older than an hour; "
                                                 "started anew, the server prints another as "
                                                 "long as nobody is a user");
    }
    user.role = Role::Administrator;
    return addUser(tx, user);
}

} // namespace giftbox::access
