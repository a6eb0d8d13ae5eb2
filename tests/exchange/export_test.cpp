#include "tests/support/store_fixture.h"

namespace giftbox::tests::export_test {
namespace {

using foundation::Period;

class Export : public StoreFixture {
protected:
    void prepare() override
    {
        item("MUG-01");
        packagingItem("CARTON");
        recipient("C-1");
        recipient("C-2");
    }
    std::string movements(const Period& period = {})
    {
        return csv([&](const auto& tx, auto& out) { exchange::exportMovements(tx, period, out); });
    }
    std::string boxes(const Period& period = {})
    {
        return csv([&](const auto& tx, auto& out) { exchange::exportBoxes(tx, period, out); });
    }
    std::string boxLines(const Period& period = {})
    {
        return csv([&](const auto& tx, auto& out) { exchange::exportBoxLines(tx, period, out); });
    }
    static inline const std::string kMovements =
        "seq,moved_on,kind,sku,lot,units,cost,box,receipt,reason,actor,recorded_at,"
        "source,supplier,line,corrects\r\n";
    static inline const std::string kBoxes =
        "box,reference,recipient,state,month,packed_on,given_on,contents_cost,packaging_cost,"
        "labor_cost,total_cost,labor_minutes,unpacked_on,pack_override,give_override\r\n";
    static inline const std::string kLines =
        "box,recipient,packed_on,given_on,sku,units,labor_minutes,tax_class,purpose\r\n";
    /// The columns of a row that do not depend on the time, for reading.
    static std::string withoutMoments(const std::string& file)
    {
        std::string out;
        for (std::size_t begin = 0; begin < file.size();) {
            const std::size_t end = file.find("\r\n", begin);
            const std::string line = file.substr(begin, end - begin);
            const std::size_t at = line.find("Z,");
            out +=
                (at == std::string::npos ? line : line.substr(0, at - 19) + line.substr(at + 1)) +
                "\n";
            begin = end + 2;
        }
        return out;
    }
};
GIFTBOX_ON_BOTH_ENGINES(Export);

TEST_P(Export, OfMovementsListsEveryFactInTheOrderRecordedWithItsSign)
{
    stock("MUG-01", 3, "10.00", "2026-03-10");
    stock("MUG-01", 2, "8.00", "2026-03-01");
    const auto packed = pack("C-1", {{"MUG-01", 3}}, "2026-03-15");
    actsAs("=Ben");
    unpack(packed, "2026-03-16");
    writeOff("MUG-01", 1, "2026-03-17");
    count("MUG-01", 5, "2026-03-18", "2.50");
    EXPECT_EQ(withoutMoments(movements()),
              "seq,moved_on,kind,sku,lot,units,cost,box,receipt,reason,actor,recorded_at,source,"
              "supplier,line,corrects\n"
              "1,2026-03-10,receipt,MUG-01,1,3,10.00,,R-1,,ann,,purchase,,1,\n"
              "2,2026-03-01,receipt,MUG-01,2,2,8.00,,R-2,,ann,,purchase,,1,\n"
              "3,2026-03-15,issue,MUG-01,2,-2,-8.00,1,,,ann,,,,,\n"
              "4,2026-03-15,issue,MUG-01,1,-1,-3.33,1,,,ann,,,,,\n"
              "5,2026-03-16,return,MUG-01,3,3,11.33,1,,packed by mistake,'=Ben,,,,,\n"
              "6,2026-03-17,write-off,MUG-01,1,-1,-3.34,,,broken,'=Ben,,,,,\n"
              "7,2026-03-18,count,MUG-01,4,1,2.50,,,counted,'=Ben,,,,,\n");
}

TEST_P(Export, OfMovementsSaysTheMomentOfEachInUtc)
{
    stock("MUG-01", 3, "10.00", "2026-03-10");
    const std::string line = movements().substr(kMovements.size());
    EXPECT_NE(line.find(",ann,2026-06-15T0"), std::string::npos) << line;
    EXPECT_EQ(line.find("Z,purchase,,1,\r\n"), line.size() - 16) << line;
}

TEST_P(Export, OfMovementsKeepsToItsPeriodWithBothEnds)
{
    stock("MUG-01", 1, "1.00", "2026-03-01");
    stock("MUG-01", 1, "2.00", "2026-03-31");
    stock("MUG-01", 1, "3.00", "2026-02-28");
    stock("MUG-01", 1, "4.00", "2026-04-01");
    const auto numbersOf = [&](const Period& period) {
        std::string numbers;
        const std::string rows = movements(period).substr(kMovements.size());
        for (std::size_t at = 0; at < rows.size(); at = rows.find("\r\n", at) + 2) {
            numbers += rows.substr(at, 1);
        }
        return numbers;
    };
    EXPECT_EQ(numbersOf({}), "1234");
    EXPECT_EQ(numbersOf({.from = day("2026-03-01"), .to = day("2026-03-31")}), "12");
    EXPECT_EQ(numbersOf({.from = day("2026-03-02")}), "24");
    EXPECT_EQ(numbersOf({.to = day("2026-03-01")}), "13");
    EXPECT_EQ(numbersOf({.from = day("2027-01-01")}), "");
}

TEST_P(Export, OfBoxesListsEachByMonthAndNumberOnTheDayItCounts)
{
    stock("MUG-01", 20, "200.00", "2026-02-01");
    stock("CARTON", 20, "10.00", "2026-02-01");
    pack("C-1", {{"MUG-01", 1}}, "2026-03-05");
    packAndGive("C-2", {{"MUG-01", 1}, {"CARTON", 1}}, "2026-02-05");
    give(pack("C-1", {{"MUG-01", 2}}, "2026-02-06"), "2026-03-02");
    close("2026-02");
    EXPECT_EQ(boxes(),
              kBoxes + "2,,C-2,given,2026-02,2026-02-05,2026-02-05,10.00,0.50,0.00,10.50,0,,,\r\n"
                       "1,,C-1,packed,2026-03,2026-03-05,,10.00,0.00,0.00,10.00,0,,,\r\n"
                       "3,,C-1,given,2026-03,2026-02-06,2026-03-02,20.00,0.00,0.00,20.00,0,,,\r\n");
    EXPECT_EQ(boxes({.to = day("2026-03-02")}),
              kBoxes + "2,,C-2,given,2026-02,2026-02-05,2026-02-05,10.00,0.50,0.00,10.50,0,,,\r\n"
                       "3,,C-1,given,2026-03,2026-02-06,2026-03-02,20.00,0.00,0.00,20.00,0,,,\r\n");
    EXPECT_EQ(boxes({.from = day("2026-03-05"), .to = day("2026-03-05")}),
              kBoxes + "1,,C-1,packed,2026-03,2026-03-05,,10.00,0.00,0.00,10.00,0,,,\r\n");
}

TEST_P(Export, OfBoxesPutsACarriedBoxOnTheFirstDayOfItsMonth)
{
    stock("MUG-01", 2, "20.00", "2026-02-01");
    pack("C-1", {{"MUG-01", 1}}, "2026-02-05");
    close("2026-02");
    const std::string row = "1,,C-1,packed,2026-03,2026-02-05,,10.00,0.00,0.00,10.00,0,,,\r\n";
    EXPECT_EQ(boxes({.from = day("2026-03-01"), .to = day("2026-03-01")}), kBoxes + row);
    EXPECT_EQ(boxes({.from = day("2026-02-01"), .to = day("2026-02-28")}), kBoxes);
}

TEST_P(Export, OfBoxLinesIsOneRowALineHoweverManyLots)
{
    stock("MUG-01", 1, "10.00", "2026-03-01");
    stock("MUG-01", 5, "60.00", "2026-03-02");
    stock("CARTON", 5, "5.00", "2026-03-01");
    pack({.recipient = "C-1",
          .lines = {{"MUG-01", 3}, {"CARTON", 1}},
          .minutes = 7,
          .packedOn = day("2026-03-05")});
    packAndGive("C-2", {{"MUG-01", 1}}, "2026-03-06");
    unpack(pack("C-2", {{"MUG-01", 1}}, "2026-03-07"), "2026-03-07");
    EXPECT_EQ(boxLines(), kLines + "box-1,C-1,2026-03-05,,MUG-01,3,7,,\r\n"
                                   "box-1,C-1,2026-03-05,,CARTON,1,,,\r\n"
                                   "box-2,C-2,2026-03-06,2026-03-06,MUG-01,1,0,,\r\n");
    EXPECT_EQ(boxLines({.from = day("2026-03-06")}),
              kLines + "box-2,C-2,2026-03-06,2026-03-06,MUG-01,1,0,,\r\n");
}

TEST_P(Export, OfItemsAndRecipientsGuardsTextAndLeavesCodesAlone)
{
    edit("MUG-01", {{"name", "=Mug"}, {"category", "-"}, {"supplier", "@Harbor, \"Inc\""}});
    write([](auto& tx) {
        return gifting::addRecipient(tx, {.code = "A-1", .name = "+1", .note = "'=x"}), 0;
    });
    EXPECT_EQ(csv([](const auto& tx, auto& out) { exchange::exportItems(tx, out); }),
              "sku,name,kind,category,unit,size,barcode,supplier,reorder_point,par_level,"
              "pack_size,lead_time_days,imprinted,bin,weight\r\n"
              "CARTON,Item CARTON,packaging,things,each,,,,,,1,,0,,\r\n"
              "MUG-01,'=Mug,contents,'-,each,,,\"'@Harbor, \"\"Inc\"\"\",,,1,,0,,\r\n");
    EXPECT_EQ(csv([](const auto& tx, auto& out) { exchange::exportRecipients(tx, out); }),
              "recipient,name,group,kind,note,household,sizes,preferences,do_not_gift\r\n"
              "A-1,'+1,,person,''=x,,,,0\r\n"
              "C-1,Customer C-1,service,person,,,,,0\r\n"
              "C-2,Customer C-2,service,person,,,,,0\r\n");
}

TEST_P(Export, OfReceiptsLeavesOutWhatWasFoundOrCameBack)
{
    receive({.sku = "MUG-01",
             .units = 5,
             .cost = money("25.00"),
             .receivedOn = day("2026-03-01"),
             .reference = "PO-1",
             .supplier = "Harbor",
             .source = "parts_transfer"});
    count("MUG-01", 6, "2026-03-02");
    unpack(pack("C-1", {{"MUG-01", 1}}, "2026-03-05"), "2026-03-05");
    stock("CARTON", 1, "1.00", "2026-03-06");
    EXPECT_EQ(csv([](const auto& tx, auto& out) { exchange::exportReceipts(tx, {}, out); }),
              "received_on,sku,units,total_cost,reference,supplier,source,line,reason\r\n"
              "2026-03-01,MUG-01,5,25.00,PO-1,Harbor,parts_transfer,1,\r\n"
              "2026-03-06,CARTON,1,1.00,R-4,,purchase,1,\r\n");
}

} // namespace
} // namespace giftbox::tests::export_test
