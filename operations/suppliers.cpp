#include "operations/pages_by_key.h"
#include "operations/table.h"
#include "purchasing/set_supplier.h"
#include "reports/cells.h"
#include "reports/supplier_rows.h"

#include <algorithm>
#include <limits>

namespace giftbox::operations {

using foundation::Stage;
using purchasing::Supplier;
using purchasing::SupplierBook;

namespace {

constexpr RowShape kSupplierRow{"Supplier", reports::supplierColumns, "",
                                [] { return allInfosOf(purchasing::supplierFields()); }};
constexpr RowShape kItemSupplierRow{"ItemSupplier", reports::itemSupplierColumns,
                                    "preferred:yes|no"};

constexpr FieldInfo kItemOfSupplier{
    .name = "sku", .title = "Item", .help = "item SKU", .need = Required, .option = "SKU"};

/// The fields of a supplier, after which one it is.
std::vector<FieldInfo> withSupplier(std::vector<FieldInfo> fields)
{
    fields.insert(fields.begin(), purchasing::supplierFields().front().info);
    fields.front().help = "code or name of the supplier";
    return fields;
}

void writeSupplierRow(const Supplier& supplier, RowWriter& out)
{
    writeRow(out, reports::supplierColumns(), [&] { reports::writeSupplier(supplier, out); });
}

void readSupplier(Call& call, const ReadTransaction& tx, RowWriter& out)
{
    writeSupplierRow(SupplierBook(tx).require(call.text("supplier")).supplier, out);
}

void readSuppliers(Call& call, const ReadTransaction& tx, RowWriter& out)
{
    const SupplierBook book(tx);
    if (call.after()) {
        call.spellAfter(book.require(*call.after()).supplier.code);
    }
    Page page(call);
    out.begin(reports::supplierColumns());
    for (const purchasing::NumberedSupplier& one : book.byName()) {
        if (page.takes(one.supplier.code, true)) {
            reports::writeSupplier(one.supplier, out);
        }
    }
    out.end();
    page.finish();
}

void readPurchases(Call& call, const ReadTransaction& tx, RowWriter& out)
{
    const SupplierBook book(tx);
    const auto most = static_cast<std::size_t>(call.limit());
    const auto below = call.afterNumber().value_or(std::numeric_limits<std::int64_t>::max());
    const auto found = purchasing::purchasesFrom(
        tx, book, book.require(call.text("supplier")).number, below, most + 1);
    out.begin(reports::purchaseColumns());
    for (std::size_t i = 0; i < std::min(found.size(), most); ++i) {
        reports::writePurchase(found[i], out);
    }
    out.end();
    if (found.size() > most) {
        call.next = std::to_string(found[most - 1].lot.value);
    }
}

void addSupplier(Call& call, WriteTransaction& tx, RowWriter& out)
{
    Supplier blank;
    blank.currency = tx.store().currency;
    const Supplier supplier = changed(purchasing::supplierFields(), blank, call.said(), Stage::New);
    purchasing::addSupplier(tx, supplier);
    writeSupplierRow(supplier, out);
}

void editSupplier(Call& call, WriteTransaction& tx, RowWriter& out)
{
    writeSupplierRow(purchasing::editSupplier(tx, call.text("supplier"), call.said()), out);
}

void readItemSuppliers(Call& call, const ReadTransaction& tx, RowWriter& out)
{
    const SupplierBook book(tx);
    const inventory::NumberedItem item = inventory::requireItem(tx, call.text("sku"));
    out.begin(reports::itemSupplierColumns());
    for (const purchasing::ItemSupplier& one : purchasing::suppliersOf(tx, book, item)) {
        reports::writeItemSupplier(book.of(one.supplier).supplier, one, out);
    }
    out.end();
}

void setItemSupplier(Call& call, WriteTransaction& tx, RowWriter& out)
{
    purchasing::setItemSupplier(tx, {.sku = call.text("sku"),
                                     .supplier = call.text("supplier"),
                                     .partNumber = call.changedText("part_number"),
                                     .packSize = call.changedInteger("pack_size"),
                                     .isPreferred = call.isYes("preferred")});
    readItemSuppliers(call, tx, out);
}

/// What is known of an item at one supplier.
void readFactsAtSupplier(Call& call, const ReadTransaction& tx, RowWriter& out)
{
    static const std::vector<Column> columns = {
        {"part_number", "Part number", ColumnType::Text},
        {"pack_size", "Pack size", ColumnType::Integer, Cells::MaybeEmpty}};
    const SupplierBook book(tx);
    const auto supplier = book.require(call.text("supplier")).number;
    const auto all =
        purchasing::suppliersOf(tx, book, inventory::requireItem(tx, call.text("sku")));
    const auto there = std::ranges::find(all, supplier, &purchasing::ItemSupplier::supplier);
    writeRow(out, columns, [&] {
        out.text(there == all.end() ? "" : there->partNumber);
        reports::integerOrEmpty(out, there == all.end() ? std::nullopt : there->packSize);
        out.endRow();
    });
}

std::vector<Operation> itemsOfSuppliers()
{
    return {{.command = "item supplier",
             .address = "/items/{sku}/supplier",
             .summary = "set a supplier's part number and pack size for an item, or prefer the "
                        "supplier",
             .effect = "The preferred supplier is the one that the item's field supplier names. "
                       "The last cost comes from receipts.",
             .action = Action::EditCatalog,
             .fields = {kItemOfSupplier,
                        {.name = "supplier",
                         .title = "Supplier",
                         .help = "code or name of the supplier",
                         .need = Required,
                         .option = "SUPPLIER"},
                        {.name = "part_number",
                         .title = "Part number",
                         .help = "what the supplier calls the item; default: unchanged",
                         .value = "CODE",
                         .mayBeEmptied = true},
                        {.name = "pack_size",
                         .type = Integer,
                         .title = "Pack size",
                         .help = "units per pack there; empty: as the item has it; default: "
                                 "unchanged",
                         .value = "UNITS",
                         .mayBeEmptied = true},
                        {.name = "preferred",
                         .type = YesNo,
                         .title = "Preferred",
                         .help = "buy the item from this supplier from now on",
                         .isFlag = true}},
             .columns = kItemSupplierRow,
             .write = setItemSupplier,
             .example = "HAT-01 CAP-WORKS --part-number CW-118 --pack-size 12 --preferred",
             .inverse = {.command = "item supplier",
                         .thing = readFactsAtSupplier,
                         .same = "sku supplier"},
             .oneWay = "To prefer another supplier again, choose that one."},
            {.address = "/items/{sku}/suppliers",
             .summary = "suppliers of an item, the preferred one first, with their part numbers, "
                        "pack sizes and last costs",
             .fields = {kItemOfSupplier},
             .columns = kItemSupplierRow,
             .read = readItemSuppliers}};
}

} // namespace

std::vector<Operation> supplierOperations()
{
    std::vector<Operation> all = {
        {.command = "supplier add",
         .address = "/suppliers",
         .summary = "add a supplier",
         .effect = "Receipts and items that have the code or name of a supplier belong to it.",
         .action = Action::EditCatalog,
         .fields = infosOf(purchasing::supplierFields(), Stage::New),
         .columns = kSupplierRow,
         .write = addSupplier,
         .answer = Answer::Row,
         .example = "CAP-WORKS --name \"Cap Works\" --email orders@example.com --terms \"net 30\" "
                    "--minimum-order 100.00 --lead-time-days 14",
         .oneWay = "A supplier stays on record with its code. You can change everything else."},
        {.command = "supplier edit",
         .address = "/suppliers/{supplier}/edit",
         .summary = "edit a supplier; the code and fields left out do not change",
         .action = Action::EditCatalog,
         .fields = withSupplier(infosOf(purchasing::supplierFields(), Stage::There)),
         .columns = kSupplierRow,
         .write = editSupplier,
         .answer = Answer::Row,
         .example = "CAP-WORKS --lead-time-days 10",
         .seen = readSupplier,
         .inverse = {"supplier edit", "supplier", readSupplier}},
        {.command = "supplier show",
         .address = "/suppliers/{supplier}",
         .summary = "show a supplier",
         .fields = withSupplier({}),
         .columns = kSupplierRow,
         .read = readSupplier,
         .answer = Answer::Row,
         .example = "CAP-WORKS"},
        {.command = "supplier list",
         .address = "/suppliers",
         .summary = "list the suppliers by name",
         .columns = kSupplierRow,
         .read = readSuppliers,
         .isPaged = true},
        {.command = "supplier receipts",
         .address = "/suppliers/{supplier}/receipts",
         .summary = "receipts from a supplier, under any name it had, newest first",
         .fields = withSupplier({}),
         .columns = {"Purchase", reports::purchaseColumns},
         .read = readPurchases,
         .example = "CAP-WORKS",
         .isPaged = true}};
    std::ranges::move(itemsOfSuppliers(), std::back_inserter(all));
    return all;
}

} // namespace giftbox::operations
