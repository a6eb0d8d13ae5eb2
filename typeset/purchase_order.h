#pragma once

#include "typeset/sheet.h"

namespace giftbox::typeset {

/// Sets an order: its facts, its lines with their costs and the total, on as many pages as needed. Nothing crosses the
/// margin, 18 mm or a tenth of the paper's shorter side. Throws Unprintable.
void drawPurchaseOrder(Sheet& sheet, const PurchaseOrder& order);

} // namespace giftbox::typeset
