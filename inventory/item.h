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

/// Something kept in stock. Levels are units: at or under `reorderPoint` it is low; restock goes up to `parLevel`, rounded up to whole packs.
/// What each member is for people stands in itemFields().
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

    bool operator==(const Item&) const = default;
};

/// Every field of an item, in the order of its rows, files, and facts. A new one goes to the end.
foundation::Fields<Item> itemFields();
/// What the digest of an event covers of an item.
const books::FactTable& itemFacts();

/// Throws the refusals of a malformed item: `item.sku_malformed`, `item.barcode_malformed`, `text.*`, `item.level_malformed`, `item.pack_size`.
void requireValid(const Item& item);

struct NumberedItem {
    books::ItemNo number;
    Item item;
};
/// The item that the code stands for: a SKU, in any capitals, or a barcode; see toSkus. None when it stands for none, or for several.
std::optional<NumberedItem> findItem(const books::ReadTransaction& tx, std::string_view code);
/// As findItem. Throws Refusal `item.unknown`, `item.ambiguous`, `item.barcode_malformed`.
NumberedItem requireItem(const books::ReadTransaction& tx, std::string_view code);

/// Visits every item in SKU order.
void listItems(const books::ReadTransaction& tx,
               const std::function<void(const NumberedItem&)>& visit);

/// At most `most` of them, from the first SKU after `after` on.
std::vector<NumberedItem> itemsAfter(const books::ReadTransaction& tx, std::string_view after,
                                     std::int64_t most);

/// Writes a new item; its event is the caller's. Requires a valid item whose SKU is free, whatever the capitals.
void insertItem(books::WriteTransaction& tx, const Item& item);
/// Writes an item as it is now; its event is the caller's.
void updateItem(books::WriteTransaction& tx, const NumberedItem& numbered);
/// The item as a digest counts it.
std::string digestOf(const NumberedItem& numbered);

} // namespace giftbox::inventory
