#include "exchange/run_workbook.h"
#include "exchange/workbook/sheet.h"
#include "exchange/workbook/workbook.h"
#include "tests/support/program.h"
#include "tests/support/store_fixture.h"

#include <filesystem>
#include <regex>

namespace giftbox::tests::workbook_test {
namespace {

using exchange::csvOfSheet;
using exchange::dateStyles;
using exchange::SheetParts;
using exchange::WorkbookError;

/// The refusal that the work throws.
template <class Work>
Refusal refused(Work&& work)
{
    try {
        work();
    } catch (const Refusal& refusal) {
        return refusal;
    }
    throw std::logic_error("nothing was refused");
}

std::string sheet(const std::string& rows)
{
    return "<worksheet><sheetData>" + rows + "</sheetData></worksheet>";
}

TEST(Workbook, IsReadByItsOwnProgram)
{
    const std::string folder = GIFTBOX_SOURCE_DIR "/tests/fuzz/corpus/workbook/";
    const std::string bytes = readFile(folder + "dates-and-strings.xlsx");
    ASSERT_TRUE(exchange::isWorkbook(bytes));
    EXPECT_EQ(exchange::csvOf(bytes, "x.xlsx"),
              "Item,Qty,Unit Price,Date,Invoice\r\n\r\nCap with logo,100,35.2,2026-11-03,R-1");
    const Refusal refusal = refused([&] { exchange::csvOf("PK\x03\x04rest", "x.xlsx"); });
    EXPECT_EQ(
        refusal.sentence(),
        "x.xlsx is a workbook that cannot be read: The file is not a workbook, or is damaged. "
        "Save the sheet as CSV.");
    EXPECT_EQ(refused([&] { exchange::csvOf(bytes.substr(0, bytes.size() / 2), "x.xlsx"); }).code(),
              "import.workbook");
}

TEST(Workbook, IsReadWithoutNetworkFilesAndMuchOfTheMachine)
{
    const std::string reader =
        std::filesystem::path(GIFTBOX_PROGRAM).replace_filename("giftbox-workbook");
    // The reader waits for its input meanwhile, and is shut in before it reads any.
    const Ended ended =
        run({.words = {"bash", "-c",
                       "coproc READER { exec \"$0\"; }\n"
                       "for _ in {1..200}; do\n"
                       "  grep -q '^Seccomp:.*2' /proc/$READER_PID/status && break\n"
                       "  sleep 0.05\n"
                       "done\n"
                       "grep -E '^(Seccomp|NoNewPrivs):' /proc/$READER_PID/status\n"
                       "grep -E '^Max (cpu|address|core|open)' "
                       "/proc/$READER_PID/limits\n",
                       reader}});
    const std::string said = std::regex_replace(ended.out, std::regex("[ \t]+"), " ");
    for (const char* const line :
         {"Seccomp: 2", "NoNewPrivs: 1", "Max cpu time 20 20", "Max core file size 0 0",
          "Max open files 3 3", "Max address space 1073741824 1073741824"}) {
        EXPECT_NE(said.find(line), std::string::npos) << line << " in\n" << said;
    }
}

TEST(Workbook, HasTheValuesThatTheSpreadsheetKept)
{
    const SheetParts parts{.strings = {"shared"}, .dates = {false, true}};
    const auto cell = [&](const std::string& xml) {
        return csvOfSheet(sheet("<row>" + xml + "</row>"), parts);
    };
    EXPECT_EQ(cell("<c t=\"s\"><v>0</v></c>"), "shared");
    EXPECT_EQ(cell("<c t=\"s\"><v>9</v></c><c><v>1</v></c>"), ",1");
    EXPECT_EQ(cell("<c t=\"inlineStr\"><is><r><t>two </t></r><r><t>parts</t></r></is></c>"),
              "two parts");
    EXPECT_EQ(cell("<c t=\"str\"><f>1+1</f><v>kept</v></c>"), "kept");
    EXPECT_EQ(cell("<c><f>1+1</f><v>2</v></c>"), "2");
    EXPECT_EQ(cell("<c t=\"e\"><v>#REF!</v></c>"), "#REF!");
    EXPECT_EQ(cell("<c t=\"b\"><v>1</v></c>"), "1");
    EXPECT_EQ(cell("<c t=\"inlineStr\"><is><t>a\nb</t></is></c>"), "a b");
    EXPECT_EQ(cell("<c><v>35.200000000000003</v></c>"), "35.2");
    EXPECT_EQ(cell("<c><v>1051.2</v></c>"), "1051.2");
    EXPECT_EQ(cell("<c><v>1.0000000000000001E-2</v></c>"), "0.01");
    EXPECT_EQ(cell("<c><v>6381392801995066</v></c>"), "6381392801995066");
    EXPECT_EQ(cell("<c s=\"1\"><v>46329</v></c>"), "2026-11-03");
    EXPECT_EQ(cell("<c s=\"1\"><v>46329.75</v></c>"), "2026-11-03");
    EXPECT_EQ(cell("<c s=\"1\"><v>1</v></c>"), "1900-01-01");
    EXPECT_EQ(cell("<c s=\"1\"><v>61</v></c>"), "1900-03-01");
    EXPECT_EQ(cell("<c s=\"1\"><v>-3</v></c>"), "-3");
    EXPECT_EQ(csvOfSheet(sheet("<row><c s=\"0\"><v>44867</v></c></row>"),
                         {.dates = {true}, .isSince1904 = true}),
              "2026-11-03");
}

TEST(Workbook, KeepsRowsOnTheirLinesAndCellsInTheirColumns)
{
    EXPECT_EQ(csvOfSheet(sheet("<row r=\"2\"><c r=\"B2\"><v>1</v></c><c r=\"D2\"><v>2</v></c></row>"
                               "<row r=\"5\"><c r=\"A5\"><v>3</v></c></row>"),
                         {}),
              "\r\n,1,,2\r\n\r\n\r\n3");
}

TEST(Workbook, WritesARowInsideARowOnALineOfItsOwn)
{
    EXPECT_EQ(csvOfSheet(sheet("<row r=\"1\"><row r=\"2\"><c t=\"str\"><v>a, b</v></c></row>"
                               "<c t=\"str\"><v>c</v></c></row><row r=\"3\"><c><v>2</v></c></row>"),
                         {}),
              "\r\n\"a, b\"\r\nc\r\n2");
}

TEST(Workbook, KnowsFormatsOfDates)
{
    EXPECT_EQ(dateStyles("<s><numFmts><numFmt numFmtId=\"164\" formatCode=\"dd/mm/yyyy\"/>"
                         "<numFmt numFmtId=\"165\" formatCode=\"0.00 &quot;days&quot;\"/>"
                         "<numFmt numFmtId=\"166\" formatCode=\"[Red]0.00\"/></numFmts>"
                         "<cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs>"
                         "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"164\"/>"
                         "<xf numFmtId=\"165\"/><xf numFmtId=\"166\"/><xf/></cellXfs></s>"),
              (std::vector<bool>{false, true, true, false, false, false}));
}

TEST(Workbook, RefusesXmlThatIsDamagedOrDeclaresEntities)
{
    EXPECT_THROW(csvOfSheet("<a><b></a>", {}), WorkbookError);
    EXPECT_THROW(csvOfSheet("", {}), WorkbookError);
    EXPECT_THROW(csvOfSheet("<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>", {}), WorkbookError);
}

} // namespace
} // namespace giftbox::tests::workbook_test
