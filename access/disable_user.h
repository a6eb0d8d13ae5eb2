#pragma once

#include "access/user.h"

namespace giftbox::access {

/// Keeps a user out for good, in every store: sessions and tokens have ended, and nobody can log in. Roles stay on record. Records `user.disable`.
/// Throws Refusal `user.disabled`, `user.last_administrator` and those of requireUserWithin.
void disableUser(books::WriteTransaction& tx, std::string_view login, Reach reach);

} // namespace giftbox::access
