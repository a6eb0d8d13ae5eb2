#pragma once

#include "budget/authorize.h"
#include "foundation/row_writer.h"
#include "purchasing/order.h"
#include "purchasing/receipt.h"
#include "purchasing/restock.h"

#include <vector>

namespace giftbox::reports {

/// The rows that commands and the API show for orders: the columns, and one row of each.
const std::vector<foundation::Column>& orderColumns();
void writeOrder(const purchasing::Order& order, const purchasing::SupplierBook& book,
                foundation::Date today, foundation::RowWriter& out);

/// An order that was approved, with a cap that only warns.
const std::vector<foundation::Column>& approvedOrderColumns();
void writeApprovedOrder(const books::Store& store, const purchasing::Order& order,
                        const purchasing::SupplierBook& book, foundation::Date today,
                        const std::vector<budget::PassedCap>& warned, foundation::RowWriter& out);

/// The lines of an order, as its supplier gets them, with what came.
const std::vector<foundation::Column>& orderLineColumns();
void writeOrderLines(const books::ReadTransaction& tx, const purchasing::Order& order,
                     foundation::RowWriter& out);

/// The restocking list.
const std::vector<foundation::Column>& restockColumns();
void writeRestockLine(const purchasing::RestockLine& line, foundation::RowWriter& out);

} // namespace giftbox::reports
