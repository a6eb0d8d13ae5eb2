#include "access/user.h"

#include "foundation/text.h"

#include <algorithm>

namespace giftbox::access {

using foundation::Database;
using foundation::Instant;
using foundation::Refusal;
using foundation::Row;
using foundation::Rows;

namespace {

/// Whether it can be asked for at all: a database takes neither broken UTF-8 nor NUL.
bool isText(std::string_view login)
{
    return login.find('\0') == std::string_view::npos && !foundation::firstInvalidUtf8(login);
}

[[noreturn]] void refuseUnknown(std::string_view login)
{
    throw Refusal("user.unknown", "there is no user " + foundation::quoted(login) +
                                      "; `giftbox user list` shows those of the store");
}

} // namespace

std::string foldLogin(std::string_view login)
{
    std::string folded(login);
    std::transform(folded.begin(), folded.end(), folded.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    return folded;
}

std::optional<User> findUser(Database& database, std::string_view login)
{
    const std::string folded = isText(login) ? foldLogin(login) : "";
    Rows rows = database.query("access/find_user", {{"login", std::string_view(folded)}});
    if (!rows.next()) {
        return std::nullopt;
    }
    const Row row = rows.row();
    return User{.id = UserId{row.integer(0)},
                .login = row.string(1),
                .displayName = row.string(2),
                .password = {row.string(3)},
                .passwordVersion = row.integer(4),
                .isDisabled = row.integer(5) != 0};
}

std::optional<std::string> findLogin(foundation::Database& database, UserId user)
{
    Rows rows = database.query("access/find_login", {{"user_id", user.value}});
    return rows.next() ? std::optional(rows.row().string(0)) : std::nullopt;
}

User requireUser(Database& database, std::string_view login)
{
    std::optional<User> user = findUser(database, login);
    if (!user) {
        refuseUnknown(login);
    }
    return *std::move(user);
}

std::vector<Role> rolesIn(const books::ReadTransaction& tx, UserId user)
{
    std::vector<Role> roles;
    for (Rows rows = tx.database().query("access/roles_in_store",
                                         {{"store_id", tx.storeId()}, {"user_id", user.value}});
         rows.next();) {
        roles.push_back(parseRole(rows.row().text(0)));
    }
    std::sort(roles.begin(), roles.end());
    return roles;
}

bool worksElsewhere(const books::ReadTransaction& tx, UserId user)
{
    Rows rows = tx.database().query("access/stores_of_user", {{"user_id", user.value}});
    while (rows.next()) {
        if (rows.row().integer(0) != tx.storeId()) {
            return true;
        }
    }
    return false;
}

User requireUserWithin(const books::ReadTransaction& tx, std::string_view login, Reach reach)
{
    User user = requireUser(tx.database(), login);
    if (reach == Reach::EveryStore) {
        return user;
    }
    if (rolesIn(tx, user.id).empty()) {
        refuseUnknown(login);
    }
    if (worksElsewhere(tx, user.id)) {
        throw Refusal("user.shared",
                      user.login +
                          " works in other stores too, so an administrator of this one cannot "
                          "change the login; take their roles, and this store is closed to them, "
                          "or ask whoever runs the server");
    }
    return user;
}

void requireOtherAdministrator(const books::ReadTransaction& tx, const User& user, Reach reach)
{
    const std::vector<Role> roles = rolesIn(tx, user.id);
    if (reach == Reach::EveryStore ||
        std::ranges::find(roles, Role::Administrator) == roles.end()) {
        return;
    }
    Rows rows = tx.database().query("access/other_administrators",
                                    {{"store_id", tx.storeId()}, {"user_id", user.id.value}});
    if (!rows.next() || rows.row().integer(0) == 0) {
        throw Refusal("user.last_administrator", user.login + " is the only administrator of " +
                                                     tx.store().code +
                                                     "; make somebody else administrator first");
    }
}

std::string subjectOf(UserId user) { return "user " + std::to_string(user.value); }

void noteUse(Database& database, std::string_view sql, std::string_view hash, Instant now)
{
    try {
        const foundation::Impatience none(database, std::chrono::milliseconds(0));
        writeShared(database, [&] {
            database.execute(sql, {{"token_hash", hash}, {"now", now.unixMs}});
            return 0;
        });
    } catch (const foundation::DatabaseError&) {
        // Written with the next use.
    } catch (const foundation::Refusal&) {
        // The file was replaced: what is there is still shown.
    }
}

} // namespace giftbox::access
