#pragma once

#include "access/user.h"

namespace giftbox::access {

/// Gives a user one more role in the store. Records `role.grant`. Throws Refusal `user.unknown`, `user.disabled`, `user.role_held`.
void grantRole(books::WriteTransaction& tx, std::string_view login, Role role);

/// Takes a role in the store from a user; tokens that were made with it end. Records `role.revoke`. Throws Refusal `user.unknown`,
/// `user.role_not_held`, `user.last_administrator`.
void revokeRole(books::WriteTransaction& tx, std::string_view login, Role role, Reach reach);

} // namespace giftbox::access
