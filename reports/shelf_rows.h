#pragma once

#include "foundation/row_writer.h"
#include "gifting/packed_on.h"
#include "inventory/stock.h"

#include <span>
#include <vector>

namespace giftbox::reports {

/// For a line of stock: `sku,name,kind,category,units,cost,reorder_point,par_level`.
const std::vector<foundation::Column>& stockColumns();
/// The cells of one line, without ending the row.
void writeStockCells(const inventory::StockLine& line, foundation::RowWriter& out);

/// As of a day: stockColumns, with the units and cost in boxes packed and not given. The units received equal those
/// given, written off and lost plus the sum of both.
const std::vector<foundation::Column>& shelfColumns();

/// Writes the stock of the `wanted` items at the end of `on`, or now, and ends the writer.
void writeShelf(const books::ReadTransaction& tx, const std::optional<foundation::Date>& on,
                const std::function<bool(const inventory::StockLine&)>& wanted,
                foundation::RowWriter& out);

/// Writes these lines in this order.
void writeShelfLines(std::span<const inventory::StockLine> lines,
                     const gifting::PackedItems& packed, foundation::RowWriter& out);

/// `2 boxes packed and not yet given: contents 12.00 USD, packaging 1.00 USD`.
std::string packedSentence(const gifting::PackedBoxes& packed, const books::Store& store);

} // namespace giftbox::reports
