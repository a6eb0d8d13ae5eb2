#include "exchange/workbook/workbook.h"
#include "foundation/row_writer.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>

namespace giftbox::tests::xlsx_writer_test {
namespace {

using foundation::ColumnType;
using foundation::Money;
using foundation::RowWriter;

const std::vector<foundation::Column> kColumns = {
    {"sku", "SKU", ColumnType::Code},        {"name", "Name", ColumnType::Text},
    {"units", "Units", ColumnType::Integer}, {"cost", "Cost", ColumnType::Amount},
    {"day", "Day", ColumnType::Date},        {"month", "Month", ColumnType::Date}};

std::string workbookOf(const std::function<void(RowWriter&)>& write, int digits = 2)
{
    std::string bytes;
    const auto out = foundation::makeXlsxWriter([&](std::string_view piece) { bytes += piece; },
                                                {.code = "USD", .exponent = digits});
    write(*out);
    return bytes;
}

void writeRow(RowWriter& out, std::string_view sku, std::string_view name, std::int64_t units,
              std::int64_t cost)
{
    out.code(sku);
    out.text(name);
    out.integer(units);
    out.amount(Money{cost});
    out.date(foundation::parseDate("2026-11-30"));
    out.month(foundation::parseMonth("2026-10"));
    out.endRow();
}

TEST(XlsxWriter, WritesTitlesAndEachCellAsWhatItIs)
{
    const std::string bytes = workbookOf([](RowWriter& out) {
        out.begin(kColumns);
        writeRow(out, "00123", "=1+1", -3, -123'456'789'05);
        out.code("");
        for (int i = 1; i < 6; ++i) {
            out.empty();
        }
        out.endRow();
        writeRow(out, "4006381333931", "M\u00FCtze, \"rot\"", 0, 5);
        out.end();
    });
    EXPECT_EQ(exchange::csvOfWorkbook(bytes),
              "SKU,Name,Units,Cost,Day,Month\r\n"
              "00123,=1+1,-3,-123456789.05,2026-11-30,2026-10-01\r\n"
              "\r\n"
              "4006381333931,\"M\u00FCtze, \"\"rot\"\"\",0,0.05,2026-11-30,2026-10-01");
}

TEST(XlsxWriter, KeepsTheDigitsOfTheCurrencyAndNumbersThatNoSpreadsheetHolds)
{
    const auto rows = [](RowWriter& out) {
        out.begin(std::span(kColumns).subspan(2, 2));
        out.integer(9'007'199'254'740'993'000);
        out.amount(Money{1'234'567});
        out.endRow();
        out.end();
    };
    EXPECT_EQ(exchange::csvOfWorkbook(workbookOf(rows, 0)),
              "Units,Cost\r\n9007199254740993000,1234567");
    EXPECT_EQ(exchange::csvOfWorkbook(workbookOf(rows, 3)),
              "Units,Cost\r\n9007199254740993000,1234.567");
}

TEST(XlsxWriter, MakesTheSameBytesOfTheSameRows)
{
    const auto rows = [](RowWriter& out) {
        out.begin(kColumns);
        writeRow(out, "A", "B", 1, 2);
        out.end();
    };
    EXPECT_EQ(workbookOf(rows), workbookOf(rows));
}

TEST(XlsxWriter, ShortensWhatNoCellTakesWithASign)
{
    std::string text;
    for (int i = 0; i < 20'000; ++i) {
        text += "\u00FC"; // two bytes
    }
    const std::string bytes = workbookOf([&](RowWriter& out) {
        out.begin(std::span(kColumns).subspan(1, 1));
        out.text(text);
        out.endRow();
        out.end();
    });
    const std::string csv = exchange::csvOfWorkbook(bytes);
    EXPECT_TRUE(csv.ends_with("\u00FC\u2026")) << csv.substr(csv.size() - 20);
}

TEST(XlsxWriter, BeginsAnotherSheetWhereOneIsFull)
{
    const std::string bytes = workbookOf([](RowWriter& out) {
        out.begin(std::span(kColumns).subspan(2, 1));
        for (std::int64_t i = 1; i <= 1'048'576; ++i) {
            out.integer(i);
            out.endRow();
        }
        out.end();
    });
    EXPECT_NE(bytes.find("xl/worksheets/sheet2.xml"), std::string::npos);
    EXPECT_EQ(bytes.find("xl/worksheets/sheet3.xml"), std::string::npos);
}

TEST(XlsxWriter, LeavesNoFileBehindWhenItIsNotEnded)
{
    std::string folder = (std::filesystem::temp_directory_path() / "giftbox-test-XXXXXX").string();
    ASSERT_NE(mkdtemp(folder.data()), nullptr);
    ASSERT_EQ(setenv("TMPDIR", folder.c_str(), 1), 0);
    {
        const auto out = foundation::makeXlsxWriter([](std::string_view) { FAIL(); },
                                                    {.code = "USD", .exponent = 2});
        out->begin(kColumns);
        writeRow(*out, "A", "B", 1, 2);
        EXPECT_FALSE(std::filesystem::is_empty(folder));
    }
    EXPECT_TRUE(std::filesystem::is_empty(folder));
    unsetenv("TMPDIR");
    std::filesystem::remove_all(folder);
}

} // namespace
} // namespace giftbox::tests::xlsx_writer_test
