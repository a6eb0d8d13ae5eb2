#include "budget/authorize.h"
#include "exchange/export.h"
#include "foundation/fold.h"
#include "gifting/last_counts.h"
#include "inventory/item_code.h"
#include "inventory/shelf.h"
#include "inventory/stock.h"
#include "purchasing/restock.h"
#include "reports/item_rows.h"
#include "reports/shelf_rows.h"
#include "web/pages/pages.h"
#include "web/ui/csv_file.h"
#include "web/ui/form_page.h"
#include "web/ui/item_pictures.h"
#include "web/ui/list.h"
#include "web/ui/months.h"

#include <algorithm>

namespace giftbox::web {

using access::Action;
using inventory::StockLine;

namespace {

/// The filters in the address.
struct StockWanted {
    std::string typed;
    std::vector<std::string> words;   ///< in the search
    std::vector<std::string> scanned; ///< SKUs with the scanned barcode
    std::string category;
    bool isLowOnly = false;
    /// The stock at the end of this day; now when empty.
    std::optional<foundation::Date> on;
};

StockWanted wantedIn(const RequestContext& context)
{
    const Form& query = context.query;
    return {.typed = query.text("q"),
            .words = foundation::searchWords(query.text("q")),
            .scanned = {},
            .category = query.text("category"),
            .isLowOnly = query.has("low"),
            .on = dayAsked(context)};
}

bool isWanted(const StockWanted& wanted, const StockLine& line)
{
    return (!wanted.isLowOnly || line.isLow()) &&
           (wanted.category.empty() || foundation::sameFolded(line.category, wanted.category)) &&
           (wanted.typed.empty() ||
            std::ranges::find(wanted.scanned, line.sku) != wanted.scanned.end() ||
            (!wanted.words.empty() &&
             foundation::hasWords(foundation::searchable(
                                      searchedText<inventory::Item>(inventory::itemFields(), line)),
                                  wanted.words)));
}

std::vector<View> categoryOptions(std::vector<std::string> categories, const std::string& selected)
{
    std::ranges::stable_sort(categories, foundation::LessFolded{});
    categories.erase(std::unique(categories.begin(), categories.end(), foundation::sameFolded),
                     categories.end());
    std::vector<View> options;
    for (const std::string& category : categories) {
        View option;
        option.text("value", category).flag("selected", foundation::sameFolded(category, selected));
        options.push_back(std::move(option));
    }
    return options;
}

/// The filtered and sorted items, and all categories.
struct StockFound {
    std::vector<StockLine> lines;
    std::vector<std::string> categories;
};

StockFound findStock(const books::ReadTransaction& tx, StockWanted wanted)
{
    wanted.scanned = inventory::skusMeant(tx, wanted.typed);
    StockFound found;
    const auto take = [&](const StockLine& line) {
        found.categories.push_back(line.category);
        if (isWanted(wanted, line)) {
            found.lines.push_back(line);
        }
    };
    if (wanted.on) {
        inventory::stockOn(tx, *wanted.on, take);
    } else {
        inventory::stockNow(tx, take);
    }
    return found;
}

/// The packed boxes, which are not in stock.
void addPacked(const RequestContext& context, const books::ReadTransaction& tx,
               const std::optional<foundation::Date>& on, View& view)
{
    const gifting::PackedBoxes packed = gifting::packedOn(tx, on.value_or(inventory::kEver));
    view.number("packed", packed.boxes)
        .text("packed_cost", context.format.withCode(packed.goods()))
        .text("packed_boxes",
              context.address("boxes?as_of=") + foundation::toText(on.value_or(context.today())))
        .text("as_of", on ? foundation::toText(*on) : "");
}

foundation::Money costOf(const std::vector<StockLine>& lines)
{
    foundation::Money sum;
    for (const StockLine& line : lines) {
        sum += line.cost;
    }
    return sum;
}

using LastCounts = std::unordered_map<std::int64_t, gifting::LastCount>;

std::int64_t monthsOf(foundation::Month month)
{
    return month.number() / 100 * 12 + month.number() % 100;
}

/// `recent` in this month or the one before, `due` after a quarter.
std::string_view ageOf(foundation::Date counted, foundation::Date today)
{
    const std::int64_t months = monthsOf(today.month()) - monthsOf(counted.month());
    return months <= 1 ? "recent" : months <= 3 ? "earlier" : "due";
}

void addLastCount(Table& table, const RequestContext& context, const LastCounts& counts,
                  const StockLine& line)
{
    const auto last = counts.find(line.item.value);
    if (last == counts.end()) {
        table.text("");
    } else {
        table.dot(ageOf(last->second.on, context.today()), last->second.on, last->second.by);
    }
}

/// What the list of stock has beside its lines.
struct StockAsides {
    ItemPictures pictures = {};
    LastCounts counts = {};

    StockAsides() = default;
    explicit StockAsides(const books::ReadTransaction& tx)
        : pictures(tx), counts(gifting::lastCounts(tx))
    {}
};

/// The lines with their totals.
Table stockTable(const RequestContext& context, const StockAsides& asides,
                 const std::vector<StockLine>& lines)
{
    Table table({{"Item"},
                 {"Category"},
                 {"State"},
                 {.title = "Last counted", .isOnPage = true},
                 {.title = "Units", .isNumber = true, .isMain = true},
                 {"Cost", true},
                 {.title = "Reorder point", .isNumber = true, .isOnPage = true},
                 {.title = "Par level", .isNumber = true, .isOnPage = true}},
                context.format);
    std::int64_t count = 0;
    for (const StockLine& line : lines) {
        count += line.units;
        table.named(line.name, line.sku, context.itemAddress(line.sku))
            .pictured(asides.pictures.address(context, line.sku))
            .text(line.category);
        line.isLow() ? table.badge("low") : line.retired ? table.badge("retired") : table.text("");
        addLastCount(table, context, asides.counts, line);
        table.number(line.units)
            .amount(line.cost)
            .number(line.reorderPoint)
            .number(line.parLevel)
            .endRow(line.isLow()   ? "low"
                    : line.retired ? "retired"
                                   : "");
    }
    table.text("Total")
        .text("")
        .text("")
        .text("")
        .number(count)
        .amount(costOf(lines))
        .text("")
        .text("")
        .endTotals();
    return table;
}

/// The lines as the list has them; by SKU, as they are found, unless the address has an order.
std::vector<StockLine> linesInOrder(const RequestContext& context, std::vector<StockLine> lines)
{
    if (context.query.text("sort").empty()) {
        return lines;
    }
    std::ranges::stable_sort(lines, foundation::LessFolded{}, &StockLine::name);
    std::vector<StockLine> sorted;
    for (const std::size_t i : orderOf(context, stockTable(context, {}, lines))) {
        sorted.push_back(std::move(lines[i]));
    }
    return sorted;
}

View stockView(const RequestContext& context, const books::ReadTransaction& tx)
{
    const StockWanted wanted = wantedIn(context);
    auto [lines, categories] = findStock(tx, wanted);
    std::ranges::stable_sort(lines, foundation::LessFolded{}, &StockLine::name);
    const std::string empty = categories.empty()
                                  ? context.whenEmpty("The catalog is empty.", Action::EditCatalog,
                                                      "Add an item or import a file.")
                                  : context.whenEmpty("No items match. Clear filters.",
                                                      Action::EditCatalog, "Or add an item.");
    const std::string query = queryText({{"q", wanted.typed},
                                         {"category", wanted.category},
                                         {"low", context.query.text("low")},
                                         {"as_of", context.query.text("as_of")},
                                         {"sort", context.query.text("sort")}});
    View view;
    view.list("table", listOf(context, tx, stockTable(context, StockAsides(tx), lines),
                              {.place = "stock", .one = "item", .many = "items", .empty = empty}))
        .list("categories", categoryOptions(std::move(categories), wanted.category))
        .text("q", context.query.text("q"))
        .flag("low", wanted.isLowOnly)
        .text("items", context.format.shown(std::int64_t(lines.size())))
        .text("sum", context.format.currency().code + " " + context.format.shown(costOf(lines)))
        .text("csv", context.address("stock.csv?") + query)
        .text("xlsx", context.address("stock.xlsx?") + query);
    addPacked(context, tx, wanted.on, view);
    return view;
}

void addLinks(const RequestContext& context, View& view)
{
    view.text("base", context.address())
        .flag("may_receive", context.may(Action::ReceiveStock))
        .flag("may_correct", context.may(Action::CorrectStock))
        .flag("may_add", context.may(Action::EditCatalog));
}

} // namespace

Response stockPage(RequestContext& context)
{
    return context.read([&](const books::ReadTransaction& tx) {
        // A typed or scanned code of one item opens its page.
        if (const auto one = inventory::findItem(tx, context.query.text("q"))) {
            return redirectTo(context.itemAddress(one->item.sku));
        }
        View view = stockView(context, tx);
        addLinks(context, view);
        return context.page("stock", "Stock", view);
    });
}

Response stockFile(RequestContext& context)
{
    const StockWanted wanted = wantedIn(context);
    return context.read([&](const books::ReadTransaction& tx) {
        return rowsFile(context.request.path, "stock", tx.store(), [&](foundation::RowWriter& out) {
            reports::writeShelfLines(
                linesInOrder(context, findStock(tx, wanted).lines),
                gifting::packedItemsOn(tx, wanted.on.value_or(inventory::kEver)), out);
        });
    });
}

namespace {

/// The lines to buy, and their cost added to `estimated`.
Table restockTable(const RequestContext& context, const books::ReadTransaction& tx,
                   foundation::PartialSum& estimated)
{
    Table table({{"Item"},
                 {"Supplier"},
                 {"On hand", true},
                 {"On order", true},
                 {.title = "Buy", .isNumber = true, .isMain = true},
                 {"Estimated cost", true},
                 {"Lead time (days)", true},
                 {""}},
                context.format);
    for (const purchasing::RestockLine& line : purchasing::restockList(tx)) {
        estimated.add(line.estimatedCost);
        table.named(line.name, line.sku, context.itemAddress(line.sku))
            .text(line.supplier)
            .number(line.units)
            .number(line.onOrder)
            .number(line.unitsToBuy);
        line.estimatedCost ? table.amount(*line.estimatedCost) : table.text("unknown");
        table.number(line.leadTimeDays);
        std::vector<Link> links;
        if (context.may(Action::ReceiveStock)) {
            links.push_back({context.address("receive?from=restock&sku=") +
                                 encodePercent(line.sku) +
                                 "&units=" + std::to_string(line.unitsToBuy),
                             "Receive"});
        }
        table.links(links).endRow();
    }
    return table;
}

} // namespace

Response restockPage(RequestContext& context)
{
    return context.read([&](const books::ReadTransaction& tx) {
        foundation::PartialSum estimated;
        Table table = restockTable(context, tx, estimated);
        const foundation::Money ordered =
            orderedIn(purchasing::unfinishedOrders(tx), context.today().month());
        const budget::MonthState month = budget::loadMonth(tx, context.today().month());
        const auto remaining = remainingUnder(capOf(month.caps, budget::CapName::MonthRestock),
                                              month.totals.of(books::MonthFigure::Restock));
        View view;
        view.list("table", listOf(context, tx, std::move(table),
                                  {.place = "restock",
                                   .one = "item",
                                   .many = "items",
                                   .empty = "No items are low. There is nothing to buy."}))
            .text("estimated", reports::estimateOf(tx.store(), estimated).text(context.format))
            .text("remaining", remaining ? context.format.shown(*remaining) : "")
            .flag("has_remaining", remaining.has_value())
            .text("ordered", ordered.minor > 0 ? context.format.shown(ordered) : "")
            .flag("has_ordered", ordered.minor > 0)
            .text("draft", context.address("orders/draft"))
            .flag("may_draft", context.may(Action::Order))
            .flag("over", remaining && estimated.known > *remaining);
        return context.page("restock", "Restock list", view);
    });
}

} // namespace giftbox::web
