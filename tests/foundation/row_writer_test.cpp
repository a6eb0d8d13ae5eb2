#include "foundation/row_writer.h"

#include "foundation/csv.h"

#include <gtest/gtest.h>

#include <limits>
#include <sstream>
#include <stdexcept>

namespace giftbox::foundation::row_writer_test {
namespace {

const Currency kUsd{.code = "USD", .exponent = 2};
const Currency kJpy{.code = "JPY", .exponent = 0};

const std::vector<Column> kColumns = {
    {.name = "name", .title = "Name", .type = ColumnType::Text},
    {.name = "sku", .title = "SKU", .type = ColumnType::Code},
    {.name = "units", .title = "Units", .type = ColumnType::Integer},
    {.name = "cost", .title = "Cost", .type = ColumnType::Amount},
    {.name = "moved_on", .title = "Date", .type = ColumnType::Date},
};

/// Collects the output of a writer.
struct Catcher {
    std::string text;
    std::vector<std::size_t> pieces;

    Sink sink()
    {
        return [this](std::string_view piece) {
            text += piece;
            pieces.push_back(piece.size());
        };
    }
};

void writeMugs(RowWriter& writer)
{
    writer.begin(kColumns);
    writer.text("Mug, \"blue\"");
    writer.code("MUG-01");
    writer.integer(-5);
    writer.amount(Money{123456789});
    writer.date(Date(20261122));
    writer.endRow();
    writer.text("Hat");
    writer.code("HAT");
    writer.empty();
    writer.amount(Money{-5});
    writer.empty();
    writer.endRow();
    writer.end();
}

std::string asCsv(std::string_view text, Guard guard)
{
    Catcher catcher;
    const auto writer = makeCsvWriter(catcher.sink(), kUsd, guard);
    writer->begin(kColumns);
    writer->text(text);
    writer->code(text);
    writer->integer(1);
    writer->amount(Money{1});
    writer->month(Month(202611));
    writer->endRow();
    writer->end();
    return catcher.text.substr(catcher.text.find("\r\n") + 2);
}

std::string asJson(std::string_view text)
{
    const std::vector<Column> columns = {
        {.name = "note", .title = "Note", .type = ColumnType::Text}};
    Catcher catcher;
    const auto writer = makeJsonWriter(catcher.sink(), kUsd);
    writer->begin(columns);
    writer->text(text);
    writer->endRow();
    writer->end();
    return catcher.text;
}

std::string asTable(std::span<const Column> columns, const Currency& currency, Ink ink, auto write)
{
    Catcher catcher;
    const auto writer = makeTableWriter(catcher.sink(), currency, ink);
    writer->begin(columns);
    write(*writer);
    writer->end();
    return catcher.text;
}

TEST(CsvWriter, WritesHeaderAndRowsWithCrLf)
{
    Catcher catcher;
    writeMugs(*makeCsvWriter(catcher.sink(), kUsd, Guard::On));
    EXPECT_EQ(catcher.text, "name,sku,units,cost,moved_on\r\n"
                            "\"Mug, \"\"blue\"\"\",MUG-01,-5,1234567.89,2026-11-22\r\n"
                            "Hat,HAT,,-0.05,\r\n");
}

TEST(CsvWriter, WritesTheMarksOfACountry)
{
    Catcher catcher;
    const auto writer =
        makeCsvWriter(catcher.sink(), kUsd, Guard::On, {.separator = ';', .decimalMark = ','});
    writeMugs(*writer);
    EXPECT_EQ(catcher.text, "name;sku;units;cost;moved_on\r\n"
                            "\"Mug, \"\"blue\"\"\";MUG-01;-5;1234567,89;2026-11-22\r\n"
                            "Hat;HAT;;-0,05;\r\n");
    catcher.text.clear();
    std::string cell;
    appendCsvCell(cell, "a;b", ';');
    appendCsvCell(cell, "a;b");
    EXPECT_EQ(cell, "\"a;b\"a;b");
}

TEST(CsvWriter, WritesOnlyTheHeaderWithoutRows)
{
    Catcher catcher;
    const auto writer = makeCsvWriter(catcher.sink(), kUsd, Guard::On);
    writer->begin(kColumns);
    writer->end();
    EXPECT_EQ(catcher.text, "name,sku,units,cost,moved_on\r\n");
}

TEST(CsvWriter, GuardsTextAndNothingElse)
{
    EXPECT_EQ(asCsv("=1+1", Guard::On), "'=1+1,=1+1,1,0.01,2026-11\r\n");
    EXPECT_EQ(asCsv("-5", Guard::On), "'-5,-5,1,0.01,2026-11\r\n");
    EXPECT_EQ(asCsv("=1+1", Guard::Off), "=1+1,=1+1,1,0.01,2026-11\r\n");
}

TEST(CsvWriter, LetsAnEmptyCellAloneInItsRowBeReadBack)
{
    const std::vector<Column> columns = {
        {.name = "note", .title = "Note", .type = ColumnType::Text}};
    Catcher catcher;
    const auto writer = makeCsvWriter(catcher.sink(), kUsd, Guard::On);
    writer->begin(columns);
    writer->empty();
    writer->endRow();
    writer->text("");
    writer->endRow();
    writer->end();
    EXPECT_EQ(catcher.text, "note\r\n\"\"\r\n\"\"\r\n");
}

TEST(CsvWriter, WritesTheEndsOfTheIntegerRange)
{
    const std::vector<Column> columns = {{.name = "n", .title = "N", .type = ColumnType::Integer}};
    Catcher catcher;
    const auto writer = makeCsvWriter(catcher.sink(), kUsd, Guard::On);
    writer->begin(columns);
    writer->integer(std::numeric_limits<std::int64_t>::min());
    writer->endRow();
    writer->integer(std::numeric_limits<std::int64_t>::max());
    writer->endRow();
    writer->end();
    EXPECT_EQ(catcher.text, "n\r\n-9223372036854775808\r\n9223372036854775807\r\n");
}

TEST(CsvWriter, PassesOutputOnInPiecesAsRowsCome)
{
    Catcher catcher;
    const auto writer = makeCsvWriter(catcher.sink(), kUsd, Guard::On);
    writer->begin(kColumns);
    for (int i = 0; i < 10'000; ++i) {
        writer->text("Water bottle, steel");
        writer->code("BOT-01");
        writer->integer(i);
        writer->amount(Money{i});
        writer->date(Date(20261122));
        writer->endRow();
    }
    EXPECT_GE(catcher.pieces.size(), 5U);
    writer->end();
    for (const std::size_t size : catcher.pieces) {
        EXPECT_LE(size, 65U * 1024U);
    }
    std::istringstream in(catcher.text);
    CsvReader reader(in, "out.csv");
    std::int64_t records = 0;
    while (reader.next()) {
        ASSERT_EQ(reader.problem(), std::nullopt);
        ASSERT_EQ(reader.size(), kColumns.size());
        ++records;
    }
    EXPECT_EQ(records, 10'001);
}

TEST(CsvWriter, StopsWhenTheSinkThrows)
{
    const auto writer =
        makeCsvWriter([](std::string_view) { throw std::runtime_error("gone"); }, kUsd, Guard::On);
    writer->begin({});
    EXPECT_THROW(writer->end(), std::runtime_error);
}

TEST(JsonWriter, WritesOneObjectALine)
{
    Catcher catcher;
    writeMugs(*makeJsonWriter(catcher.sink(), kUsd));
    EXPECT_EQ(
        catcher.text,
        "[\n"
        "{\"name\":\"Mug, \\\"blue\\\"\",\"sku\":\"MUG-01\",\"units\":-5,\"cost\":\"1234567.89\","
        "\"moved_on\":\"2026-11-22\"},\n"
        "{\"name\":\"Hat\",\"sku\":\"HAT\",\"units\":null,\"cost\":\"-0.05\",\"moved_on\":null}\n"
        "]\n");
}

TEST(JsonWriter, WritesAnEmptyArrayWithoutRows)
{
    Catcher catcher;
    const auto writer = makeJsonWriter(catcher.sink(), kUsd);
    writer->begin(kColumns);
    writer->end();
    EXPECT_EQ(catcher.text, "[\n]\n");
}

TEST(JsonWriter, EscapesQuotesBackslashesAndControlCharacters)
{
    EXPECT_EQ(asJson("a\"b\\c"), "[\n{\"note\":\"a\\\"b\\\\c\"}\n]\n");
    EXPECT_EQ(asJson("\n\r\t"), "[\n{\"note\":\"\\u000a\\u000d\\u0009\"}\n]\n");
    EXPECT_EQ(asJson(std::string_view("\0\x01\x1F", 3)),
              "[\n{\"note\":\"\\u0000\\u0001\\u001f\"}\n]\n");
    EXPECT_EQ(asJson("Zo\u00EB / \U0001F381"), "[\n{\"note\":\"Zo\u00EB / \U0001F381\"}\n]\n");
    EXPECT_EQ(asJson("=1+1"), "[\n{\"note\":\"=1+1\"}\n]\n");
}

TEST(JsonWriter, PassesOutputOnInPiecesAsRowsCome)
{
    Catcher catcher;
    const auto writer = makeJsonWriter(catcher.sink(), kUsd);
    writer->begin(std::span(kColumns).first(1));
    for (int i = 0; i < 10'000; ++i) {
        writer->text("Water bottle, steel");
        writer->endRow();
    }
    EXPECT_GE(catcher.pieces.size(), 4U);
    writer->end();
    EXPECT_TRUE(catcher.text.ends_with("\"}\n]\n"));
}

TEST(TableWriter, AlignsNumbersToTheRightAndTheRestToTheLeft)
{
    const std::string table = asTable(kColumns, kUsd, Ink::Plain, [](RowWriter& writer) {
        writer.text("Key chain");
        writer.code("KEY-1");
        writer.integer(1200);
        writer.amount(Money{123456789});
        writer.date(Date(20261122));
        writer.endRow();
        writer.text("Hat");
        writer.code("HAT");
        writer.integer(-3);
        writer.amount(Money{-5});
        writer.month(Month(202611));
        writer.endRow();
    });
    EXPECT_EQ(table, "Name       SKU    Units          Cost  Date\n"
                     "─────────  ─────  ─────  ────────────  ──────────\n"
                     "Key chain  KEY-1   1200  1,234,567.89  2026-11-22\n"
                     "Hat        HAT       -3         -0.05  2026-11\n");
}

TEST(TableWriter, LeavesNoTrailingBlanks)
{
    const std::string table = asTable(kColumns, kUsd, Ink::Plain, [](RowWriter& writer) {
        writer.text("Hat");
        writer.code("HAT-0001");
        writer.empty();
        writer.empty();
        writer.empty();
        writer.endRow();
        for (int i = 0; i < 5; ++i) {
            writer.empty();
        }
        writer.endRow();
    });
    EXPECT_EQ(table, "Name  SKU       Units  Cost  Date\n"
                     "────  ────────  ─────  ────  ────\n"
                     "Hat   HAT-0001\n"
                     "\n");
}

TEST(TableWriter, PrintsTitlesAndRuleWithoutRows)
{
    EXPECT_EQ(asTable(kColumns, kUsd, Ink::Plain, [](RowWriter&) {}),
              "Name  SKU  Units  Cost  Date\n"
              "────  ───  ─────  ────  ────\n");
}

TEST(TableWriter, GroupsAmountsByThousands)
{
    const std::vector<Column> columns = {
        {.name = "cost", .title = "Cost", .type = ColumnType::Amount}};
    const auto grouped = [&](std::int64_t minor, const Currency& currency) {
        const std::string table = asTable(columns, currency, Ink::Plain, [&](RowWriter& writer) {
            writer.amount(Money{minor});
            writer.endRow();
        });
        const std::string line = table.substr(table.find('\n', table.find('\n') + 1) + 1);
        return line.substr(line.find_first_not_of(' '));
    };
    EXPECT_EQ(grouped(99999, kUsd), "999.99\n");
    EXPECT_EQ(grouped(100000, kUsd), "1,000.00\n");
    EXPECT_EQ(grouped(-99999, kUsd), "-999.99\n");
    EXPECT_EQ(grouped(-100000, kUsd), "-1,000.00\n");
    EXPECT_EQ(grouped(999, kJpy), "999\n");
    EXPECT_EQ(grouped(1000000, kJpy), "1,000,000\n");
    EXPECT_EQ(grouped(std::numeric_limits<std::int64_t>::min(), kUsd),
              "-92,233,720,368,547,758.08\n");
}

TEST(TableWriter, AlignsByDisplayWidthAndShowsControlCharacters)
{
    const std::string table =
        asTable(std::span(kColumns).first(2), kUsd, Ink::Plain, [](RowWriter& writer) {
            writer.text("\u65E5\u672C\u8A9E");
            writer.code("A");
            writer.endRow();
            writer.text("Zoe\u0308");
            writer.code("B");
            writer.endRow();
            writer.text("x\x1B[2J");
            writer.code("C");
            writer.endRow();
        });
    EXPECT_EQ(table, "Name    SKU\n"
                     "──────  ───\n"
                     "\u65E5\u672C\u8A9E  A\n"
                     "Zoe\u0308     B\n"
                     "x\u241B[2J   C\n");
}

TEST(TableWriter, PutsTitlesInBoldWhenInkIsAllowed)
{
    EXPECT_EQ(asTable(std::span(kColumns).first(1), kUsd, Ink::Color, [](RowWriter&) {}),
              "\x1B[1mName\x1B[0m\n────\n");
}

TEST(RowWriter, ChecksThatRowsAreComplete)
{
    const auto incomplete = [](RowWriter& writer) {
        writer.begin(kColumns);
        writer.text("only one");
        writer.endRow();
    };
    const auto ignore = [](std::string_view) {};
    EXPECT_THROW(incomplete(*makeCsvWriter(ignore, kUsd, Guard::On)), std::logic_error);
    EXPECT_THROW(incomplete(*makeJsonWriter(ignore, kUsd)), std::logic_error);
    EXPECT_THROW(incomplete(*makeTableWriter(ignore, kUsd, Ink::Plain)), std::logic_error);
}

} // namespace
} // namespace giftbox::foundation::row_writer_test
