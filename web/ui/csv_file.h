#pragma once

#include "books/books.h"
#include "foundation/row_writer.h"
#include "web/http/http.h"

namespace giftbox::web {

/// A CSV file for people to download, as `write` makes it: marked as UTF-8, so that a spreadsheet shows its accents. A
/// store whose amounts have a decimal comma gets it, and semicolons between cells, as its spreadsheets expect.
Response csvFile(const std::string& name, const books::Store& store,
                 const std::function<void(foundation::RowWriter&)>& write);
/// The same rows as CSV, or as a workbook if the path of the request ends with `.xlsx`; `name` is without the ending.
Response rowsFile(std::string_view path, const std::string& name, const books::Store& store,
                  const std::function<void(foundation::RowWriter&)>& write);

} // namespace giftbox::web
