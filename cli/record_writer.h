#pragma once

#include "foundation/row_writer.h"

#include <memory>

namespace giftbox::cli {

/// Writes each row as a record with one line per column: title and value, without unknown values; an empty line
/// between records.
std::unique_ptr<foundation::RowWriter> makeRecordWriter(foundation::Sink sink,
                                                        const foundation::Currency& currency);

/// The values alone, a line each.
std::unique_ptr<foundation::RowWriter> makeLineWriter(foundation::Sink sink);

} // namespace giftbox::cli
