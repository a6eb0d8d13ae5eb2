#pragma once

#include "access/user.h"

namespace giftbox::access {

/// Requires a role that one store may give. Throws Refusal `user.role_of_group`.
void requireOfStore(Role role);

/// Gives a user another role in the store. Records `role.grant`. Throws Refusal `user.unknown`, `user.disabled`,
/// `user.role_held`, `user.role_of_group`, and for administrators of one store `user.elsewhere` (users who work only in
/// other stores are out of their reach, and would be out of the reach of their own administrators too).
void grantRole(books::WriteTransaction& tx, std::string_view login, Role role, Reach reach);

/// Removes a user's role in the store; tokens with that role end. Records `role.revoke`. Throws Refusal
/// `user.unknown`, `user.role_not_held`, `user.last_administrator`.
void revokeRole(books::WriteTransaction& tx, std::string_view login, Role role, Reach reach);

} // namespace giftbox::access
