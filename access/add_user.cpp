#include "access/add_user.h"

#include "access/grant_role.h"
#include "access/statements.h"
#include "books/code.h"
#include "foundation/json.h"

namespace giftbox::access {

namespace {

constexpr std::size_t kLongestLogin = 64;

} // namespace

void requireValid(const NewUser& user)
{
    foundation::Faults faults;
    faults.check([&] {
        books::requireCode(user.login, kLongestLogin, "user.login_malformed", "the login");
    });
    faults.check([&] { books::requireText(user.displayName, "the user's name", "name"); });
    faults.check([&] { requireOfStore(user.role); });
    faults.throwIfAny();
}

UserId addUser(books::WriteTransaction& tx, const NewUser& user)
{
    requireValid(user);
    const std::string login = foldLogin(user.login);
    // Locks the counter, so that nobody else adds a user at the same time.
    const UserId id{tx.database().query(sql::NextUser{})->lastUser};
    if (findUser(tx.database(), login)) {
        throw foundation::Refusal("user.exists", {{"login", login}});
    }
    tx.database().execute(sql::InsertUser{.userId = id.value,
                                          .login = login,
                                          .displayName = user.displayName,
                                          .passwordHash = user.password.text});
    tx.database().execute(
        sql::InsertRole{.storeId = tx.storeId(), .userId = id.value, .role = toText(user.role)});
    tx.record("user.add", subjectOf(id),
              foundation::JsonObject().add("role", toText(user.role)).text());
    return id;
}

} // namespace giftbox::access
