#include "tests/support/parsed_page.h"
#include "web/ui/chart.h"
#include "web/ui/html.h"
#include "web/ui/table.h"

#include <gtest/gtest.h>

namespace giftbox::web::table_test {
namespace {

const StoreFormat kFormat(foundation::currencyOf("USD"), "en-US");

tests::ParsedPage shown(const Table& table)
{
    View view;
    view.list("table", table.views("None."));
    return tests::ParsedPage(render("table", view));
}

/// What a cell of a row has under a name of the template `cells`.
std::string cell(const Table& table, std::string_view what, std::size_t column)
{
    const View all = table.views("").front();
    const View row = std::get<std::vector<View>>(*all.find("rows")).front();
    const View one = std::get<std::vector<View>>(*row.find("cells")).at(column);
    return std::get<std::string>(*one.find(what));
}

TEST(Table, ShowsTheNameFirstAndItsCodeBesideIt)
{
    Table table({{"Item"}, {"Units", true}}, kFormat);
    table.named("A hat", "HAT", "/item").number(3).endRow();
    EXPECT_EQ(shown(table).column("Item").front(), "A hat HAT");
    EXPECT_EQ(shown(table).link("A hat"), "/item") << "the code does not look like a link";
}

TEST(Table, HasTilesOnlyWhereOtherRowsHavePictures)
{
    Table table({{"Item"}, {"Units", true}}, kFormat);
    table.named("A hat", "HAT").number(3).endRow();
    table.text("Total").number(3).endTotals();
    const auto hasTile = [&](std::string_view rows) {
        const View all = table.views("").front();
        const View row = std::get<std::vector<View>>(*all.find(rows)).front();
        const View one = std::get<std::vector<View>>(*row.find("cells")).front();
        const View::Value* tile = one.find("row_tile");
        return tile != nullptr && std::get<bool>(*tile);
    };
    EXPECT_FALSE(hasTile("rows"));
    table.named("A mug", "MUG").pictured("/pictures/1").number(2).endRow();
    EXPECT_TRUE(hasTile("rows"));
    EXPECT_FALSE(hasTile("totals"));
    EXPECT_EQ(shown(table).pictures(), std::vector<std::string>{"/pictures/1"});
}

TEST(Table, PalesAZeroAndLeavesAnUnknownNumberEmpty)
{
    Table table({{"Item"}, {"Units", true}, {"Cost", true}}, kFormat);
    table.text("A hat").number(0).amount(std::nullopt).endRow();
    EXPECT_EQ(cell(table, "class", 1), "number zero");
    EXPECT_EQ(cell(table, "text", 2), "");
    EXPECT_EQ(cell(table, "class", 2), "number main");
}

TEST(Table, HasOneMainNumberForAPhone)
{
    Table table({{"Item"},
                 {.title = "Units", .isNumber = true, .isMain = true},
                 {"Cost", true},
                 {.title = "Passed over", .isNumber = true, .isAside = true},
                 {.title = "Par level", .isNumber = true, .isOnPage = true}},
                kFormat);
    table.text("A hat").number(3).amount({100}).number(1).number(9).endRow();
    EXPECT_EQ(cell(table, "class", 0), "lead");
    EXPECT_EQ(cell(table, "class", 1), "number main");
    EXPECT_EQ(cell(table, "class", 2), "number");
    EXPECT_EQ(cell(table, "title", 2), "Cost") << "a number says what it is";
    EXPECT_EQ(cell(table, "class", 4), "number on-page");
    Table aside({{"Item"}, {.title = "Passed over", .isNumber = true, .isAside = true}}, kFormat);
    aside.text("A hat").number(1).endRow();
    EXPECT_EQ(cell(aside, "class", 1), "number");
}

TEST(Table, PutsTheTotalsBelowTheRows)
{
    Table table({{"Item"}, {"Units", true}}, kFormat);
    table.text("Total").number(3).endTotals().text("A hat").number(3).endRow();
    EXPECT_EQ(shown(table).column("Item"), (std::vector<std::string>{"A hat", "Total"}));
}

TEST(Table, KeepsManyActionsUnderMore)
{
    Table two({{"Item"}, {""}}, kFormat);
    two.text("A hat").links({{"/a", "A"}, {"/b", "B"}}).endRow();
    EXPECT_FALSE(shown(two).says("More"));
    Table three({{"Item"}, {""}}, kFormat);
    three.text("A cap").links({{"/a", "A"}, {"/b", "B"}, {"/c", "C"}}).endRow();
    EXPECT_TRUE(shown(three).says("A More"));
    EXPECT_EQ(shown(three).link("C"), "/c");
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
} // namespace giftbox::web::table_test
