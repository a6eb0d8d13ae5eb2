#pragma once

#include "access/user.h"

namespace giftbox::access {

/// Disables a user in every store: sessions and tokens end, and nobody can log in. Roles stay on record.
/// Records `user.disable`. Throws Refusal `user.disabled`, `user.last_administrator`, and like requireUserWithin.
void disableUser(books::WriteTransaction& tx, std::string_view login, Reach reach);

/// Lets a disabled user log in again, with the password and the roles of before; sessions and tokens stay ended.
/// Records `user.enable`. Throws Refusal `user.not_disabled`, and like requireUserWithin.
void enableUser(books::WriteTransaction& tx, std::string_view login, Reach reach);

} // namespace giftbox::access
