#include "accounting/journal/code_page.h"
#include "accounting/journal/pairs.h"
#include "accounting/journal/print_layout.h"
#include "foundation/refusal.h"
#include "tests/support/ledger_tables.h"
#include "tests/support/program.h"
#include "tests/support/store_fixture.h"

#include <cstdlib>
#include <fstream>
#include <map>
#include <set>
#include <sstream>

// GIFTBOX_WRITE_LAYOUTS=1 writes the files of tests/accounting/layouts instead of comparing them.
namespace giftbox::tests::layouts_test {
namespace {

using accounting::JournalRole;
using accounting::Layout;
using accounting::LedgerEntry;

const std::string kFolder = std::string(GIFTBOX_SOURCE_DIR) + "/tests/accounting/layouts/";

/// Accounts as a store maps them for the ledger.
std::string accountOf(const Layout& layout, JournalRole role)
{
    static const std::map<JournalRole, std::pair<const char*, const char*>> accounts = {
        {JournalRole::GiftStock, {"Assets:Gift-Stock", "1480"}},
        {JournalRole::PackagingStock, {"Assets:Packaging", "1481"}},
        {JournalRole::BoxesPacked, {"Assets:Boxes-Packed", "1482"}},
        {JournalRole::Grni, {"Liabilities:Not-Billed", "2110"}},
        {JournalRole::GiftExpense, {"Expenses:Gifts", "6310"}},
        {JournalRole::PackagingExpense, {"Expenses:Packaging", "6311"}}};
    const auto& [name, number] = accounts.at(role);
    const std::set<std::string> byName = {"hledger",           "ledger",  "beancount",
                                          "quickbooks-online", "gnucash", "neutral",
                                          "quickbooks-desktop"};
    return byName.contains(layout.name) ? name : number;
}

std::vector<LedgerEntry> entriesFor(const Layout& layout)
{
    const auto line = [&](JournalRole role, std::int64_t minor) {
        return accounting::AccountLine{
            .role = role, .account = accountOf(layout, role), .amount = {minor}};
    };
    const auto charged = [&](JournalRole role, std::int64_t minor) {
        accounting::AccountLine one = line(role, minor);
        one.department = "service";
        return one;
    };
    return {{.number = 1,
             .head = {.on = day("2026-11-02"),
                      .fact = "receipt",
                      .event = 12,
                      .subject = "lot 7",
                      .control = "INV-\"88\", Müller; Söhne"},
             .lines = {line(JournalRole::GiftStock, 123456), line(JournalRole::Grni, -123456)}},
            {.number = 2,
             .head = {.on = day("2026-11-03"),
                      .fact = "box given",
                      .event = 31,
                      .subject = "box 42",
                      .control = "BOX-42"},
             .lines = {charged(JournalRole::GiftExpense, 1205),
                       charged(JournalRole::PackagingExpense, 5),
                       line(JournalRole::BoxesPacked, -1210)}}};
}

std::string printed(const Layout& layout, const std::vector<LedgerEntry>& entries,
                    std::int64_t part = 0,
                    const std::optional<std::vector<std::string>>& opened = std::nullopt)
{
    std::string text;
    accounting::LayoutPrinter printer(layout,
                                      {.key = "GBN2611-1",
                                       .month = month("2026-11"),
                                       .entity = "North Motors Inc.",
                                       .store = "NORTH",
                                       .currency = foundation::currencyOf("USD"),
                                       .made = "20261201093000"},
                                      part, [&](std::string_view bytes) { text += bytes; });
    std::set<std::string> accounts;
    for (const LedgerEntry& entry : entries) {
        for (const auto& line : entry.lines) {
            accounts.insert(line.account);
        }
    }
    const std::vector<std::string> all(accounts.begin(), accounts.end());
    printer.begin(all, opened.value_or(all));
    for (const LedgerEntry& entry : entries) {
        printer.add(entry);
    }
    printer.finish();
    return text;
}

std::string sentenceOf(const std::function<void()>& work)
{
    try {
        work();
    } catch (const Refusal& refusal) {
        return refusal.sentence();
    }
    return "";
}

std::string fileText(const std::string& path)
{
    std::ifstream in(path, std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
}

TEST(Layouts, AreWhatTheirFilesShow)
{
    ASSERT_GE(accounting::layouts().size(), 7U);
    for (const Layout& layout : accounting::layouts()) {
        const std::string path = kFolder + layout.name + "." + layout.extension;
        const std::string text = printed(layout, entriesFor(layout));
        if (std::getenv("GIFTBOX_WRITE_LAYOUTS") != nullptr) {
            std::ofstream(path, std::ios::binary) << text;
        }
        EXPECT_EQ(text, fileText(path)) << layout.name;
    }
}

TEST(Layouts, OfTablesBalanceAsPrintedAndKeepToTheirLengths)
{
    for (const LedgerTable& table : ledgerTables()) {
        const Layout& layout = accounting::requireLayout(table.layout);
        const PrintedSums sums = printedSums(table, printed(layout, entriesFor(layout)));
        EXPECT_EQ(sums.debits, 124666) << table.layout;
        EXPECT_EQ(sums.entries.size(), 2U) << table.layout;
        for (const auto& [entry, sum] : sums.entries) {
            EXPECT_EQ(sum, 0) << table.layout << " " << entry;
        }
    }
}

/// Runs a program for ledgers over the file of a layout; skips the test where it is not installed.
void expectRead(const std::string& layout, const std::string& extension,
                std::vector<std::string> words)
{
    if (!run({.words = {"which", words.front()}}).done()) {
        GTEST_SKIP() << words.front() << " is not installed, so nothing has read its layout";
    }
    for (std::string& word : words) {
        word = word == "FILE" ? kFolder + layout + "." + extension : word;
    }
    const Ended ended = run({.words = words});
    EXPECT_TRUE(ended.done()) << ended;
    EXPECT_EQ(ended.err, "");
}

TEST(Layouts, OpenAnAccountOnceWhereTheLedgerAsksForIt)
{
    const Layout& beancount = accounting::requireLayout("beancount");
    const std::string text =
        printed(beancount, entriesFor(beancount), 0, std::vector<std::string>{"Expenses:Gifts"});
    EXPECT_NE(text.find("open Expenses:Gifts USD\n"), std::string::npos);
    EXPECT_EQ(text.find("open Assets:Gift-Stock"), std::string::npos);
}

/// The cells of a row of DATEV, without their quotes; every text is in quotes, and no number is.
std::vector<std::string> datevCells(const std::string& row)
{
    std::vector<std::string> cells(1);
    bool isQuoted = false;
    for (const char sign : row) {
        if (sign == '"') {
            isQuoted = !isQuoted;
        } else if (sign == ';' && !isQuoted) {
            cells.emplace_back();
        } else {
            cells.back() += sign;
        }
    }
    EXPECT_FALSE(isQuoted) << row;
    return cells;
}

std::vector<std::vector<std::string>> datevRows(const std::string& text)
{
    std::vector<std::vector<std::string>> rows;
    std::istringstream in(text);
    for (std::string line; std::getline(in, line);) {
        EXPECT_TRUE(line.ends_with('\r')) << line;
        line.pop_back();
        rows.push_back(datevCells(line));
    }
    return rows;
}

TEST(Layouts, OfDatevHaveAHeadAndOneContraAccountARow)
{
    const Layout& datev = accounting::requireLayout("datev");
    const auto rows = datevRows(printed(datev, entriesFor(datev)));
    ASSERT_EQ(rows.size(), 5U);
    const auto& head = rows[0];
    ASSERT_EQ(head.size(), 31U);
    EXPECT_EQ(head[0] + head[1] + head[2] + head[3], "EXTF70021Buchungsstapel");
    EXPECT_EQ(head[5], "20261201093000000");
    EXPECT_EQ(head[12] + " " + head[13] + " " + head[14] + " " + head[15],
              "20260101 4 20261101 20261130");
    EXPECT_EQ(rows[1][36], "KOST1 - Kostenstelle");
    EXPECT_EQ(rows[1][8], "BU-Schl\xFCssel");
    std::map<std::string, std::int64_t> balances;
    for (std::size_t i = 2; i < rows.size(); ++i) {
        const auto& row = rows[i];
        ASSERT_EQ(row.size(), rows[1].size());
        EXPECT_EQ(row[1], "S");
        EXPECT_EQ(row[0].find('.'), std::string::npos);
        EXPECT_LE(row[10].size(), 12U);
        EXPECT_LE(row[13].size(), 60U);
        balances[row[6]] += minorOf(row[0]);
        balances[row[7]] -= minorOf(row[0]);
    }
    EXPECT_EQ(
        balances,
        (std::map<std::string, std::int64_t>{
            {"1480", 123456}, {"2110", -123456}, {"6310", 1205}, {"6311", 5}, {"1482", -1210}}));
    EXPECT_EQ(rows[2][9], "0211");
    EXPECT_EQ(rows[2][36], "");
    EXPECT_EQ(rows[3][36], "service");
}

TEST(Layouts, SplitAnEntryIntoPairsInOrder)
{
    const auto line = [](const char* account, std::int64_t minor, const char* department = "") {
        return accounting::AccountLine{
            .account = account, .amount = {minor}, .department = department};
    };
    LedgerEntry entry{.number = 1,
                      .head = {},
                      .lines = {line("a", 5), line("b", 4), line("c", -2, "parts"), line("d", -7)}};
    std::string pairs;
    for (const auto& one : accounting::pairsOf(entry)) {
        pairs += one.debit.account + one.credit + std::to_string(one.debit.amount.minor) +
                 one.department + " ";
    }
    EXPECT_EQ(pairs, "ac2parts ad3 bd4 ");
}

TEST(Layouts, PassHledgersStrictCheck)
{
    expectRead("hledger", "journal", {"hledger", "-f", "FILE", "check", "--strict"});
}

TEST(Layouts, PassLedgersPedanticCheck)
{
    expectRead("ledger", "ledger", {"ledger", "--pedantic", "-f", "FILE", "balance"});
}

TEST(Layouts, PassBeancountsCheck) { expectRead("beancount", "beancount", {"bean-check", "FILE"}); }

TEST(Layouts, RefuseAnAccountThatIsTooLongAndShortenOnlyWhereTheySaySo)
{
    const Layout& xero = accounting::requireLayout("xero");
    auto entries = entriesFor(xero);
    entries[0].head.control = std::string(500, 'x');
    EXPECT_NE(printed(xero, entries).find("," + std::string(400, 'x') + ","), std::string::npos);
    entries[1].lines[0].account = "12345678901";
    EXPECT_EQ(sentenceOf([&] { printed(xero, entries); }),
              "The layout xero takes at most 10 characters of account, and entry 2 has "
              "\"12345678901\". Map a shorter account, or use another layout.");
}

TEST(Layouts, RefuseAnAccountOfAnotherForm)
{
    const Layout& beancount = accounting::requireLayout("beancount");
    auto entries = entriesFor(beancount);
    entries[0].lines[0].account = "1480";
    EXPECT_EQ(codeOf([&] { (void)printed(beancount, entries); }), "journal.account_form");
    const Layout& hledger = accounting::requireLayout("hledger");
    entries = entriesFor(hledger);
    entries[0].lines[0].account = "Gift  stock";
    EXPECT_EQ(codeOf([&] { (void)printed(hledger, entries); }), "journal.account_form");
}

TEST(Layouts, GiveWholeEntriesToEachPart)
{
    Layout layout = accounting::requireLayout("quickbooks-online");
    layout.mostRows = 4;
    const auto entries = entriesFor(layout);
    EXPECT_EQ(codeOf([&] { (void)printed(layout, entries); }), "journal.parts");
    EXPECT_EQ(codeOf([&] { (void)printed(layout, entries, 3); }), "journal.no_part");
    EXPECT_EQ(rowsOf(printed(layout, entries, 1), ',').size(), 2U);
    EXPECT_EQ(rowsOf(printed(layout, entries, 2), ',').size(), 3U);
    layout.mostRows = 2;
    EXPECT_EQ(codeOf([&] { (void)printed(layout, entries, 1); }), "journal.entry_too_long");
}

TEST(Layouts, WriteACodePageOrRefuseACharacter)
{
    EXPECT_EQ(accounting::inWindows1252("Müller € –"), "M\xFCller \x80 \x96");
    EXPECT_EQ(codeOf([&] { (void)accounting::inWindows1252("寿"); }), "journal.no_character");
    EXPECT_EQ(accounting::firstCharacters("Müller", 2), "Mü");
}

TEST(Layouts, AreKnownByName)
{
    EXPECT_EQ(codeOf([&] { (void)accounting::requireLayout("abacus"); }), "journal.layout_unknown");
    EXPECT_EQ(codeOf([&] { (void)accounting::parseJournalDetail("week"); }),
              "journal.detail_unknown");
    EXPECT_THROW(accounting::parseLayout("x", "nothing = here\n"), std::logic_error);
    EXPECT_THROW(accounting::parseLayout("x", "title = X\n"), std::logic_error);
    const Layout layout =
        accounting::parseLayout("x", "title = X\ndate = DD\n[line]\none\\\ntwo\\\nthree\nnext\n");
    EXPECT_EQ(layout.line, (std::vector<std::string>{"onetwothree", "next"}));
}

} // namespace
} // namespace giftbox::tests::layouts_test
