#pragma once

#include "access/api_token.h"
#include "access/list_users.h"
#include "foundation/row_writer.h"

#include <vector>

namespace giftbox::access {

/// The rows that commands and the API show for users and API tokens (without the tokens themselves).
const std::vector<foundation::Column>& userColumns();
void writeUser(const UserLine& user, foundation::RowWriter& out);

/// The user of this login as they are now, from beginning to end. Throws Refusal `user.unknown`.
void writeUserNow(const books::ReadTransaction& tx, const std::string& login,
                  foundation::RowWriter& out);

const std::vector<foundation::Column>& apiTokenColumns();
/// The state on a day of the store.
void writeApiToken(const ApiTokenLine& line, foundation::Date today, foundation::RowWriter& out);

} // namespace giftbox::access
