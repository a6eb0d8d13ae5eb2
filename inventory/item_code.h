#pragma once

#include "books/books.h"

#include <span>
#include <string>
#include <vector>

namespace giftbox::inventory {

/// The form in which barcodes are compared: a GTIN as its 14 digits, so that a 12-digit UPC-A equals its 13-digit
/// EAN-13, without blanks and hyphens between digits; for other barcodes the folded form. Empty for none.
std::string barcodeKey(std::string_view barcode);

/// Throws Refusal `item.barcode_malformed` for `4.00638E+12`, the form in which a spreadsheet writes a number after
/// losing its last digits.
void requireBarcode(std::string_view barcode);

/// Replaces each code by the SKU of the item it means: its SKU, its SKU in other capitals, a SKU that it had, or its
/// barcode, in this order. A code that means none, or several, stays, and is refused when the item is looked up. Only
/// this function knows which inputs mean an item.
void toSkus(const books::ReadTransaction& tx, std::span<std::string* const> codes);
std::string toSku(const books::ReadTransaction& tx, std::string_view code);

/// The SKUs of the items meant by the code: none, one or several. The first kind of match decides.
std::vector<std::string> skusMeant(const books::ReadTransaction& tx, std::string_view code);
/// Requires that no other item than `own` has or had this SKU, in any capitals. Throws Refusal `item.exists`.
void requireUnused(const books::ReadTransaction& tx, std::string_view sku,
                   std::string_view own = {});

/// Refuses a code that finds nothing. Throws Refusal `item.unknown`; `item.ambiguous`, with the names, if it means
/// several; `item.barcode_malformed`.
[[noreturn]] void refuseUnknownItem(const books::ReadTransaction& tx, std::string_view code);

} // namespace giftbox::inventory
