#pragma once

#include "access/user.h"

namespace giftbox::access {

/// Gives a user another role in the store. Records `role.grant`. Throws Refusal `user.unknown`, `user.disabled`,
/// `user.role_held`, and for administrators of one store `user.elsewhere` (users who work only in other stores are
/// out of their reach, and would be out of the reach of their own administrators too).
void grantRole(books::WriteTransaction& tx, std::string_view login, Role role, Reach reach);

/// Removes a user's role in the store; tokens with that role end. Records `role.revoke`. Throws Refusal
/// `user.unknown`, `user.role_not_held`, `user.last_administrator`.
void revokeRole(books::WriteTransaction& tx, std::string_view login, Role role, Reach reach);

} // namespace giftbox::access
