#pragma once

#include "foundation/money.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace giftbox::accounting {

enum class CodePage { Utf8, Windows1252 };

/// What an account must look like.
enum class AccountForm {
    Any,
    Words, ///< what text ledgers take: single blanks, no `;`, brackets or tabs, no `*` or `!` first
    Digits,
    Roots, ///< `Assets:Gift-Stock`
    Line   ///< no tabs or quotes
};
bool hasForm(std::string_view account, AccountForm form);
/// For a refusal: `digits only`.
std::string_view adviceOn(AccountForm form);

/// A template with slots, `{date} {memo:39}`: `:39` shortens to so many characters, `!15` refuses more.
using RowTemplate = std::string;

/// How a file for a ledger is written: a file of data/layouts, which docs/layouts.md explains.
struct Layout {
    std::string name;
    std::string title;
    std::string extension;
    CodePage codePage = CodePage::Utf8;
    std::string lineEnd = "\n";
    std::string date;           ///< `YYYY-MM-DD` with the parts in any order
    char point = '.';           ///< of amounts
    std::string separator = {}; ///< of cells; empty: rows are text
    bool hasNames = false;      ///< whether the first row has the names of the columns
    std::string debit = "D";    ///< what {side} says
    std::string credit = "C";
    std::string without = {}; ///< characters that text has not: they become blanks
    AccountForm account = AccountForm::Any;
    std::int64_t mostRows = 0; ///< of a file; 0: any number
    bool inPairs = false;      ///< whether a row has an account and a contra account
    bool opensOnce = false; ///< whether the rows of an account stand in the first file that has it
    std::vector<std::string> names = {};
    std::vector<RowTemplate> head = {};     ///< rows at the beginning of a file
    std::vector<RowTemplate> accounts = {}; ///< rows of each account in it
    std::vector<RowTemplate> entry = {};    ///< rows before the lines of an entry
    std::vector<RowTemplate> line = {};  ///< rows of a line; if there are cells, one template each
    std::vector<RowTemplate> first = {}; ///< instead of these, of the first line; empty: the same
    std::vector<RowTemplate> end = {};   ///< rows behind an entry

    bool isCells() const { return !separator.empty(); }
};

/// Throws std::logic_error, with the line that is wrong.
Layout parseLayout(std::string_view name, std::string_view text);

/// All that the program knows, by name.
const std::vector<Layout>& layouts();
/// Throws Refusal `journal.layout_unknown`.
const Layout& requireLayout(std::string_view name);

} // namespace giftbox::accounting
