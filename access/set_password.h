#pragma once

#include "access/user.h"

namespace giftbox::access {

/// Sets a user's password; all sessions of the user and lockouts of the login end. Records `user.password`. Throws
/// Refusal `user.disabled`, and like requireUserWithin.
void setPassword(books::WriteTransaction& tx, std::string_view login, const PasswordHash& password,
                 Reach reach);

} // namespace giftbox::access
