#pragma once

#include "exchange/reading/reading.h"

namespace giftbox::exchange {

/// Reads a table as people have it: recognizes what is not answered, and writes the table with Giftbox's own columns.
/// Pure. Throws Refusal `import.no_table` for bytes without a header and a row, `import.spending` for a column of what
/// people spent that is said to be taken in, `import.no_column`, `import.no_field` and `import.field_twice` for
/// answers about columns and fields that are not there.
Reading readTable(std::string_view bytes, const std::string& fileName, const ReadFields& fields,
                  const Answers& answers, const ReadHabits& habits);

/// The row with the names of the columns: of the first rows, the first one with the most names that are known, or the
/// first that has two cells. Pure.
TableRow headerOf(std::string_view text, char separator, const ReadFields& fields);

/// Requires a column or a value for each needed field. Throws Refusal `import.unmapped`.
void requireMapped(const Reading& reading, const std::string& fileName);

/// Whether the table begins with Giftbox's own column names, in UTF-8 and parted by commas, so that it can be read as
/// it is. `head` is its beginning. Pure.
bool isOwnTable(std::string_view head, const ReadFields& fields);

} // namespace giftbox::exchange
