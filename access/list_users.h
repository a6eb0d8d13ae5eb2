#pragma once

#include "access/lock_out.h"

namespace giftbox::access {

struct UserLine {
    std::string login;
    std::string displayName;
    std::vector<Role> roles; ///< in this store, in the order of kRoles
    bool isDisabled = false;
    std::optional<LockOut> lockOut; ///< the login's last lockout

    bool operator==(const UserLine&) const = default;
};

/// The users with a role in the store, by login, including disabled ones.
std::vector<UserLine> listUsers(const books::ReadTransaction& tx);

} // namespace giftbox::access
