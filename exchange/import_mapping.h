#pragma once

#include "books/books.h"
#include "exchange/reading/reading.h"

namespace giftbox::exchange {

/// How tables with the same column names were read, under a name for people. The lines left out are not kept.
struct ImportMapping {
    std::string name;
    Answers answers;

    bool operator==(const ImportMapping&) const = default;
};

/// Keeps the mapping for tables with these columns, instead of an earlier one. Records nothing: it is part of the
/// import.
void keepMapping(books::WriteTransaction& tx, std::string_view kind, const Reading& reading,
                 const ImportMapping& mapping);
/// The mapping of the last import of a table with these columns.
std::optional<ImportMapping> findMapping(const books::ReadTransaction& tx, std::string_view kind,
                                         const Reading& reading);

} // namespace giftbox::exchange
