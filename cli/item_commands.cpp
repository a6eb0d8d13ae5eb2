#include "cli/commands.h"
#include "cli/context.h"
#include "foundation/fold.h"
#include "inventory/add_item.h"
#include "inventory/edit_item.h"
#include "inventory/shelf.h"
#include "reports/item_rows.h"

namespace giftbox::cli {

using foundation::RowWriter;
using inventory::Item;

namespace {

/// What the options say; what is not given is none.
inventory::ItemChanges changesOf(const Arguments& given)
{
    return {.name = given.maybeText("--name"),
            .category = given.maybeText("--category"),
            .unit = given.maybeText("--unit"),
            .size = given.maybeText("--size"),
            .barcode = given.maybeText("--barcode"),
            .supplier = given.maybeText("--supplier"),
            .reorderLevel = given.changedInteger("--reorder-level"),
            .parLevel = given.changedInteger("--par-level"),
            .packSize = given.changedInteger("--pack-size"),
            .leadDays = given.changedInteger("--lead-days"),
            .imprinted = given.maybeYesNo("--imprinted")};
}

int writeOneItem(Context& context, const std::function<Item(books::WriteTransaction&)>& work)
{
    return context.change(Shape::Record, [&](books::WriteTransaction& tx, RowWriter& out) {
        const Item item = work(tx);
        out.begin(reports::itemColumns());
        reports::writeItem(item, out);
        out.end();
    });
}

} // namespace

int itemAdd(Context& context)
{
    const Arguments& given = context.arguments();
    Item item;
    item.sku = given.text("SKU");
    item.kind = inventory::parseItemKind(given.text("--kind"));
    item = changed(std::move(item), changesOf(given));
    return writeOneItem(context, [&](books::WriteTransaction& tx) {
        inventory::addItem(tx, item);
        return item;
    });
}

int itemEdit(Context& context)
{
    const Arguments& given = context.arguments();
    const inventory::ItemChanges changes = changesOf(given);
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
    return context.read([&](const books::ReadTransaction& tx) {
        const auto found = inventory::requireItem(tx, context.arguments().text("SKU"));
        const auto out = context.output().writer(tx.store().currency, Shape::Record);
        out->begin(reports::itemColumns());
        reports::writeItem(found.item, *out);
        out->end();
        if (context.output().format() != Format::Table) {
            return;
        }
        context.output().write("\n");
        const auto lots = context.output().writer(tx.store().currency, Shape::Rows);
        lots->begin(reports::openLotColumns());
        for (const inventory::OpenLot& lot : inventory::openLots(tx, found.item.sku)) {
            reports::writeOpenLot(lot, *lots);
        }
        lots->end();
    });
}

int itemList(Context& context)
{
    const auto category = context.arguments().maybeText("--category");
    return context.read([&](const books::ReadTransaction& tx) {
        const auto out = context.output().writer(tx.store().currency, Shape::Rows);
        out->begin(reports::itemColumns());
        inventory::listItems(tx, [&](const inventory::NumberedItem& one) {
            if (!category || foundation::sameFolded(one.item.category, *category)) {
                reports::writeItem(one.item, *out);
            }
        });
        out->end();
    });
}

} // namespace giftbox::cli
