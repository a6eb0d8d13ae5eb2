#pragma once

#include "reports/box_rows.h"
#include "reports/cells.h"

#include <optional>
#include <string>
#include <vector>

namespace giftbox::cli {

using reports::amountOrEmpty;
using reports::boxColumns;
using reports::dateOrEmpty;
using reports::sentenceOrEmpty;
using reports::textOrEmpty;
using reports::writeBoxCells;

/// `SKU[:UNITS]` or `CATEGORY[:UNITS]`, as in `option`; the default is one unit. Throws Refusal `number.malformed`.
std::pair<std::string, std::int64_t> withUnits(const std::string& option, const std::string& text);

} // namespace giftbox::cli
