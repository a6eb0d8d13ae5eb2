#include "cli/commands.h"
#include "cli/context.h"
#include "inventory/add_item.h"
#include "inventory/edit_item.h"
#include "inventory/shelf.h"

namespace giftbox::cli {

using foundation::Column;
using foundation::ColumnType;
using foundation::RowWriter;
using inventory::Item;

namespace {

const std::vector<Column> kItemColumns = {{"sku", "SKU", ColumnType::Code},
                                          {"name", "Name", ColumnType::Text},
                                          {"kind", "Kind", ColumnType::Code},
                                          {"category", "Category", ColumnType::Text},
                                          {"unit", "Unit", ColumnType::Text},
                                          {"size", "Size", ColumnType::Text},
                                          {"barcode", "Barcode", ColumnType::Text},
                                          {"supplier", "Supplier", ColumnType::Text},
                                          {"reorder_level", "Reorder at", ColumnType::Integer},
                                          {"par_level", "Par level", ColumnType::Integer},
                                          {"pack_size", "Pack size", ColumnType::Integer},
                                          {"lead_days", "Lead days", ColumnType::Integer},
                                          {"imprinted", "Imprinted", ColumnType::Code},
                                          {"retired", "Retired", ColumnType::Code}};

void writeItem(const Item& item, RowWriter& out)
{
    const auto level = [&out](const std::optional<std::int64_t>& value) {
        value ? out.integer(*value) : out.empty();
    };
    out.code(item.sku);
    out.text(item.name);
    out.code(toText(item.kind));
    for (const std::string* text :
         {&item.category, &item.unit, &item.size, &item.barcode, &item.supplier}) {
        out.text(*text);
    }
    level(item.reorderLevel);
    level(item.parLevel);
    out.integer(item.packSize);
    level(item.leadDays);
    out.code(item.imprinted ? "yes" : "no");
    out.code(item.retired ? "yes" : "no");
    out.endRow();
}

int writeOneItem(Context& context, const std::function<Item(books::WriteTransaction&)>& work)
{
    return context.change(Shape::Record, [&](books::WriteTransaction& tx, RowWriter& out) {
        const Item item = work(tx);
        out.begin(kItemColumns);
        writeItem(item, out);
        out.end();
    });
}

} // namespace

int itemAdd(Context& context)
{
    const Arguments& given = context.arguments();
    const Item item{.sku = given.text("SKU"),
                    .name = given.text("--name"),
                    .kind = inventory::parseItemKind(given.text("--kind")),
                    .category = given.text("--category"),
                    .unit = given.text("--unit"),
                    .size = given.text("--size"),
                    .barcode = given.text("--barcode"),
                    .supplier = given.text("--supplier"),
                    .reorderLevel = given.maybeInteger("--reorder-level"),
                    .parLevel = given.maybeInteger("--par-level"),
                    .packSize = given.maybeInteger("--pack-size").value_or(1),
                    .leadDays = given.maybeInteger("--lead-days"),
                    .imprinted = given.maybeYesNo("--imprinted").value_or(false),
                    .retired = false};
    return writeOneItem(context, [&](books::WriteTransaction& tx) {
        inventory::addItem(tx, item);
        return item;
    });
}

int itemEdit(Context& context)
{
    const Arguments& given = context.arguments();
    const inventory::ItemChanges changes{.name = given.maybeText("--name"),
                                         .category = given.maybeText("--category"),
                                         .unit = given.maybeText("--unit"),
                                         .size = given.maybeText("--size"),
                                         .barcode = given.maybeText("--barcode"),
                                         .supplier = given.maybeText("--supplier"),
                                         .reorderLevel = given.maybeInteger("--reorder-level"),
                                         .parLevel = given.maybeInteger("--par-level"),
                                         .packSize = given.maybeInteger("--pack-size"),
                                         .leadDays = given.maybeInteger("--lead-days"),
                                         .imprinted = given.maybeYesNo("--imprinted")};
    return writeOneItem(context, [&](books::WriteTransaction& tx) {
        return inventory::editItem(tx, given.text("SKU"), changes);
    });
}

int itemRetire(Context& context)
{
    return writeOneItem(context, [&](books::WriteTransaction& tx) {
        inventory::retireItem(tx, context.arguments().text("SKU"));
        return inventory::requireItem(tx, context.arguments().text("SKU")).item;
    });
}

int itemShow(Context& context)
{
    static const std::vector<Column> lotColumns = {
        {"lot", "Lot", ColumnType::Integer},
        {"received_on", "Received", ColumnType::Date},
        {"units_left", "Units left", ColumnType::Integer},
        {"cost_left", "Cost left", ColumnType::Amount}};
    return context.read([&](const books::ReadTransaction& tx) {
        const auto found = inventory::requireItem(tx, context.arguments().text("SKU"));
        const auto out = context.output().writer(tx.store().currency, Shape::Record);
        out->begin(kItemColumns);
        writeItem(found.item, *out);
        out->end();
        if (context.output().format() != Format::Table) {
            return;
        }
        context.output().write("\n");
        const auto lots = context.output().writer(tx.store().currency, Shape::Rows);
        lots->begin(lotColumns);
        for (const inventory::OpenLot& lot : inventory::openLots(tx, found.item.sku)) {
            lots->integer(lot.number.value);
            lots->date(lot.receivedOn);
            lots->integer(lot.unitsLeft);
            lots->amount(lot.costLeft);
            lots->endRow();
        }
        lots->end();
    });
}

int itemList(Context& context)
{
    const auto category = context.arguments().maybeText("--category");
    return context.read([&](const books::ReadTransaction& tx) {
        const auto out = context.output().writer(tx.store().currency, Shape::Rows);
        out->begin(kItemColumns);
        inventory::listItems(tx, [&](const inventory::NumberedItem& one) {
            if (!category || one.item.category == *category) {
                writeItem(one.item, *out);
            }
        });
        out->end();
    });
}

} // namespace giftbox::cli
