#pragma once

#include "access/user.h"

namespace giftbox::access {

/// The place a login comes from, as hashes.
struct Place {
    std::string browser; ///< empty if the browser has kept nothing
    std::string address;
};
Place placeOf(std::string_view browser, std::string_view address);

/// Whether a user has logged in from there before; for an unknown login nothing is known. One statement in either
/// case.
struct KnownAt {
    bool browser = false;
    bool address = false;
};
KnownAt knownAt(foundation::Reader& database, const std::optional<User>& user, const Place& place);

/// Records that the user logged in from there, and deletes all but the latest kKnownPlaces. Returns the value for the
/// browser to keep: its own if it is known for any user, because people share browsers, otherwise a new one. Requires
/// an open write transaction.
std::string keepPlace(foundation::Database& database, UserId user, const Place& place,
                      std::string_view browser, foundation::Instant now);

} // namespace giftbox::access
