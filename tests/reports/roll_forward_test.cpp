#include "reports/roll_forward.h"

#include "gifting/reverse_adjustment.h"
#include "gifting/take_back_box.h"
#include "purchasing/correct_receipt.h"
#include "purchasing/return_receipt.h"
#include "purchasing/reverse_receipt.h"
#include "tests/support/store_fixture.h"

namespace giftbox::tests::roll_forward_test {
namespace {

class RollForward : public StoreFixture {
protected:
    void prepare() override
    {
        item("MUG");
        packagingItem("CARTON");
        recipient("C-1");
        stock("MUG", 10, "100.00", "2026-05-01");
        stock("CARTON", 10, "5.00", "2026-05-01");
    }
    /// `issued: 2 20.00, 1 0.50`: units and cost of gift items, and of packaging; of boxes, `packed: 1 box, …`.
    std::string of(const std::string& asked)
    {
        const auto lines =
            read([&](const auto& tx) { return reports::rollForward(tx, month(asked)); });
        std::string all;
        for (const reports::RollLine& line : lines) {
            const bool isShelf = line.part == reports::RollPart::Shelf;
            const auto sum = [&](const accounting::StockSum& one) {
                return (isShelf ? std::to_string(one.units) + " " : "") + text(one.cost);
            };
            all += std::string(line.code) + (line.reason.empty() ? "" : " " + line.reason) + ": " +
                   (line.boxes ? std::to_string(*line.boxes) + " boxes " : "") +
                   sum(line.moved.gifts) + ", " + sum(line.moved.packaging) + "\n";
        }
        return all;
    }
};
GIFTBOX_ON_BOTH_ENGINES(RollForward);

TEST_P(RollForward, SaysHowAMonthCameFromItsOpeningToItsClosingStock)
{
    pack("C-1", {{"MUG", 1}, {"CARTON", 1}}, "2026-05-20");
    receive({.sku = "MUG",
             .units = 2,
             .cost = money("6.00"),
             .receivedOn = day("2026-06-01"),
             .reference = "T-9",
             .source = "parts_transfer"});
    const auto box = pack("C-1", {{"MUG", 2}, {"CARTON", 1}}, "2026-06-02");
    give(box, "2026-06-03");
    const auto other = pack("C-1", {{"MUG", 1}}, "2026-06-04");
    unpack(other, "2026-06-05");
    write([&](auto& tx) {
        return purchasing::returnToSupplier(
            tx, {.lot = books::LotNo{1}, .units = 1, .on = day("2026-06-06"), .reason = "chipped"});
    });
    write([&](auto& tx) {
        return gifting::writeOffStock(
            tx, {.sku = "MUG", .units = 1, .on = day("2026-06-07"), .reason = "damage: dropped"});
    });
    count("MUG", 9, "2026-06-08", "1.00");
    count("CARTON", 7, "2026-06-08");
    EXPECT_EQ(of("2026-06"), "opening: 9 90.00, 9 4.50\n"
                             "purchase: 0 0.00, 0 0.00\n"
                             "parts_transfer: 2 6.00, 0 0.00\n"
                             "issued: -3 -30.00, -1 -0.50\n"
                             "returned: 1 10.00, 0 0.00\n"
                             "sent-back: -1 -10.00, 0 0.00\n"
                             "written-off damage: -1 -10.00, 0 0.00\n"
                             "counted-over: 2 1.00, 0 0.00\n"
                             "counted-under: 0 0.00, -1 -0.50\n"
                             "variance: 0 0.00, 0 0.00\n"
                             "closing: 9 57.00, 7 3.50\n"
                             "opening: 1 boxes 10.00, 0.50\n"
                             "packed: 2 boxes 30.00, 0.50\n"
                             "given: -1 boxes -20.00, -0.50\n"
                             "unpacked: -1 boxes -10.00, 0.00\n"
                             "closing: 1 boxes 10.00, 0.50\n");
}

TEST_P(RollForward, ShowsReversalsCorrectionsAndVariancesOnLinesOfTheirOwn)
{
    const auto lot = stock("MUG", 4, "40.00", "2026-06-01");
    write([&](auto& tx) { return purchasing::reverseReceipt(tx, lot.lot, "entered twice"); });
    packAndGive("C-1", {{"MUG", 1}}, "2026-05-03");
    close("2026-05");
    write([&](auto& tx) {
        return purchasing::correctReceipt(
            tx, {.lot = books::LotNo{1}, .cost = Money{20000}, .reason = "typed wrong"});
    });
    const auto off = writeOff("MUG", 1, "2026-06-07");
    write([&](auto& tx) { return gifting::reverseWriteOff(tx, *off.movement, "found"); });
    EXPECT_EQ(of("2026-06").substr(0, of("2026-06").find("opening: 0 boxes")),
              "opening: 9 90.00, 10 5.00\n"
              "purchase: 4 40.00, 0 0.00\n"
              "parts_transfer: 0 0.00, 0 0.00\n"
              "receipts-corrected: 0 100.00, 0 0.00\n"
              "receipts-reversed: -4 -40.00, 0 0.00\n"
              "issued: 0 0.00, 0 0.00\n"
              "returned: 0 0.00, 0 0.00\n"
              "sent-back: 0 0.00, 0 0.00\n"
              "written-off other: -1 -20.00, 0 0.00\n"
              "write-offs-reversed: 1 20.00, 0 0.00\n"
              "counted-over: 0 0.00, 0 0.00\n"
              "counted-under: 0 0.00, 0 0.00\n"
              "variance: 0 -10.00, 0 0.00\n"
              "closing: 9 180.00, 10 5.00\n");
}

TEST_P(RollForward, LeavesAGivingThatWasTakenBackAmongThePackedBoxes)
{
    const auto box = packAndGive("C-1", {{"MUG", 1}}, "2026-06-03");
    write([&](auto& tx) { return gifting::takeBackBox(tx, box.number, "the wrong box"); });
    EXPECT_NE(of("2026-06").find("packed: 1 boxes 10.00, 0.00\n"
                                 "given: 0 boxes 0.00, 0.00\n"
                                 "unpacked: 0 boxes 0.00, 0.00\n"
                                 "closing: 1 boxes 10.00, 0.00\n"),
              std::string::npos)
        << of("2026-06");
}

TEST_P(RollForward, OfAClosedMonthBeginsAndEndsWithWhatTheClosesKept)
{
    close("2026-04");
    pack("C-1", {{"MUG", 2}, {"CARTON", 1}}, "2026-05-02");
    writeOff("MUG", 1, "2026-05-07");
    const std::string open = of("2026-05");
    close("2026-05");
    EXPECT_EQ(of("2026-05"), open);
    EXPECT_EQ(raw().rows("SELECT stock_gift_units, stock_gift_minor, stock_packaging_units, "
                         "stock_packaging_minor FROM closed_month WHERE month = 202605 AND "
                         "store_id = " +
                         storeId()),
              (std::vector<RawDatabase::Cells>{{"7", "7000", "9", "450"}}));
    // What moves later is not read for it.
    writeOff("MUG", 1, "2026-06-07");
    EXPECT_EQ(of("2026-05"), open);
}

TEST_P(RollForward, OfAMonthThatWasClosedBeforeClosesKeptTheStockComesFromALaterOne)
{
    writeOff("MUG", 1, "2026-05-07");
    close("2026-05");
    writeOff("MUG", 1, "2026-06-07");
    const std::string may = of("2026-05");
    booksAreFalsified();
    raw().execute("UPDATE closed_month SET stock_gift_units = -1, stock_gift_minor = 0, "
                  "stock_packaging_units = -1, stock_packaging_minor = 0 WHERE store_id = " +
                  storeId());
    EXPECT_EQ(of("2026-05"), may);
}

TEST_P(RollForward, NamesWhatTheBooksDoNotExplain)
{
    close("2026-04");
    close("2026-05");
    booksAreFalsified();
    raw().execute("UPDATE closed_month SET stock_gift_minor = stock_gift_minor + 1 WHERE month = "
                  "202605 AND store_id = " +
                  storeId());
    EXPECT_NE(of("2026-05").find("difference: 0 0.01, 0 0.00\n"), std::string::npos)
        << of("2026-05");
    const auto differences = verify();
    ASSERT_FALSE(differences.empty());
    EXPECT_NE(differences.back().find("closed month 2026-05: "), std::string::npos)
        << differences.back();
}

TEST_P(RollForward, OfTheFirstAndTheLastMonthOfTheCalendarHolds)
{
    EXPECT_NE(of("1900-01").find("closing: 0 0.00, 0 0.00\n"), std::string::npos);
    EXPECT_NE(of("9999-12").find("closing: 10 100.00, 10 5.00\n"), std::string::npos);
}

} // namespace
} // namespace giftbox::tests::roll_forward_test
