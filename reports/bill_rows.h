#pragma once

#include "foundation/row_writer.h"
#include "purchasing/record_bill.h"
#include "purchasing/recorded_bill.h"
#include "purchasing/reverse_charge.h"

namespace giftbox::reports {

/// The rows that edges show of bills: the columns, and one row of each.
const std::vector<foundation::Column>& billedLotColumns();
void writeBilledLots(const books::Store& store, const purchasing::RecordedBill& bill,
                     foundation::RowWriter& out);

const std::vector<foundation::Column>& billColumns();
void writeBill(const purchasing::BillInBooks& bill, foundation::RowWriter& out);
const std::vector<foundation::Column>& lotOfBillColumns();
void writeLotOfBill(const purchasing::LotOfBill& lot, foundation::RowWriter& out);
const std::vector<foundation::Column>& freightColumns();
void writeFreight(const purchasing::RecordedFreight& freight, foundation::RowWriter& out);

/// Of a bill or freight that was reversed, which `number` names: one row.
const std::vector<foundation::Column>& reversedBillColumns();
const std::vector<foundation::Column>& reversedFreightColumns();
void writeReversedCharge(const purchasing::ReversedCharge& charge, foundation::RowWriter& out);

/// What was received and not billed, with its age in days.
const std::vector<foundation::Column>& unbilledColumns();
std::int64_t ageInDays(const purchasing::UnbilledLot& lot, foundation::Date today);
void writeUnbilled(const purchasing::UnbilledLot& lot, foundation::Date today,
                   foundation::RowWriter& out);

} // namespace giftbox::reports
