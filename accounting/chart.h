#pragma once

#include "books/books.h"

#include <optional>
#include <string>
#include <vector>

namespace giftbox::accounting {

inline constexpr std::int64_t kMostChartAccounts = 20'000;

/// The accounts of the store's own ledger, as they were uploaded last.
struct Chart {
    std::int64_t event = 0;
    std::int64_t accounts = 0;
    std::string actor;
    foundation::Instant uploadedAt = {};
};

struct ChartAccount {
    std::int64_t line = 0; ///< counted from 1, without those that were left out
    std::string account;
    std::string name; ///< may be empty

    bool operator==(const ChartAccount&) const = default;
};

std::optional<Chart> currentChart(const books::ReadTransaction& tx);
/// Those behind a line, at most so many, in the order of the file; none without a chart.
std::vector<ChartAccount> chartAccounts(const books::ReadTransaction& tx, std::int64_t after,
                                        std::int64_t most);
/// The account in the chart; none if it is not there, or there is no chart.
std::optional<ChartAccount> findInChart(const books::ReadTransaction& tx,
                                        const std::string& account);
/// Those of the accounts that the chart lacks, each once, sorted; none without a chart.
std::vector<std::string> notInChart(const books::ReadTransaction& tx,
                                    std::vector<std::string> accounts);
/// Throws Refusal `journal.not_in_chart`, which names them, if the chart lacks any.
void requireInChart(const books::ReadTransaction& tx, const std::vector<std::string>& accounts);

/// Takes a file of accounts, one a row: the account, and in the second column its name; separated by commas,
/// semicolons or tabs. A row with the names of the columns, rows without an account and repeated accounts are left
/// out. It replaces the earlier chart; records nothing if it is the same. Throws Refusal `chart.empty`,
/// `chart.malformed`, `chart.too_many`, and `text.*` of an account or a name.
Chart setChart(books::WriteTransaction& tx, std::string_view file);

} // namespace giftbox::accounting
