#include "web/ui/item_options.h"

#include "inventory/available.h"
#include "web/ui/item_pictures.h"

#include <map>

namespace giftbox::web {

namespace {

std::string withSize(const std::string& name, const std::string& size)
{
    return name + (size.empty() ? "" : ", size " + size);
}

} // namespace

std::string sizedName(const inventory::Item& item) { return withSize(item.name, item.size); }

std::vector<Option> itemOptions(const books::ReadTransaction& tx)
{
    std::map<std::string, std::string> barcodes;
    inventory::listItems(
        tx, [&](const inventory::NumberedItem& one) { barcodes[one.item.sku] = one.item.barcode; });
    const ItemPictures pictures(tx);
    std::vector<Option> options;
    for (const inventory::AvailableItem& one : inventory::itemsAvailable(tx)) {
        if (const std::int64_t units = one.available(inventory::kEver); units > 0) {
            options.push_back(
                {.value = one.sku,
                 .text = withSize(one.name, one.size) + " (" + std::to_string(units) + ")",
                 .barcode = barcodes[one.sku],
                 .picture = pictures.place(one.sku)});
        }
    }
    return options;
}

std::vector<Option> catalogOptions(const books::ReadTransaction& tx)
{
    const ItemPictures pictures(tx);
    std::vector<Option> options;
    inventory::listItems(tx, [&](const inventory::NumberedItem& one) {
        const inventory::Item& item = one.item;
        options.push_back({.value = item.sku,
                           .text = sizedName(item) + (item.retired ? " (retired)" : ""),
                           .barcode = item.barcode,
                           .picture = pictures.place(item.sku),
                           .packSize = item.packSize > 1 ? std::to_string(item.packSize) : ""});
    });
    return options;
}

} // namespace giftbox::web
