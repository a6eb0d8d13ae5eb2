#pragma once

#include "foundation/row_writer.h"
#include "purchasing/item_supplier.h"

#include <vector>

namespace giftbox::reports {

/// The rows that commands and the API show for suppliers: the columns, and one row of each.
const std::vector<foundation::Column>& supplierColumns();
void writeSupplier(const purchasing::Supplier& supplier, foundation::RowWriter& out);

/// An item at a supplier.
const std::vector<foundation::Column>& itemSupplierColumns();
void writeItemSupplier(const purchasing::Supplier& supplier, const purchasing::ItemSupplier& at,
                       foundation::RowWriter& out);

/// A receipt from a supplier.
const std::vector<foundation::Column>& purchaseColumns();
void writePurchase(const purchasing::Purchase& purchase, foundation::RowWriter& out);

} // namespace giftbox::reports
