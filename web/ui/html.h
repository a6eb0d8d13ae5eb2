#pragma once

#include "web/ui/view.h"

namespace giftbox::web {

/// The template `web/templates/NAME.html` within the layout, every value escaped. Requires that there is such a template.
std::string renderPage(std::string_view name, const View& view);

/// The template alone.
std::string render(std::string_view name, const View& view);

} // namespace giftbox::web
