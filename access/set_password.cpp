#include "access/set_password.h"

#include "access/lock_out.h"

namespace giftbox::access {

void setPassword(books::WriteTransaction& tx, std::string_view login, const PasswordHash& password,
                 Reach reach)
{
    const User user = requireUserWithin(tx, login, reach);
    if (user.isDisabled) {
        throw foundation::Refusal(
            "user.disabled", user.login + " is disabled for good; add a user with another login");
    }
    tx.database().execute(
        "access/update_password",
        {{"user_id", user.id.value}, {"password_hash", std::string_view(password.text)}});
    endLockOut(tx.database(), user.id, {}, tx.asker().now);
    tx.record("user.password", subjectOf(user.id), "{}");
}

} // namespace giftbox::access
