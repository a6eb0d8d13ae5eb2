#pragma once

#include "access/user.h"

namespace giftbox::access {

struct UserLine {
    std::string login;
    std::string displayName;
    std::vector<Role> roles; ///< in this store, in the order of kRoles
    bool isDisabled = false;

    bool operator==(const UserLine&) const = default;
};

/// Who has a role in the store, by login; disabled users too.
std::vector<UserLine> listUsers(const books::ReadTransaction& tx);

} // namespace giftbox::access
