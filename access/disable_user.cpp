#include "access/disable_user.h"

#include "access/api_token.h"
#include "access/statements.h"

namespace giftbox::access {

void disableUser(books::WriteTransaction& tx, std::string_view login, Reach reach)
{
    const User user = requireUserWithin(tx, login, reach);
    if (user.isDisabled) {
        throw foundation::Refusal("user.disabled/already", {{"login", user.login}});
    }
    requireOtherAdministrator(tx, user, reach);
    tx.database().execute(sql::DisableUser{.userId = user.id.value});
    endTokensOfUser(tx, user.id);
    tx.record("user.disable", subjectOf(user.id), "{}");
}

} // namespace giftbox::access
