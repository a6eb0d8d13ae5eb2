#pragma once

#include "web/ui/store_format.h"

#include <functional>
#include <optional>

namespace giftbox::web {

/// The code of a recipient whom an event names by number; nothing where it is not to be known.
using RecipientCode = std::function<std::optional<std::string>(std::int64_t)>;

/// To what an event was done: `month Nov 2026` of `month 2026-11`; `item HAT` as it is.
std::string shownSubject(const StoreFormat& format, const std::string& subject);

/// What an event says besides: `contents: 16.90, recipe version: 1` of `{"contents":"16.90","recipe_version":1}`.
/// Days, months and amounts are as the
/// store writes them; what somebody typed is as it was typed. Text that is no JSON object is shown as it is.
std::string shownDetail(const StoreFormat& format, std::string_view detail,
                        const RecipientCode& recipient = {});

} // namespace giftbox::web
