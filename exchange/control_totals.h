#pragma once

#include "foundation/row_writer.h"

#include <vector>

namespace giftbox::exchange {

/// What a table adds up to: its rows, and each column of amounts.
struct ControlTotals {
    struct Sum {
        std::string column;
        foundation::Money amount = {};
    };
    std::string file;
    std::int64_t rows = 0;
    std::vector<Sum> sums = {};
};

/// Writes each row to two writers, which must live as long, and adds it to `totals`. Throws Refusal `money.overflow`.
std::unique_ptr<foundation::RowWriter> makeTotalingWriter(foundation::RowWriter& first,
                                                          foundation::RowWriter& second,
                                                          ControlTotals& totals);

/// `file,column,rows,total`: a row for each file, and one for each of its columns of amounts.
void writeControlTotals(const std::vector<ControlTotals>& all, foundation::RowWriter& out);

} // namespace giftbox::exchange
