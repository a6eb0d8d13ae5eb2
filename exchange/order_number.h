#pragma once

#include "exchange/import_file.h"
#include "purchasing/order.h"

namespace giftbox::exchange {

/// The order that a cell names, as `PO-7` or `7`; none if it is empty. Anything else is marked as bad.
std::optional<purchasing::OrderNo> orderNumberIn(ImportFile& file, std::size_t column);

} // namespace giftbox::exchange
