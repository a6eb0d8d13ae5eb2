#pragma once

#include "foundation/date.h"

#include <string>
#include <vector>

namespace giftbox::gifting {

struct CountSheetLine {
    std::string bin; ///< empty for none
    std::string sku;
    std::string name;
};

/// A sheet on which people write what they count, without any units of the books.
struct CountSheet {
    std::int64_t number = 0;
    foundation::Date on;
    std::string scope;                 ///< `All items`, `Bin A-1`
    std::vector<CountSheetLine> lines; ///< those of a bin stand together
};

} // namespace giftbox::gifting
