#pragma once

#include "operations/call.h"

/// What the tables of operations are written with; for their .cpp files only.
namespace giftbox::operations {

using access::Action;
using books::ReadTransaction;
using books::WriteTransaction;
using foundation::Cells;
using foundation::Column;
using foundation::ColumnType;
using foundation::FieldInfo;
using foundation::RowWriter;
using enum foundation::FieldType;
using enum foundation::Need;

} // namespace giftbox::operations
