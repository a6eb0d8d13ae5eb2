#include "inventory/import_items.h"

#include "books/by_code.h"
#include "foundation/fold.h"
#include "foundation/text.h"

namespace giftbox::inventory {

using books::ImportFile;
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

std::vector<books::ImportColumn> columns()
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

Item readItem(ImportFile& file)
{
    Item item{.sku = std::string(file.code(Sku)),
              .name = file.text(Name),
              .kind = ItemKind::Contents,
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
    file.holds(file.line(), Kind, [&] { item.kind = parseItemKind(file.code(Kind)); });
    if (file.rowIsGood()) {
        file.holds(file.line(), Sku, [&] { requireValid(item); });
    }
    return item;
}

/// Words that were kept before blanks were cut are the same as those of the file, of which they are.
Item enteredWords(Item item)
{
    for (std::string* words :
         {&item.name, &item.category, &item.unit, &item.size, &item.barcode, &item.supplier}) {
        *words = foundation::entered(*words);
    }
    return item;
}

std::string difference(const Item& there, const Item& here)
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
void keepOthers(const ImportFile& file, Item& item, const Item& there)
{
    const auto keep = [&](Column column, auto Item::*word) {
        if (!file.has(column)) {
            item.*word = there.*word;
        }
    };
    keep(Size, &Item::size);
    keep(Barcode, &Item::barcode);
    keep(Supplier, &Item::supplier);
    keep(ReorderLevel, &Item::reorderLevel);
    keep(ParLevel, &Item::parLevel);
    keep(PackSize, &Item::packSize);
    keep(LeadDays, &Item::leadDays);
    keep(Imprinted, &Item::imprinted);
    item.retired = there.retired;
}

} // namespace

books::ImportSummary importItems(books::WriteTransaction& tx, books::ImportSource source)
{
    ImportFile file(std::move(source), columns(), tx.store().currency);
    books::ByCode<NumberedItem> known;
    listItems(tx, [&](const NumberedItem& one) {
        known.add(one.item.sku, {.number = one.number, .item = enteredWords(one.item)});
    });
    books::ImportSummary summary;
    while (file.next()) {
        Item item = readItem(file);
        if (!file.rowIsGood() || file.isHopeless()) {
            continue;
        }
        const NumberedItem* there = known.find(item.sku);
        if (there == nullptr && known.hasAlike(item.sku)) {
            file.reject(Sku, "is " + foundation::quoted(item.sku) +
                                 "; several items differ from it in capitals alone, so spell it as "
                                 "one of them");
            continue;
        }
        const bool isNew = there == nullptr;
        if (isNew) {
            insertItem(tx, item);
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
    books::recordImport(tx, "items", summary);
    return summary;
}

} // namespace giftbox::inventory
