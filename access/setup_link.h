#pragma once

#include "access/add_user.h"

namespace giftbox::access {

inline constexpr std::int64_t kSetupLinkLastsMs = 60LL * 60 * 1000;

/// The token of a link for creating the first user; earlier links end. None if there is a user. Not within a
/// transaction.
std::optional<std::string> createSetupLink(foundation::Database& database, foundation::Instant now);

/// Whether the link is usable now. One statement.
bool isSetupLink(foundation::Reader& database, std::string_view token, foundation::Instant now);

/// Whether anybody may log in yet.
bool hasUsers(foundation::Reader& database);

/// Adds the first user, always as an administrator of the store, and ends the link. Records `user.add`. Throws
/// Refusal `setup.ended` (the link was used or has expired, or there is already a user), and like addUser.
UserId addFirstUser(books::WriteTransaction& tx, std::string_view token, NewUser user);

} // namespace giftbox::access
