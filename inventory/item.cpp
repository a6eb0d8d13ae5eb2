#include "inventory/item.h"

#include "books/code.h"
#include "foundation/fold.h"
#include "inventory/item_code.h"

namespace giftbox::inventory {

using books::ReadTransaction;
using foundation::Refusal;
using foundation::Row;
using foundation::Rows;

namespace {

constexpr std::size_t kLongestSku = 64;
constexpr std::int64_t kMostUnits = 1'000'000'000;

NumberedItem itemOf(const Row& row)
{
    return {.number = books::ItemNo{row.integer(0)},
            .item = {.sku = row.string(1),
                     .name = row.string(2),
                     .kind = parseItemKind(row.text(3)),
                     .category = row.string(4),
                     .unit = row.string(5),
                     .size = row.string(6),
                     .barcode = row.string(7),
                     .supplier = row.string(8),
                     .reorderLevel = row.maybeInteger(9),
                     .parLevel = row.maybeInteger(10),
                     .packSize = row.integer(11),
                     .leadDays = row.maybeInteger(12),
                     .imprinted = row.integer(13) != 0,
                     .retired = row.integer(14) != 0}};
}

std::optional<NumberedItem> itemOfSku(const ReadTransaction& tx, std::string_view sku)
{
    Rows rows =
        tx.database().query("inventory/find_item", {{"store_id", tx.storeId()}, {"sku", sku}});
    return rows.next() ? std::optional(itemOf(rows.row())) : std::nullopt;
}

void requireLevel(const std::optional<std::int64_t>& level, const char* what)
{
    if (level && (*level < 0 || *level > kMostUnits)) {
        throw Refusal("item.level_malformed",
                      std::string("the ") + what + " is " + std::to_string(*level) +
                          "; expected a whole number from 0 to " + std::to_string(kMostUnits));
    }
}

} // namespace

std::string_view toText(ItemKind kind)
{
    return kind == ItemKind::Contents ? "contents" : "packaging";
}

ItemKind parseItemKind(std::string_view text)
{
    if (text == "contents") {
        return ItemKind::Contents;
    }
    if (text == "packaging") {
        return ItemKind::Packaging;
    }
    throw Refusal("item.kind_unknown", "the kind is \"" + std::string(text.substr(0, 40)) +
                                           "\"; expected contents or packaging");
}

void requireValid(const Item& item)
{
    books::requireCode(item.sku, kLongestSku, "item.sku_malformed", "the SKU");
    books::requireText(item.name, "the item's name");
    books::requireOptionalText(item.category, "the category");
    books::requireOptionalText(item.unit, "the unit");
    books::requireOptionalText(item.size, "the size");
    books::requireOptionalText(item.barcode, "the barcode");
    requireBarcode(item.barcode);
    books::requireOptionalText(item.supplier, "the supplier");
    requireLevel(item.reorderLevel, "reorder level");
    requireLevel(item.parLevel, "par level");
    requireLevel(item.leadDays, "lead time in days");
    if (item.packSize < 1 || item.packSize > kMostUnits) {
        throw Refusal("item.pack_size", "the pack size is " + std::to_string(item.packSize) +
                                            "; expected 1 or more units");
    }
}

std::optional<NumberedItem> findItem(const ReadTransaction& tx, std::string_view code)
{
    if (auto found = itemOfSku(tx, code)) {
        return found;
    }
    const std::string sku = toSku(tx, code);
    return sku == code ? std::nullopt : itemOfSku(tx, sku);
}

NumberedItem requireItem(const ReadTransaction& tx, std::string_view code)
{
    if (auto found = findItem(tx, code)) {
        return *found;
    }
    refuseUnknownItem(tx, code);
}

void listItems(const ReadTransaction& tx, const std::function<void(const NumberedItem&)>& visit)
{
    for (Rows rows = tx.database().query("inventory/list_items", {{"store_id", tx.storeId()}});
         rows.next();) {
        visit(itemOf(rows.row()));
    }
}

std::vector<NumberedItem> itemsAfter(const ReadTransaction& tx, std::string_view after,
                                     std::int64_t most)
{
    std::vector<NumberedItem> items;
    for (Rows rows =
             tx.database().query("inventory/items_after",
                                 {{"store_id", tx.storeId()}, {"after", after}, {"most", most}});
         rows.next();) {
        items.push_back(itemOf(rows.row()));
    }
    return items;
}

void insertItem(books::WriteTransaction& tx, const Item& item)
{
    foundation::Batch batch({"item_no", "sku", "name", "kind", "category", "unit", "size",
                             "barcode", "supplier", "reorder_level", "par_level", "pack_size",
                             "lead_days", "imprinted", "sku_folded", "barcode_folded"});
    batch.add(++tx.counters().item)
        .add(item.sku)
        .add(item.name)
        .add(toText(item.kind))
        .add(item.category);
    batch.add(item.unit)
        .add(item.size)
        .add(item.barcode)
        .add(item.supplier)
        .add(item.reorderLevel)
        .add(item.parLevel);
    batch.add(item.packSize).add(item.leadDays).add(std::int64_t{item.imprinted});
    batch.add(foundation::folded(item.sku)).add(barcodeKey(item.barcode));
    tx.database().executeForEach("inventory/insert_items",
                                 {{"store_id", tx.storeId()}, {"added_event", tx.event().value}},
                                 batch);
}

} // namespace giftbox::inventory
