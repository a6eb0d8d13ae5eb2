#include "foundation/fold.h"
#include "tests/abuse/bad_input.h"

// Mistakes on the command line are refused and change nothing.

namespace giftbox::tests::bad_input_test {
namespace {

TEST_P(BadInput, AmountsOnTheCommandLine)
{
    for (const std::string& amount : kBadAmounts) {
        expectRefused({"receive", "HAT", "1", "--on", "2025-03-02", "--cost", amount},
                      {"money.malformed", "money.overflow"});
        expectRefused({"budget", "set", "--from", "2025-04", "--action", "stop", "--reason", "x",
                       "box.total", "--", amount},
                      {"money.malformed", "money.overflow"});
    }
    expectRefused({"receive", "HAT", "1", "--on", "2025-03-02", "--cost=-0.01"}, {"cost.negative"});
    expectRefused({"count", "HAT", "30", "--reason", "x", "--on", "2025-03-02", "--cost=-0.01"},
                  {"cost.negative"});
    // One amount fits; the month's total does not.
    expectRefused({"receive", "HAT", "1", "--on", "2025-03-02", "--cost", "92233720368547758.07"},
                  {"money.overflow"});
}

TEST_P(BadInput, DatesOnTheCommandLine)
{
    for (const std::string& date : kBadDates) {
        expectRefused({"receive", "HAT", "1", "--cost", "1.00", "--on", date}, {"date.malformed"});
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
        expectRefused({"report", "month", "--from", month}, {"month.malformed"});
        expectRefused({"budget", "set", "box.total", "1.00", "--action", "stop", "--reason", "x",
                       "--from", month},
                      {"month.malformed"});
    }
    expectRefused({"close", "2025-02"}, {"month.closed"});
    expectRefused({"close", "2025-04"}, {"month.out_of_order"});
    expectRefused({"close", "9999-12"}, {"month.not_over"});
    expectRefused({"report", "month", "--from", "2025-04", "--to", "2025-03"}, {"month.range"});
    for (const char* edge : {"1900-01", "9999-12"}) {
        EXPECT_NE(does({"report", "month", "-O", "csv", "--to", edge})
                      .find("\r\n" + std::string(edge) + ","),
                  std::string::npos);
        EXPECT_NE(does({"budget", "show", edge}).find("month.program"), std::string::npos);
    }
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
                       "--minutes", minutes},
                      {"number.malformed", "labor.negative"});
    }
    for (const char* minutes : {"-1", "100001", "9223372036854775807", "1.5", "x"}) {
        expectRefused({"init", "--name", "New", "--currency", "USD", "--store", "NEW",
                       "--labor-minutes", minutes},
                      {"number.malformed", "store.setting"});
    }
    for (const char* option : {"--reorder-point=-1", "--par-level=x", "--pack-size=0",
                               "--lead-time-days=1000000001", "--pack-size=1.5"}) {
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
        if (!foundation::entered(code).empty()) { // an empty code cannot be refused
            expectRefused({"init", "--name", "New", "--currency", "USD", "--store", code},
                          {"store.code_malformed"});
        }
        expectRefused({"receive", "--cost", "1.00", "--", code, "1"}, {"item.unknown"});
        expectRefused({"box", "pack", "--item", "HAT", "--on", "2025-03-02", "--for", code},
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
        expectRefused({"item", "add", "NEW", "--kind", "contents", "--name", text}, {code});
        expectRefused({"recipient", "add", "NEW", "--name", text}, {code});
        expectRefused({"write-off", "HAT", "1", "--on", "2025-03-02", "--reason", text}, {code});
        expectRefused({"box", "unpack", "1", "--on", "2025-03-02", "--reason", text}, {code});
        expectRefused({"budget", "set", "box.total", "1.00", "--from", "2025-04", "--action",
                       "stop", "--reason", text},
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
} // namespace giftbox::tests::bad_input_test
