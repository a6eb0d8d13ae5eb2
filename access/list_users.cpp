#include "access/list_users.h"

#include <algorithm>

namespace giftbox::access {

using foundation::Row;
using foundation::Rows;

namespace {

std::optional<LockOut> lockOutOf(const Row& row)
{
    if (row.isNull(4)) {
        return std::nullopt;
    }
    return LockOut{.beganAt = {row.integer(4)},
                   .untilAt = {row.integer(5)},
                   .failures = row.integer(6),
                   .address = row.string(7)};
}

} // namespace

std::vector<UserLine> listUsers(const books::ReadTransaction& tx)
{
    std::vector<UserLine> users;
    for (Rows rows = tx.database().query("access/list_users", {{"store_id", tx.storeId()}});
         rows.next();) {
        const Row row = rows.row();
        if (users.empty() || users.back().login != row.text(0)) {
            users.push_back({.login = row.string(0),
                             .displayName = row.string(1),
                             .roles = {},
                             .isDisabled = row.integer(2) != 0,
                             .lockOut = lockOutOf(row)});
        }
        users.back().roles.push_back(parseRole(row.text(3)));
    }
    for (UserLine& user : users) {
        std::sort(user.roles.begin(), user.roles.end());
    }
    return users;
}

} // namespace giftbox::access
