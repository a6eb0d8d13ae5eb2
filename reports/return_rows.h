#pragma once

#include "foundation/row_writer.h"
#include "purchasing/return_receipt.h"

namespace giftbox::reports {

/// The rows that edges show of returns to suppliers: the columns, and one row of each.
const std::vector<foundation::Column>& supplierReturnColumns();
void writeSupplierReturn(const purchasing::RecordedReturn& returned, foundation::RowWriter& out);

/// Units that were returned, or came back with a reversed return.
const std::vector<foundation::Column>& returnedUnitsColumns();
void writeReturnedUnits(const purchasing::ReturnedUnits& returned, foundation::RowWriter& out);

const std::vector<foundation::Column>& creditedReturnColumns();
void writeCreditedReturn(const purchasing::CreditedReturn& credited, foundation::RowWriter& out);

} // namespace giftbox::reports
