#pragma once

#include "books/books.h"
#include "foundation/fields.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace giftbox::inventory {

enum class ItemKind { Contents, Packaging };

std::string_view toText(ItemKind kind);
/// `contents` or `packaging`. Throws Refusal `item.kind_unknown`.
ItemKind parseItemKind(std::string_view text);

/// An item of stock. Levels are in units: at or under `reorderPoint` (the reorder point) the item is low; restocking
/// goes up to `parLevel`, rounded up to whole packs. itemFields() describes each member for people.
struct Item {
    std::string sku;
    std::string name;
    ItemKind kind = ItemKind::Contents;
    std::string category;
    std::string unit;
    std::string size;
    std::string barcode;
    std::string supplier;
    std::optional<std::int64_t> reorderPoint;
    std::optional<std::int64_t> parLevel;
    std::int64_t packSize = 1;
    std::optional<std::int64_t> leadTimeDays;
    bool imprinted = false;
    bool retired = false;
    std::string bin = {};
    std::optional<std::int64_t> weight = {}; ///< of a unit, in grams

    bool operator==(const Item&) const = default;
};

/// Every field of an item, in the order of its rows, files and facts. Add new fields at the end.
foundation::Fields<Item> itemFields();
/// The parts of an item in an event's digest.
const books::FactTable& itemFacts();

/// Requires a well-formed item. Throws Refusal `item.sku_malformed`, `item.barcode_malformed`, `text.*`,
/// `item.level_malformed`, `item.pack_size`.
void requireValid(const Item& item);

struct NumberedItem {
    books::ItemNo number;
    Item item;
};
/// The item meant by the code: a SKU in any capitals, or a barcode; see toSkus. None if it means none, or several.
std::optional<NumberedItem> findItem(const books::ReadTransaction& tx, std::string_view code);
/// Like findItem. Throws Refusal `item.unknown`, `item.ambiguous`, `item.barcode_malformed`.
NumberedItem requireItem(const books::ReadTransaction& tx, std::string_view code);

/// Visits every item in SKU order.
void listItems(const books::ReadTransaction& tx,
               const std::function<void(const NumberedItem&)>& visit);

/// At most `most` items, from the first SKU after `after` on.
std::vector<NumberedItem> itemsAfter(const books::ReadTransaction& tx, std::string_view after,
                                     std::int64_t most);

/// Writes a new item; the caller records the event. Requires a valid item with an unused SKU, in any capitals.
void insertItem(books::WriteTransaction& tx, const Item& item);
/// Writes a changed item; the caller records the event.
void updateItem(books::WriteTransaction& tx, const NumberedItem& numbered);
/// The item as counted by a digest.
std::string digestOf(const NumberedItem& numbered);

} // namespace giftbox::inventory
