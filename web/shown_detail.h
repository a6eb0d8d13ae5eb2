#pragma once

#include "web/store_format.h"

namespace giftbox::web {

/// What an event says beside who did what to which: `contents: 16.90, recipe version: 1` of `{"contents":"16.90","recipe_version":1}`, with
/// days, months and amounts as the store writes them. Text that is not such an object is shown as it is.
std::string shownDetail(const StoreFormat& format, std::string_view detail);

} // namespace giftbox::web
