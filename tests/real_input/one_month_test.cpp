#include "tests/support/program.h"
#include "tests/support/raw_database.h"
#include "tests/support/store_fixture.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>

// One month of real sales, treated as a gift program: December 2010 from the data set Online Retail (UCI, CC BY 4.0).
// Another program computed the expected results, which are next to the files.

namespace giftbox::tests::one_month_test {
namespace {

std::string sharedFolder()
{
    const char* shared = std::getenv("GIFTBOX_SHARED");
    const std::string folder = shared == nullptr ? GIFTBOX_SOURCE_DIR "/../shared" : shared;
    return folder + "/data/online-retail/program-2010-12";
}

/// The value of a key that occurs once in the JSON text, without quotes.
std::string valueOf(const std::string& json, const std::string& key)
{
    const auto at = json.find("\"" + key + "\":");
    EXPECT_NE(at, std::string::npos) << key << " in " << json;
    const auto begin = json.find_first_not_of(" \"", at + key.size() + 3);
    return json.substr(begin, json.find_first_of("\",}\n", begin) - begin);
}

std::int64_t cents(const std::string& amount)
{
    std::string digits = amount;
    std::erase(digits, '.');
    return std::stoll(digits);
}

std::string amountOf(std::int64_t cents)
{
    const std::string rest = std::to_string(100 + cents % 100).substr(1);
    return std::to_string(cents / 100) + "." + rest;
}

std::int64_t sumOf(const CsvRows& rows, const std::string& column)
{
    std::int64_t sum = 0;
    for (const auto& row : rows) {
        sum += column == "units" ? std::stoll(row.at(column)) : cents(row.at(column));
    }
    return sum;
}

class OneMonth : public ProgramFixture {
protected:
    void SetUp() override
    {
        if (!std::filesystem::exists(sharedFolder())) {
            GTEST_SKIP() << "there is no " << sharedFolder()
                         << ", so nothing is known about real input; GIFTBOX_SHARED names the "
                            "folder that has it";
        }
        ProgramFixture::SetUp();
    }

    static inline const std::string kInit =
        "init --name Shop --currency GBP --labor-rate 24.00 --labor-minutes 15";

    void openStore() const { does(kInit); }
    /// What the server does by itself within a minute of many new rows; until then it takes this store for another of
    /// the thousand small ones of other tests.
    void learnTheSizes() const
    {
        if (GetParam() == foundation::Engine::Postgresql) {
            RawDatabase(url()).execute("ANALYZE");
        }
    }

    static std::string given(const std::string& name)
    {
        return readFile(sharedFolder() + "/" + name);
    }

    /// The number of keys added from the file, and of those already present.
    std::pair<std::string, std::string> imported(const std::string& what,
                                                 const std::string& path) const
    {
        const CsvRows summary = rowsOfCsv(does({"import", what, path, "-O", "csv"}));
        EXPECT_EQ(summary.size(), 1U);
        return summary.empty() ? std::pair<std::string, std::string>()
                               : std::pair(summary[0].at("added"), summary[0].at("unchanged"));
    }

    void expectReport() const
    {
        const CsvRows expected = rowsOfCsv(given("expected-monthly.csv"));
        const CsvRows report = rowsOfCsv(does("report month --from 2010-12 --to 2010-12 -O csv"));
        ASSERT_EQ(report.size(), expected.size());
        for (std::size_t i = 0; i < expected.size(); ++i) {
            for (const auto& [column, value] : expected[i]) {
                EXPECT_EQ(report[i].at(column), value) << column;
            }
        }
    }

    void expectSummary() const
    {
        const std::string summary = given("expected-summary.json");
        const CsvRows boxes = rowsOfCsv(does("export boxes"));
        const CsvRows receipts = rowsOfCsv(does("export receipts"));
        const CsvRows stock = rowsOfCsv(does("export stock"));
        EXPECT_EQ(std::to_string(rowsOfCsv(does("export items")).size()),
                  valueOf(summary, "items"));
        EXPECT_EQ(std::to_string(rowsOfCsv(does("export recipients")).size()),
                  valueOf(summary, "recipients"));
        EXPECT_EQ(std::to_string(boxes.size()), valueOf(summary, "boxes"));
        EXPECT_EQ(std::to_string(rowsOfCsv(does("export box-lines")).size()),
                  valueOf(summary, "box_lines"));
        EXPECT_EQ(std::to_string(receipts.size()), valueOf(summary, "receipts"));
        EXPECT_EQ(amountOf(sumOf(receipts, "total_cost")), valueOf(summary, "received_cost"));
        EXPECT_EQ(std::to_string(sumOf(stock, "units")), valueOf(summary, "closing_units"));
        EXPECT_EQ(amountOf(sumOf(stock, "cost")), valueOf(summary, "closing_cost"));
        EXPECT_EQ(amountOf(sumOf(boxes, "total_cost")), valueOf(summary, "program_cost"));
        EXPECT_EQ(amountOf(sumOf(boxes, "contents_cost") + sumOf(boxes, "packaging_cost")),
                  valueOf(summary, "issued_cost"));
        const auto dearest = std::ranges::max_element(
            boxes, {}, [](const auto& box) { return cents(box.at("total_cost")); });
        ASSERT_NE(dearest, boxes.end());
        EXPECT_EQ(dearest->at("reference"), valueOf(summary, "box"));
        EXPECT_EQ(dearest->at("total_cost"), valueOf(summary, "total_cost"));
        // The cost of every movement is in the remaining stock.
        EXPECT_EQ(sumOf(rowsOfCsv(does("export movements")), "cost"), sumOf(stock, "cost"));
    }
};

TEST_P(OneMonth, AgreesToTheCentAndComesBackFromItsOwnFiles)
{
    openStore();
    const char* kinds[] = {"items", "recipients", "receipts", "boxes"};
    for (const char* what : kinds) {
        const std::string path = sharedFolder() + "/" + what + ".csv";
        const auto [added, unchanged] = imported(what, path);
        EXPECT_EQ(added, valueOf(given("expected-summary.json"), what));
        EXPECT_EQ(unchanged, "0");
    }
    learnTheSizes();
    expectReport();
    expectSummary();
    expectVerified();

    // Importing the same files again adds nothing.
    const std::string before = everything();
    for (const char* what : kinds) {
        const auto [added, unchanged] = imported(what, sharedFolder() + "/" + what + ".csv");
        EXPECT_EQ(added, "0");
        EXPECT_EQ(unchanged, valueOf(given("expected-summary.json"), what));
    }
    EXPECT_EQ(everything(), before);

    // Another store imports the exports of this one and is identical.
    const char* exports[] = {"items", "recipients", "receipts", "box-lines"};
    for (const char* what : exports) {
        does(std::string("export ") + what + " -o " + what + ".csv");
    }
    const std::string report = does("report month -O csv");
    const std::string stock = does("stock -O csv");
    useStore(newStoreCode());
    openStore();
    for (int i = 0; i < 4; ++i) {
        imported(kinds[i], std::string(exports[i]) + ".csv");
    }
    learnTheSizes();
    EXPECT_EQ(does("report month -O csv"), report);
    EXPECT_EQ(does("stock -O csv"), stock);
    for (const char* what : exports) {
        EXPECT_EQ(does(std::string("export ") + what), readFile(file(std::string(what) + ".csv")))
            << what;
    }
    expectReport();
    expectVerified();
}

TEST_P(OneMonth, ComesBackFromWhatAccountingTakesOut)
{
    openStore();
    for (const char* what : {"items", "recipients", "receipts", "boxes"}) {
        imported(what, sharedFolder() + "/" + what + ".csv");
    }
    expectComesBack(kInit);
}

GIFTBOX_ON_BOTH_ENGINES(OneMonth);

} // namespace
} // namespace giftbox::tests::one_month_test
