#include "accounting/table_places.h"

#include <array>

namespace giftbox::accounting {

const foundation::TablePlaces& tablePlaces()
{
    static constexpr std::array<std::string_view, 3> kEveryNode = {"store", "user_role",
                                                                   "api_token"};
    static constexpr std::array<std::string_view, 6> kCoordinator = {
        "user_session", "login_failure", "setup_link", "known_place", "lock_out", "backup"};
    static constexpr foundation::TablePlaces kPlaces{
        .first = "store_books", .everyNode = kEveryNode, .coordinator = kCoordinator};
    return kPlaces;
}

} // namespace giftbox::accounting
