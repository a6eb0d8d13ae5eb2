#pragma once

#include "access/user.h"

namespace giftbox::access {

struct StoreLine {
    std::string code;
    std::string name;

    bool operator==(const StoreLine&) const = default;
};

/// Which stores of a user: those whose code or name has the words, after a code, at most so many.
struct StoresAsked {
    std::string words = {}; ///< empty: all
    std::string after = {};
    std::int64_t most = 1;
};

/// The stores in which the user has a role, from there or from the group, by code.
std::vector<StoreLine> storesOfUser(foundation::Reader& database, UserId user,
                                    const StoresAsked& asked);
/// The store that opens first: the first by code that is no sample store, else the sample store. None without a role.
std::optional<std::string> firstStore(foundation::Reader& database, UserId user);

} // namespace giftbox::access
