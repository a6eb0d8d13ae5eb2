#include "tests/abuse/bad_input.h"

#include <filesystem>

// Errors in files: refused with FILE:LINE: COLUMN for every bad row, without any change.

namespace giftbox::tests::bad_files_test {
namespace {

struct BadFile {
    std::string what;
    std::string text;
    Texts places;
};

const std::string kItems = "sku,name,kind,category,unit\n";
const std::string kRecipients = "recipient,name,group\n";
const std::string kReceipts = "received_on,sku,units,total_cost,reference\n";
const std::string kBoxes = "box,recipient,packed_on,given_on,sku,units\n";
const std::string kMark = "\xEF\xBB\xBF";

/// A quoted cell, with its own quotes doubled.
std::string cell(const std::string& text)
{
    std::string out = "\"";
    for (const char c : text) {
        out += c == '"' ? "\"\"" : std::string(1, c);
    }
    return out + "\"";
}

class BadFiles : public BadInput {
protected:
    void expectAllBad(const std::vector<BadFile>& files) const
    {
        for (const BadFile& one : files) {
            expectBadFile(one.what, one.text, one.places);
        }
    }
};

// Of boxes, whose files are Giftbox's own: items, recipients and receipts are read as other programs write them.
TEST_P(BadFiles, Shapes)
{
    const std::string row = "B,ANA,2025-03-02,,HAT,1\n";
    expectAllBad({
        {"boxes", "", {"1: header"}},
        {"boxes", kMark, {"1: header"}},
        {"boxes", "\n\r\n\n", {"1: header"}},
        {"boxes", "box,recipient,packed_on,given_on,sku\nB,ANA,2025-03-02,,HAT\n", {"1: units"}},
        {"boxes",
         "B,ANA,2025-03-02,x,HAT,1\n",
         {"1: \"B\"", "1: \"ANA\"", "1: \"2025-03-02\"", "1: \"x\"", "1: \"HAT\"", "1: \"1\"",
          "1: box", "1: recipient", "1: packed_on", "1: given_on", "1: sku", "1: units"}},
        {"boxes",
         "box,recipient,packed_on,given_on,sku,units,colour\nB,ANA,2025-03-02,,HAT,1,red\n",
         {"1: \"colour\""}},
        {"boxes",
         "box,recipient,packed_on,given_on,sku,units,sku\nB,ANA,2025-03-02,,HAT,1,CUP\n",
         {"1: \"sku\""}},
        {"boxes", "BOX,recipient,packed_on,given_on,sku,units\n" + row, {"1: \"BOX\"", "1: box"}},
        {"boxes",
         "box, recipient,packed_on,given_on,sku,units\n" + row,
         {"1: \" recipient\"", "1: recipient"}},
        {"boxes",
         "box;recipient;packed_on;given_on;sku;units\nB;ANA;2025-03-02;;HAT;1\n",
         {"1: \"box;recipient;packed_on;given_on;sku;uni\xE2\x80\xA6\"", "1: box", "1: recipient",
          "1: packed_on", "1: given_on", "1: sku", "1: units"}},
        {"boxes", kMark + kMark + kBoxes + row, {"1: \"" + kMark + "box\"", "1: box"}},
        {"boxes",
         kBoxes + "B,ANA,2025-03-02,,HAT\nC,ANA,2025-03-02,,HAT,1,more\n" + row + "TIN\n",
         {"2: row", "3: row", "5: row"}},
        {"boxes", kBoxes + "B,A 12\" ANA,2025-03-02,,HAT,1\n", {"2: 2"}},
        {"boxes",
         kBoxes + "B,\"A\" NA,2025-03-02,,HAT,1\nC,\"ANA\" ,2025-03-02,,HAT,1\n",
         {"2: 2", "3: 2"}},
        {"boxes", kBoxes + row + "C,\"ANA,2025-03-02,,HAT,1\n" + row, {"3: 2"}},
        {"boxes", "\"box,recipient,packed_on,given_on,sku,units\n" + row, {"1: 1"}},
        {"boxes",
         "box,recipient,packed_on,given_on,sku,units\rB,ANA,2025-03-02,,HAT,1\r",
         {"1: 6"}},
        {"boxes", kBoxes + "B,ANA\rx,2025-03-02,,HAT,1\n", {"2: 2"}},
    });
}

TEST_P(BadFiles, Encodings)
{
    const std::string null(1, '\0');
    std::string wide;
    for (const char c : kBoxes) {
        wide += std::string(1, c) + null;
    }
    expectAllBad({
        {"boxes", kBoxes + "B,M\xFCgge,2025-03-02,,HAT,1\n", {"2: 2"}},
        {"boxes",
         kBoxes + "B,ANA,2025-03-02,,\xC3,1\nC,ANA,2025-03-02,,HAT,\xED\xA0\x80\n",
         {"2: 5", "3: 6"}},
        {"boxes", kBoxes + "B,\"\xE2\x82\"\"\xAC\",2025-03-02,,HAT,1\n", {"2: 2"}},
        {"boxes",
         kBoxes + "B,AN" + null + "A,2025-03-02,,HAT,1\nC,\"" + null + "\",2025-03-02,,HAT,1\n",
         {"2: 2", "3: 2"}},
        {"boxes", "\xFF\xFE" + wide, {"1: 1"}},
        {"boxes", std::string("PK\x03\x04\x14") + null + null + "\x08", {"1: 1"}},
    });
}

TEST_P(BadFiles, Sizes)
{
    std::string header = "sku,name,kind,category,unit";
    std::string row = "MUG,Mug,contents,x,each";
    for (int i = 0; i < 10'000; ++i) {
        header += ",column" + std::to_string(i);
        row += ",";
    }
    expectAllBad({
        {"items",
         kItems + "MUG," + std::string(1 << 20, 'x') + ",contents,x,each\nCUP,Cup,contents,x,\n",
         {"2: 2"}},
        {"items",
         kItems + "MUG," + cell(std::string(1 << 20, '"')) + ",contents,x,each\n",
         {"2: 2"}},
        {"items", header + "\n" + row + "\n", {"1: 257"}},
        {"items", kItems + row + "\n", {"2: 257"}},
        {"items", kItems + "MUG," + std::string(1001, 'x') + ",contents,x,each\n", {"2: name"}},
        {"recipients", kRecipients + std::string(65, 'A') + ",Ana,x\n", {"2: recipient"}},
    });
}

TEST_P(BadFiles, Items)
{
    const std::string header =
        "sku,name,kind,category,unit,reorder_point,par_level,pack_size,lead_time_days,imprinted\n";
    expectAllBad(
        {{"items",
          kItems +
              "MUG,Mug,hat,x,each\nCUP,,contents,x,each\nJAR, ,contents,x,each\nTIN,Tin,,x,each\n",
          {"2: kind", "3: name", "4: name", "5: kind"}},
         {"items",
          header + "A,A,contents,,,-1,,,,\nB,B,contents,,,x,1.5,1e3,+1,yes\nC,C,contents,,,,,0,,"
                   "2\nD,D,contents,,,,1000000001,,,\n",
          {"2: reorder_point", "3: reorder_point", "3: par_level", "3: pack_size",
           "3: lead_time_days", "3: imprinted", "4: imprinted", "4: pack_size", "5: par_level"}},
         {"items", kItems + "HAT,Another cap,contents,,\n", {"2: sku"}},
         {"items", kItems + "MUG,Mug,contents,,\nMUG,Mug,packaging,,\n", {"3: sku"}}});
    for (const std::string& code : kBadCodes) {
        if (code.size() < 1000) {
            expectBadFile("items", kItems + cell(code) + ",New,contents,x,each\n", {"2: sku"});
            expectBadFile("recipients", kRecipients + cell(code) + ",New,x\n", {"2: recipient"});
        }
    }
}

TEST_P(BadFiles, RecipientsReceiptsAndBoxes)
{
    expectAllBad({
        {"recipients", kRecipients + "BEN,,x\nCAL, ,x\n", {"2: name", "3: name"}},
        {"recipients", "recipient,name,group,kind\nBEN,Ben,x,pet\n", {"2: kind"}},
        {"recipients", kRecipients + "ANA,Another Ana,\n", {"2: recipient"}},
        {"receipts",
         kReceipts + "2025-03-02,MUG,1,1.00,R\n2025-03-02,HAT,1,-1.00,S\n2025-03-02,HAT,1,1.00,"
                     "\n9999-12-31,HAT,1,1.00,T\n2025-02-28,HAT,1,1.00,U\n",
         {"2: sku", "3: total_cost", "4: reference", "5: received_on", "6: received_on"}},
        {"receipts", kReceipts + "2025-03-01,HAT,9,50.00,INV-2\n", {"2: reference"}},
        {"receipts", kReceipts + "2025-03-02,HAT,1,92233720368547758.07,R\n", {"2: total_cost"}},
        {"receipts",
         "received_on,sku,units,total_cost,reference,source\n2025-03-02,HAT,1,1.00,R,theft\n",
         {"2: source"}},
        {"boxes",
         kBoxes + ",ANA,2025-03-02,,HAT,1\nB,BEN,2025-03-02,,HAT,1\nC,ANA,2025-03-02,,MUG,1\nD,ANA,"
                  "2025-03-02,,HAT,99\nE,ANA,2025-02-28,,HAT,1\nF,ANA,2025-03-02,2025-03-01,HAT,"
                  "1\nG,ANA,9999-12-31,,HAT,1\n",
         {"2: box", "3: recipient", "4: sku", "5: units", "6: packed_on", "7: given_on",
          "8: packed_on"}},
        {"boxes",
         kBoxes + "B,ANA,2025-03-02,,HAT,1\nB,BEN,2025-03-03,2025-03-03,HAT,1\n",
         {"3: recipient", "3: packed_on", "3: given_on"}},
        {"boxes",
         kBoxes + "B,ANA,2025-03-02,,HAT,1\nC,ANA,2025-03-02,,HAT,1\nB,ANA,2025-03-02,,HAT,1\n",
         {"4: box"}},
        {"boxes",
         "box,recipient,packed_on,given_on,sku,units,labor_minutes\nB,ANA,2025-03-02,,HAT,1,-1\nC,"
         "ANA,2025-03-02,,HAT,1,100001\nD,ANA,2025-03-02,,HAT,1,x\n",
         {"2: labor_minutes", "3: labor_minutes", "4: labor_minutes"}},
    });
}

TEST_P(BadFiles, AmountsDatesAndUnits)
{
    for (const std::string& amount : kBadAmounts) {
        expectBadFile("receipts", kReceipts + "2025-03-02,HAT,1," + cell(amount) + ",R\n",
                      {"2: total_cost"});
    }
    for (const std::string& units : kBadUnits) {
        expectBadFile("receipts", kReceipts + "2025-03-02,HAT," + cell(units) + ",1.00,R\n",
                      {"2: units"});
        expectBadFile("boxes", kBoxes + "B,ANA,2025-03-02,," + "HAT," + cell(units) + "\n",
                      {"2: units"});
    }
    for (const std::string& date : kBadDates) {
        expectBadFile("receipts", kReceipts + cell(date) + ",HAT,1,1.00,R\n", {"2: received_on"});
        if (!date.empty()) {
            expectBadFile("boxes", kBoxes + "B,ANA,2025-03-02," + cell(date) + ",HAT,1\n",
                          {"2: given_on"});
        }
    }
}

TEST_P(BadFiles, EveryBadRowIsListedNotOnlyTheFirst)
{
    constexpr int kRows = 6000; // more than one batch
    std::string receipts = kReceipts;
    std::string boxes = kBoxes;
    Texts badReceipts;
    Texts badBoxes;
    for (int i = 0; i < kRows; ++i) {
        const std::string line = std::to_string(i + 2);
        const bool bad = i % 3 == 0;
        receipts += "2025-03-02,HAT,1," + std::string(bad ? "1.005" : "1.00") + ",R-" + line + "\n";
        boxes += "B-" + line + ",ANA,2025-03-02,," + (bad ? "MUG" : "HAT") + ",1\n";
        if (bad) {
            badReceipts.push_back(line + ": total_cost");
            badBoxes.push_back(line + ": sku");
        }
    }
    expectBadFile("receipts", receipts, badReceipts);
    // The store has 19 caps; units in bad rows are not available to other rows either.
    writeFile(file("bad.csv"), boxes);
    const Ended ended = runs("import boxes bad.csv");
    EXPECT_TRUE(ended.isRefused("import.rejected")) << ended;
    // Nearly all rows are bad; only the first 2,000 are reported.
    EXPECT_EQ(std::ranges::count(ended.err, '\n'), 1 + 2000) << ended;
    expectNothingChanged(ended);
}

TEST_P(BadFiles, NoFileAtAll)
{
    std::filesystem::create_directory(file("folder"));
    for (const char* name : {"missing.csv", "folder", "folder/missing.csv", "", "bad\nname.csv"}) {
        expectRefused({"import", "items", name}, {"file.unreadable"});
    }
    const Ended input = runs({"import", "items", "-"}, kItems + "MUG,Mug,hat,,\n");
    EXPECT_TRUE(input.isRefused("import.rejected") &&
                input.err.starts_with("standard input:2: kind: "))
        << input;
    expectNothingChanged(input);
}

TEST_P(BadFiles, GoodOnesHaveAnyOfTheseForms)
{
    for (const std::string& text :
         {kItems + "MUG,Mug,contents,x,each\n", kMark + kItems + "MUG,Mug,contents,x,each\n",
          kItems + "MUG,Mug,contents,x,each",
          std::string("sku,name,kind,category,unit\r\nMUG,Mug,contents,x,each\r\n"),
          std::string("unit,kind,name,sku,category\neach,contents,Mug,MUG,\n"),
          kItems + "\nMUG,\"A mug,\nlarge \"\"12\"\"\",contents,x,each\n\n\n",
          "\"sku\",\"name\",kind,category,unit\n\"MUG\",\"A " + kMark + "Mug\",contents,,\n"}) {
        expectGoodFile("items", text, "1");
    }
    expectGoodFile("items", kItems, "0");
    expectGoodFile("items", kMark + "sku,name,kind,category,unit", "0");
    expectGoodFile("items", kItems + "MUG," + std::string(1000, 'x') + ",contents,x,each\n", "1");
}

GIFTBOX_ON_BOTH_ENGINES(BadFiles);

} // namespace
} // namespace giftbox::tests::bad_files_test
