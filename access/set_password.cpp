#include "access/set_password.h"

#include "access/lock_out.h"
#include "access/statements.h"

namespace giftbox::access {

void setPassword(books::WriteTransaction& tx, std::string_view login, const PasswordHash& password,
                 Reach reach)
{
    const User user = requireUserWithin(tx, login, reach);
    if (user.isDisabled) {
        throw foundation::Refusal("user.disabled", {{"login", user.login}});
    }
    tx.database().execute(
        sql::UpdatePassword{.passwordHash = password.text, .userId = user.id.value});
    endLockOut(tx.database(), user.id, {}, tx.actor().now);
    tx.record("user.password", subjectOf(user.id), "{}");
}

} // namespace giftbox::access
