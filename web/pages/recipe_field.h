#pragma once

#include "web/ui/form_page.h"

namespace giftbox::web {

/// The field `recipe`: the recipes of the store by name, or the text for selecting none in `none`.
Field recipeField(std::string none);

} // namespace giftbox::web
