#include "tests/support/program.h"
#include "tests/support/store_fixture.h"

#include <algorithm>
#include <sstream>

// What people and machines get wrong on the command line and in files: each is refused with the place, and changes nothing.

namespace giftbox::tests {
namespace {

using Texts = std::vector<std::string>;

const Texts kBadAmounts = {"",
                           " ",
                           "-",
                           ".",
                           "5.",
                           ".5",
                           "1.2.3",
                           "5.005",
                           "1,000.00",
                           "1.000,00",
                           "1 000",
                           "1'000",
                           "1_000",
                           "$5",
                           "5 USD",
                           "USD5",
                           "+5",
                           "--5",
                           "5-",
                           "(5)",
                           "1e3",
                           "0x10",
                           "1/2",
                           "12.5O",
                           "NaN",
                           "inf",
                           " 5",
                           "5 ",
                           "5\t",
                           "5\n",
                           "\xC2\xA0"
                           "5",
                           "\xE2\x88\x92"
                           "5",
                           "\xD9\xA1\xD9\xA2",
                           "\xEF\xBC\x91\xEF\xBC\x92",
                           "five",
                           "92233720368547758.08",
                           "-92233720368547758.09",
                           "9223372036854775808",
                           "99999999999999999999999999"};
const Texts kBadDates = {"",
                         "2025",
                         "2025-03",
                         "2025-3-01",
                         "2025-03-1",
                         "20250301",
                         "2025/03/01",
                         "01.03.2025",
                         "03/01/2025",
                         "2025-02-29",
                         "2025-13-01",
                         "2025-00-10",
                         "2025-03-00",
                         "2025-03-32",
                         "2025-04-31",
                         "1899-12-31",
                         "0000-01-01",
                         "10000-01-01",
                         "-025-03-01",
                         " 2025-03-01",
                         "2025-03-01 ",
                         "2025-03-01T00:00",
                         "2025-03-O1",
                         "yesterday",
                         "\xEF\xBC\x92"
                         "025-03-01"};
const Texts kBadMonths = {"",        "2025",    "2025-1",  "2025-001",   "202503",
                          "2025-13", "2025-00", "1899-12", "2025-03-01", "Mar 2025",
                          "2025/03", "2025-0x", " 2025-03"};
const Texts kBadUnits = {"",
                         " ",
                         "0",
                         "-1",
                         "1.5",
                         "1.0",
                         "1e3",
                         "0x1",
                         "+1",
                         " 1",
                         "1 ",
                         "1,000",
                         "one",
                         "\xEF\xBC\x91",
                         "1000000001",
                         "9223372036854775807",
                         "9223372036854775808",
                         "-9223372036854775809",
                         "99999999999999999999"};
const Texts kBadCodes = {"",
                         " ",
                         "HAT 01",
                         " HAT",
                         "HAT ",
                         "H\xC3\x84T",
                         ".HAT",
                         "_HAT",
                         "/HAT",
                         "=HAT",
                         "@HAT",
                         "'HAT",
                         "\"HAT\"",
                         "HAT;DROP",
                         "HAT,1",
                         "HAT\t",
                         "HAT\nX",
                         "HAT\\",
                         "HAT*",
                         "\xEF\xBB\xBFHAT",
                         "\xE2\x80\xAEHAT",
                         std::string(65, 'A'),
                         std::string(70000, 'A')};

class BadInput : public ProgramFixture {
protected:
    void SetUp() override
    {
        ProgramFixture::SetUp();
        if (IsSkipped()) {
            return;
        }
        does({"init", "--name", "Test", "--currency", "USD", "--labor-rate", "24.00"});
        does("item add HAT --name Cap --kind contents");
        does("recipient add ANA --name Ana");
        does("receive HAT 10 --cost 50.00 --on 2025-02-01 --reference INV-1");
        does("close 2025-02");
        does("receive HAT 10 --cost 50.00 --on 2025-03-01 --reference INV-2");
        does("box pack --for ANA --item HAT --on 2025-03-01");
        rows_ = everyRow();
        told_ = everything();
    }

    void TearDown() override
    {
        if (!IsSkipped()) {
            EXPECT_EQ(everything(), told_);
            expectVerified();
        }
    }

    void expectNothingChanged(const Ended& ended) const { EXPECT_EQ(everyRow(), rows_) << ended; }

    /// Refused with one of the codes, on one line of standard error, and nothing has changed.
    void expectRefused(const Texts& words, const Texts& codes) const
    {
        const Ended ended = runs(words);
        const bool refused = std::ranges::any_of(
            codes, [&](const std::string& code) { return ended.isRefused(code); });
        EXPECT_TRUE(refused) << "expected to be refused with " << codes.front() << ended;
        EXPECT_EQ(ended.out, "") << ended;
        EXPECT_EQ(std::ranges::count(ended.err, '\n'), 1) << ended;
        expectNothingChanged(ended);
    }

    /// `import` refuses the file with these places, each `LINE: COLUMN`, and no others.
    void expectBadFile(const std::string& what, const std::string& text, const Texts& places) const
    {
        writeFile(file("bad.csv"), text);
        const Ended ended = runs({"import", what, "bad.csv"});
        EXPECT_TRUE(ended.isRefused("import.rejected")) << ended;
        EXPECT_EQ(ended.out, "") << ended;
        EXPECT_EQ(placesIn(ended.err), places) << ended;
        expectNothingChanged(ended);
    }

    void expectGoodFile(const std::string& what, const std::string& text,
                        const std::string& added) const
    {
        writeFile(file("good.csv"), text);
        const Ended ended = runs({"import", what, "good.csv", "--dry-run", "-O", "csv"});
        EXPECT_TRUE(ended.done()) << ended;
        EXPECT_NE(ended.out.find("\r\ngood.csv," + added + ",0,0\r\n"), std::string::npos) << ended;
        expectNothingChanged(ended);
    }

private:
    static Texts placesIn(const std::string& err)
    {
        Texts places;
        std::istringstream in(err);
        for (std::string line; std::getline(in, line);) {
            if (!line.starts_with("giftbox: ")) {
                const auto number = line.find(':');
                const auto column = line.find(": ", number + 1);
                places.push_back(line.substr(number + 1, line.find(": ", column + 1) - number - 1));
            }
        }
        return places;
    }

    std::string rows_;
    std::string told_;
};

TEST_P(BadInput, AmountsOnTheCommandLine)
{
    for (const std::string& amount : kBadAmounts) {
        expectRefused({"receive", "HAT", "1", "--on", "2025-03-02", "--cost=" + amount},
                      {"money.malformed", "money.overflow"});
        expectRefused({"budget", "set", "--from", "2025-04", "--action", "stop", "--reason", "x",
                       "box.total", "--", amount},
                      {"money.malformed", "money.overflow"});
    }
    expectRefused({"receive", "HAT", "1", "--on", "2025-03-02", "--cost=-0.01"}, {"cost.negative"});
    expectRefused({"count", "HAT", "30", "--reason", "x", "--on", "2025-03-02", "--cost=-0.01"},
                  {"cost.negative"});
    // One of them may be kept; the month's sum may not be.
    expectRefused({"receive", "HAT", "1", "--on", "2025-03-02", "--cost", "92233720368547758.07"},
                  {"money.overflow"});
}

TEST_P(BadInput, DatesOnTheCommandLine)
{
    for (const std::string& date : kBadDates) {
        expectRefused({"receive", "HAT", "1", "--cost", "1.00", "--on=" + date},
                      {"date.malformed"});
    }
    for (const Texts& words :
         {Texts{"box", "give", "1"}, Texts{"box", "unpack", "1", "--reason", "x"},
          Texts{"write-off", "HAT", "1", "--reason", "x"},
          Texts{"count", "HAT", "1", "--reason", "x"},
          Texts{"box", "pack", "--for", "ANA", "--item", "HAT"}}) {
        for (const auto& [date, code] : {std::pair{"2025-02-29", "date.malformed"},
                                         {"9999-12-31", "date.in_future"},
                                         {"2025-02-28", "month.closed"}}) {
            Texts dated = words;
            dated.insert(dated.end(), {"--on", date});
            expectRefused(dated, {code});
        }
    }
    for (const char* option : {"--from=2025-02-29", "--to=soon"}) {
        expectRefused({"export", "movements", option}, {"date.malformed"});
    }
    expectRefused({"stock", "--as-of", "2025-02-29"}, {"date.malformed"});
}

TEST_P(BadInput, MonthsOnTheCommandLine)
{
    for (const std::string& month : kBadMonths) {
        expectRefused({"close", month}, {"month.malformed"});
        expectRefused({"report", "month", "--from=" + month}, {"month.malformed"});
        expectRefused({"budget", "set", "box.total", "1.00", "--action", "stop", "--reason", "x",
                       "--from=" + month},
                      {"month.malformed"});
    }
    expectRefused({"close", "2025-02"}, {"month.closed"});
    expectRefused({"close", "2025-04"}, {"month.out_of_order"});
    expectRefused({"close", "9999-12"}, {"month.not_over"});
    expectRefused({"report", "month", "--from", "2025-04", "--to", "2025-03"}, {"month.range"});
}

TEST_P(BadInput, UnitsAndMinutesOnTheCommandLine)
{
    for (const std::string& units : kBadUnits) {
        expectRefused({"receive", "HAT", "--cost", "1.00", "--on", "2025-03-02", "--", units},
                      {"number.malformed", "units.malformed"});
        expectRefused({"write-off", "HAT", "--reason", "x", "--on", "2025-03-02", "--", units},
                      {"number.malformed", "units.malformed"});
        expectRefused(
            {"box", "pack", "--for", "ANA", "--on", "2025-03-02", "--item", "HAT:" + units},
            {"number.malformed", "units.malformed"});
        if (units != "0") {
            expectRefused({"count", "HAT", "--reason", "x", "--on", "2025-03-02", "--", units},
                          {"number.malformed", "count.malformed"});
            expectRefused({"box", "show", "--", units}, {"number.malformed", "box.unknown"});
        }
    }
    for (const char* minutes : {"-1", "100001", "1.5", "x", ""}) {
        expectRefused({"box", "pack", "--for", "ANA", "--item", "HAT", "--on", "2025-03-02",
                       std::string("--minutes=") + minutes},
                      {"number.malformed", "labor.negative"});
    }
    for (const char* option : {"--reorder-level=-1", "--par-level=x", "--pack-size=0",
                               "--lead-days=1000000001", "--pack-size=1.5"}) {
        expectRefused({"item", "add", "NEW", "--name", "New", "--kind", "contents", option},
                      {"number.malformed", "item.level_malformed", "item.pack_size"});
    }
}

TEST_P(BadInput, CodesOnTheCommandLine)
{
    for (const std::string& code : kBadCodes) {
        expectRefused({"item", "add", "--name", "New", "--kind", "contents", "--", code},
                      {"item.sku_malformed"});
        expectRefused({"recipient", "add", "--name", "New", "--", code},
                      {"recipient.code_malformed"});
        expectRefused({"init", "--name", "New", "--currency", "USD", "--store=" + code},
                      {"store.code_malformed"});
        expectRefused({"receive", "--cost", "1.00", "--", code, "1"}, {"item.unknown"});
        expectRefused({"box", "pack", "--item", "HAT", "--on", "2025-03-02", "--for=" + code},
                      {"recipient.unknown"});
        expectRefused(
            {"box", "pack", "--for", "ANA", "--on", "2025-03-02", "--item=" + code + ":1"},
            {"item.unknown"});
    }
    expectRefused({"item", "add", "HAT", "--name", "Cap", "--kind", "contents"}, {"item.exists"});
    expectRefused({"recipient", "add", "ANA", "--name", "Ana"}, {"recipient.exists"});
    expectRefused({"item", "add", "NEW", "--name", "New", "--kind", "hat"}, {"item.kind_unknown"});
    expectRefused({"recipient", "add", "NEW", "--name", "New", "--kind", "pet"},
                  {"recipient.kind_unknown"});
    expectRefused(
        {"receive", "HAT", "1", "--cost", "1.00", "--on", "2025-03-02", "--source", "theft"},
        {"receipt.source_unknown"});
}

TEST_P(BadInput, WordsOnTheCommandLine)
{
    for (const auto& [text, code] : {std::pair{std::string(" \t\n"), "text.missing"},
                                     {"", "text.missing"},
                                     {"\xFF\xFE", "text.malformed"},
                                     {"half \xE2\x82", "text.malformed"},
                                     {"\xED\xA0\x80", "text.malformed"},
                                     {std::string(1001, 'x'), "text.too_long"}}) {
        expectRefused({"item", "add", "NEW", "--kind", "contents", "--name=" + text}, {code});
        expectRefused({"recipient", "add", "NEW", "--name=" + text}, {code});
        expectRefused({"write-off", "HAT", "1", "--on", "2025-03-02", "--reason=" + text}, {code});
        expectRefused({"box", "unpack", "1", "--on", "2025-03-02", "--reason=" + text}, {code});
        expectRefused({"budget", "set", "box.total", "1.00", "--from", "2025-04", "--action",
                       "stop", "--reason=" + text},
                      {code});
    }
    for (const std::string& text : {std::string("\xFF"), std::string(1001, 'x')}) {
        for (const char* option :
             {"--category=", "--unit=", "--size=", "--barcode=", "--supplier="}) {
            expectRefused({"item", "edit", "HAT", option + text},
                          {"text.malformed", "text.too_long"});
        }
        expectRefused(
            {"receive", "HAT", "1", "--cost", "1.00", "--on", "2025-03-02", "--reference=" + text},
            {"text.malformed", "text.too_long"});
        expectRefused(
            {"receive", "HAT", "1", "--cost", "1.00", "--on", "2025-03-02", "--supplier=" + text},
            {"text.malformed", "text.too_long"});
        expectRefused(
            {"receive", "HAT", "1", "--cost", "1.00", "--on", "2025-03-02", "--actor=" + text},
            {"text.malformed", "text.too_long"});
        expectRefused({"receive", "HAT", "1", "--cost", "1.00", "--on", "2025-03-02",
                       "--request-key=" + text},
                      {"text.malformed", "text.too_long"});
    }
}

GIFTBOX_ON_BOTH_ENGINES(BadInput);

} // namespace
} // namespace giftbox::tests
