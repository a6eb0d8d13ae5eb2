#pragma once

#include "access/role.h"
#include "web/ui/view.h"

#include <functional>
#include <vector>

namespace giftbox::web {

/// Who asks for the menu, and where.
struct MenuAsked {
    std::string_view path; ///< of the page that is shown
    std::vector<access::Role> roles;
    std::function<bool(access::Action)> may;
    std::function<std::string(std::string_view)> address; ///< of a page of the store
};

/// The pages that the user may open: `groups` for the template `menu`, and `bar`, the few that the user's role opens
/// most, for the bar at the bottom of a phone. `purpose` says what the page is for, if it is in the menu.
View menuOf(const MenuAsked& asked);

/// A page of the menu.
struct NamedPage {
    std::string name;
    std::string group; ///< of the menu
    std::string address;
};
/// The pages that the user may open, with every word of the query in name or group.
std::vector<NamedPage> pagesNamed(const MenuAsked& asked, std::string_view query);

} // namespace giftbox::web
