#pragma once

#include "foundation/partial_sum.h"
#include "foundation/row_writer.h"
#include "gifting/adjust_stock.h"
#include "inventory/set_picture.h"
#include "inventory/shelf.h"
#include "inventory/stock.h"
#include "purchasing/correct_receipt.h"
#include "purchasing/receive_stock.h"
#include "purchasing/reverse_receipt.h"

#include <vector>

namespace giftbox::reports {

/// The rows that commands and the API show for items: the columns, and one row of each.
const std::vector<foundation::Column>& itemColumns();
void writeItem(const inventory::Item& item, foundation::RowWriter& out);
const std::vector<foundation::Column>& pictureColumns();
void writePicture(const inventory::KeptPicture& kept, foundation::RowWriter& out);
const std::vector<foundation::Column>& openLotColumns();
void writeOpenLot(const inventory::OpenLot& lot, foundation::RowWriter& out);

/// The cost of a restocking list: `40.00 USD`, or the number of items whose cost is unknown because they were never
/// bought.
foundation::Sentence estimateOf(const books::Store& store, const foundation::PartialSum& estimated);

const std::vector<foundation::Column>& receivedColumns();
void writeReceived(const books::Store& store, const purchasing::Receipt& receipt,
                   const purchasing::ReceivedLot& received, foundation::RowWriter& out);

const std::vector<foundation::Column>& reversedColumns();
void writeReversed(const purchasing::ReversedReceipt& reversed, foundation::RowWriter& out);

const std::vector<foundation::Column>& correctedColumns();
void writeCorrected(const books::Store& store, const purchasing::CorrectedReceipt& corrected,
                    foundation::RowWriter& out);

/// For corrections of stock.
const std::vector<foundation::Column>& adjustmentColumns();
void writeAdjustment(const gifting::Adjustment& done, foundation::RowWriter& out);

} // namespace giftbox::reports
