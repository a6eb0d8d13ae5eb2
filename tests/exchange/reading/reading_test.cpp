#include "exchange/read_fields.h"
#include "exchange/reading/answers.h"
#include "exchange/reading/guess.h"
#include "exchange/reading/mend.h"
#include "exchange/reading/read_table.h"
#include "tests/support/store_fixture.h"

#include <rapidcheck/gtest.h>

namespace giftbox::tests::reading_test {
namespace {

using namespace std::string_literals;
using exchange::Answers;
using exchange::Encoding;
using exchange::LeftOut;
using exchange::ReadFields;
using exchange::ReadHabits;
using exchange::Reading;

exchange::Reading readAs(const std::string& kind, const std::string& bytes,
                         const Answers& answers = {}, const ReadHabits& habits = {})
{
    return exchange::readTable(bytes, "x.csv", *exchange::readFieldsOf(kind), answers, habits);
}

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

std::string fieldOf(const Reading& reading, const std::string& column)
{
    for (const auto& one : reading.columns) {
        if (one.name == column) {
            return one.field;
        }
    }
    return "no such column";
}

std::string utf16(const std::string& text, bool isLittle, bool hasMark)
{
    std::string bytes = !hasMark ? "" : isLittle ? "\xFF\xFE" : "\xFE\xFF";
    for (const char c : text) {
        bytes += isLittle ? std::string{c, '\0'} : std::string{'\0', c};
    }
    return bytes;
}

TEST(Reading, RecognizesTheEncoding)
{
    const std::string table = "SKU,Name\nA,Cup\n";
    struct Case {
        std::string bytes;
        Encoding encoding;
    };
    const Case cases[] = {{table, Encoding::Utf8},
                          {"\xEF\xBB\xBF" + table, Encoding::Utf8},
                          {utf16(table, true, true), Encoding::Utf16Little},
                          {utf16(table, false, true), Encoding::Utf16Big},
                          {utf16(table, true, false), Encoding::Utf16Little},
                          {utf16(table, false, false), Encoding::Utf16Big},
                          {"SKU,Name\nA,Caf\xE9\n", Encoding::Windows1252},
                          {"SKU,Name\nA,Caf\xC3\xA9\n", Encoding::Utf8}};
    for (const Case& one : cases) {
        const Reading reading = readAs("items", one.bytes);
        EXPECT_EQ(*reading.used.encoding, one.encoding);
        EXPECT_EQ(reading.text.substr(0, 12), "sku,name\r\nA,") << reading.text;
    }
    EXPECT_NE(readAs("items", cases[6].bytes).text.find("Caf\xC3\xA9"), std::string::npos);
    EXPECT_EQ(exchange::decoded("\x80\x93", Encoding::Windows1252), "\xE2\x82\xAC\xE2\x80\x9C");
    EXPECT_EQ(exchange::decoded("\x3D\xD8\x00\xDE"s, Encoding::Utf16Little), "\xF0\x9F\x98\x80");
    EXPECT_EQ(exchange::decoded("\x3D\xD8\x41\x00\x42"s, Encoding::Utf16Little), "\xEF\xBF\xBD"
                                                                                 "A\xEF\xBF\xBD");
}

TEST(Reading, RecognizesTheSeparator)
{
    for (const char separator : exchange::kSeparators) {
        const std::string s(1, separator);
        const Reading reading = readAs("items", "SKU" + s + "Name\nA" + s + "\"Cup, a; b | c\"\n");
        EXPECT_EQ(*reading.used.separator, separator);
        EXPECT_EQ(reading.text, "sku,name\r\nA,\"Cup, a; b | c\"\r\n");
    }
}

TEST(Reading, KnowsTheNamesOfOtherPrograms)
{
    const Reading items = readAs("items", "Internal Reference,Display Name,HAZMAT,Reorder Level\n"
                                          "A,Cup,no,5\n");
    EXPECT_EQ(fieldOf(items, "Internal Reference"), "sku");
    EXPECT_EQ(fieldOf(items, "Display Name"), "name");
    EXPECT_EQ(fieldOf(items, "HAZMAT"), "");
    EXPECT_EQ(fieldOf(items, "Reorder Level"), "reorder_point");
    EXPECT_EQ(items.missing, std::vector<std::string>{"kind"});
    const Reading people =
        readAs("recipients", "CUSTOMER NUMBER ,Customer_Name,E-mail\n1,Ann,a@b.c\n");
    EXPECT_EQ(people.text, "recipient,name\r\n1,Ann\r\n");
    const Reading receipts =
        readAs("receipts", "Part No.,QTY,Unit Price,PO #\nA,2,1.50,77\n",
               {.values = {{"received_on", "2026-11-03"}, {"supplier", "Cap Works"}}});
    EXPECT_EQ(receipts.text, "received_on,sku,units,total_cost,reference,supplier\r\n"
                             "2026-11-03,A,2,3.00,77,Cap Works\r\n");
}

TEST(Reading, GuessesByContentWhatNoNameTells)
{
    const Reading people = readAs("recipients", "Who,Reach at\nAnn,ann@example.com\n");
    EXPECT_EQ(fieldOf(people, "Reach at"), "recipient");
    const Reading receipts = readAs("receipts", "SKU,Qty,Total,When,Ref\nA,1,2,17/9/2026,R1\n");
    EXPECT_EQ(fieldOf(receipts, "When"), "received_on");
    EXPECT_NE(receipts.text.find("2026-09-17"), std::string::npos);
    // A column whose cells cannot be what its name says is left out.
    EXPECT_EQ(fieldOf(readAs("items", "SKU,Name,Minimum\nA,Cup,few\n"), "Minimum"), "");
}

TEST(Reading, JoinsNamesAndLeavesThePlaceholderOfAVariantOut)
{
    EXPECT_NE(
        readAs("recipients", "Email,First Name,Last Name\na@b.c,Ann,Lee\n").text.find("Ann Lee"),
        std::string::npos);
    const Reading variants = readAs("items", "Handle,Title,Option1 Value,Variant SKU\n"
                                             "cap,Cap,Navy,C-1\ncap,,Red,C-2\ncap,,,\n"
                                             "cup,Cup,Default Title,C-3\n");
    EXPECT_EQ(variants.text, "sku,name\r\nC-1,Cap Navy\r\nC-2,Cap Red\r\n\r\nC-3,Cup\r\n");
    ASSERT_EQ(variants.leftOut.size(), 1U);
    EXPECT_EQ(variants.leftOut[0].why, LeftOut::Nothing);
}

TEST(Reading, NamesBlankRowsTotalsAndTextBelowTheTable)
{
    const Reading reading =
        readAs("items", "Item,Qty,Unit Price,Total\nCap,1,2.00,2.00\n,,,\n"
                        "Subtotal,,,2.00\nTax (10%),,,0.20\nGrand Total:,,,2.20\n\n"
                        "Thank you for your order.\n");
    EXPECT_EQ(reading.text, "sku,name\r\nCAP,Cap\r\n");
    EXPECT_EQ(reading.rowsLeftOut, 5);
    std::vector<std::pair<std::int64_t, LeftOut>> left;
    for (const auto& row : reading.leftOut) {
        left.emplace_back(row.line, row.why);
    }
    EXPECT_EQ(
        left,
        (std::vector<std::pair<std::int64_t, LeftOut>>{
            {4, LeftOut::Total}, {5, LeftOut::Total}, {6, LeftOut::Total}, {8, LeftOut::Note}}));
    // An item may be called so, if it has a code.
    EXPECT_EQ(readAs("items", "SKU,Name\nT,Total\n").text, "sku,name\r\nT,Total\r\n");
}

TEST(Reading, FindsTheLineOfNamesBelowATitle)
{
    const Reading reading =
        readAs("items", "Cap Works,,\nPrice list 2026,,\n\nSKU,Name,Price\nA,Cap,2\n");
    EXPECT_EQ(reading.headerLine, 4);
    EXPECT_EQ(reading.text, "sku,name\r\n\r\n\r\n\r\nA,Cap\r\n");
}

TEST(Reading, MakesACodeFromTheName)
{
    EXPECT_EQ(exchange::codeOf("Caf\xC3\xA9 mug, blue"), "CAFE-MUG-BLUE");
    EXPECT_EQ(exchange::codeOf("Caf\xC3\xA9 mug, blue"), exchange::codeOf("cafe  MUG blue"));
    EXPECT_TRUE(exchange::codeOf("\xE6\x97\xA5\xE6\x9C\xAC").starts_with("N-"));
    const std::string long1 = exchange::codeOf(std::string(80, 'a') + "1");
    EXPECT_NE(long1, exchange::codeOf(std::string(80, 'a') + "2"));
    EXPECT_LE(long1.size(), 64U);
    const std::string file = "SKU,Name\n,Cup\n";
    EXPECT_EQ(readAs("items", file).codesMade, 1);
    EXPECT_EQ(readAs("items", file, {.noCode = exchange::NoCode::LeaveOut}).text, "sku,name\r\n");
    EXPECT_EQ(readAs("items", file, {.noCode = exchange::NoCode::Refuse}).text,
              "sku,name\r\n,Cup\r\n");
    EXPECT_EQ(readAs("items", "SKU,Name\n#MUG 1,Cup\n").text, "sku,name\r\nMUG-1,Cup\r\n");
}

TEST(Reading, TakesAnItemByItsName)
{
    const ReadHabits habits{.codes = {{"cap with logo", "CAP"}}};
    EXPECT_EQ(readAs("receipts", "Item,Qty,Total\nCap with Logo,1,2\n", {}, habits).text,
              "sku,units,total_cost\r\nCAP,1,2\r\n");
}

TEST(Reading, TakesACostPerUnitAndATotal)
{
    const std::string file = "SKU,Qty,Cost,Total\nA,3,1.50,\nB,2,1.50,2.90\n";
    EXPECT_EQ(readAs("receipts", file).text, "sku,units,total_cost\r\nA,3,4.50\r\nB,2,2.90\r\n");
    EXPECT_EQ(readAs("receipts", "SKU,Qty,Total\nA,3,1.50\n", {.isUnitCost = true}).text,
              "sku,units,total_cost\r\nA,3,4.50\r\n");
}

TEST(Reading, NeverTakesInWhatPeopleSpent)
{
    for (const char* name : {"Total Spent", "Lifetime Value", "LTV", "Amount spent (USD)", "Umsatz",
                             "YTD Sales", "total_purchases", "Average Order Value"}) {
        const std::string file = "Email,Name,"s + name + "\na@b.c,Ann,100\n";
        const Reading reading = readAs("recipients", file);
        EXPECT_EQ(reading.columns[2].decided, exchange::Decided::Refused) << name;
        EXPECT_EQ(reading.text.find("100"), std::string::npos);
        const Refusal refusal = refused([&] {
            readAs("recipients", file, {.columns = {{name, "note"}}});
        });
        EXPECT_EQ(refusal.code(), "import.spending");
        EXPECT_NE(refusal.sentence().find(name), std::string::npos);
        // To leave it out is right.
        readAs("recipients", file, {.columns = {{name, ""}}});
    }
    EXPECT_FALSE(exchange::isOfSpending("Sales Price"));
    EXPECT_FALSE(exchange::isOfSpending("Name"));
}

TEST(Reading, RefusesAnswersAboutWhatIsNotThere)
{
    const std::string file = "SKU,Name\nA,Cup\n";
    EXPECT_EQ(refused([&] {
                  readAs("items", file, {.columns = {{"Colour", "size"}}});
              }).code(),
              "import.no_column");
    EXPECT_EQ(refused([&] {
                  readAs("items", file, {.columns = {{"Name", "colour"}}});
              }).code(),
              "import.no_field");
    EXPECT_EQ(refused([&] {
                  readAs("items", file, {.values = {{"colour", "red"}}});
              }).code(),
              "import.no_field");
    EXPECT_EQ(refused([&] { readAs("items", ""); }).code(), "import.no_table");
    EXPECT_EQ(refused([&] { readAs("items", "\n\n"); }).code(), "import.no_table");
}

TEST(Reading, KeepsAnswersAsJson)
{
    const Answers answers{.encoding = Encoding::Windows1252,
                          .separator = '\t',
                          .decimalMark = ',',
                          .dateOrder = exchange::DateOrder::DayFirst,
                          .noCode = exchange::NoCode::LeaveOut,
                          .columns = {{"Preis \"neu\"", ""}, {"Artikel", "name"}},
                          .values = {{"kind", "contents"}},
                          .isUnitCost = true,
                          .lines = {3, 17}};
    EXPECT_EQ(exchange::parseAnswers(exchange::toJson(answers)), answers);
    EXPECT_EQ(exchange::parseAnswers(exchange::toJson({})), Answers());
}

TEST(Reading, GivesMalformedRowsWithTheirLine)
{
    const Reading reading = readAs("items", "SKU,Name\nA,12\" plate\nB,Cup,1,2\nC,Cup\n");
    ASSERT_EQ(reading.faults.size(), 2U);
    EXPECT_EQ(reading.faults[0].line, 2);
    EXPECT_EQ(reading.faults[1].line, 3);
    EXPECT_EQ(reading.text, "sku,name\r\n\r\n\r\nC,Cup\r\n");
    EXPECT_EQ(
        exchange::rowsToMend("SKU;Name\nA;x\nB;y\n", *exchange::readFieldsOf("items"), {}, {3}),
        "\xEF\xBB\xBFSKU,Name\r\nB,y\r\n");
}

TEST(Reading, LeavesLinesOutOnRequest)
{
    EXPECT_EQ(readAs("items", "SKU,Name\nA,x\nB,y\n", {.lines = {2}}).text,
              "sku,name\r\n\r\nB,y\r\n");
}

// A table written with any separator, quotes and encoding is read back equal.
RC_GTEST_PROP(ReadingProperties, ReadsBackWhatAProgramWrote, ())
{
    const auto signs = rc::gen::element<std::string>("a", "Z", "7", ",", ";", "|", "\t", "\"", "\n",
                                                     " ", "\xC3\xA9", "$");
    const auto cell =
        rc::gen::map(rc::gen::container<std::vector<std::string>>(signs), [](auto all) {
            std::string text = "x";
            for (const auto& sign : all) {
                text += sign;
            }
            return text + "y";
        });
    const auto rows =
        *rc::gen::nonEmpty(rc::gen::container<std::vector<std::pair<std::string, std::string>>>(
            rc::gen::pair(cell, cell)));
    const char separator = *rc::gen::elementOf(std::string(exchange::kSeparators));
    const auto encoding = *rc::gen::element(Encoding::Utf8, Encoding::Utf16Little,
                                            Encoding::Utf16Big, Encoding::Windows1252);
    std::string text = "SKU"s + separator + "Name" + separator + "Notes\r\n";
    std::string expected = "sku,name\r\n";
    const auto quoted = [](const std::string& one) {
        std::string out = "\"";
        for (const char c : one) {
            out += c == '"' ? "\"\"" : std::string(1, c);
        }
        return out + "\"";
    };
    std::size_t number = 0;
    std::vector<std::string> names;
    for (const auto& [name, note] : rows) {
        text += "S" + std::to_string(++number) + separator + quoted(name) + separator +
                quoted(note) + "\r\n";
        names.push_back(name);
    }
    std::string bytes;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const bool isTwo = text[at] == '\xC3';
        const char low = isTwo ? '\xE9' : text[at];
        switch (encoding) {
        case Encoding::Utf8:
            bytes += text[at];
            continue;
        case Encoding::Utf16Little:
            bytes += bytes.empty() ? "\xFF\xFE" : "";
            bytes += std::string{low, '\0'};
            break;
        case Encoding::Utf16Big:
            bytes += bytes.empty() ? "\xFE\xFF" : "";
            bytes += std::string{'\0', low};
            break;
        case Encoding::Windows1252:
            bytes += low;
            break;
        }
        at += isTwo ? 1 : 0;
    }
    const Reading reading = readAs("items", bytes);
    RC_ASSERT(*reading.used.separator == separator);
    std::vector<std::string> read;
    std::int64_t line = 1;
    exchange::visitRows(reading.text, ',', [&](const exchange::TableRow& row) {
        if (row.line > 1) {
            read.push_back(row.cells.at(1));
            RC_ASSERT(row.line > line);
            line = row.line;
        }
        return true;
    });
    RC_ASSERT(read == names);
}

} // namespace
} // namespace giftbox::tests::reading_test
