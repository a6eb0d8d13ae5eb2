#pragma once

#include "access/role.h"
#include "access/secret.h"
#include "books/books.h"

#include <optional>
#include <string>
#include <vector>

namespace giftbox::access {

using UserId = foundation::Id<struct UserTag>;

/// Somebody who may log in. The stores share their users; what one may is kept for each store.
struct User {
    UserId id;
    std::string login;
    std::string displayName;
    PasswordHash password;
    std::int64_t passwordVersion = 0; ///< grows with every new password
    bool isDisabled = false;
};

/// A login as it is kept: lower case, since phones begin with a capital.
std::string foldLogin(std::string_view login);

/// None when there is no such login, or it cannot be one. One statement.
std::optional<User> findUser(foundation::Reader& database, std::string_view login);
/// Throws Refusal `user.unknown`.
User requireUser(foundation::Reader& database, std::string_view login);

/// The login of the user whom events name by number.
std::optional<std::string> findLogin(foundation::Reader& database, UserId user);

/// In the order of kRoles.
std::vector<Role> rolesIn(const books::ReadTransaction& tx, UserId user);

/// Whether a user has a role in another store than that of the transaction.
bool worksElsewhere(const books::ReadTransaction& tx, UserId user);

/// How far a change of a user reaches who may work in several stores.
enum class Reach {
    OneStore, ///< as an administrator of one store may: refused when the user has a role in another
    EveryStore ///< as the user, or the owner of the database, may
};
/// Throws Refusal `user.unknown` (no such login, or no role in any store of the reach), `user.shared`.
User requireUserWithin(const books::ReadTransaction& tx, std::string_view login, Reach reach);

/// That a store keeps an administrator when this user is one no more; the owner of the database may leave it without. Throws Refusal
/// `user.last_administrator`.
void requireOtherAdministrator(const books::ReadTransaction& tx, const User& user, Reach reach);

/// The subject of an event: `user 3`, never a name.
std::string subjectOf(UserId user);

/// Runs `work()` in a write transaction of its own, over tables that the stores share.
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

/// Writes down that a session or a token was used: no page or call waits or fails for it. Where it cannot be written at once, another writes or the
/// disk is full, say, it is with the next use.
template <foundation::IsStatement S>
void noteUse(foundation::Database& database, const S& statement)
{
    try {
        const foundation::Impatience none(database, std::chrono::milliseconds(0));
        writeShared(database, [&] { return database.execute(statement), 0; });
    } catch (const foundation::DatabaseError&) {
        // Written with the next use.
    } catch (const foundation::Refusal&) {
        // The file was replaced: what is there is still shown.
    }
}

} // namespace giftbox::access
