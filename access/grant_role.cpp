#include "access/grant_role.h"

#include "access/api_token.h"
#include "access/statements.h"
#include "foundation/json.h"

#include <algorithm>

namespace giftbox::access {

using foundation::Refusal;

namespace {

bool isHeld(const books::WriteTransaction& tx, UserId user, Role role)
{
    const std::vector<Role> roles = rolesIn(tx, user);
    return std::find(roles.begin(), roles.end(), role) != roles.end();
}

void record(books::WriteTransaction& tx, std::string_view action, UserId user, Role role)
{
    tx.record(action, subjectOf(user), foundation::JsonObject().add("role", toText(role)).text());
}

} // namespace

void grantRole(books::WriteTransaction& tx, std::string_view login, Role role, Reach reach)
{
    const User user = requireUser(tx.database(), login);
    if (reach == Reach::OneStore && worksElsewhere(tx, user.id) && rolesIn(tx, user.id).empty()) {
        throw Refusal(
            "user.elsewhere",
            user.login + " works in another store, whose administrators could then neither disable "
                         "the login nor set its password; whoever runs the server can give a role "
                         "here with `giftbox user grant`");
    }
    if (user.isDisabled) {
        throw Refusal("user.disabled", user.login + " is disabled for good and gets no role");
    }
    if (isHeld(tx, user.id, role)) {
        throw Refusal("user.role_held", user.login + " is " + std::string(toText(role)) + " in " +
                                            tx.store().code + " already; nothing is to be done");
    }
    tx.database().execute(
        sql::InsertRole{.storeId = tx.storeId(), .userId = user.id.value, .role = toText(role)});
    record(tx, "role.grant", user.id, role);
}

void revokeRole(books::WriteTransaction& tx, std::string_view login, Role role, Reach reach)
{
    const User user = requireUser(tx.database(), login);
    if (!isHeld(tx, user.id, role)) {
        throw Refusal("user.role_not_held", user.login + " is not " + std::string(toText(role)) +
                                                " in " + tx.store().code +
                                                "; `giftbox user list` shows the roles");
    }
    if (role == Role::Administrator) {
        requireOtherAdministrator(tx, user, reach);
    }
    tx.database().execute(
        sql::DeleteRole{.storeId = tx.storeId(), .userId = user.id.value, .role = toText(role)});
    endTokensOfRole(tx, user.id, role);
    record(tx, "role.revoke", user.id, role);
}

} // namespace giftbox::access
