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
    tx.database().execute(sql::DisableUser{.disabled = std::int64_t{1}, .userId = user.id.value});
    endTokensOfUser(tx, user.id);
    tx.record("user.disable", subjectOf(user.id), "{}");
}

void enableUser(books::WriteTransaction& tx, std::string_view login, Reach reach)
{
    const User user = requireUserWithin(tx, login, reach);
    if (!user.isDisabled) {
        throw foundation::Refusal("user.not_disabled", {{"login", user.login}});
    }
    tx.database().execute(sql::DisableUser{.disabled = std::int64_t{0}, .userId = user.id.value});
    tx.record("user.enable", subjectOf(user.id), "{}");
}

} // namespace giftbox::access
