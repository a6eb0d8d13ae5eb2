#pragma once

#include "access/lock_out.h"

#include <limits>

namespace giftbox::access {

struct UserLine {
    std::string login;
    std::string displayName;
    std::vector<Role>
        roles; ///< in this store, from there and from the group, in the order of kAllRoles
    bool isDisabled = false;
    std::optional<LockOut> lockOut; ///< the login's last lockout

    bool operator==(const UserLine&) const = default;
};

/// Which users: those whose login or name has the words, after a login, at most so many.
struct UsersAsked {
    std::string words = {}; ///< empty: all
    std::string after = {};
    std::int64_t most = std::numeric_limits<std::int64_t>::max();
};

/// The users with a role in the store, from there or from the group, by login, including disabled ones.
std::vector<UserLine> listUsers(const books::ReadTransaction& tx, const UsersAsked& asked = {});

/// Words as the lists of users and stores look for them: `%North!_1%` for `North_1`.
std::string patternOf(std::string_view words);

} // namespace giftbox::access
