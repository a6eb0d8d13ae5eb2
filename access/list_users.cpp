#include "access/list_users.h"

#include <algorithm>

namespace giftbox::access {

using foundation::Row;
using foundation::Rows;

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
                             .isDisabled = row.integer(2) != 0});
        }
        users.back().roles.push_back(parseRole(row.text(3)));
    }
    for (UserLine& user : users) {
        std::sort(user.roles.begin(), user.roles.end());
    }
    return users;
}

} // namespace giftbox::access
