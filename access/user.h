#pragma once

#include "access/role.h"
#include "access/secret.h"
#include "books/books.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace giftbox::access {

using UserId = foundation::Id<struct UserTag>;

/// A user who may log in. Stores share users; rights are kept per store.
struct User {
    UserId id;
    std::string login;
    std::string displayName;
    PasswordHash password;
    std::int64_t passwordVersion = 0; ///< grows with every new password
    bool isDisabled = false;
};

/// A login as stored: in lower case, because phones begin with a capital.
std::string foldLogin(std::string_view login);

/// None if there is no such login, or it cannot exist. One statement.
std::optional<User> findUser(foundation::Reader& database, std::string_view login);
/// Throws Refusal `user.unknown`.
User requireUser(foundation::Reader& database, std::string_view login);

/// The login of a user by number, as named in events.
std::optional<std::string> findLogin(foundation::Reader& database, UserId user);

/// In the store, from there and from the group, in the order of kAllRoles.
std::vector<Role> rolesIn(const books::ReadTransaction& tx, UserId user);
/// Those that the store gave.
std::vector<Role> ownRolesIn(const books::ReadTransaction& tx, UserId user);

/// The reach of a change to a user who may work in several stores.
enum class Reach {
    OneStore, ///< the reach of one store's administrator: refused if the user has a role in another, or in a group
    OneEntity, ///< that of a group administrator: refused if the user has a role outside of the store's entity
    EveryStore ///< the reach of the user, the database's owner, or a group administrator of every store
};
/// The reach of a user with these roles in the store. One statement for group administrators.
Reach reachOf(const books::ReadTransaction& tx, std::string_view login,
              std::span<const Role> roles);

/// Whether a user has a role beyond the reach; the sample store does not count.
bool worksBeyond(const books::ReadTransaction& tx, UserId user, Reach reach);

/// Throws Refusal `user.unknown` (no such login, or no role in any store within reach), `user.shared`.
User requireUserWithin(const books::ReadTransaction& tx, std::string_view login, Reach reach);

/// Requires that the store keeps an administrator without this user; the database's owner may leave it without one.
/// Throws Refusal `user.last_administrator`.
void requireOtherAdministrator(const books::ReadTransaction& tx, const User& user, Reach reach);

/// An event's subject: `user 3`, never a name.
std::string subjectOf(UserId user);

/// Runs `work()` in its own write transaction, on tables that stores share.
template <class Work>
auto writeShared(foundation::Database& database, Work&& work)
{
    database.begin(foundation::Access::Write);
    try {
        auto result = std::forward<Work>(work)();
        database.commit();
        return result;
    } catch (...) {
        database.rollback();
        throw;
    }
}

/// Records the use of a session or token, for which no page or call waits or fails. If it cannot be written at once
/// (another connection writes, or the disk is full), the next use is recorded.
template <foundation::IsStatement S>
void noteUse(foundation::Database& database, const S& statement)
{
    try {
        const foundation::Impatience none(database, std::chrono::milliseconds(0));
        writeShared(database, [&] { return database.execute(statement), 0; });
    } catch (const foundation::DatabaseError&) {
        // The next use is recorded.
    } catch (const foundation::Refusal&) {
        // The file was replaced; the page is still shown.
    }
}

} // namespace giftbox::access
