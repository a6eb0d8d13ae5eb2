#include "access/add_user.h"

#include "books/code.h"
#include "foundation/json.h"

namespace giftbox::access {

using foundation::Rows;

namespace {

constexpr std::size_t kLongestLogin = 64;

/// Locks the counter, so that nobody else adds a user meanwhile.
UserId nextUser(foundation::Database& database)
{
    Rows rows = database.query("access/next_user", {});
    rows.next();
    return UserId{rows.row().integer(0)};
}

} // namespace

UserId addUser(books::WriteTransaction& tx, const NewUser& user)
{
    books::requireCode(user.login, kLongestLogin, "user.login_malformed", "the login");
    books::requireText(user.displayName, "the user's name");
    const std::string login = foldLogin(user.login);
    const UserId id = nextUser(tx.database());
    if (findUser(tx.database(), login)) {
        throw foundation::Refusal("user.exists",
                                  "there is a user " + login +
                                      " already, perhaps of another store; `giftbox user grant " +
                                      login + " ROLE` gives a role in this one");
    }
    tx.database().execute("access/insert_user",
                          {{"user_id", id.value},
                           {"login", std::string_view(login)},
                           {"display_name", std::string_view(user.displayName)},
                           {"password_hash", std::string_view(user.password.text)}});
    tx.database().execute(
        "access/insert_role",
        {{"store_id", tx.storeId()}, {"user_id", id.value}, {"role", toText(user.role)}});
    tx.record("user.add", subjectOf(id),
              foundation::JsonObject().add("role", toText(user.role)).text());
    return id;
}

} // namespace giftbox::access
