#pragma once

#include "access/add_user.h"

namespace giftbox::access {

inline constexpr std::int64_t kSetupLinkLastsMs = 60LL * 60 * 1000;

/// The token of a link by which the first user is made; any earlier link has ended. None when there is a user. Not within a transaction.
std::optional<std::string> createSetupLink(foundation::Database& database, foundation::Instant now);

/// Whether the link can be used now. One statement.
bool isSetupLink(foundation::Reader& database, std::string_view token, foundation::Instant now);

/// Adds the first user, administrator of the store whatever the role asked for, and ends the link. Records `user.add`. Throws Refusal `setup.ended` (the
/// link was used or has expired, or somebody is a user already) and those of addUser.
UserId addFirstUser(books::WriteTransaction& tx, std::string_view token, NewUser user);

} // namespace giftbox::access
