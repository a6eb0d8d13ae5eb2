#pragma once

#include "exchange/import_mapping.h"
#include "exchange/reading/reading.h"

namespace giftbox::exchange {

/// A table of another program as it is to be imported.
struct ImportTable {
    Reading reading;
    Answers answers;     ///< those it was read by
    std::string mapping; ///< the kept mapping that they come from, if nothing was said
};

/// Reads a table of a kind that has readFieldsOf; by the mapping of the last table with the same columns if nothing is
/// said about more than lines. Throws Refusal as readTable. See requireMapped.
ImportTable readImport(const books::ReadTransaction& tx, std::string_view kind,
                       std::string_view bytes, const std::string& fileName, const Answers& said);

/// Keeps how the table was read, for the next one with its columns; nothing if nothing was said. Without a name, it has
/// that of the file.
void keepReading(books::WriteTransaction& tx, std::string_view kind, const ImportTable& table,
                 const std::string& name, const std::string& fileName);

} // namespace giftbox::exchange
