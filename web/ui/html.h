#pragma once

#include "web/ui/view.h"

namespace giftbox::web {

/// Renders `web/templates/NAME.html` within the layout, with every value escaped. Requires that the template exists.
std::string renderPage(std::string_view name, const View& view);

/// The same without the layout.
std::string render(std::string_view name, const View& view);

} // namespace giftbox::web
