#include "cli/command.h"
#include "tests/tidy/source_tree.h"

#include <gtest/gtest.h>

namespace giftbox::tidy::spending_test {
namespace {

// The program is about customers who love coming in. It must not record what they spend at the store.

/// The words in a name such as `labor_minutes` or `--labor-minutes`.
std::vector<std::string> wordsOf(const std::string& name)
{
    std::vector<std::string> words(1);
    for (const char c : name) {
        if (c == '_' || c == '-') {
            words.emplace_back();
        } else {
            words.back() += c;
        }
    }
    return words;
}

bool isOfSpending(const std::string& name)
{
    static const std::set<std::string> words = {
        "spend",    "spent",   "spending", "sale",   "sales",   "revenue", "turnover", "income",
        "profit",   "margin",  "invoice",  "paid",   "payment", "bill",    "billed",   "lifetime",
        "customer", "loyalty", "worth",    "wealth", "credit",  "visits",  "purchases"};
    return std::ranges::any_of(wordsOf(name),
                               [](const std::string& word) { return words.contains(word); });
}

/// The columns in migrations: `NAME TYPE` after CREATE TABLE or ADD COLUMN.
std::vector<std::string> columnsOf(const std::vector<SourceFile>& migrations)
{
    std::vector<std::string> columns;
    for (const SourceFile& file : migrations) {
        for (std::string line : linesOf(file.text)) {
            const std::size_t added = line.find(" ADD COLUMN ");
            line = added == std::string::npos ? line : "   " + line.substr(added + 11);
            if (line.starts_with("    ") && line.find(" CONSTRAINT ") == std::string::npos) {
                line = line.substr(4);
                columns.push_back(line.substr(0, line.find(' ')));
            }
        }
    }
    return columns;
}

TEST(TidySpending, NoColumnOfTheSchemaHoldsWhatACustomerSpends)
{
    const std::vector<std::string> columns = columnsOf(filesUnder({"data/migrations"}, {".sql"}));
    EXPECT_GE(columns.size(), 150U);
    EXPECT_TRUE(std::ranges::count(columns, "household") == 1);
    const std::set<std::string> ofSuppliers = {"bill_no", "billed_on"}; // what they bill the store
    for (const std::string& column : ofSuppliers) {
        EXPECT_GT(std::ranges::count(columns, column), 0) << column << " need not be allowed";
    }
    for (const std::string& column : columns) {
        EXPECT_TRUE(ofSuppliers.contains(column) || !isOfSpending(column)) << column;
    }
}

TEST(TidySpending, NoCommandAsksForWhatACustomerSpends)
{
    for (const cli::Command& command : cli::commandTable()) {
        for (const cli::Parameter& parameter : command.parameters) {
            EXPECT_FALSE(isOfSpending(parameter.name)) << command.path() << " " << parameter.name;
        }
    }
}

TEST(TidySpending, IsFoundWhereItWouldBe)
{
    const SourceFile bad{
        "data/migrations/0009_bad.sql",
        "CREATE TABLE x (\n    yearly_sales bigint NOT NULL,\n    CONSTRAINT "
        "paid_ck CHECK (1)\n);\nALTER TABLE y ADD COLUMN lifetime_value bigint;\n"};
    const std::vector<std::string> columns = columnsOf({bad});
    EXPECT_EQ(columns, (std::vector<std::string>{"yearly_sales", "lifetime_value"}));
    EXPECT_TRUE(std::ranges::all_of(columns, isOfSpending));
}

} // namespace
} // namespace giftbox::tidy::spending_test
