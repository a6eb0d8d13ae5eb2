#include "access/known_place.h"

#include "access/login_limits.h"
#include "access/statements.h"

#include <array>

namespace giftbox::access {

using foundation::Database;
using foundation::Instant;

namespace {

std::string browserHash(std::string_view browser)
{
    return browser.empty() ? "" : tokenHash("browser:" + std::string(browser));
}

} // namespace

Place placeOf(std::string_view browser, std::string_view address)
{
    return {.browser = browserHash(browser), .address = tokenHash("place:" + std::string(address))};
}

KnownAt knownAt(foundation::Reader& database, const std::optional<User>& user, const Place& place)
{
    KnownAt known;
    for (const auto& row : database.query(sql::KnownPlaces{.userId = user ? user->id.value : 0,
                           .browser = place.browser,
                           .address = place.address})) {
        known.browser = known.browser || row.placeHash == place.browser;
        known.address = known.address || row.placeHash == place.address;
    }
    return known;
}

std::string keepPlace(Database& database, UserId user, const Place& place, std::string_view browser,
                      Instant now)
{
    std::string kept = database.query(sql::KnownBrowser{.browser = place.browser})
                           ? std::string(browser)
                           : newToken();
    for (const std::string& hash : {browserHash(kept), place.address}) {
        database.execute(sql::KeepPlace{.userId = user.value, .placeHash = hash, .lastAt = now});
    }
    database.execute(sql::ForgetOtherPlaces{.userId = user.value, .most = kKnownPlaces});
    return kept;
}

} // namespace giftbox::access
