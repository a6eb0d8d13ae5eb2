#include "web/ui/chart.h"
#include "web/ui/html.h"
#include "web/ui/table.h"

#include <gtest/gtest.h>

namespace giftbox::web {
namespace {

const StoreFormat kFormat(foundation::currencyOf("USD"), "en-US");

std::string shown(const Table& table)
{
    View view;
    view.list("table", table.views("None."));
    return render("table", view);
}

bool holds(const std::string& text, const std::string& part)
{
    return text.find(part) != std::string::npos;
}

TEST(Table, ShowsTheNameFirstAndItsCodeSmallBesideIt)
{
    Table table({{"Item"}, {"Units", true}}, kFormat);
    table.named("A hat", "HAT", "/item").number(3).endRow();
    EXPECT_TRUE(holds(shown(table),
                      "<td class=\"lead\"><a href=\"/item\">A hat</a> <small>HAT</small></td>"))
        << shown(table);
}

TEST(Table, PalesAZeroAndLeavesAnUnknownNumberEmpty)
{
    Table table({{"Item"}, {"Units", true}, {"Cost", true}}, kFormat);
    table.text("A hat").number(0).amount(std::nullopt).endRow();
    EXPECT_TRUE(holds(shown(table), "class=\"number zero\">0</td>")) << shown(table);
    EXPECT_TRUE(holds(shown(table), "class=\"number main\"></td>"));
}

TEST(Table, HasOneMainNumberForAPhone)
{
    Table table({{"Item"},
                 {.title = "Units", .isNumber = true, .isMain = true},
                 {"Cost", true},
                 {.title = "Passed over", .isNumber = true, .isAside = true}},
                kFormat);
    table.text("A hat").number(3).amount({100}).number(1).endRow();
    EXPECT_TRUE(holds(shown(table), "data-title=\"Units\" class=\"number main\"")) << shown(table);
    EXPECT_TRUE(holds(shown(table), "data-title=\"Cost\" class=\"number\""));
    Table aside({{"Item"}, {.title = "Passed over", .isNumber = true, .isAside = true}}, kFormat);
    aside.text("A hat").number(1).endRow();
    EXPECT_FALSE(holds(shown(aside), "main")) << shown(aside);
}

TEST(Table, PutsTheTotalsBelowTheRows)
{
    Table table({{"Item"}, {"Units", true}}, kFormat);
    table.text("A hat").number(3).endRow().text("Total").number(3).endTotals();
    EXPECT_TRUE(holds(shown(table), "<tfoot><tr><td class=\"lead\">Total</td>")) << shown(table);
}

TEST(Table, HidesManyActionsBehindMore)
{
    Table table({{"Item"}, {""}}, kFormat);
    table.text("A hat").links({{"/a", "A"}, {"/b", "B"}}).endRow();
    EXPECT_FALSE(holds(shown(table), "More"));
    table.text("A cap").links({{"/a", "A"}, {"/b", "B"}, {"/c", "C"}}).endRow();
    EXPECT_TRUE(holds(shown(table), ">More</summary>")) << shown(table);
}

TEST(Charts, AreEmptyWhenNoMonthHasAnythingToShow)
{
    std::vector<reports::MonthlyCost> months(2);
    months[0].month = foundation::parseMonth("2026-01");
    months[1].month = foundation::parseMonth("2026-02");
    const auto isEmpty = [](const View& view) { return std::get<bool>(*view.find("is_empty")); };
    EXPECT_TRUE(isEmpty(costChart(months, kFormat)));
    EXPECT_TRUE(isEmpty(recipientChart(months, kFormat)));
    EXPECT_TRUE(isEmpty(costPerRecipientChart(months, kFormat)));
    months[1].totals.recipients = 2;
    months[1].totals.contents = {500};
    EXPECT_FALSE(isEmpty(costChart(months, kFormat)));
    EXPECT_FALSE(isEmpty(recipientChart(months, kFormat)));
    EXPECT_FALSE(isEmpty(costPerRecipientChart(months, kFormat)));
}

} // namespace
} // namespace giftbox::web
