#pragma once

#include "exchange/reading/reading.h"

namespace giftbox::exchange {

/// Writes the rows below the header with Giftbox's own columns into `reading.text`, each at its own line, and notes
/// the rows that are left out, the malformed ones, and the first ones as they are.
void writeCanonical(std::string_view text, const ReadFields& fields, const ReadHabits& habits,
                    Reading& reading);

} // namespace giftbox::exchange
