#pragma once

#include "gifting/waiting_boxes.h"
#include "web/ui/html.h"
#include "web/ui/store_format.h"

namespace giftbox::web {

/// ` Room left then: 500.00 USD. 4 boxes packed in 2026-10, 142.57 USD, will count here when given. Room once they are: 357.43 USD.`; what there is
/// of it, each sentence behind a blank. `name` is that of the room.
std::string remainingText(const StoreFormat& format, const books::Store& store,
                          const std::string& name, const gifting::MonthRemaining& remaining);
/// The same, `Room left in 2026-11`.
std::string remainingText(const StoreFormat& format, const books::Store& store,
                          foundation::Month month, const gifting::MonthRemaining& remaining);

/// `waits`, for the templates `cap_bar` and `plan`: what is left once what waits is given, and what waits. Nothing where nothing does.
void addWaiting(View& view, const books::Store& store, const gifting::MonthRemaining& remaining,
                const StoreFormat& format);

} // namespace giftbox::web
