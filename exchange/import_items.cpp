#include "exchange/import_items.h"

#include "books/by_code.h"
#include "exchange/import_fields.h"

namespace giftbox::exchange {

using foundation::quoted;
using inventory::Item;

namespace {

constexpr std::size_t kSku = 0;

std::string difference(const Item& there, const Item& here)
{
    std::string text;
    for (const auto* field : differing(inventory::itemFields(), there, here)) {
        text += (text.empty() ? "" : ", ") + foundation::plainName(field->info.name) + " " +
                quoted(textOf(*field, there)) + " there, " + quoted(textOf(*field, here)) + " here";
    }
    return text;
}

} // namespace

ImportSummary importItems(books::WriteTransaction& tx, ImportSource source)
{
    const FieldColumns<Item> columns(inventory::itemFields());
    ImportFile file(std::move(source), columns.columns(), tx.store().currency);
    books::ByCode<inventory::NumberedItem> known;
    inventory::listItems(tx, [&](const inventory::NumberedItem& one) {
        known.add(one.item.sku, {.number = one.number, .item = columns.entered(one.item)});
    });
    ImportSummary summary;
    while (file.next()) {
        Item item = columns.read(file);
        if (file.rowIsGood()) {
            file.holdsAll(file.line(), kSku, [&] { inventory::requireValid(item); });
        }
        if (!file.rowIsGood() || file.isHopeless()) {
            continue;
        }
        const inventory::NumberedItem* there = known.find(item.sku);
        if (there == nullptr && known.hasAlike(item.sku)) {
            file.reject(kSku, quoted(item.sku) + " differs from several items in capitals alone. "
                                                 "Spell it like one of them.");
            continue;
        }
        const bool isNew = there == nullptr;
        if (isNew) {
            inventory::insertItem(tx, item);
            known.add(item.sku, {.number = books::ItemNo{tx.counters().item}, .item = item});
            there = known.find(item.sku);
        }
        if (!file.isFirst(file.line(), kSku, there->number.value, "item " + item.sku)) {
            continue;
        }
        item.sku = there->item.sku;
        if (isNew) {
            ++summary.added;
        } else if (columns.keepOthers(file, item, there->item); item == there->item) {
            ++summary.unchanged;
        } else {
            file.reject(kSku, "Item " + item.sku +
                                  " is already in the catalog with other values: " +
                                  difference(there->item, item) + ".");
        }
    }
    file.throwIfBad();
    recordImport(tx, "items", summary);
    return summary;
}

} // namespace giftbox::exchange
