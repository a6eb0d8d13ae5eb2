#pragma once

#include "books/books.h"
#include "foundation/locale.h"
#include "foundation/row_writer.h"

#include <optional>
#include <string>
#include <vector>

namespace giftbox::reports {

/// An amount that a gift limit had or has, in words.
struct LimitLine {
    std::string limit; ///< its name
    std::string title;
    std::string country;
    std::string amount; ///< `25.00 USD`: maybe not of the store's currency
    std::string kind;
    std::string window;
    std::string counts;
    foundation::Date from;
    std::optional<foundation::Date> to;
    std::string action; ///< `none`, `warn` or `block`
    std::string source;
};
/// Every amount of every gift limit, with what the store does about it in the month.
/// Amounts are written as people of `locale` do; exactly, if it is null.
std::vector<LimitLine> limitLines(const books::Store& store, foundation::Month month,
                                  const foundation::Locale* locale = nullptr);

const std::vector<foundation::Column>& limitColumns();

/// Writes the lines, and ends the writer.
void writeLimits(const books::Store& store, foundation::Month month, foundation::RowWriter& out);

} // namespace giftbox::reports
