#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace giftbox::tests {

/// What a ledger that reads tables asks of the columns: how an entry is known, its amounts, and the longest texts.
struct LedgerTable {
    const char* layout;
    char separator;
    std::vector<std::string> entry;
    std::string debit;  ///< or the only, signed amount
    std::string credit; ///< empty: none
    std::map<std::string, std::size_t> longest;
};
const std::vector<LedgerTable>& ledgerTables();

/// The rows of a CSV file, each by the names of its columns.
std::vector<std::map<std::string, std::string>> rowsOf(const std::string& text, char separator);
/// Of an amount in USD with a point or a comma; 0 of none.
std::int64_t minorOf(std::string text);

/// What a file adds up to as it is printed.
struct PrintedSums {
    std::map<std::string, std::int64_t> entries; ///< debits minus credits
    std::int64_t debits = 0;
};
/// Expects that each row names its entry and keeps to its lengths.
PrintedSums printedSums(const LedgerTable& table, const std::string& text);

} // namespace giftbox::tests
