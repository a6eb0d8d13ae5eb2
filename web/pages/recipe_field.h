#pragma once

#include "web/ui/form_page.h"

namespace giftbox::web {

/// The field `recipe`: the recipes of the store by name, or what it means to choose `none` of them.
Field recipeField(std::string none);

} // namespace giftbox::web
