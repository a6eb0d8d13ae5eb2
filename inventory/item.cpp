#include "inventory/item.h"

#include "books/code.h"
#include "foundation/fold.h"
#include "inventory/item_code.h"
#include "inventory/statements.h"

namespace giftbox::inventory {

using books::ReadTransaction;
using foundation::Refusal;

namespace {

constexpr std::size_t kLongestSku = 64;
constexpr std::int64_t kMostUnits = 1'000'000'000;

template <class R>
NumberedItem itemOf(const R& row)
{
    return {.number = books::ItemNo{row.itemNo},
            .item = {.sku = std::string(row.sku),
                     .name = std::string(row.name),
                     .kind = parseItemKind(row.kind),
                     .category = std::string(row.category),
                     .unit = std::string(row.unit),
                     .size = std::string(row.size),
                     .barcode = std::string(row.barcode),
                     .supplier = std::string(row.supplier),
                     .reorderLevel = row.reorderLevel,
                     .parLevel = row.parLevel,
                     .packSize = row.packSize,
                     .leadDays = row.leadDays,
                     .imprinted = row.imprinted != 0,
                     .retired = row.retired != 0}};
}

std::optional<NumberedItem> itemOfSku(const ReadTransaction& tx, std::string_view sku)
{
    const auto found = tx.database().query(sql::FindItem{.storeId = tx.storeId(), .sku = sku});
    return found ? std::optional(itemOf(*found)) : std::nullopt;
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
    for (const auto& row : tx.database().query(sql::ListItems{.storeId = tx.storeId()})) {
        visit(itemOf(row));
    }
}

std::vector<NumberedItem> itemsAfter(const ReadTransaction& tx, std::string_view after,
                                     std::int64_t most)
{
    std::vector<NumberedItem> items;
    for (const auto& row : tx.database().query(
             sql::ItemsAfter{.storeId = tx.storeId(), .after = after, .most = most})) {
        items.push_back(itemOf(row));
    }
    return items;
}

void insertItem(books::WriteTransaction& tx, const Item& item)
{
    foundation::Batch batch = sql::InsertItems::batch();
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
    tx.facts().add(books::facts::kItem, batch);
    tx.database().executeForEach(
        sql::InsertItems{.storeId = tx.storeId(), .addedEvent = tx.event().value}, batch);
}

} // namespace giftbox::inventory
