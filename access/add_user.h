#pragma once

#include "access/user.h"

namespace giftbox::access {

struct NewUser {
    std::string login;
    std::string displayName;
    PasswordHash password;
    Role role = Role::Adviser; ///< in the store of the transaction
};

/// Adds a user with one role in the store. `login` is 1 to 64 letters, digits or `. _ / -`, kept in lower case. Records `user.add`.
/// Throws Refusal `user.exists`, `user.login_malformed`, `text.*` of the name.
UserId addUser(books::WriteTransaction& tx, const NewUser& user);

} // namespace giftbox::access
