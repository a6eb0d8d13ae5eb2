#include "exchange/import_items.h"

#include "books/by_code.h"
#include "foundation/fold.h"
#include "foundation/text.h"

namespace giftbox::exchange {

using foundation::quoted;

namespace {

enum Column : std::size_t {
    Sku,
    Name,
    Kind,
    Category,
    Unit,
    Size,
    Barcode,
    Supplier,
    ReorderLevel,
    ParLevel,
    PackSize,
    LeadDays,
    Imprinted
};

std::vector<ImportColumn> columns()
{
    return {{"sku"},
            {"name"},
            {"kind"},
            {"category"},
            {"unit"},
            {"size", false},
            {"barcode", false},
            {"supplier", false},
            {"reorder_level", false},
            {"par_level", false},
            {"pack_size", false},
            {"lead_days", false},
            {"imprinted", false}};
}

bool imprintedOf(ImportFile& file)
{
    const std::string_view cell = file.code(Imprinted);
    if (!cell.empty() && cell != "0" && cell != "1") {
        file.reject(Imprinted, "is " + quoted(cell) + "; expected 1 (imprinted), 0 or nothing");
    }
    return cell == "1";
}

inventory::Item readItem(ImportFile& file)
{
    inventory::Item item{.sku = std::string(file.code(Sku)),
                         .name = file.text(Name),
                         .kind = inventory::ItemKind::Contents,
                         .category = file.text(Category),
                         .unit = file.text(Unit),
                         .size = file.text(Size),
                         .barcode = file.text(Barcode),
                         .supplier = file.text(Supplier),
                         .reorderLevel = file.integer(ReorderLevel),
                         .parLevel = file.integer(ParLevel),
                         .packSize = file.integer(PackSize).value_or(1),
                         .leadDays = file.integer(LeadDays),
                         .imprinted = imprintedOf(file),
                         .retired = false};
    file.holds(file.line(), Kind, [&] { item.kind = inventory::parseItemKind(file.code(Kind)); });
    if (file.rowIsGood()) {
        file.holdsAll(file.line(), Sku, [&] { inventory::requireValid(item); });
    }
    return item;
}

/// Words that were kept before blanks were cut are the same as those of the file, of which they are.
inventory::Item enteredWords(inventory::Item item)
{
    for (std::string* words :
         {&item.name, &item.category, &item.unit, &item.size, &item.barcode, &item.supplier}) {
        *words = foundation::entered(*words);
    }
    return item;
}

std::string difference(const inventory::Item& there, const inventory::Item& here)
{
    std::string text;
    const auto compare = [&text](const char* what, std::string_view a, std::string_view b) {
        if (a != b) {
            text += std::string(text.empty() ? "" : ", ") + what + " " + quoted(a) + " there, " +
                    quoted(b) + " here";
        }
    };
    const auto number = [](const std::optional<std::int64_t>& value) {
        return value ? std::to_string(*value) : "";
    };
    compare("name", there.name, here.name);
    compare("kind", std::string(toText(there.kind)), std::string(toText(here.kind)));
    compare("category", there.category, here.category);
    compare("unit", there.unit, here.unit);
    compare("size", there.size, here.size);
    compare("barcode", there.barcode, here.barcode);
    compare("supplier", there.supplier, here.supplier);
    compare("reorder level", number(there.reorderLevel), number(here.reorderLevel));
    compare("par level", number(there.parLevel), number(here.parLevel));
    compare("pack size", std::to_string(there.packSize), std::to_string(here.packSize));
    compare("lead days", number(there.leadDays), number(here.leadDays));
    compare("imprinted", there.imprinted ? "1" : "0", here.imprinted ? "1" : "0");
    return text;
}

/// Gives what the file has no column for the values that are there.
void keepOthers(const ImportFile& file, inventory::Item& item, const inventory::Item& there)
{
    const auto keep = [&](Column column, auto inventory::Item::*word) {
        if (!file.has(column)) {
            item.*word = there.*word;
        }
    };
    keep(Size, &inventory::Item::size);
    keep(Barcode, &inventory::Item::barcode);
    keep(Supplier, &inventory::Item::supplier);
    keep(ReorderLevel, &inventory::Item::reorderLevel);
    keep(ParLevel, &inventory::Item::parLevel);
    keep(PackSize, &inventory::Item::packSize);
    keep(LeadDays, &inventory::Item::leadDays);
    keep(Imprinted, &inventory::Item::imprinted);
    item.retired = there.retired;
}

} // namespace

ImportSummary importItems(books::WriteTransaction& tx, ImportSource source)
{
    ImportFile file(std::move(source), columns(), tx.store().currency);
    books::ByCode<inventory::NumberedItem> known;
    inventory::listItems(tx, [&](const inventory::NumberedItem& one) {
        known.add(one.item.sku, {.number = one.number, .item = enteredWords(one.item)});
    });
    ImportSummary summary;
    while (file.next()) {
        inventory::Item item = readItem(file);
        if (!file.rowIsGood() || file.isHopeless()) {
            continue;
        }
        const inventory::NumberedItem* there = known.find(item.sku);
        if (there == nullptr && known.hasAlike(item.sku)) {
            file.reject(Sku, "is " + foundation::quoted(item.sku) +
                                 "; several items differ from it in capitals alone, so spell it as "
                                 "one of them");
            continue;
        }
        const bool isNew = there == nullptr;
        if (isNew) {
            inventory::insertItem(tx, item);
            known.add(item.sku, {.number = books::ItemNo{tx.counters().item}, .item = item});
            there = known.find(item.sku);
        }
        if (!file.isFirst(file.line(), Sku, there->number.value, "item " + item.sku)) {
            continue;
        }
        item.sku = there->item.sku;
        if (isNew) {
            ++summary.added;
        } else if (keepOthers(file, item, there->item); item == there->item) {
            ++summary.unchanged;
        } else {
            file.reject(Sku, item.sku + " is there already with other values: " +
                                 difference(there->item, item));
        }
    }
    file.throwIfBad();
    recordImport(tx, "items", summary);
    return summary;
}

} // namespace giftbox::exchange
