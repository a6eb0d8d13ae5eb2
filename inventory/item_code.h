#pragma once

#include "books/books.h"

#include <span>
#include <string>
#include <vector>

namespace giftbox::inventory {

/// By which barcodes are the same: a GTIN in its 14 digits, so that the 12 of a UPC-A are the 13 of its EAN-13, blanks and hyphens between digits left out; of other barcodes the folded form. Empty for none.
std::string barcodeKey(std::string_view barcode);

/// Throws Refusal `item.barcode_malformed` for `4.00638E+12`, the form in which a spreadsheet writes a number of which it has lost the last digits.
void requireBarcode(std::string_view barcode);

/// Puts the SKU of the item in the place of each code that stands for one: its SKU; its SKU in other capitals; its barcode, in this order. What stands for none, or for several,
/// stays as it is, and is then refused where the item is asked for. This is the only place that knows what may be typed for an item.
void toSkus(const books::ReadTransaction& tx, std::span<std::string* const> codes);
std::string toSku(const books::ReadTransaction& tx, std::string_view code);

/// The SKUs of the items that the code stands for, none, one or several; the first way in which it stands for any decides.
std::vector<std::string> skusMeant(const books::ReadTransaction& tx, std::string_view code);
/// The SKU of an item whose SKU is the same but for capitals; empty when there is none.
std::string skuAlike(const books::ReadTransaction& tx, std::string_view sku);

/// That nothing is known by the code. Throws Refusal `item.unknown`; `item.ambiguous`, naming them, where it stands for several; `item.barcode_malformed`.
[[noreturn]] void refuseUnknownItem(const books::ReadTransaction& tx, std::string_view code);

} // namespace giftbox::inventory
