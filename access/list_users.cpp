#include "access/list_users.h"

#include "access/statements.h"

#include <algorithm>

namespace giftbox::access {

namespace {

std::optional<LockOut> lockOutOf(const sql::ListUsers::Row& row)
{
    if (!row.beganAt) {
        return std::nullopt;
    }
    return LockOut{.beganAt = *row.beganAt,
                   .untilAt = *row.untilAt,
                   .failures = *row.failures,
                   .address = std::string(*row.address)};
}

} // namespace

std::vector<UserLine> listUsers(const books::ReadTransaction& tx)
{
    std::vector<UserLine> users;
    for (const auto& row : tx.database().query(sql::ListUsers{.storeId = tx.storeId()})) {
        if (users.empty() || users.back().login != row.login) {
            users.push_back({.login = std::string(row.login),
                             .displayName = std::string(row.displayName),
                             .roles = {},
                             .isDisabled = row.disabled != 0,
                             .lockOut = lockOutOf(row)});
        }
        users.back().roles.push_back(parseRole(row.role));
    }
    for (UserLine& user : users) {
        std::sort(user.roles.begin(), user.roles.end());
    }
    return users;
}

} // namespace giftbox::access
