#include "tests/gifting/printed_journal.h"

#include "accounting/journal/print_layout.h"
#include "accounting/journal_facts.h"
#include "tests/support/ledger_tables.h"
#include "tests/support/program.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>
#include <unistd.h>

namespace giftbox::tests {

using accounting::JournalDetail;
using accounting::Layout;
using accounting::LedgerEntry;
using accounting::Recognition;

namespace {

struct PrintedMonth {
    foundation::Month month;
    Recognition recognition;
    JournalDetail detail;
};

std::string accountIn(const Layout& layout, accounting::JournalRole role)
{
    constexpr int kFirst = 1400;
    const std::string number = std::to_string(kFirst + static_cast<int>(role));
    return layout.account == accounting::AccountForm::Roots ? "Assets:R" + number : number;
}

std::vector<LedgerEntry> entriesOf(const books::ReadTransaction& tx, const PrintedMonth& of,
                                   const Layout& layout)
{
    std::vector<LedgerEntry> entries;
    accounting::Condenser condenser(of.detail, "GBT2606-1",
                                    [&](const LedgerEntry& entry) { entries.push_back(entry); });
    std::int64_t number = 0;
    accounting::eachEntry(tx, {.month = of.month}, of.recognition,
                          [&](const accounting::Entry& entry) {
                              LedgerEntry one{.number = ++number, .head = entry.head};
                              for (const accounting::Posting& posting : entry.lines) {
                                  one.lines.push_back({.role = posting.role,
                                                       .account = accountIn(layout, posting.role),
                                                       .amount = posting.amount});
                              }
                              condenser.add(one);
                          });
    condenser.finish();
    return entries;
}

std::string printedIn(const Layout& layout, foundation::Month month,
                      const std::vector<LedgerEntry>& entries)
{
    std::string text;
    accounting::LayoutPrinter printer(layout,
                                      {.key = "GBT2606-1",
                                       .month = month,
                                       .entity = "Test Motors Inc.",
                                       .store = "TEST",
                                       .currency = foundation::currencyOf("USD"),
                                       .made = "20260701093000"},
                                      0, [&](std::string_view bytes) { text += bytes; });
    std::set<std::string> accounts;
    for (const LedgerEntry& entry : entries) {
        for (const auto& line : entry.lines) {
            accounts.insert(line.account);
        }
    }
    const std::vector<std::string> all(accounts.begin(), accounts.end());
    printer.begin(all, all);
    for (const LedgerEntry& entry : entries) {
        printer.add(entry);
    }
    printer.finish();
    return text;
}

std::int64_t debitsOf(const std::vector<LedgerEntry>& entries)
{
    std::int64_t debits = 0;
    for (const LedgerEntry& entry : entries) {
        for (const auto& line : entry.lines) {
            debits += std::max<std::int64_t>(line.amount.minor, 0);
        }
    }
    return debits;
}

void expectBalanced(const std::string& layout, const std::string& text, std::int64_t debits)
{
    for (const LedgerTable& table : ledgerTables()) {
        if (layout == table.layout) {
            const PrintedSums sums = printedSums(table, text);
            EXPECT_EQ(sums.debits, debits) << layout;
            for (const auto& [entry, sum] : sums.entries) {
                EXPECT_EQ(sum, 0) << layout << " " << entry;
            }
        }
    }
}

/// hledger and ledger refuse a file with an entry that does not balance.
void expectReadBy(const std::string& layout, const std::string& text)
{
    if ((layout != "hledger" && layout != "ledger") || !run({.words = {"which", layout}}).done()) {
        return;
    }
    const auto path = std::filesystem::temp_directory_path() /
                      ("giftbox-printed-" + std::to_string(::getpid()) + ".journal");
    std::ofstream(path, std::ios::binary) << text;
    const Ended ended =
        layout == "hledger"
            ? run({.words = {"hledger", "-f", path.string(), "check", "--strict"}})
            : run({.words = {"ledger", "--pedantic", "-f", path.string(), "balance"}});
    EXPECT_TRUE(ended.done()) << ended << text;
    std::filesystem::remove(path);
}

void expectPrintedMonth(const books::ReadTransaction& tx, const PrintedMonth& of, bool byLedgers)
{
    for (const Layout& layout : accounting::layouts()) {
        const auto entries = entriesOf(tx, of, layout);
        if (entries.empty()) {
            continue;
        }
        const std::string text = printedIn(layout, of.month, entries);
        expectBalanced(layout.name, text, debitsOf(entries));
        if (byLedgers) {
            expectReadBy(layout.name, text);
        }
    }
}

} // namespace

void expectPrinted(const books::ReadTransaction& tx, bool byLedgers)
{
    for (int number = 202601; number <= 202606; ++number) {
        for (const Recognition recognition : {Recognition::OnIssue, Recognition::OnReceipt}) {
            for (const JournalDetail detail :
                 {JournalDetail::Fact, JournalDetail::Day, JournalDetail::Month}) {
                expectPrintedMonth(tx, {foundation::Month(number), recognition, detail}, byLedgers);
            }
        }
    }
}

} // namespace giftbox::tests
