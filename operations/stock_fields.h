#pragma once

#include "operations/call.h"

namespace giftbox::operations {

inline constexpr foundation::FieldInfo kSku{.name = "sku",
                                            .title = "Item",
                                            .help = "item SKU",
                                            .need = foundation::Need::Required,
                                            .option = "SKU"};
inline constexpr foundation::FieldInfo kUnitsOfStock{.name = "units",
                                                     .type = foundation::FieldType::Integer,
                                                     .title = "Units",
                                                     .help = "number of units",
                                                     .need = foundation::Need::Required,
                                                     .option = "UNITS"};

} // namespace giftbox::operations
