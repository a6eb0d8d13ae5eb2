#include "tests/support/store_fixture.h"

#include <map>

namespace giftbox::tests::closed_month_test {
namespace {

using budget::CapAction;

class ClosedMonth : public StoreFixture {
protected:
    void prepare() override
    {
        openStore("USD", "30.00", 12);
        add({.sku = "MUG-01",
             .name = "=Mug, \"blue\"",
             .category = "mugs",
             .unit = "each",
             .reorderPoint = 2,
             .parLevel = 9});
        item("HAT-01");
        packagingItem("CARTON");
        for (const char* code : {"C-1", "C-2", "C-3"}) {
            recipient(code);
        }
        cap("month.program", "100.00", CapAction::Stop, "2026-02");
        stock("MUG-01", 10, "33.35", "2026-02-27");
        packAndGive("C-1", {{"MUG-01", 1}}, "2026-02-28");
        tellMarch();
        close("2026-02");
        close("2026-03");
    }

    void tellMarch()
    {
        stock("MUG-01", 5, "25.00", "2026-03-02");
        stock("HAT-01", 6, "20.00", "2026-03-03");
        stock("CARTON", 20, "10.00", "2026-03-01");
        packAndGive("C-1", {{"MUG-01", 2}, {"CARTON", 1}}, "2026-03-05");
        packAndGive("C-1", {{"HAT-01", 1}, {"CARTON", 1}}, "2026-03-06");
        packAndGive("C-2", {{"MUG-01", 8}}, "2026-03-07");
        waiting_ = pack("C-2", {{"MUG-01", 1}, {"CARTON", 1}}, "2026-03-08");
        toUnpack_ = pack("C-3", {{"HAT-01", 2}}, "2026-03-09");
        unpack(pack("C-3", {{"HAT-01", 1}}, "2026-03-10"), "2026-03-11");
        writeOff("HAT-01", 1, "2026-03-12");
        count("CARTON", 18, "2026-03-31");
        edit("HAT-01", {{"name", "Hat"}});
    }

    /// All possible changes after March is closed.
    void tellWhatComesLater()
    {
        give(waiting_, "2026-04-02");
        unpack(toUnpack_, "2026-04-03");
        edit("MUG-01",
             {{"name", "Cup"}, {"category", "cups"}, {"reorder_point", "5"}, {"par_level", "50"}});
        edit("MUG-01", {{"name", "Cup II"}});
        edit("HAT-01", {{"name", "Cap"}, {"category", "caps"}, {"supplier", "Harbor"}});
        retire("CARTON");
        item("A-NEW-ONE");
        recipient("C-4");
        cap("month.program", "5.00", CapAction::Warn, "2026-04");
        stock("MUG-01", 10, "99.00", "2026-04-01");
        stock("A-NEW-ONE", 10, "99.00", "2026-04-01");
        packAndGive("C-4", {{"MUG-01", 3}, {"A-NEW-ONE", 1}}, "2026-04-05");
        writeOff("MUG-01", 1, "2026-04-06");
        count("CARTON", 1, "2026-04-07");
        close("2026-04");
        stock("MUG-01", 1, "1.00", "2026-05-01");
    }

    /// All files for the period, by name.
    std::map<std::string, std::string> filesOf(const foundation::Period& period)
    {
        std::map<std::string, std::string> files;
        files["movements"] =
            csv([&](const auto& tx, auto& out) { exchange::exportMovements(tx, period, out); });
        files["boxes"] =
            csv([&](const auto& tx, auto& out) { exchange::exportBoxes(tx, period, out); });
        files["box lines"] =
            csv([&](const auto& tx, auto& out) { exchange::exportBoxLines(tx, period, out); });
        files["receipts"] =
            csv([&](const auto& tx, auto& out) { exchange::exportReceipts(tx, period, out); });
        files["stock"] =
            csv([&](const auto& tx, auto& out) { exchange::exportStock(tx, period.to, out); });
        files["report"] = monthlyReport(toText(period.from->month()), toText(period.to->month()));
        return files;
    }

    gifting::PackedBox waiting_;
    gifting::PackedBox toUnpack_;
};
GIFTBOX_ON_BOTH_ENGINES(ClosedMonth);

TEST_P(ClosedMonth, StaysTheSameByteForByteWhateverComesLater)
{
    const foundation::Period march{.from = day("2026-03-01"), .to = day("2026-03-31")};
    const auto atItsClose = filesOf(march);
    tellWhatComesLater();
    for (const auto& [name, bytes] : filesOf(march)) {
        EXPECT_EQ(bytes, atItsClose.at(name)) << name;
    }
}

TEST_P(ClosedMonth, StaysTheSameInAReportOverSeveralMonths)
{
    const foundation::Period both{.from = day("2026-02-01"), .to = day("2026-03-31")};
    const auto atTheirClose = filesOf(both);
    tellWhatComesLater();
    for (const auto& [name, bytes] : filesOf(both)) {
        EXPECT_EQ(bytes, atTheirClose.at(name)) << name;
    }
}

TEST_P(ClosedMonth, KeepsEveryDayOfItsStockAsItWas)
{
    const auto stockOn = [&](const std::string& date) {
        return csv([&](const auto& tx, auto& out) { exchange::exportStock(tx, day(date), out); });
    };
    std::map<std::string, std::string> before;
    for (const char* date : {"2026-02-28", "2026-03-01", "2026-03-07", "2026-03-31"}) {
        before[date] = stockOn(date);
    }
    tellWhatComesLater();
    for (const auto& [date, bytes] : before) {
        EXPECT_EQ(stockOn(date), bytes) << date;
    }
}

TEST_P(ClosedMonth, SaysTheWordsOfItsClose)
{
    tellWhatComesLater();
    const std::string stock =
        csv([](const auto& tx, auto& out) { exchange::exportStock(tx, day("2026-03-31"), out); });
    EXPECT_EQ(stock, "sku,name,kind,category,units,cost,reorder_point,par_level\r\n"
                     "CARTON,Item CARTON,packaging,things,18,9.00,,\r\n"
                     "HAT-01,Hat,contents,things,2,6.66,,\r\n"
                     "MUG-01,\"'=Mug, \"\"blue\"\"\",contents,mugs,3,15.00,2,9\r\n");
}

TEST_P(ClosedMonth, ListsTheBoxesThatCountInIt)
{
    tellWhatComesLater();
    const std::string boxes = csv([](const auto& tx, auto& out) {
        exchange::exportBoxes(tx, {.from = day("2026-03-01"), .to = day("2026-03-31")}, out);
    });
    EXPECT_EQ(boxes, "box,reference,recipient,state,month,packed_on,given_on,contents_cost,"
                     "packaging_cost,labor_cost,total_cost,labor_minutes,unpacked_on,pack_override,"
                     "give_override\r\n"
                     "2,,C-1,given,2026-03,2026-03-05,2026-03-05,6.67,0.50,6.00,13.17,12,,,\r\n"
                     "3,,C-1,given,2026-03,2026-03-06,2026-03-06,3.33,0.50,6.00,9.83,12,,,\r\n"
                     "4,,C-2,given,2026-03,2026-03-07,2026-03-07,28.34,0.00,6.00,34.34,12,,,\r\n"
                     "7,,C-3,unpacked,2026-03,2026-03-10,,3.33,0.00,6.00,9.33,12,2026-03-11,,\r\n");
}

} // namespace
} // namespace giftbox::tests::closed_month_test
