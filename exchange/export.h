#pragma once

#include "books/books.h"
#include "foundation/period.h"
#include "foundation/row_writer.h"
#include "inventory/stock.h"

#include <optional>
#include <span>

namespace giftbox::exchange {

/// Every export streams: memory does not grow with rows. Each writes its columns and rows and ends the writer.

/// Every movement of the period in the order recorded:
/// `seq,moved_on,kind,sku,lot,units,cost,box,receipt,reason,actor,recorded_at,source,supplier,line`; units and cost
/// signed.
void exportMovements(const books::ReadTransaction& tx, const foundation::Period& period,
                     foundation::RowWriter& out);

const std::vector<foundation::Column>& movementColumns();
/// The rows of exportMovements with numbers above `after`, up to a limit; returns the number of the last one if more
/// follow. The cost does not depend on where it begins.
std::optional<std::int64_t> writeMovementsAfter(const books::ReadTransaction& tx,
                                                std::int64_t after, std::int64_t most,
                                                foundation::RowWriter& out);

/// Every box that counts in the period, by month and number: a given box on the day it was given, an unpacked one on
/// the day it was unpacked, a packed one on the day it was packed or, carried over, on the first day of the month it
/// counts in.
/// `box,reference,recipient,state,month,packed_on,given_on,contents_cost,packaging_cost,labor_cost,total_cost,
/// labor_minutes,unpacked_on,pack_override,give_override`.
void exportBoxes(const books::ReadTransaction& tx, const foundation::Period& period,
                 foundation::RowWriter& out);

/// The stock now, or at the end of `on`: `sku,name,kind,category,units,cost,reorder_point,par_level`.
void exportStock(const books::ReadTransaction& tx, const std::optional<foundation::Date>& on,
                 foundation::RowWriter& out);

/// The files for `import`.
/// In the order in which they were added.
void exportSuppliers(const books::ReadTransaction& tx, foundation::RowWriter& out);
/// One row per line, by number; see importOrders.
void exportOrders(const books::ReadTransaction& tx, foundation::RowWriter& out);
/// One row per line of the deliveries received in the period, by number; see importDeliveries.
void exportDeliveries(const books::ReadTransaction& tx, const foundation::Period& period,
                      foundation::RowWriter& out);
void exportItems(const books::ReadTransaction& tx, foundation::RowWriter& out);
void exportRecipients(const books::ReadTransaction& tx, foundation::RowWriter& out);
/// Receipts of the period, by lot.
void exportReceipts(const books::ReadTransaction& tx, const foundation::Period& period,
                    foundation::RowWriter& out);
/// One row per lot of each bill dated in the period, and one per freight of the deliveries of the period, without what
/// was reversed.
void exportBills(const books::ReadTransaction& tx, const foundation::Period& period,
                 foundation::RowWriter& out);
void exportFreight(const books::ReadTransaction& tx, const foundation::Period& period,
                   foundation::RowWriter& out);
/// One row per return to a supplier of the period that was not reversed, with its credit; see importReturns.
void exportReturns(const books::ReadTransaction& tx, const foundation::Period& period,
                   foundation::RowWriter& out);
/// One row per line of each packed or given box that exportBoxes lists for the period, by number, in the form of the
/// boxes import.
void exportBoxLines(const books::ReadTransaction& tx, const foundation::Period& period,
                    foundation::RowWriter& out);

} // namespace giftbox::exchange
