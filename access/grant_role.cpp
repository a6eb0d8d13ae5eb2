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
    const std::vector<Role> roles = ownRolesIn(tx, user);
    return std::find(roles.begin(), roles.end(), role) != roles.end();
}

void record(books::WriteTransaction& tx, std::string_view action, UserId user, Role role)
{
    tx.record(action, subjectOf(user), foundation::JsonObject().add("role", toText(role)).text());
}

} // namespace

void requireOfStore(Role role)
{
    if (std::ranges::find(kRoles, role) == kRoles.end()) {
        throw Refusal("user.role_of_group", {{"role", toText(role)}});
    }
}

void grantRole(books::WriteTransaction& tx, std::string_view login, Role role, Reach reach)
{
    const User user = requireUser(tx.database(), login);
    requireOfStore(role);
    if (worksBeyond(tx, user.id, reach) && ownRolesIn(tx, user.id).empty()) {
        throw Refusal("user.elsewhere", {{"login", user.login}});
    }
    if (user.isDisabled) {
        throw Refusal("user.disabled/role", {{"login", user.login}});
    }
    if (isHeld(tx, user.id, role)) {
        throw Refusal("user.role_held",
                      {{"login", user.login}, {"role", toText(role)}, {"store", tx.store().code}});
    }
    tx.database().execute(
        sql::InsertRole{.storeId = tx.storeId(), .userId = user.id.value, .role = toText(role)});
    record(tx, "role.grant", user.id, role);
}

void revokeRole(books::WriteTransaction& tx, std::string_view login, Role role, Reach reach)
{
    const User user = requireUser(tx.database(), login);
    if (!isHeld(tx, user.id, role)) {
        throw Refusal("user.role_not_held",
                      {{"login", user.login}, {"role", toText(role)}, {"store", tx.store().code}});
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
