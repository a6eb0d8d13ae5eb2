#pragma once

#include "access/user.h"

namespace giftbox::access {

struct NewUser {
    std::string login;
    std::string displayName;
    PasswordHash password;
    Role role = Role::Adviser; ///< in the transaction's store
};

/// Throws Refusal `user.login_malformed`, `text.*` for the name, `user.role_of_group`.
void requireValid(const NewUser& user);

/// Adds a user with one role in the store. `login` is 1 to 64 letters, digits or `. _ / -`, stored in lower case.
/// Records `user.add`. Throws Refusal `user.exists`, and like requireValid.
UserId addUser(books::WriteTransaction& tx, const NewUser& user);

} // namespace giftbox::access
