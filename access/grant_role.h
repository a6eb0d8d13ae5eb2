#pragma once

#include "access/user.h"

namespace giftbox::access {

/// Gives a user one more role in the store. Records `role.grant`. Throws Refusal `user.unknown`, `user.disabled`, `user.role_held`, `user.elsewhere`
/// (of one store: whoever works in other stores only is out of reach, and would be out of the reach of their administrators too).
void grantRole(books::WriteTransaction& tx, std::string_view login, Role role, Reach reach);

/// Takes a role in the store from a user; tokens that were made with it end. Records `role.revoke`. Throws Refusal `user.unknown`,
/// `user.role_not_held`, `user.last_administrator`.
void revokeRole(books::WriteTransaction& tx, std::string_view login, Role role, Reach reach);

} // namespace giftbox::access
