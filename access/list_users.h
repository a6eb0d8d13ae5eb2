#pragma once

#include "access/lock_out.h"

namespace giftbox::access {

struct UserLine {
    std::string login;
    std::string displayName;
    std::vector<Role> roles; ///< in this store, in the order of kRoles
    bool isDisabled = false;
    std::optional<LockOut> lockOut; ///< the last time that the login had to wait

    bool operator==(const UserLine&) const = default;
};

/// Who has a role in the store, by login; disabled users too.
std::vector<UserLine> listUsers(const books::ReadTransaction& tx);

} // namespace giftbox::access
