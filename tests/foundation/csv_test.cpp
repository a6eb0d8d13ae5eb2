#include "foundation/csv.h"

#include "foundation/refusal.h"

#include <gtest/gtest.h>

#include <sstream>

namespace giftbox::foundation::csv_test {
namespace {

using namespace std::string_literals;

using Cells = std::vector<std::string>;

struct Record {
    std::int64_t line = 0;
    Cells cells;
    std::string problem{};

    bool operator==(const Record&) const = default;
};

std::ostream& operator<<(std::ostream& out, const Record& record)
{
    out << "line " << record.line << ':';
    for (const std::string& cell : record.cells) {
        out << " [" << cell << ']';
    }
    return out << (record.problem.empty() ? "" : " PROBLEM ") << record.problem;
}

std::vector<Record> read(const std::string& text)
{
    std::istringstream in(text);
    CsvReader reader(in, "items.csv");
    std::vector<Record> records;
    while (reader.next()) {
        Record record{.line = reader.line(), .cells = {}, .problem = {}};
        if (reader.problem()) {
            record.problem =
                std::to_string(reader.problem()->column) + ": " + reader.problem()->sentence;
        }
        for (std::size_t i = 0; i < reader.size(); ++i) {
            record.cells.emplace_back(reader.cell(i));
        }
        records.push_back(std::move(record));
    }
    EXPECT_FALSE(reader.next()) << "the end must last";
    EXPECT_EQ(reader.bytesRead(), static_cast<std::int64_t>(text.size()));
    return records;
}

/// The problem of the first record, after checking that the next record is read correctly.
std::string problemOf(const std::string& line)
{
    const std::vector<Record> records = read(line + "\nnext,row\n");
    EXPECT_EQ(records.size(), 2U) << line;
    EXPECT_EQ(records.back(), (Record{.line = 2, .cells = {"next", "row"}})) << line;
    return records.front().problem;
}

std::string writtenCell(std::string_view text)
{
    std::string out;
    appendCsvCell(out, text);
    return out;
}

TEST(CsvReader, ReadsRecordsAndTheirLines)
{
    const std::vector<Record> expected = {{.line = 1, .cells = {"sku", "name"}},
                                          {.line = 2, .cells = {"MUG-01", "Mug"}},
                                          {.line = 3, .cells = {"", ""}}};
    EXPECT_EQ(read("sku,name\r\nMUG-01,Mug\r\n,\r\n"), expected);
    EXPECT_EQ(read("sku,name\nMUG-01,Mug\n,\n"), expected);
    EXPECT_EQ(read("sku,name\nMUG-01,Mug\r\n,\n"), expected);
    EXPECT_EQ(read("sku,name\r\nMUG-01,Mug\n,"), expected);
}

TEST(CsvReader, FindsNothingInAnEmptyFile)
{
    EXPECT_EQ(read(""), std::vector<Record>{});
    EXPECT_EQ(read("\n"), std::vector<Record>{});
    EXPECT_EQ(read("\r\n\r\n\n"), std::vector<Record>{});
    EXPECT_EQ(read("\xEF\xBB\xBF"), std::vector<Record>{});
    EXPECT_EQ(read("\xEF\xBB\xBF\r\n"), std::vector<Record>{});
}

TEST(CsvReader, AcceptsAMissingLastLineEnd)
{
    EXPECT_EQ(read("a"), (std::vector<Record>{{.line = 1, .cells = {"a"}}}));
    EXPECT_EQ(read("a,b"), (std::vector<Record>{{.line = 1, .cells = {"a", "b"}}}));
    EXPECT_EQ(read("a,"), (std::vector<Record>{{.line = 1, .cells = {"a", ""}}}));
    EXPECT_EQ(read("\"a\""), (std::vector<Record>{{.line = 1, .cells = {"a"}}}));
    EXPECT_EQ(read("\"\""), (std::vector<Record>{{.line = 1, .cells = {""}}}));
}

TEST(CsvReader, SkipsEmptyLinesAndCountsThem)
{
    EXPECT_EQ(read("\n\r\na\n\n\r\nb\n\n"),
              (std::vector<Record>{{.line = 3, .cells = {"a"}}, {.line = 6, .cells = {"b"}}}));
    EXPECT_EQ(read(" \n\"\"\n"),
              (std::vector<Record>{{.line = 1, .cells = {" "}}, {.line = 2, .cells = {""}}}));
}

TEST(CsvReader, TakesAByteOrderMarkOffTheBeginningOnly)
{
    EXPECT_EQ(read("\xEF\xBB\xBFsku\nx\n"),
              (std::vector<Record>{{.line = 1, .cells = {"sku"}}, {.line = 2, .cells = {"x"}}}));
    EXPECT_EQ(read("\xEF\xBB\xBF\"sku\"\n"), (std::vector<Record>{{.line = 1, .cells = {"sku"}}}));
    EXPECT_EQ(read("a\n\xEF\xBB\xBF"
                   "b,\xEF\xBB\xBF\n"),
              (std::vector<Record>{{.line = 1, .cells = {"a"}},
                                   {.line = 2, .cells = {"\uFEFFb", "\uFEFF"}}}));
    EXPECT_EQ(read("\xEF\xBB\xBF\xEF\xBB\xBF"
                   "a"),
              (std::vector<Record>{{.line = 1, .cells = {"\uFEFFa"}}}));
}

TEST(CsvReader, TakesQuotesOff)
{
    EXPECT_EQ(read("\"a,b\",\"say \"\"hi\"\"\",\"\",\"\"\"\",c\n").front().cells,
              (Cells{"a,b", "say \"hi\"", "", "\"", "c"}));
    EXPECT_EQ(read("\" a \", b \n").front().cells, (Cells{" a ", " b "}));
    EXPECT_EQ(read("\"\"\"\"\"\"\"\",\"x\"\"\"\n").front().cells, (Cells{"\"\"\"", "x\""}));
}

TEST(CsvReader, KeepsLineEndsInsideQuotesAndTheLineNumbersRight)
{
    EXPECT_EQ(read("a,\"one\ntwo\r\nthree\rfour\"\nb,c\n\"\n\"\nd\n"),
              (std::vector<Record>{{.line = 1, .cells = {"a", "one\ntwo\r\nthree\rfour"}},
                                   {.line = 4, .cells = {"b", "c"}},
                                   {.line = 5, .cells = {"\n"}},
                                   {.line = 7, .cells = {"d"}}}));
}

TEST(CsvReader, ReportsAQuoteInsideAPlainCell)
{
    const std::string expected =
        "2: An unquoted cell contains a quote. Put the cell in quotes and double the quote.";
    EXPECT_EQ(problemOf("x,5\" pipe,y"), expected);
    EXPECT_EQ(problemOf("x, \"a\""), expected);
    EXPECT_EQ(problemOf("x,a\""), expected);
    EXPECT_EQ(read("x,5\" pipe,y\n").front().cells, (Cells{"x", "5\" pipe", "y"}));
}

TEST(CsvReader, ReportsTextAfterAClosingQuote)
{
    const std::string expected =
        "1: There is text after the closing quote. End the cell there with a comma or a line end.";
    EXPECT_EQ(problemOf("\"a\"b,c"), expected);
    EXPECT_EQ(problemOf("\"a\" ,c"), expected);
    EXPECT_EQ(problemOf("\"a\"b\"c\""), expected);
    EXPECT_EQ(problemOf("\"a\" \"b\""), expected);
    EXPECT_EQ(read("\"a\"b,c\n").front().cells, (Cells{"ab", "c"}));
}

TEST(CsvReader, ReportsAQuoteThatIsNeverClosed)
{
    EXPECT_EQ(
        read("a,b\nc,\"d\ne\n"),
        (std::vector<Record>{
            {.line = 1, .cells = {"a", "b"}},
            {.line = 2,
             .cells = {"c", "d\ne\n"},
             .problem = "2: The quote opened on line 2 is never closed. Add a closing quote."}}));
    EXPECT_EQ(read("\"").front().problem,
              "1: The quote opened on line 1 is never closed. Add a closing quote.");
    EXPECT_EQ(read("\"a\"\"").front().problem,
              "1: The quote opened on line 1 is never closed. Add a closing quote.");
    EXPECT_EQ(read("\"a\nb\",\"c").front().problem,
              "2: The quote opened on line 2 is never closed. Add a closing quote.");
}

TEST(CsvReader, ReportsInvalidUtf8WithItsColumn)
{
    const std::string expected = "2: The text is not valid UTF-8. Save the file as UTF-8.";
    EXPECT_EQ(problemOf("a,Jos\xE9,c"), expected);
    EXPECT_EQ(problemOf("\u00E9,\xED\xA0\x80"), expected);
    EXPECT_EQ(problemOf("a,\"\xC3\",\xA9"), expected);
    EXPECT_EQ(problemOf("a,\xC0\x80"), expected);
    EXPECT_EQ(problemOf("Jos\u00E9,\u65E5,\U0001F381"), "");
}

TEST(CsvReader, JudgesUtf8AfterQuotesAreTakenOut)
{
    EXPECT_EQ(problemOf("\"\u00E9\"\"\u00E9\"\"\",b"), "");
    EXPECT_EQ(problemOf("\"a\"\"\xF0\x9F\x98\",b"),
              "1: The text is not valid UTF-8. Save the file as UTF-8.");
    EXPECT_EQ(problemOf("\"\xC3\"\"\xA9\""),
              "1: The text is not valid UTF-8. Save the file as UTF-8.");
}

TEST(CsvReader, ReportsANul)
{
    EXPECT_EQ(problemOf("a,b\0c,d"s), "2: The cell has a NUL byte. Remove it.");
    EXPECT_EQ(problemOf("\"a\0b\",d"s), "1: The cell has a NUL byte. Remove it.");
    EXPECT_EQ(problemOf("\"a\"\0,d"s), "1: The cell has a NUL byte. Remove it.");
    EXPECT_EQ(problemOf("\0"s), "1: The cell has a NUL byte. Remove it.");
}

TEST(CsvReader, ReportsACarriageReturnAlone)
{
    const std::string expected =
        "1: A carriage return has no line feed. Use both, or put the cell in quotes.";
    EXPECT_EQ(problemOf("a\rb,c"), expected);
    EXPECT_EQ(problemOf("a\r\r"), expected);
    EXPECT_EQ(problemOf("\ra"), expected);
    EXPECT_EQ(problemOf("\r\r"), expected);
    EXPECT_EQ(problemOf("\"a\"\rb"), expected);
    EXPECT_EQ(read("a\r").front().problem, expected);
    EXPECT_EQ(read("\r").front().problem, expected);
    EXPECT_EQ(read("a,b\rc,d\re,f\r").size(), 1U);
    EXPECT_EQ(problemOf("\"a\rb\",c"), "");
}

TEST(CsvReader, ReportsTheFirstOfSeveralProblems)
{
    EXPECT_EQ(problemOf("a,b\"c,\"d\"e,\0"s),
              "2: An unquoted cell contains a quote. Put the cell in quotes and double the quote.");
}

TEST(CsvReader, AcceptsTheLongestCellAndReportsALongerOne)
{
    const std::string longest(CsvReader::kLongestCellBytes, 'x');
    const std::string expected =
        "2: The cell has more than 65536 bytes. Shorten it, or check for a missing quote.";
    EXPECT_EQ(problemOf("a," + longest + ",b"), "");
    EXPECT_EQ(problemOf("a,\"" + longest + "\",b"), "");
    EXPECT_EQ(problemOf("a," + longest + "x,b"), expected);
    EXPECT_EQ(problemOf("a,\"" + longest + "x\",b"), expected);
    EXPECT_EQ(read("a," + longest + ",\"" + longest + "\"\n").front().cells,
              (Cells{"a", longest, longest}));
}

TEST(CsvReader, PassesOverACellOfAMebibyteAndGoesOn)
{
    const std::string mebibyte(1024 * 1024, 'x');
    const std::string expected =
        "1: The cell has more than 65536 bytes. Shorten it, or check for a missing quote.";
    EXPECT_EQ(problemOf(mebibyte + ",b"), expected);
    EXPECT_EQ(problemOf("\"" + mebibyte + "\",b"), expected);
    const std::vector<Record> records = read("\"" + mebibyte + "\n\",b,\"c\"\"d\"\nnext\n");
    ASSERT_EQ(records.size(), 2U);
    EXPECT_EQ(records[0].cells.front().size(), CsvReader::kLongestCellBytes);
    EXPECT_EQ(records[0].cells[1], "b");
    EXPECT_EQ(records[0].cells[2], "c\"d");
    EXPECT_EQ(records[1], (Record{.line = 3, .cells = {"next"}}));
}

TEST(CsvReader, AcceptsAsManyColumnsAsAllowedAndReportsMore)
{
    const std::string most(CsvReader::kMostColumns - 1, ',');
    EXPECT_EQ(problemOf(most), "");
    EXPECT_EQ(problemOf("a" + most + ",b"), "257: The row has more than 256 columns. Remove some.");
    EXPECT_EQ(read(most + ",x\n").front().cells.size(), CsvReader::kMostColumns);
}

TEST(CsvReader, PassesOverTenThousandColumnsAndGoesOn)
{
    std::string line;
    for (int i = 0; i < 10'000; ++i) {
        line += i % 2 == 0 ? "cell," : "\"quoted \"\"cell\"\"\",";
    }
    EXPECT_EQ(problemOf(line), "257: The row has more than 256 columns. Remove some.");
    EXPECT_EQ(read(line).front().cells.at(255), "quoted \"cell\"");
}

TEST(CsvReader, ReadsTheSameWhereverABlockEnds)
{
    const std::string tail =
        "\"a \"\"b\"\"\r\nc\",\u00E9\U0001F381,\"\"\r\n\r\n\rx\"\ny\"\"z,\"\u20AC\"\"\n\",end";
    const std::vector<Record> expected = read("x\n" + tail);
    constexpr std::size_t kBlock = 64 * 1024;
    for (std::size_t before = kBlock - tail.size() - 4; before <= kBlock; ++before) {
        // long lines of filler, all within the cell limit
        const std::string filler =
            std::string(before / 2, 'f') + "," + std::string(before - before / 2 - 2, 'g');
        const std::vector<Record> records = read(filler + "\n" + tail);
        ASSERT_EQ(records.size(), expected.size()) << before;
        for (std::size_t i = 1; i < records.size(); ++i) {
            ASSERT_EQ(records[i], expected[i]) << before;
        }
    }
}

TEST(CsvReader, ReadsRecordsOfManyBlocks)
{
    const std::string cell(60'000, 'x');
    std::string line;
    for (int i = 0; i < 200; ++i) {
        line += (i > 0 ? ",\"" : "\"") + cell + "\"\"" + std::to_string(i) + "\"";
    }
    const std::vector<Record> records = read(line + "\r\n" + line);
    ASSERT_EQ(records.size(), 2U);
    for (const Record& record : records) {
        ASSERT_EQ(record.problem, "");
        ASSERT_EQ(record.cells.size(), 200U);
        for (std::size_t i = 0; i < record.cells.size(); ++i) {
            ASSERT_EQ(record.cells[i], cell + "\"" + std::to_string(i));
        }
    }
}

TEST(CsvReader, CountsTheBytesTakenSoFar)
{
    std::istringstream in("a\nb\n");
    CsvReader reader(in, "items.csv");
    EXPECT_EQ(reader.bytesRead(), 0);
    EXPECT_EQ(reader.fileName(), "items.csv");
    ASSERT_TRUE(reader.next());
    EXPECT_EQ(reader.bytesRead(), 4);
}

TEST(CsvReader, RefusesAStreamThatBreaks)
{
    struct BrokenBuffer : std::streambuf {
        std::streamsize xsgetn(char*, std::streamsize) override
        {
            throw std::runtime_error("disk");
        }
        int_type underflow() override { throw std::runtime_error("disk"); }
    };
    BrokenBuffer broken;
    std::istream in(&broken);
    CsvReader reader(in, "items.csv");
    try {
        reader.next();
        FAIL() << "no refusal";
    } catch (const Refusal& refusal) {
        EXPECT_EQ(refusal.code(), "file.unreadable");
        EXPECT_EQ(refusal.sentence(),
                  "Reading items.csv failed at byte 0. Check the disk, and import again.");
    }
}

TEST(AppendCsvCell, QuotesOnlyWhereItMust)
{
    const std::pair<std::string_view, std::string_view> cases[] = {
        {"", ""},
        {"plain", "plain"},
        {"two words", "two words"},
        {"tab\there", "tab\there"},
        {"Zo\u00EB", "Zo\u00EB"},
        {"'=1", "'=1"},
        {"a,b", "\"a,b\""},
        {"a\"b", "\"a\"\"b\""},
        {"\"", "\"\"\"\""},
        {"\"\"", "\"\"\"\"\"\""},
        {"a\nb", "\"a\nb\""},
        {"a\rb", "\"a\rb\""},
        {" a", "\" a\""},
        {"a ", "\"a \""},
        {" ", "\" \""},
    };
    for (const auto& [text, cell] : cases) {
        EXPECT_EQ(writtenCell(text), cell);
    }
}

TEST(AppendCsvCell, AppendsToWhatIsThere)
{
    std::string out = "a,";
    appendCsvCell(out, "b,c");
    EXPECT_EQ(out, "a,\"b,c\"");
}

TEST(Guarded, PutsAnApostropheBeforeWhatASpreadsheetWouldRun)
{
    for (const std::string text : {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r", "\n", "\uFF1D1",
                                   "\uFF0B1", "\uFF0D1", "\uFF20a", "'=1", "''-", "="}) {
        EXPECT_EQ(guarded(text), "'" + text);
        EXPECT_EQ(unguarded(guarded(text)), text);
    }
}

TEST(Guarded, LeavesOtherTextAlone)
{
    for (const std::string text :
         {"", "'", "''", "O'Neil", "'tis", "a=1", " =1", "5", "\uFF1E", "\xEF\xBC", "1-1"}) {
        EXPECT_EQ(guarded(text), text);
        EXPECT_EQ(unguarded(text), text);
    }
}

TEST(Unguarded, LeavesTextAloneThatGuardedCannotHaveMade)
{
    for (const std::string text : {"=1", "-5", "\uFF1D", "'a", "'"}) {
        EXPECT_EQ(unguarded(text), text);
    }
}

} // namespace
} // namespace giftbox::foundation::csv_test
