#pragma once

#include "foundation/row_writer.h"

#include <memory>

namespace giftbox::cli {

/// One thing a row, with a line a column: the title, then the value; unknown values are left out, a blank line between things.
std::unique_ptr<foundation::RowWriter> makeRecordWriter(foundation::Sink sink,
                                                        const foundation::Currency& currency);

} // namespace giftbox::cli
