#include "foundation/csv.h"
#include "foundation/fold.h"
#include "tests/support/program.h"
#include "tests/support/store_fixture.h"

#include <algorithm>
#include <map>
#include <sstream>

// Names and notes hold any text that people type. They are stored unchanged, leave JSON and CSV as they entered, and
// cannot attack a spreadsheet or a terminal.

namespace giftbox::tests::hostile_text_test {
namespace {

using Texts = std::vector<std::string>;

const Texts& hostileTexts()
{
    static const Texts all = {
        "<script>alert(1)</script>",
        "</td><img src=x onerror=\"alert('x')\">",
        "&amp; &lt; &#0;",
        "Robert'); DROP TABLE store; --",
        "\"quoted\" and 'quoted'",
        "\"",
        "\"\"\"",
        "'",
        "''",
        ",,,;;;",
        "a\\b\\n\\u0000\\x41%s%n%00",
        "{} [] null true \\",
        "${HOME} `id` $(id) :bind ?",
        "two\nlines",
        "two\r\nlines",
        "\nbegins and ends\n",
        "\r",
        "tab\there\vthere\fand\b\a",
        "\x1B[31mred\x1B[0m \x1B]0;title\x07",
        "\x01\x02\x1F\x7F",
        "\xC2\x85next line\xC2\x9B"
        "31m",
        "\xE2\x80\xA8line\xE2\x80\xA9paragraph",
        "\xD7\xA9\xD7\x9C\xD7\x95\xD7\x9D \xD8\xB3\xD9\x84\xD8\xA7\xD9\x85",
        "\xE2\x80\xAE"
        "evil\xE2\x80\xAC",
        "\xE2\x80\x8B\xC2\xA0\xE2\x80\x8F.",
        "a mark \xEF\xBB\xBF inside",
        "\xF0\x9F\x8E\x81 \xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x91\xA7 "
        "\xF0\x9F\x87\xA9\xF0\x9F\x87\xAA",
        "Z\xCC\xA1\xCC\xA2\xCC\xA7\xCC\xA8\xCC\xB4\xCD\x9C"
        "algo",
        "\xEF\xBF\xBF\xEF\xBF\xBD\xF4\x8F\xBF\xBF",
        "=cmd|' /C calc'!A0",
        "=1+1",
        "+1 555 0100",
        "-2+3",
        "@SUM(A1)",
        "\t=1+1",
        "\r=1+1",
        "\n=1+1",
        "'=x",
        "''=x",
        "'-1",
        "'plain",
        "\xEF\xBC\x9D"
        "1",
        "'\xEF\xBC\x8B"
        "1",
        "\xEF\xBC\x8D\xEF\xBC\xA0",
        " leading and trailing ",
        "NULL",
        "\\N",
        "0012",
        "1e5",
        "2025-03-01",
        std::string(1000, 'x'),
        std::string(500, '"') + std::string(500, '=')};
    return all;
}

std::string number(std::size_t i) { return std::to_string(100 + i); }

/// Names and references must not be blank.
std::string asName(const std::string& text)
{
    return text.find_first_not_of(" \t\r\n") == std::string::npos ? "blank" : text;
}

/// The column in every row of CSV.
Texts columnOfCsv(const std::string& csv, const std::string& name)
{
    std::istringstream in(csv);
    foundation::CsvReader reader(in, "result");
    EXPECT_TRUE(reader.next()) << csv;
    std::size_t column = 0;
    while (column < reader.size() && reader.cell(column) != name) {
        ++column;
    }
    Texts cells;
    while (reader.next()) {
        EXPECT_FALSE(reader.problem())
            << reader.problem().value_or(foundation::CsvProblem()).sentence << " in line "
            << reader.line() << " of " << csv;
        cells.emplace_back(reader.cell(column));
    }
    return cells;
}

/// The text of a JSON string after its opening quote; `at` moves past the closing one.
std::string jsonString(const std::string& json, std::size_t& at)
{
    const std::map<char, std::string> escapes = {{'n', "\n"},  {'r', "\r"}, {'t', "\t"},
                                                 {'b', "\b"},  {'f', "\f"}, {'"', "\""},
                                                 {'\\', "\\"}, {'/', "/"}};
    std::string text;
    while (json.at(at) != '"') {
        EXPECT_GE(static_cast<unsigned char>(json[at]), 0x20)
            << "raw control character in " << json;
        if (json[at] != '\\') {
            text += json[at++];
        } else if (json.at(at + 1) == 'u') {
            // Giftbox escapes only control characters; all other text is UTF-8.
            const int code = std::stoi(json.substr(at + 2, 4), nullptr, 16);
            EXPECT_LT(code, 0x80) << json;
            text += static_cast<char>(code);
            at += 6;
        } else {
            text += escapes.at(json[at + 1]);
            at += 2;
        }
    }
    ++at;
    return text;
}

/// The texts of the name in an array of objects, read without the program's code.
Texts columnOfJson(const std::string& json, const std::string& name)
{
    Texts cells;
    std::string key;
    for (std::size_t at = 0; at < json.size();) {
        if (json[at++] != '"') {
            continue;
        }
        const std::string text = jsonString(json, at);
        if (json.at(at) == ':') {
            key = text;
        } else if (key == name) {
            cells.push_back(text);
        }
    }
    return cells;
}

bool startsLikeAFormula(const std::string& cell)
{
    for (const char* sign : {"=", "+", "-", "@", "\t", "\r", "\n", "\xEF\xBC\x9D", "\xEF\xBC\x8B",
                             "\xEF\xBC\x8D", "\xEF\xBC\xA0"}) {
        if (cell.starts_with(sign)) {
            return true;
        }
    }
    return false;
}

/// The place of a raw control character in the text of a table: C0 except line ends, DEL, C1.
std::size_t rawControlIn(const std::string& text)
{
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        const bool c0 = (byte < 0x20 && text[i] != '\n') || byte == 0x7F;
        const bool c1 = i > 0 && text[i - 1] == '\xC2' && byte >= 0x80 && byte < 0xA0;
        if (c0 || c1) {
            return i;
        }
    }
    return std::string::npos;
}

/// Distinct even after trimming.
std::string keyOf(std::size_t i)
{
    const std::string name = asName(hostileTexts()[i]);
    return name.size() > 900 ? name : name + number(i);
}

class HostileText : public ProgramFixture {
protected:
    void SetUp() override
    {
        ProgramFixture::SetUp();
        if (IsSkipped()) {
            return;
        }
        does({"init", "--currency", "USD", "--name", "\x1B[2Jclear\nscreen\xC2\x9B"});
        does({"item", "add", "HAT", "--name", "Cap", "--kind", "contents"});
        does("recipient add ANA --name Ana");
    }

    /// Uses every text in every field of items, recipients, and receipts, and as the reason of a write-off. The first
    /// of each kind goes in by command, the others by unguarded files, as other programs write them.
    void typeAll()
    {
        std::string items = "sku,name,kind,category,unit,size,barcode,supplier\n";
        std::string recipients = "recipient,name,group,note\n";
        std::string receipts = "received_on,sku,units,total_cost,reference,supplier\n";
        std::string boxes = "box,recipient,packed_on,given_on,sku,units\n";
        for (std::size_t i = 0; i < hostileTexts().size(); ++i) {
            const std::string cell = unguardable(hostileTexts()[i]);
            const std::string name = unguardable(asName(hostileTexts()[i]));
            items += "S-" + number(i) + "," + name + ",contents," + cell + "," + cell + "," + cell +
                     "," + cell + "," + cell + "\n";
            recipients += "R-" + number(i) + "," + name + "," + cell + "," + cell + "\n";
            const std::string key = unguardable(keyOf(i));
            receipts += "2025-03-01,HAT,2,1.00," + key + "," + cell + "\n";
            boxes += key + ",ANA,2025-03-02,2025-03-03,HAT,1\n";
        }
        for (const auto& [what, text] : {std::pair{"items", items},
                                         {"recipients", recipients},
                                         {"receipts", receipts},
                                         {"boxes", boxes}}) {
            does({"import", what, "-"}, text);
        }
    }

    /// A cell that import reads as `text`: quoted, after the apostrophe that import removes.
    static std::string unguardable(const std::string& text)
    {
        std::string out = "\"";
        std::size_t first = text.find_first_not_of('\'');
        out += first != std::string::npos && startsLikeAFormula(text.substr(first)) ? "'" : "";
        for (const char c : text) {
            out += c == '"' ? "\"\"" : std::string(1, c);
        }
        return out + "\"";
    }
};

TEST_P(HostileText, TypedOnTheCommandLineComesOutAsItWentIn)
{
    const Texts& texts = hostileTexts();
    for (std::size_t i = 0; i < texts.size(); ++i) {
        if (texts[i].find_first_not_of("\r\n\t ") != std::string::npos) {
            does({"recipient", "add", "R-" + number(i), "--name=" + texts[i], "--group=" + texts[i],
                  "--note=" + texts[i], "--actor=" + texts[i]});
        } else {
            const Ended ended = runs({"recipient", "add", "R-" + number(i), "--name=" + texts[i]});
            EXPECT_TRUE(ended.isRefused("text.missing")) << ended;
            does({"recipient", "add", "R-" + number(i), "--name=x", "--group=" + texts[i],
                  "--note=" + texts[i]});
        }
    }
    const std::string json = does("recipient list -O json");
    const std::string raw = does("recipient list -O csv --raw");
    for (const char* column : {"group", "note"}) {
        Texts expected = {""}; // ANA
        std::ranges::transform(texts, std::back_inserter(expected), foundation::entered);
        EXPECT_EQ(columnOfJson(json, column), expected) << column;
        EXPECT_EQ(columnOfCsv(raw, column), expected) << column;
    }
    for (const std::string& cell : columnOfCsv(does("recipient list -O csv"), "note")) {
        EXPECT_FALSE(startsLikeAFormula(cell)) << cell;
    }
    expectVerified();
}

TEST_P(HostileText, ComesBackFromOwnFilesUnchanged)
{
    typeAll();
    const char* lists[] = {"item list", "recipient list", "box list"};
    const char* exports[] = {"items", "recipients", "receipts", "box-lines"};
    std::string told;
    for (const char* list : lists) {
        told += does(std::string(list) + " -O json");
    }
    std::vector<std::string> files;
    for (const char* what : exports) {
        files.push_back(does(std::string("export ") + what));
    }
    EXPECT_EQ(columnOfJson(does("item list -O json"), "category").size(),
              hostileTexts().size() + 1);
    useStore(newStoreCode());
    does("init --name Other --currency USD");
    std::string toldThere;
    for (std::size_t i = 0; i < files.size(); ++i) {
        const std::string what = exports[i] == std::string("box-lines") ? "boxes" : exports[i];
        does({"import", what, "-"}, files[i]);
        EXPECT_EQ(does(std::string("export ") + exports[i]), files[i]) << exports[i];
    }
    for (const char* list : lists) {
        toldThere += does(std::string(list) + " -O json");
    }
    EXPECT_EQ(toldThere, told);
    expectVerified();
}

TEST_P(HostileText, InFilesIsReadAsItIs)
{
    typeAll();
    const Texts& texts = hostileTexts();
    const std::string items = does("item list -O json");
    Texts expected = {""}; // HAT
    std::ranges::transform(texts, std::back_inserter(expected), foundation::entered);
    for (const char* column : {"category", "unit", "size", "barcode", "supplier"}) {
        EXPECT_EQ(columnOfJson(items, column), expected) << column;
    }
    EXPECT_EQ(columnOfJson(does("export receipts -O json"), "supplier"),
              Texts(expected.begin() + 1, expected.end()));
    Texts keys;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        keys.push_back(foundation::entered(keyOf(i)));
    }
    EXPECT_EQ(columnOfJson(does("box list -O json"), "reference"), keys);
}

TEST_P(HostileText, NeverReachesTheTerminalAsControlCharacters)
{
    typeAll();
    does({"write-off", "HAT", "1", "--on", "2025-03-02", "--reason",
          "\x1B[2J\r\n\x07 boom \xC2\x9B", "--actor", "\x1B]0;me\x07"});
    does({"budget", "set", "box.total", "1.00", "--from", "2025-04", "--action", "warn", "--reason",
          "\x1B[2J\nx"});
    does({"item", "edit", "HAT", "--reorder-point", "999", "--par-level", "9999", "--supplier",
          "\x1B[2J\nx"});
    for (const char* command :
         {"item list", "item show S-119", "recipient list", "recipient show R-118", "stock",
          "restock", "box list", "box show 14", "budget show --history", "report month 2025-03",
          "export movements -O table", "export receipts -O table", "close 2025-03"}) {
        const Ended ended = runs(command);
        EXPECT_TRUE(ended.done()) << ended;
        EXPECT_EQ(rawControlIn(ended.out), std::string::npos) << ended;
    }
    for (const Texts& words :
         {Texts{"item", "add", "\x1B[2J\n", "--name", "x", "--kind", "contents"},
          {"stock", "\x1B[2J\x07"},
          {"\x1B[2J"},
          {"box", "give", "\x1B"},
          {"stock", "-O", "\x1B"},
          {"import", "items", "\x1B[2J.csv"},
          {"import", "\x1B", "x"},
          {"stock", "-o", "\x1B/\n/x"},
          {"--store", "\x1B[2J", "stock"}}) {
        const Ended ended = runs(words);
        EXPECT_NE(ended.status, 0) << ended;
        EXPECT_EQ(rawControlIn(ended.err), std::string::npos) << ended;
        EXPECT_EQ(std::count(ended.err.begin(), ended.err.end(), '\n'), 1) << ended;
    }
}

TEST_P(HostileText, OfActorsAndReasonsIsGuardedInExports)
{
    does({"receive", "HAT", "3", "--cost", "1.00", "--on", "2025-03-01", "--reference", "@SUM(A1)",
          "--actor", "=1+1"});
    does({"write-off", "HAT", "1", "--on", "2025-03-02", "--reason", "-2", "--actor", "+49"});
    const std::string csv = does("export movements");
    EXPECT_EQ(columnOfCsv(csv, "actor"), (Texts{"'=1+1", "'+49"}));
    EXPECT_EQ(columnOfCsv(csv, "reason"), (Texts{"", "'-2"}));
    EXPECT_EQ(columnOfCsv(csv, "receipt"), (Texts{"'@SUM(A1)", ""}));
    // Amounts have no guard: a negative one stays a number.
    EXPECT_EQ(columnOfCsv(csv, "cost"), (Texts{"1.00", "-0.33"}));
    EXPECT_EQ(columnOfCsv(does("export movements --raw"), "actor"), (Texts{"=1+1", "+49"}));
}

GIFTBOX_ON_BOTH_ENGINES(HostileText);

} // namespace
} // namespace giftbox::tests::hostile_text_test
