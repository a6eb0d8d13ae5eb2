#pragma once

#include "access/user.h"

namespace giftbox::access {

/// Gives a user another password; every session of the user has ended, and so has the wait for wrong passwords of the login. Records `user.password`. Throws Refusal `user.disabled` and those of
/// requireUserWithin.
void setPassword(books::WriteTransaction& tx, std::string_view login, const PasswordHash& password,
                 Reach reach);

} // namespace giftbox::access
