#pragma once

#include "exchange/reading/reading.h"

namespace giftbox::exchange {

/// The rows that begin at these lines, as they stand in the file, below its line of names: CSV in UTF-8 with a byte
/// order mark, so that a spreadsheet opens it, to be mended and imported again. Pure.
std::string rowsToMend(std::string_view bytes, const ReadFields& fields, const Answers& answers,
                       const std::set<std::int64_t>& lines);

} // namespace giftbox::exchange
