#pragma once

#include "foundation/json_body.h"
#include "web/http/form.h"
#include "web/ui/store_format.h"
#include "web/ui/view.h"

#include <functional>

namespace giftbox::web {

/// The rows of a delivery that were filled in, with amounts in canonical text. Throws Refusal about `lines`, with
/// every fault of every row that cannot be read.
std::vector<foundation::JsonFields> deliveryLinesIn(const Form& form, const StoreFormat& format);

/// The rows as typed, without those left empty in between, and enough empty ones for at least `fewest` rows. `nameOf`
/// is the name of an item by what was typed.
std::vector<View> deliveryLineViews(const Form& form, std::size_t fewest,
                                    const std::function<std::string(const std::string&)>& nameOf);

} // namespace giftbox::web
