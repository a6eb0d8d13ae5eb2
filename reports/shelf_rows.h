#pragma once

#include "foundation/row_writer.h"
#include "gifting/packed_on.h"
#include "inventory/stock.h"

#include <span>
#include <vector>

namespace giftbox::reports {

/// Of a line of the shelf: `sku,name,kind,category,units,cost,reorder_point,par_level`.
const std::vector<foundation::Column>& stockColumns();
/// The cells of one line, without ending the row.
void writeStockCells(const inventory::StockLine& line, foundation::RowWriter& out);

/// As of a day: those of stockColumns, and beside the shelf the units and the cost of the item that lie in boxes packed and not given. What came in is what
/// was given, written off and lost, and the sum of both.
const std::vector<foundation::Column>& shelfColumns();

/// Writes what was there at the end of `on`, or is there now, of the items that are `wanted`, and ends the writer.
void writeShelf(const books::ReadTransaction& tx, const std::optional<foundation::Date>& on,
                const std::function<bool(const inventory::StockLine&)>& wanted,
                foundation::RowWriter& out);

/// These lines in this order.
void writeShelfLines(std::span<const inventory::StockLine> lines,
                     const gifting::PackedItems& packed, foundation::RowWriter& out);

/// `2 boxes packed and not given: contents 12.00 USD, packaging 1.00 USD`.
std::string packedSentence(const gifting::PackedBoxes& packed, const books::Store& store);

} // namespace giftbox::reports
