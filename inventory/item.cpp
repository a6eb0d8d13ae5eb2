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

void requireLevel(const std::optional<std::int64_t>& level, const char* what, const char* field)
{
    if (level && (*level < 0 || *level > kMostUnits)) {
        throw Refusal("item.level_malformed",
                      {{"what", what}, {"level", *level}, {"most", kMostUnits}})
            .about(field);
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
    throw Refusal("item.kind_unknown", {{"text", text}});
}

void requireValid(const Item& item)
{
    foundation::Faults faults;
    const auto text = [&faults](const std::string& value, const char* what, const char* field) {
        faults.check([&] { books::requireOptionalText(value, what, field); });
    };
    const auto level = [&faults](const std::optional<std::int64_t>& value, const char* what,
                                 const char* field) {
        faults.check([&] { requireLevel(value, what, field); });
    };
    faults.check(
        [&] { books::requireCode(item.sku, kLongestSku, "item.sku_malformed", "the SKU"); });
    faults.check([&] { books::requireText(item.name, "the item's name", "name"); });
    text(item.category, "the category", "category");
    text(item.unit, "the unit", "unit");
    text(item.size, "the size", "size");
    text(item.barcode, "the barcode", "barcode");
    faults.check([&] { requireBarcode(item.barcode); });
    text(item.supplier, "the supplier", "supplier");
    level(item.reorderLevel, "reorder level", "reorder_level");
    level(item.parLevel, "par level", "par_level");
    level(item.leadDays, "lead time in days", "lead_days");
    if (item.packSize < 1 || item.packSize > kMostUnits) {
        faults.add(Refusal("item.pack_size", {{"pack_size", item.packSize}}));
    }
    faults.throwIfAny();
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
