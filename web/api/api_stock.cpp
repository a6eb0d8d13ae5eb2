#include "exchange/export.h"
#include "foundation/fold.h"
#include "inventory/add_item.h"
#include "inventory/edit_item.h"
#include "reports/cells.h"
#include "reports/find_movements.h"
#include "reports/item_rows.h"
#include "reports/shelf_rows.h"
#include "web/api/api_table.h"

namespace giftbox::web {

using access::Action;
using books::ReadTransaction;
using books::WriteTransaction;
using foundation::Column;
using foundation::ColumnType;
using foundation::RowWriter;
using enum ApiType;

namespace {

constexpr ApiField kOn{"on", Date, false, "The day it happened; today when left out."};
constexpr ApiField kReason{"reason", Text, true, "Why; it is kept."};

constexpr ApiField kStock[] = {{"low", YesNo, false, "Only items that are low, or only others."},
                               {"as_of", Date, false, "At the end of this day instead of now."}};
constexpr ApiField kItems[] = {{"category", Text, false, "Only items of this category."}};
constexpr ApiField kItemWords[] = {
    {"name", Text, false, "What people call it."},
    {"category", Text, false, "hat, shirt, key chain, ..."},
    {"unit", Text, false, "each, pair, metre, ..."},
    {"size", Text, false, "S, M, L, ... where it has one."},
    {"barcode", Text, false, "What the scanner types."},
    {"supplier", Text, false, "Who it is bought from."},
    {"reorder_level", Integer, false, "Low at or under this many units."},
    {"par_level", Integer, false, "Restock up to this many units."},
    {"pack_size", Integer, false, "Bought in packs of this many units; 1 when empty."},
    {"lead_days", Integer, false, "Days from order to shelf."},
    {"imprinted", YesNo, false, "Bears the store's name."}};
constexpr auto kEditItem = withSeen(kItemWords);
constexpr auto kNewItem = [] {
    std::array<ApiField, 2 + std::size(kItemWords)> all{};
    all[0] = {"sku", Text, true, "Its SKU, for good."};
    all[1] = {"kind", Text, true, "contents or packaging, for good."};
    std::copy(std::begin(kItemWords), std::end(kItemWords), all.begin() + 2);
    all[2].isNeeded = true;
    return all;
}();
constexpr ApiField kReceive[] = {
    {"units", Integer, true, "Whole units."},
    {"cost", Amount, true, "What all of it cost."},
    kOn,
    {"reference", Text, false, "The number of the invoice or delivery."},
    {"supplier", Text, false, "Who it came from."},
    {"source", Text, false, "purchase, or parts: drawn from the parts department's own stock."}};
constexpr ApiField kWriteOff[] = {
    {"units", Integer, true, "Whole units that are damaged or lost."}, kReason, kOn};
constexpr ApiField kCount[] = {
    {"units", Integer, true, "Whole units on the shelf at the end of the day."},
    kReason,
    kOn,
    {"cost", Amount, false,
     "What units found over the books cost; like the newest lot bought when left out."},
    {"expected", Integer, false,
     "What the books said of that day when it was counted; refused with count.overtaken when they "
     "say something else now."},
    {"adjust", YesNo, false,
     "yes: where they say something else than expected, the count is changed by what has moved "
     "since."}};

/// `after` is an item that is there.
void requireAfter(ApiCall& call, const ReadTransaction& tx)
{
    if (call.after()) {
        call.spellAfter(inventory::requireItem(tx, *call.after()).item.sku);
    }
}

constexpr std::int64_t kStep = 1000;

/// One page of a list by SKU. Where not every row is wanted, many are read at once until the page is full.
template <class ReadAfter, class SkuOf, class Wanted>
auto pageBySku(ApiCall& call, bool wantsAll, ReadAfter readAfter, SkuOf skuOf, Wanted wanted)
{
    const std::int64_t step = wantsAll ? call.limit() + 1 : kStep;
    decltype(readAfter(std::string(), step)) page;
    std::string after = call.after().value_or("");
    for (bool isEnd = false; !isEnd;) {
        auto rows = readAfter(after, step);
        isEnd = std::ssize(rows) < step;
        const std::string last = isEnd ? "" : skuOf(rows.back());
        for (auto& row : rows) {
            if (!wanted(row)) {
                continue;
            }
            if (std::ssize(page) == call.limit()) {
                call.next = skuOf(page.back());
                return page;
            }
            page.push_back(std::move(row));
        }
        after = last;
    }
    return page;
}

/// What was on the shelf in the past is reckoned for all items at once.
void readStockOn(ApiCall& call, const ReadTransaction& tx, RowWriter& out)
{
    const auto low = call.maybeYesNo("low");
    ApiPage page(call);
    const auto takes = [&](const inventory::StockLine& line) {
        return page.takes(line.sku, !low || line.isLow() == *low);
    };
    reports::writeShelf(tx, call.maybeDate("as_of"), takes, out);
    page.finish();
}

void readStock(ApiCall& call, const ReadTransaction& tx, RowWriter& out)
{
    requireAfter(call, tx);
    if (call.has("as_of")) {
        return readStockOn(call, tx, out);
    }
    const auto low = call.maybeYesNo("low");
    const auto lines = pageBySku(
        call, !low,
        [&](const std::string& after, std::int64_t most) {
            return inventory::stockAfter(tx, after, most);
        },
        [](const inventory::StockLine& line) { return line.sku; },
        [&](const inventory::StockLine& line) { return !low || line.isLow() == *low; });
    reports::writeShelfLines(lines, gifting::packedItemsOn(tx, inventory::kEver), out);
}

void readRestock(ApiCall&, const ReadTransaction& tx, RowWriter& out)
{
    out.begin(reports::restockColumns());
    inventory::stockNow(tx, [&](const inventory::StockLine& line) {
        if (const auto buy = inventory::proposeRestock(line)) {
            reports::writeRestockLine(*buy, out);
        }
    });
    out.end();
}

void readItems(ApiCall& call, const ReadTransaction& tx, RowWriter& out)
{
    requireAfter(call, tx);
    const auto category = call.maybeText("category");
    const auto items = pageBySku(
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

void writeOne(const inventory::Item& item, RowWriter& out)
{
    out.begin(reports::itemColumns());
    reports::writeItem(item, out);
    out.end();
}

void readItem(ApiCall& call, const ReadTransaction& tx, RowWriter& out)
{
    writeOne(inventory::requireItem(tx, call.part).item, out);
}

void readLots(ApiCall& call, const ReadTransaction& tx, RowWriter& out)
{
    const std::string sku = inventory::requireItem(tx, call.part).item.sku;
    out.begin(reports::openLotColumns());
    for (const inventory::OpenLot& lot : inventory::openLots(tx, sku)) {
        reports::writeOpenLot(lot, out);
    }
    out.end();
}

const std::vector<Column>& itemMovementColumns()
{
    static const std::vector<Column> columns = {
        {"seq", "No.", ColumnType::Integer},     {"moved_on", "Date", ColumnType::Date},
        {"kind", "Kind", ColumnType::Code},      {"lot", "Lot", ColumnType::Integer},
        {"units", "Units", ColumnType::Integer}, {"cost", "Cost", ColumnType::Amount},
        {"box", "Box", ColumnType::Integer},     {"receipt", "Receipt", ColumnType::Text},
        {"reason", "Reason", ColumnType::Text},  {"actor", "Who", ColumnType::Text}};
    return columns;
}

void readItemMovements(ApiCall& call, const ReadTransaction& tx, RowWriter& out)
{
    const reports::FoundMovements found =
        reports::findMovements(tx, {.sku = call.part, .before = call.afterNumber()});
    const auto most = static_cast<std::size_t>(call.limit());
    out.begin(itemMovementColumns());
    for (std::size_t i = 0; i < std::min(found.movements.size(), most); ++i) {
        const reports::FoundMovement& one = found.movements[i];
        out.integer(one.seq);
        out.date(one.movedOn);
        out.code(one.kind);
        out.integer(one.lot.value);
        out.integer(one.units);
        out.amount(one.cost);
        one.box ? out.integer(one.box->value) : out.empty();
        reports::sentenceOrEmpty(out, one.reference);
        // Of a box it says why it was unpacked, which is about whom it was for.
        one.box ? reports::wordsOrEmpty(out, one.reason)
                : reports::sentenceOrEmpty(out, one.reason);
        out.text(one.actor);
        out.endRow();
    }
    out.end();
    if (found.movements.size() > most) {
        call.next = std::to_string(found.movements[most - 1].seq);
    } else if (found.next) {
        call.next = std::to_string(*found.next);
    }
}

void readMovements(ApiCall& call, const ReadTransaction& tx, RowWriter& out)
{
    const auto next =
        exchange::writeMovementsAfter(tx, call.afterNumber().value_or(0), call.limit(), out);
    if (next) {
        call.next = std::to_string(*next);
    }
}

inventory::ItemChanges changesIn(const ApiCall& call)
{
    return {.name = call.changedText("name"),
            .category = call.changedText("category"),
            .unit = call.changedText("unit"),
            .size = call.changedText("size"),
            .barcode = call.changedText("barcode"),
            .supplier = call.changedText("supplier"),
            .reorderLevel = call.changedInteger("reorder_level"),
            .parLevel = call.changedInteger("par_level"),
            .packSize = call.changedInteger("pack_size"),
            .leadDays = call.changedInteger("lead_days"),
            .imprinted = call.changedYesNo("imprinted")};
}

void addItem(ApiCall& call, WriteTransaction& tx, RowWriter& out)
{
    inventory::Item item;
    item.sku = call.text("sku");
    item.kind = inventory::parseItemKind(call.text("kind"));
    item = changed(std::move(item), changesIn(call));
    inventory::addItem(tx, item);
    writeOne(item, out);
}

void editItem(ApiCall& call, WriteTransaction& tx, RowWriter& out)
{
    requireSeen(call, tx, readItem);
    writeOne(inventory::editItem(tx, call.part, changesIn(call)), out);
}

void retireItem(ApiCall& call, WriteTransaction& tx, RowWriter& out)
{
    inventory::retireItem(tx, call.part);
    writeOne(inventory::requireItem(tx, call.part).item, out);
}

void receive(ApiCall& call, WriteTransaction& tx, RowWriter& out)
{
    const purchasing::Receipt receipt{.sku = call.part,
                                      .units = call.integer("units"),
                                      .cost = call.amount("cost", tx.store().currency),
                                      .receivedOn = call.day("on"),
                                      .reference = call.maybeText("reference"),
                                      .supplier = call.text("supplier"),
                                      .source = call.maybeText("source").value_or("purchase")};
    const purchasing::ReceivedLot received = purchasing::receiveStock(tx, receipt);
    out.begin(reports::receivedColumns());
    reports::writeReceived(tx.store(), receipt, received, out);
    out.end();
}

void writeAdjusted(const gifting::Adjustment& done, RowWriter& out)
{
    out.begin(reports::adjustmentColumns());
    reports::writeAdjustment(done, out);
    out.end();
}

void writeOff(ApiCall& call, WriteTransaction& tx, RowWriter& out)
{
    writeAdjusted(gifting::writeOffStock(tx, {.sku = call.part,
                                              .units = call.integer("units"),
                                              .on = call.day("on"),
                                              .reason = call.text("reason")}),
                  out);
}

void count(ApiCall& call, WriteTransaction& tx, RowWriter& out)
{
    writeAdjusted(
        gifting::countStock(tx, {.sku = call.part,
                                 .units = call.integer("units"),
                                 .on = call.day("on"),
                                 .reason = call.text("reason"),
                                 .foundCost = call.maybeAmount("cost", tx.store().currency),
                                 .expected = call.maybeInteger("expected"),
                                 .adjusts = call.maybeYesNo("adjust").value_or(false)}),
        out);
}

using exchange::movementColumns;
using reports::adjustmentColumns;
using reports::itemColumns;
using reports::openLotColumns;
using reports::receivedColumns;
using reports::restockColumns;
using reports::shelfColumns;

const ApiRoute kRoutes[] = {
    {"/stock", "What is on the shelf, by SKU", Action::ViewStock, kStock, shelfColumns, readStock,
     nullptr, true},
    {"/restock", "What to buy", Action::ViewStock, {}, restockColumns, readRestock},
    {"/items", "The catalog, by SKU", Action::ViewStock, kItems, itemColumns, readItems, nullptr,
     true},
    {"/items/{sku}", "One item", Action::ViewStock, {}, itemColumns, readItem},
    {"/items/{sku}/lots",
     "Its open lots, oldest first",
     Action::ViewStock,
     {},
     openLotColumns,
     readLots},
    {"/items/{sku}/movements",
     "Its movements, newest first",
     Action::ViewStock,
     {},
     itemMovementColumns,
     readItemMovements,
     nullptr,
     true},
    {"/movements",
     "Every movement, in the order recorded",
     Action::Export,
     {},
     movementColumns,
     readMovements,
     nullptr,
     true},
    {"/items", "Add an item", Action::EditCatalog, kNewItem, itemColumns, nullptr, addItem},
    {"/items/{sku}/edit", "Change what is said; the rest stays", Action::EditCatalog, kEditItem,
     itemColumns, nullptr, editItem},
    {"/items/{sku}/retire",
     "Take an item out of the catalog",
     Action::EditCatalog,
     {},
     itemColumns,
     nullptr,
     retireItem},
    {"/items/{sku}/receive", "Receive stock", Action::ReceiveStock, kReceive, receivedColumns,
     nullptr, receive},
    {"/items/{sku}/write-off", "Write off units", Action::CorrectStock, kWriteOff,
     adjustmentColumns, nullptr, writeOff},
    {"/items/{sku}/count", "Say what the shelf holds", Action::CorrectStock, kCount,
     adjustmentColumns, nullptr, count}};

} // namespace

std::span<const ApiRoute> apiStockRoutes() { return kRoutes; }

} // namespace giftbox::web
