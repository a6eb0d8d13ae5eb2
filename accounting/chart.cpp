#include "accounting/chart.h"

#include "accounting/statements.h"
#include "books/code.h"
#include "books/journal_facts.h"
#include "foundation/csv.h"
#include "foundation/fold.h"
#include "foundation/json.h"

#include <algorithm>
#include <array>
#include <set>
#include <sstream>

namespace giftbox::accounting {

using books::ReadTransaction;
using foundation::Refusal;

namespace {

constexpr std::size_t kMostNamed = 12;

/// What programs write above the column of accounts.
constexpr std::array<std::string_view, 16> kHeadings = {
    "account",      "account no",     "account number", "account code", "account name", "accounts",
    "nominal code", "nominal number", "code",           "number",       "no",           "full name",
    "konto",        "kontonummer",    "compte",         "comptenum"};

char separatorOf(std::string_view file)
{
    const std::string_view first = file.substr(0, file.find('\n'));
    const auto count = [&](char sign) { return std::ranges::count(first, sign); };
    return count('\t') > 0 ? '\t' : count(';') > count(',') ? ';' : ',';
}

bool isHeading(std::string_view cell)
{
    return std::ranges::find(kHeadings, foundation::searchable(cell)) != kHeadings.end();
}

std::vector<ChartAccount> accountsIn(std::string_view file)
{
    std::istringstream in{std::string(file)};
    foundation::CsvReader reader(in, "chart", separatorOf(file));
    std::vector<ChartAccount> accounts;
    std::set<std::string> known;
    for (bool isFirst = true; reader.next(); isFirst = false) {
        if (reader.problem()) {
            throw Refusal("chart.malformed",
                          {{"line", reader.line()}, {"what", reader.problem()->sentence}});
        }
        const std::string account = foundation::entered(reader.cell(0));
        const std::string name = reader.size() > 1 ? foundation::entered(reader.cell(1)) : "";
        if (account.empty() || (isFirst && isHeading(account)) || !known.insert(account).second) {
            continue;
        }
        books::requireText(account, "the account", "file");
        if (!name.empty()) {
            books::requireText(name, "the name of the account", "file");
        }
        accounts.push_back({static_cast<std::int64_t>(accounts.size()) + 1, account, name});
        if (std::ssize(accounts) > kMostChartAccounts) {
            throw Refusal("chart.too_many", {{"most", kMostChartAccounts}});
        }
    }
    if (accounts.empty()) {
        throw Refusal("chart.empty");
    }
    return accounts;
}

std::int64_t lastChart(const ReadTransaction& tx)
{
    return tx.database().query(sql::LastChart{.storeId = tx.storeId()})->eventSeq;
}

void insertChart(books::WriteTransaction& tx, const std::vector<ChartAccount>& accounts)
{
    auto rows = sql::InsertChartAccounts::batch();
    for (const ChartAccount& one : accounts) {
        rows.add(one.line).add(std::string_view(one.account)).add(std::string_view(one.name));
    }
    tx.facts().add(books::facts::kChartAccount, rows, {});
    tx.database().executeForEach(
        sql::InsertChartAccounts{.storeId = tx.storeId(), .eventSeq = tx.event().value}, rows);
}

} // namespace

std::optional<Chart> currentChart(const ReadTransaction& tx)
{
    const std::int64_t event = lastChart(tx);
    if (event == 0) {
        return std::nullopt;
    }
    const auto made =
        tx.database().query(sql::ChartMade{.storeId = tx.storeId(), .eventSeq = event});
    return Chart{.event = event,
                 .accounts = made->accounts,
                 .actor = std::string(made->actor),
                 .uploadedAt = made->recordedAt};
}

std::vector<ChartAccount> chartAccounts(const ReadTransaction& tx, std::int64_t after,
                                        std::int64_t most)
{
    std::vector<ChartAccount> accounts;
    for (const auto& row : tx.database().query(sql::ChartAccounts{
             .storeId = tx.storeId(), .eventSeq = lastChart(tx), .after = after, .most = most})) {
        accounts.push_back({row.lineNo, std::string(row.account), std::string(row.name)});
    }
    return accounts;
}

std::optional<ChartAccount> findInChart(const ReadTransaction& tx, const std::string& account)
{
    const auto row = tx.database().query(
        sql::ChartAccount{.storeId = tx.storeId(), .eventSeq = lastChart(tx), .account = account});
    return row ? std::optional(ChartAccount{row->lineNo, account, std::string(row->name)})
               : std::nullopt;
}

std::vector<std::string> notInChart(const ReadTransaction& tx, std::vector<std::string> accounts)
{
    if (lastChart(tx) == 0) {
        return {};
    }
    std::ranges::sort(accounts);
    accounts.erase(std::unique(accounts.begin(), accounts.end()), accounts.end());
    std::erase_if(accounts,
                  [&](const std::string& one) { return findInChart(tx, one).has_value(); });
    return accounts;
}

void requireInChart(const ReadTransaction& tx, const std::vector<std::string>& accounts)
{
    const std::vector<std::string> unknown = notInChart(tx, accounts);
    if (unknown.empty()) {
        return;
    }
    std::string names;
    for (std::size_t i = 0; i < std::min(unknown.size(), kMostNamed); ++i) {
        names += (names.empty() ? "" : ", ") + unknown[i];
    }
    names += unknown.size() > kMostNamed ? ", ..." : "";
    throw Refusal("journal.not_in_chart",
                  {{"count", std::int64_t(unknown.size())}, {"accounts", names}});
}

Chart setChart(books::WriteTransaction& tx, std::string_view file)
{
    const std::vector<ChartAccount> accounts = accountsIn(file);
    if (chartAccounts(tx, 0, kMostChartAccounts) == accounts) {
        return currentChart(tx).value();
    }
    insertChart(tx, accounts);
    const auto count = static_cast<std::int64_t>(accounts.size());
    tx.record("journal.chart", "chart of accounts",
              foundation::JsonObject().add("accounts", count).text());
    return {.event = tx.event().value,
            .accounts = count,
            .actor = tx.actor().name,
            .uploadedAt = tx.actor().now};
}

} // namespace giftbox::accounting
