#pragma once

#include "access/user.h"

namespace giftbox::access {

/// Disables a user for good in every store: sessions and tokens end, and nobody can log in. Roles stay on record.
/// Records `user.disable`. Throws Refusal `user.disabled`, `user.last_administrator`, and like requireUserWithin.
void disableUser(books::WriteTransaction& tx, std::string_view login, Reach reach);

} // namespace giftbox::access
