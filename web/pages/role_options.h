#pragma once

#include "access/role.h"
#include "web/ui/form_page.h"

namespace giftbox::web {

/// The roles, to select from.
std::vector<Option> roleOptions(std::span<const access::Role> roles);

} // namespace giftbox::web
