#include "budget/authorize.h"
#include "exchange/export.h"
#include "foundation/fold.h"
#include "inventory/item_code.h"
#include "inventory/shelf.h"
#include "inventory/stock.h"
#include "reports/item_rows.h"
#include "reports/shelf_rows.h"
#include "web/pages/pages.h"
#include "web/ui/form_page.h"
#include "web/ui/table.h"

#include <algorithm>

namespace giftbox::web {

using access::Action;
using inventory::StockLine;

namespace {

/// What the address asks to see.
struct StockWanted {
    std::string typed;
    std::vector<std::string> words;   ///< of it
    std::vector<std::string> scanned; ///< SKUs that it stands for
    std::string category;
    bool isLowOnly = false;
    std::string sort;
    /// The shelf at the end of this day; now when there is none.
    std::optional<foundation::Date> on;
};

StockWanted wantedIn(const Form& query)
{
    return {.typed = query.text("q"),
            .words = foundation::searchWords(query.text("q")),
            .scanned = {},
            .category = query.text("category"),
            .isLowOnly = query.has("low"),
            .sort = query.text("sort"),
            .on =
                query.text("as_of").empty() ? std::nullopt : std::optional(dateIn(query, "as_of"))};
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

void sortBy(std::vector<StockLine>& lines, std::string_view sort)
{
    const bool descends = sort.starts_with('-');
    sort.remove_prefix(descends ? 1 : 0);
    const auto by = [&](auto key) {
        std::ranges::stable_sort(lines, std::less<>{}, key);
        if (descends) {
            std::ranges::reverse(lines);
        }
    };
    if (sort == "name") {
        by([](const StockLine& line) { return foundation::folded(line.name); });
    } else if (sort == "units") {
        by(&StockLine::units);
    } else if (sort == "cost") {
        by(&StockLine::cost);
    } else if (descends) {
        by(&StockLine::sku);
    }
}

Heading sortable(const Visit& visit, const std::string& title, const std::string& key,
                 bool isNumber)
{
    const std::string& now = visit.query.text("sort");
    const std::string current = now.empty() ? "sku" : now;
    const std::string next = current == key ? "-" + key : key;
    return {.title = title,
            .isNumber = isNumber,
            .address =
                visit.address("stock?") + queryText({{"q", visit.query.text("q")},
                                                     {"category", visit.query.text("category")},
                                                     {"low", visit.query.text("low")},
                                                     {"as_of", visit.query.text("as_of")},
                                                     {"sort", next}}),
            .sorted = current == key         ? "ascending"
                      : current == "-" + key ? "descending"
                                             : ""};
}

std::vector<View> categoryOptions(std::vector<std::string> categories, const std::string& chosen)
{
    std::ranges::stable_sort(categories, foundation::LessFolded{});
    categories.erase(std::unique(categories.begin(), categories.end(), foundation::sameFolded),
                     categories.end());
    std::vector<View> options;
    for (const std::string& category : categories) {
        View option;
        option.text("value", category).flag("selected", foundation::sameFolded(category, chosen));
        options.push_back(std::move(option));
    }
    return options;
}

/// What is wanted, as it is to be sorted, and the categories of all there is.
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
    sortBy(found.lines, wanted.sort);
    return found;
}

/// What lies packed beside the shelf.
void addPacked(const Visit& visit, const books::ReadTransaction& tx,
               const std::optional<foundation::Date>& on, View& view)
{
    const gifting::PackedBoxes packed = gifting::packedOn(tx, on.value_or(inventory::kEver));
    view.number("packed", packed.boxes)
        .text("packed_cost", visit.format.withCode(packed.goods()))
        .text("packed_boxes",
              visit.address("boxes?as_of=") + foundation::toText(on.value_or(visit.today())))
        .text("as_of", on ? foundation::toText(*on) : "");
}

View stockView(const Visit& visit, const books::ReadTransaction& tx)
{
    const StockWanted wanted = wantedIn(visit.query);
    auto [lines, categories] = findStock(tx, wanted);
    Table table({sortable(visit, "SKU", "sku", false),
                 sortable(visit, "Name", "name", false),
                 {"Category"},
                 sortable(visit, "Units", "units", true),
                 sortable(visit, "Cost", "cost", true),
                 {"Reorder at", true},
                 {"Par", true}},
                visit.format);
    foundation::Money sum;
    for (const StockLine& line : lines) {
        sum += line.cost;
        table.link(line.sku, visit.itemAddress(line.sku))
            .text(line.name)
            .text(line.category)
            .number(line.units)
            .amount(line.cost)
            .number(line.reorderLevel)
            .number(line.parLevel)
            .endRow(line.isLow()   ? "low"
                    : line.retired ? "retired"
                                   : "");
    }
    View view;
    view.list("table",
              table.views(categories.empty()
                              ? visit.whenEmpty("The catalog is empty.", Action::EditCatalog,
                                                "Add an item, or import a file of them.")
                              : visit.whenEmpty("No item is like that. Take away a filter.",
                                                Action::EditCatalog, "Or add the item.")))
        .list("categories", categoryOptions(std::move(categories), wanted.category))
        .text("q", visit.query.text("q"))
        .text("sort", wanted.sort)
        .flag("low", wanted.isLowOnly)
        .text("items", visit.format.shown(std::int64_t(lines.size())))
        .text("sum", visit.format.currency().code + " " + visit.format.shown(sum))
        .text("csv", visit.address("stock.csv?") + visit.request.query);
    addPacked(visit, tx, wanted.on, view);
    return view;
}

void addLinks(const Visit& visit, View& view)
{
    view.text("base", visit.address())
        .flag("may_receive", visit.may(Action::ReceiveStock))
        .flag("may_correct", visit.may(Action::CorrectStock))
        .flag("may_add", visit.may(Action::EditCatalog));
}

} // namespace

Response stockPage(Visit& visit)
{
    return visit.read([&](const books::ReadTransaction& tx) {
        // What somebody typed, or a scanner: the one item that it stands for.
        if (const auto one = inventory::findItem(tx, visit.query.text("q"))) {
            return redirectTo(visit.itemAddress(one->item.sku));
        }
        View view = stockView(visit, tx);
        addLinks(visit, view);
        return visit.page("stock", "Stock", view);
    });
}

Response stockCsv(Visit& visit)
{
    const StockWanted wanted = wantedIn(visit.query);
    Response response;
    response.add("Content-Type", "text/csv; charset=utf-8")
        .add("Content-Disposition", "attachment; filename=\"stock.csv\"");
    response.spool = std::make_unique<Spool>();
    visit.read([&](const books::ReadTransaction& tx) {
        const auto out = foundation::makeCsvWriter(
            [&](std::string_view bytes) { response.spool->append(bytes); }, tx.store().currency,
            foundation::Guard::On);
        reports::writeShelfLines(findStock(tx, wanted).lines,
                                 gifting::packedItemsOn(tx, wanted.on.value_or(inventory::kEver)),
                                 *out);
        return true;
    });
    return response;
}

Response restockPage(Visit& visit)
{
    return visit.read([&](const books::ReadTransaction& tx) {
        Table table({{"SKU"},
                     {"Name"},
                     {"Supplier"},
                     {"On hand", true},
                     {"Buy", true},
                     {"Estimated cost", true},
                     {"Lead days", true},
                     {""}},
                    visit.format);
        foundation::PartialSum estimated;
        inventory::stockNow(tx, [&](const StockLine& line) {
            if (const auto buy = inventory::proposeRestock(line)) {
                estimated.add(buy->estimatedCost);
                table.link(line.sku, visit.itemAddress(line.sku))
                    .text(line.name)
                    .text(line.supplier)
                    .number(line.units)
                    .number(buy->unitsToBuy);
                buy->estimatedCost ? table.amount(*buy->estimatedCost) : table.text("not known");
                table.number(buy->leadDays);
                std::vector<Link> links;
                if (visit.may(Action::ReceiveStock)) {
                    links.push_back({visit.address("receive?from=restock&sku=") +
                                         encodePercent(line.sku) +
                                         "&units=" + std::to_string(buy->unitsToBuy),
                                     "Receive"});
                }
                table.links(links).endRow();
            }
        });
        const budget::MonthState month = budget::loadMonth(tx, visit.today().month());
        const auto room = roomUnder(capOf(month.caps, budget::CapName::MonthRestock),
                                    month.totals.of(books::MonthFigure::Restock));
        View view;
        view.list("table", table.views("Nothing is low: there is nothing to buy."))
            .text("estimated", reports::estimateOf(tx.store(), estimated).text(visit.format))
            .text("room", room ? visit.format.shown(*room) : "")
            .flag("has_room", room.has_value())
            .flag("over", room && estimated.known > *room);
        return visit.page("restock", "Restock list", view);
    });
}

} // namespace giftbox::web
