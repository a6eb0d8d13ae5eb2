#include "access/known_place.h"

#include "access/log_in.h"

#include <array>

namespace giftbox::access {

using foundation::Database;
using foundation::Instant;
using foundation::Rows;

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

KnownAt knownAt(Database& database, const std::optional<User>& user, const Place& place)
{
    KnownAt known;
    for (Rows rows =
             database.query("access/known_places", {{"user_id", user ? user->id.value : 0},
                                                    {"browser", std::string_view(place.browser)},
                                                    {"address", std::string_view(place.address)}});
         rows.next();) {
        const std::string_view hash = rows.row().text(0);
        known.browser = known.browser || hash == place.browser;
        known.address = known.address || hash == place.address;
    }
    return known;
}

std::string keepPlace(Database& database, UserId user, const Place& place, std::string_view browser,
                      Instant now)
{
    const bool isKnown =
        database.query("access/known_browser", {{"browser", std::string_view(place.browser)}})
            .next();
    std::string kept = isKnown ? std::string(browser) : newToken();
    for (const std::string& hash : {browserHash(kept), place.address}) {
        database.execute("access/keep_place", {{"user_id", user.value},
                                               {"place_hash", std::string_view(hash)},
                                               {"last_at", now.unixMs}});
    }
    database.execute("access/forget_other_places",
                     {{"user_id", user.value}, {"most", kKnownPlaces}});
    return kept;
}

} // namespace giftbox::access
