#pragma once

#include "gifting/waiting_boxes.h"
#include "web/ui/html.h"
#include "web/ui/operation_form.h"

namespace giftbox::web {

/// ` Remaining: 500.00 USD. 4 boxes packed in 2026-10, 142.57 USD, count there until given, then here. Remaining after
/// that:
/// 357.43 USD.`: the sentences that apply, each after a space. `name` names the remaining budget.
std::string remainingText(const StoreFormat& format, const books::Store& store,
                          const std::string& name, const gifting::MonthRemaining& remaining);
/// The same, with `Remaining in 2026-11`.
std::string remainingText(const StoreFormat& format, const books::Store& store,
                          foundation::Month month, const gifting::MonthRemaining& remaining);

/// The same, of a row that an operation has answered with.
std::string remainingText(const AnsweredRow& row, const std::string& name);

/// `waits`, for the templates `cap_bar` and `plan`: the waiting boxes and the budget remaining after them. Nothing
/// when no boxes wait.
void addWaiting(View& view, const books::Store& store, const gifting::MonthRemaining& remaining,
                const StoreFormat& format);

} // namespace giftbox::web
