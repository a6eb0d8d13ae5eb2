#include "purchasing/set_supplier.h"

#include "books/code.h"
#include "foundation/json.h"
#include "inventory/edit_item.h"
#include "purchasing/item_supplier.h"
#include "purchasing/statements.h"

#include <algorithm>

namespace giftbox::purchasing {

using books::WriteTransaction;
using foundation::Refusal;

void requireSound(const SupplierBook& book, const NumberedSupplier& wanted)
{
    requireValid(wanted.supplier);
    for (const std::string* text : {&wanted.supplier.code, &wanted.supplier.name}) {
        const NumberedSupplier* there = book.find(*text);
        if (there != nullptr && there->number != wanted.number) {
            throw Refusal("supplier.exists",
                          {{"code", there->supplier.code}, {"name", there->supplier.name}});
        }
    }
}

namespace {

void insertVersion(WriteTransaction& tx, const SupplierBook& book, const NumberedSupplier& version)
{
    requireSound(book, version);
    insertSupplier(tx.database(), {tx.storeId()}, version, tx.event(), tx.facts());
}

} // namespace

void addSupplier(WriteTransaction& tx, const Supplier& supplier)
{
    const SupplierBook book(tx);
    insertVersion(tx, book, {.number = book.nextNumber(), .version = 1, .supplier = supplier});
    tx.record("supplier.add", "supplier " + supplier.code,
              foundation::JsonObject().add("name", supplier.name).text());
}

Supplier editSupplier(WriteTransaction& tx, std::string_view codeOrName,
                      const foundation::Said& said)
{
    const SupplierBook book(tx);
    NumberedSupplier version = book.require(codeOrName);
    const Supplier before = version.supplier;
    version.supplier = changed(supplierFields(), before, said);
    if (version.supplier != before) {
        ++version.version;
        insertVersion(tx, book, version);
        tx.record("supplier.edit", "supplier " + before.code,
                  foundation::JsonObject().add("name", version.supplier.name).text());
    }
    return version.supplier;
}

namespace {

/// Whether it wrote a row.
bool keepFacts(WriteTransaction& tx, const inventory::NumberedItem& item,
               const ItemSupplier& before, const ItemSupplier& after)
{
    books::requireOptionalText(after.partNumber, "the part number", "part_number");
    if (after.packSize) {
        const auto field = std::ranges::find(
            inventory::itemFields(), "pack_size",
            [](const foundation::Field<inventory::Item>& one) { return one.info.name; });
        books::requireBetween(*after.packSize, field->info.least, field->info.most,
                              field->malformed, "the pack size", "pack_size");
    }
    if (after.partNumber == before.partNumber && after.packSize == before.packSize) {
        return false;
    }
    const sql::InsertItemSupplier row{.storeId = tx.storeId(),
                                      .itemNo = item.number.value,
                                      .supplierNo = after.supplier.value,
                                      .eventSeq = tx.event().value,
                                      .partNumber = after.partNumber,
                                      .packSize = after.packSize};
    tx.facts().add(books::facts::kItemSupplier, row.binds());
    tx.database().execute(row);
    return true;
}

} // namespace

void setItemSupplier(WriteTransaction& tx, const ItemSupplierRequest& request)
{
    const SupplierBook book(tx);
    const inventory::NumberedItem item = inventory::requireItem(tx, request.sku);
    const NumberedSupplier& supplier = book.require(request.supplier);
    const auto all = suppliersOf(tx, book, item);
    const auto there = std::ranges::find(all, supplier.number, &ItemSupplier::supplier);
    const ItemSupplier before =
        there == all.end() ? ItemSupplier{.supplier = supplier.number} : *there;
    ItemSupplier after = before;
    after.partNumber = request.partNumber.value_or(before.partNumber);
    after.packSize = request.packSize.value_or(before.packSize);
    const bool hasFacts = keepFacts(tx, item, before, after);
    const bool isNewlyPreferred = request.isPreferred && !before.isPreferred;
    if (!hasFacts && !isNewlyPreferred) {
        return;
    }
    foundation::JsonObject detail;
    detail.add("name", item.item.name).add("supplier", supplier.supplier.code);
    if (isNewlyPreferred) {
        inventory::NumberedItem changed = item;
        changed.item.supplier = supplier.supplier.name;
        inventory::updateItem(tx, changed);
        detail.add("before", inventory::digestOf(item));
    }
    tx.record("item.supplier", "item " + item.item.sku, detail.text());
}

} // namespace giftbox::purchasing
