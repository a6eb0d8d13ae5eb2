#pragma once

#include "books/books.h"
#include "foundation/row_writer.h"

#include <functional>

namespace giftbox::reports {

struct UseTaxOfMonth {
    foundation::Month month;
    std::int64_t units = 0;
    foundation::Money cost;
    foundation::Money returned;
};
/// By month; those without either are left out.
void visitUseTax(const books::ReadTransaction& tx, foundation::Month first, foundation::Month last,
                 const std::function<void(const UseTaxOfMonth&)>& visit);

const std::vector<foundation::Column>& useTaxColumns();

/// Writes what the boxes given in each month took from parts transfers, at cost, and ends the writer: goods that were
/// taken out of resale stock and given away. Units that came back from a box that was unpacked have no source any more,
/// so their cost stands apart. A month without either has no row.
void writeUseTax(const books::ReadTransaction& tx, foundation::Month first, foundation::Month last,
                 foundation::RowWriter& out);

} // namespace giftbox::reports
