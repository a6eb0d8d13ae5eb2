#pragma once

#include "web/form_page.h"

namespace giftbox::web {

/// The field `recipe`: the recipes of the store by name, or what it means to choose `none` of them.
Field recipeField(const books::ReadTransaction& tx, std::string none);

} // namespace giftbox::web
