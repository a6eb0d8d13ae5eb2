#include "foundation/json.h"
#include "tests/support/printed.h"
#include "tests/support/program.h"

#include <gtest/gtest.h>

namespace giftbox::tests::month_page_test {
namespace {

std::string textsJson(const std::vector<std::string>& texts)
{
    std::string json;
    for (const std::string& text : texts) {
        json += json.empty() ? "" : ",";
        foundation::appendJsonString(json, text);
    }
    return "[" + json + "]";
}

/// A month with so many exceptions.
std::string monthJson(std::size_t exceptions)
{
    foundation::JsonObject figure;
    figure.add("label", "remaining budget").add("text", "1,234.50");
    foundation::JsonObject row;
    row.add("label", "Contents").addRaw("cells", textsJson({"40.00", "30.00", "+10.00"}));
    row.add("total", 0);
    foundation::JsonObject bar;
    bar.add("label", "Nov 2026").add("text", "40.00").add("thousandths", 1000);
    std::vector<std::string> lines(exceptions, "override, box 7, the cap was passed by 2.00");
    foundation::JsonObject list;
    list.add("title", "Exceptions").addRaw("lines", textsJson(lines));
    foundation::JsonObject page;
    page.add("store", "Maple Street Motors").add("month", "November 2026").add("state", "Open");
    page.add("bars_title", "Cost").add("foot", "MAPLE");
    page.addRaw("headings", textsJson({"", "November", "October", "Change"}));
    page.addRaw("figures", "[" + figure.text() + "]").addRaw("rows", "[" + row.text() + "]");
    page.addRaw("bars", "[" + bar.text() + "]").addRaw("lists", "[" + list.text() + "]");
    foundation::JsonObject object;
    object.add("title", "Month").add("width_micrometers", 215'900);
    object.add("height_micrometers", 279'400).add("picture_dots_per_inch", 0).addRaw("cards", "[]");
    return object.addRaw("slips", "[]")
        .addRaw("orders", "[]")
        .addRaw("sheets", "[]")
        .addRaw("months", "[" + page.text() + "]")
        .text();
}

Printed printedMonth(std::size_t exceptions)
{
    const Ended ended = run({.words = {GIFTBOX_TYPESET}, .input = monthJson(exceptions)});
    EXPECT_TRUE(ended.done() && ended.err.empty()) << ended.status << ended.err;
    return Printed(ended.out);
}

TEST(MonthPage, IsOnePageWhateverIsInIt)
{
    const Printed few = printedMonth(2);
    EXPECT_EQ(few.count(), 1U);
    EXPECT_NE(few.words().find("remaining budget"), std::string::npos) << few.words();
    EXPECT_EQ(few.words().find("more in the tables"), std::string::npos) << few.words();
    const Printed many = printedMonth(400);
    EXPECT_EQ(many.count(), 1U);
    EXPECT_NE(many.words().find("more in the tables"), std::string::npos) << many.words();
    EXPECT_GT(many.whiteInches(1), 0.4);
}

} // namespace
} // namespace giftbox::tests::month_page_test
