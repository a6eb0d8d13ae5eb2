#include "web/pages/pages.h"
#include "web/ui/chart.h"
#include "web/ui/table.h"

namespace giftbox::web {

namespace {

constexpr std::string_view kSymbols[] = {
    "home",       "stock",   "restock", "movements",  "import",      "boxes",
    "plan",       "recipes", "notes",   "nominate",   "nominations", "select",
    "recipients", "budget",  "report",  "accounting", "settings",    "users",
    "tokens",     "audit",   "more",    "person"};

std::vector<View> sampleTable(const StoreFormat& format)
{
    Table table({{.title = "Item", .address = "#main", .sorted = "ascending"},
                 {"Category"},
                 {"State"},
                 {.title = "Units", .isNumber = true, .isMain = true},
                 {"Cost", true},
                 {""}},
                format);
    table.named("Water bottle, steel", "BOTTLE-STEEL", "#main").text("drinkware").badge("packed");
    table.number(12).amount({16140}).links({{"#main", "Receive"}}).endRow();
    table.named("Pint glass", "GLASS-PINT", "#main").text("drinkware").badge("planned");
    table.number(0).amount({0}).links({{"#main", "Receive"}}).endRow("low");
    table.text("Total").text("").text("").number(12).amount({16140}).text("").endTotals();
    return table.views("");
}

View sampleChart(const StoreFormat& format)
{
    std::vector<reports::MonthlyCost> months(3);
    const foundation::Month first = foundation::parseMonth("2026-09");
    for (std::size_t i = 0; i < months.size(); ++i) {
        months[i].month = i == 0 ? first : months[i - 1].month.next();
        months[i].totals.recipients = 12 + static_cast<std::int64_t>(i) * 3;
    }
    return recipientChart(months, format);
}

} // namespace

Response stylePage(const RequestContext& context)
{
    const StoreFormat format(foundation::currencyOf("USD"), "");
    View table;
    table.list("table", sampleTable(format));
    std::vector<View> symbols;
    for (const std::string_view symbol : kSymbols) {
        symbols.emplace_back();
        symbols.back().text("symbol", std::string(symbol));
    }
    budget::Cap cap;
    cap.amount = {72000};
    View view;
    view.list("sample_table", {table})
        .list("sample_bar", {capBar(cap, {10250}, {5667}, format)})
        .list("sample_chart", {sampleChart(format)})
        .list("symbols", std::move(symbols));
    return context.page("style", "Style", view);
}

} // namespace giftbox::web
