#include "foundation/fold.h"
#include "inventory/add_item.h"
#include "inventory/edit_item.h"
#include "inventory/set_picture.h"
#include "operations/pages_by_key.h"
#include "operations/table.h"
#include "reports/item_rows.h"

#include <algorithm>

namespace giftbox::operations {

using foundation::FieldType;
using foundation::Stage;

namespace {

constexpr RowShape kItemRow{"Item", reports::itemColumns, "",
                            [] { return allInfosOf(inventory::itemFields()); }};

/// The fields of an item, after `name`: the item to change.
std::vector<FieldInfo> withSku(std::vector<FieldInfo> fields)
{
    fields.insert(fields.begin(), inventory::itemFields().front().info);
    return fields;
}

void writeOne(const inventory::Item& item, RowWriter& out)
{
    writeRow(out, reports::itemColumns(), [&] { reports::writeItem(item, out); });
}

void readItem(Call& call, const ReadTransaction& tx, RowWriter& out)
{
    writeOne(inventory::requireItem(tx, call.text("sku")).item, out);
}

void readItems(Call& call, const ReadTransaction& tx, RowWriter& out)
{
    requireAfterItem(call, tx);
    const auto category = call.maybeText("category");
    const auto items = pageByKey(
        call, !category,
        [&](const std::string& after, std::int64_t most) {
            return inventory::itemsAfter(tx, after, most);
        },
        [](const inventory::NumberedItem& one) { return one.item.sku; },
        [&](const inventory::NumberedItem& one) {
            return !category || foundation::sameFolded(one.item.category, *category);
        });
    out.begin(reports::itemColumns());
    for (const inventory::NumberedItem& one : items) {
        reports::writeItem(one.item, out);
    }
    out.end();
}

void readLots(Call& call, const ReadTransaction& tx, RowWriter& out)
{
    const std::string sku = inventory::requireItem(tx, call.text("sku")).item.sku;
    out.begin(reports::openLotColumns());
    for (const inventory::OpenLot& lot : inventory::openLots(tx, sku)) {
        reports::writeOpenLot(lot, out);
    }
    out.end();
}

void addItem(Call& call, WriteTransaction& tx, RowWriter& out)
{
    const inventory::Item item =
        changed(inventory::itemFields(), inventory::Item{}, call.said(), Stage::New);
    inventory::addItem(tx, item);
    writeOne(item, out);
}

void editItem(Call& call, WriteTransaction& tx, RowWriter& out)
{
    writeOne(inventory::editItem(tx, call.text("sku"), call.said()), out);
}

void renameItem(Call& call, WriteTransaction& tx, RowWriter& out)
{
    writeOne(inventory::renameItem(tx, call.text("sku"), call.text("new_sku")), out);
}

void retireItem(Call& call, WriteTransaction& tx, RowWriter& out)
{
    writeOne(inventory::retireItem(tx, call.text("sku")), out);
}

void unretireItem(Call& call, WriteTransaction& tx, RowWriter& out)
{
    writeOne(inventory::unretireItem(tx, call.text("sku")), out);
}

void setPicture(Call& call, WriteTransaction& tx, RowWriter& out)
{
    const auto kept = inventory::setPicture(tx, call.text("sku"), call.file);
    writeRow(out, reports::pictureColumns(), [&] { reports::writePicture(kept, out); });
}

void removePicture(Call& call, WriteTransaction& tx, RowWriter& out)
{
    writeOne(inventory::removePicture(tx, call.text("sku")), out);
}

void givePicture(Call& call, const ReadTransaction& tx, RowWriter&)
{
    const inventory::NumberedItem found = inventory::requireItem(tx, call.text("sku"));
    auto picture = inventory::readPicture(tx, found.number);
    if (!picture) {
        throw foundation::Refusal("item.no_picture", {{"sku", found.item.sku}});
    }
    call.given = {.type = std::move(picture->picture.mediaType),
                  .bytes = std::move(picture->picture.bytes)};
}

/// The picture that an item has; no row without one.
void readPicture(Call& call, const ReadTransaction& tx, RowWriter& out)
{
    static const std::vector<Column> columns = {{"digest", "SHA-256", ColumnType::Code}};
    const auto item = inventory::requireItem(tx, call.text("sku")).number;
    out.begin(columns);
    if (const auto mark = inventory::findPicture(tx, item)) {
        out.code(mark->digest);
        out.endRow();
    }
    out.end();
}

std::vector<Operation> pictureOperations()
{
    return {{.command = "item picture",
             .address = "/items/{sku}/picture",
             .summary = "give an item a picture, or another one: a PNG, JPEG or WebP file",
             .effect = "Keeps at most 512 KB, and drops what the file says about when, where and "
                       "with what it was taken.",
             .action = Action::EditCatalog,
             .fields = withSku({}),
             .columns = {"ItemPicture", reports::pictureColumns},
             .write = setPicture,
             .answer = Answer::Row,
             .example = "HAT-01 cap.jpg",
             .takes = inventory::kPictureTypes,
             .inverse = {.thing = readPicture, .same = "sku", .whenNew = "item remove-picture"},
             .oneWay = "An earlier picture is not kept."},
            {.command = "item remove-picture",
             .address = "/items/{sku}/remove-picture",
             .summary = "remove the picture of an item",
             .action = Action::EditCatalog,
             .fields = withSku({}),
             .columns = kItemRow,
             .write = removePicture,
             .answer = Answer::Row,
             .example = "HAT-01",
             .oneWay = "The picture is not kept: to have it again, send it again."},
            {.address = "/items/{sku}/picture",
             .summary = "the picture of an item, as a file",
             .fields = withSku({}),
             .read = givePicture,
             .gives = inventory::kPictureTypes}};
}

} // namespace

std::vector<Operation> itemOperations()
{
    const auto fields = inventory::itemFields();
    std::vector<Operation> all = {
        {.command = "item add",
         .address = "/items",
         .summary = "add an item to the catalog",
         .action = Action::EditCatalog,
         .fields = infosOf(fields, Stage::New),
         .columns = kItemRow,
         .write = addItem,
         .answer = Answer::Row,
         .example = "HAT-01 --name \"Cap, navy\" --kind contents --category hat --reorder-point 6 "
                    "--par-level 24 "
                    "--pack-size 12",
         .inverse = {"item retire", "sku", readItem}},
        {.command = "item edit",
         .address = "/items/{sku}/edit",
         .summary = "edit an item; the SKU, the kind, and fields left out do not change",
         .action = Action::EditCatalog,
         .fields = withSku(infosOf(fields, Stage::There)),
         .columns = kItemRow,
         .write = editItem,
         .answer = Answer::Row,
         .example = "HAT-01 --reorder-point 8",
         .seen = readItem,
         .inverse = {"item edit", "sku", readItem}},
        {.command = "item show",
         .address = "/items/{sku}",
         .summary = "show an item",
         .fields = withSku({}),
         .columns = kItemRow,
         .read = readItem,
         .answer = Answer::Row,
         .example = "HAT-01"},
        {.command = "item list",
         .address = "/items",
         .summary = "list the catalog by SKU",
         .fields = {{.name = "category",
                     .title = "Category",
                     .help = "only items in this category",
                     .value = "WORD"}},
         .columns = kItemRow,
         .read = readItems,
         .example = "--category hat",
         .isPaged = true},
        {.address = "/items/{sku}/lots",
         .summary = "open lots of an item, oldest first",
         .fields = withSku({}),
         .columns = {"OpenLot", reports::openLotColumns},
         .read = readLots},
        {.command = "item rename",
         .address = "/items/{sku}/rename",
         .summary = "give an item another SKU, such as one that was mistyped",
         .effect = "The earlier SKU still means the item.",
         .action = Action::EditCatalog,
         .fields = withSku({{.name = "new_sku",
                             .title = "New SKU",
                             .help = "the SKU it is to have",
                             .need = Required,
                             .option = "NEW"}}),
         .columns = kItemRow,
         .write = renameItem,
         .answer = Answer::Row,
         .example = "HAT-O1 HAT-01",
         .inverse = {.command = "item rename",
                     .column = "sku",
                     .thing = readItem,
                     .earlier = "new_sku=sku"}},
        {.command = "item retire",
         .address = "/items/{sku}/retire",
         .summary = "retire an item; units on hand can still be packed",
         .action = Action::EditCatalog,
         .fields = withSku({}),
         .columns = kItemRow,
         .write = retireItem,
         .answer = Answer::Row,
         .example = "HAT-01",
         .inverse = {"item unretire", "sku", readItem}},
        {.command = "item unretire",
         .address = "/items/{sku}/unretire",
         .summary = "reactivate a retired item",
         .action = Action::EditCatalog,
         .fields = withSku({}),
         .columns = kItemRow,
         .write = unretireItem,
         .answer = Answer::Row,
         .example = "HAT-01",
         .inverse = {"item retire", "sku", readItem}},
    };
    std::ranges::move(pictureOperations(), std::back_inserter(all));
    return all;
}

} // namespace giftbox::operations
