#pragma once

#include "access/user.h"

namespace giftbox::access {

/// Where a login comes from, each as a hash.
struct Place {
    std::string browser; ///< empty when the browser has kept nothing
    std::string address;
};
Place placeOf(std::string_view browser, std::string_view address);

/// Whether a user has logged in from there before; of nobody's login nothing is known. One statement, whoever it is.
struct KnownAt {
    bool browser = false;
    bool address = false;
};
KnownAt knownAt(foundation::Reader& database, const std::optional<User>& user, const Place& place);

/// Keeps that the user has logged in from there, and forgets all but the latest kKnownPlaces. Returns what the browser is to keep: what it has, where
/// that is known of anybody, since people share browsers; else another. Requires an open write transaction.
std::string keepPlace(foundation::Database& database, UserId user, const Place& place,
                      std::string_view browser, foundation::Instant now);

} // namespace giftbox::access
