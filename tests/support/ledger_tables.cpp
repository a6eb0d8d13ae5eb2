#include "tests/support/ledger_tables.h"

#include "accounting/journal/code_page.h"
#include "foundation/csv.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>

namespace giftbox::tests {

const std::vector<LedgerTable>& ledgerTables()
{
    static const std::vector<LedgerTable> tables = {
        {"neutral", ',', {"entry", "date"}, "debit", "credit", {}},
        {"quickbooks-online",
         ',',
         {"JournalNo", "JournalDate"},
         "Debits",
         "Credits",
         {{"JournalNo", 21}}},
        {"xero", ',', {"*Narration", "*Date"}, "*Amount", "", {{"*AccountCode", 10}}},
        {"gnucash", ',', {"Transaction ID", "Date"}, "Amount", "", {}},
        {"sage-50-us",
         ',',
         {"Reference", "Date"},
         "Amount",
         "",
         {{"Reference", 20}, {"G/L Account", 15}, {"Description", 160}}},
        {"netsuite", ',', {"External ID", "Date"}, "Debit", "Credit", {}},
        {"fec", '\t', {"EcritureNum", "EcritureDate"}, "Debit", "Credit", {}}};
    return tables;
}

std::vector<std::map<std::string, std::string>> rowsOf(const std::string& text, char separator)
{
    std::istringstream in(text);
    foundation::CsvReader reader(in, "file", separator);
    std::vector<std::string> names;
    std::vector<std::map<std::string, std::string>> rows;
    while (reader.next()) {
        EXPECT_FALSE(reader.problem());
        if (names.empty()) {
            for (std::size_t i = 0; i < reader.size(); ++i) {
                names.emplace_back(reader.cell(i));
            }
            continue;
        }
        EXPECT_EQ(reader.size(), names.size());
        auto& row = rows.emplace_back();
        for (std::size_t i = 0; i < names.size(); ++i) {
            row[names[i]] = std::string(reader.cell(i));
        }
    }
    return rows;
}

std::int64_t minorOf(std::string text)
{
    std::ranges::replace(text, ',', '.');
    return text.empty() ? 0 : foundation::parseMoney(text, foundation::currencyOf("USD")).minor;
}

PrintedSums printedSums(const LedgerTable& table, const std::string& text)
{
    PrintedSums sums;
    for (const auto& row : rowsOf(text, table.separator)) {
        std::string entry;
        for (const std::string& name : table.entry) {
            EXPECT_FALSE(row.at(name).empty()) << table.layout << " " << name;
            entry += row.at(name) + "|";
        }
        const std::int64_t amount = minorOf(row.at(table.debit)) -
                                    (table.credit.empty() ? 0 : minorOf(row.at(table.credit)));
        sums.entries[entry] += amount;
        sums.debits += std::max<std::int64_t>(amount, 0);
        for (const auto& [name, most] : table.longest) {
            EXPECT_LE(accounting::charactersIn(row.at(name)), most) << table.layout;
        }
    }
    return sums;
}

} // namespace giftbox::tests
