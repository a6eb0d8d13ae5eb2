#include "accounting/journal/layout.h"

#include "foundation/embedded.h"
#include "foundation/refusal.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <sstream>
#include <stdexcept>

namespace giftbox::accounting {

namespace {

constexpr std::string_view kFolder = "data/layouts/";
constexpr std::string_view kExtension = ".txt";

std::string unescaped(std::string_view text)
{
    std::string plain;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\\' && i + 1 < text.size()) {
            ++i;
            plain += text[i] == 't'   ? '\t'
                     : text[i] == 'n' ? '\n'
                     : text[i] == 'r' ? '\r'
                                      : text[i];
        } else {
            plain += text[i];
        }
    }
    return plain;
}

struct FormRule {
    AccountForm form;
    std::string_view name;
    std::string_view advice;
};

constexpr std::array kForms = {
    FormRule{AccountForm::Any, "any", "any text"},
    FormRule{AccountForm::Words, "words", "single blanks, and no brackets, semicolons or tabs"},
    FormRule{AccountForm::Digits, "digits", "digits only"},
    FormRule{AccountForm::Roots, "roots",
             "Assets, Liabilities, Equity, Income or Expenses, and parts such as :Gift-Stock that "
             "begin with a capital or a digit"},
    FormRule{AccountForm::Line, "line", "no tabs or quotes"}};

std::optional<AccountForm> formNamed(std::string_view name)
{
    const auto* const found = std::ranges::find(kForms, name, &FormRule::name);
    return found == kForms.end() ? std::nullopt : std::optional(found->form);
}

bool isDigit(char sign) { return sign >= '0' && sign <= '9'; }
bool isCapital(char sign) { return sign >= 'A' && sign <= 'Z'; }

bool hasRoots(std::string_view account)
{
    constexpr std::array<std::string_view, 5> kRoots = {"Assets", "Liabilities", "Equity", "Income",
                                                        "Expenses"};
    const auto colon = account.find(':');
    if (colon == std::string_view::npos ||
        std::ranges::find(kRoots, account.substr(0, colon)) == kRoots.end()) {
        return false;
    }
    char before = 'x';
    for (const char sign : account.substr(colon)) {
        const bool isFirst = before == ':';
        const bool isLetter = (sign >= 'a' && sign <= 'z') || isCapital(sign) || isDigit(sign);
        const bool isFit =
            isFirst ? isCapital(sign) || isDigit(sign) : isLetter || sign == '-' || sign == ':';
        if (!isFit) {
            return false;
        }
        before = sign;
    }
    return before != ':';
}

bool isContinued(const std::string& line)
{
    return line.ends_with('\\') && !line.ends_with("\\\\");
}

/// Reads lines of a name and a value, and then sections of rows, each under its name in brackets.
class Parser {
public:
    explicit Parser(std::string_view name) { layout_.name = name; }

    Layout parse(std::string_view text)
    {
        std::istringstream in{std::string(text)};
        for (std::string line; std::getline(in, line);) {
            ++number_;
            for (std::string more; isContinued(line) && std::getline(in, more); ++number_) {
                line.replace(line.size() - 1, 1, more);
            }
            if (rows_ == nullptr && (line.empty() || line.starts_with('#'))) {
                continue;
            }
            if (line.starts_with('[') && line.ends_with(']')) {
                open(line.substr(1, line.size() - 2));
            } else if (rows_ != nullptr) {
                row(line);
            } else {
                setting(line);
            }
        }
        if (layout_.line.empty() || layout_.title.empty() || layout_.date.empty()) {
            fail("a title, a form of dates or the rows of a line are missing");
        }
        return std::move(layout_);
    }

private:
    [[noreturn]] void fail(const std::string& sentence) const
    {
        throw std::logic_error("layout " + layout_.name + ", line " + std::to_string(number_) +
                               ": " + sentence);
    }

    void open(const std::string& section)
    {
        rows_ = section == "head"       ? &layout_.head
                : section == "accounts" ? &layout_.accounts
                : section == "entry"    ? &layout_.entry
                : section == "line"     ? &layout_.line
                : section == "first"    ? &layout_.first
                : section == "end"      ? &layout_.end
                                        : nullptr;
        if (rows_ == nullptr) {
            fail("there is no section " + section);
        }
        isCells_ = layout_.isCells() && (section == "line" || section == "first");
        isNamed_ = section == "line";
    }

    void row(const std::string& line)
    {
        if (!isCells_) {
            rows_->push_back(line);
            return;
        }
        if (line.empty()) {
            return;
        }
        const auto [name, value] = split(line);
        rows_->push_back(value);
        if (isNamed_) {
            layout_.names.push_back(name);
        }
    }

    std::pair<std::string, std::string> split(const std::string& line) const
    {
        const auto equals = line.find(" =");
        if (equals == std::string::npos) {
            fail("expected NAME = VALUE");
        }
        const auto begin = std::min(line.size(), equals + 3);
        return {line.substr(0, equals), line.substr(begin)};
    }

    void setting(const std::string& line)
    {
        const auto [name, text] = split(line);
        const std::string value = unescaped(text);
        std::string* const member = name == "title"       ? &layout_.title
                                    : name == "extension" ? &layout_.extension
                                    : name == "line-end"  ? &layout_.lineEnd
                                    : name == "date"      ? &layout_.date
                                    : name == "separator" ? &layout_.separator
                                    : name == "debit"     ? &layout_.debit
                                    : name == "credit"    ? &layout_.credit
                                    : name == "without"   ? &layout_.without
                                                          : nullptr;
        if (member != nullptr) {
            *member = value;
        } else if (name == "point" && value.size() == 1) {
            layout_.point = value.front();
        } else if (const auto form = formNamed(name == "account" ? value : "")) {
            layout_.account = *form;
        } else if (name == "names") {
            layout_.hasNames = value == "yes";
        } else if (name == "rows") {
            layout_.inPairs = value == "pairs";
        } else if (name == "accounts") {
            layout_.opensOnce = value == "once";
        } else if (name == "code-page" && (value == "utf-8" || value == "windows-1252")) {
            layout_.codePage = value == "utf-8" ? CodePage::Utf8 : CodePage::Windows1252;
        } else if (name == "most-rows") {
            std::from_chars(value.data(), value.data() + value.size(), layout_.mostRows);
        } else {
            fail("there is no setting " + name + " = " + value);
        }
    }

    Layout layout_;
    std::vector<RowTemplate>* rows_ = nullptr;
    bool isCells_ = false;
    bool isNamed_ = false;
    int number_ = 0;
};

} // namespace

bool hasForm(std::string_view account, AccountForm form)
{
    switch (form) {
    case AccountForm::Any:
        return true;
    case AccountForm::Words:
        return account.find_first_of(";()[]\t") == std::string_view::npos &&
               account.find("  ") == std::string_view::npos && account.find_first_of("*!") != 0;
    case AccountForm::Digits:
        return std::ranges::all_of(account, isDigit);
    case AccountForm::Roots:
        return hasRoots(account);
    case AccountForm::Line:
        break;
    }
    return account.find_first_of("\t\"") == std::string_view::npos;
}

std::string_view adviceOn(AccountForm form)
{
    return std::ranges::find(kForms, form, &FormRule::form)->advice;
}

Layout parseLayout(std::string_view name, std::string_view text)
{
    return Parser(name).parse(text);
}

const std::vector<Layout>& layouts()
{
    static const std::vector<Layout> all = [] {
        std::vector<Layout> read;
        for (const std::string& path : foundation::embeddedFiles(kFolder)) {
            const std::string_view name = std::string_view(path).substr(
                kFolder.size(), path.size() - kFolder.size() - kExtension.size());
            read.push_back(parseLayout(name, foundation::embeddedFile(path).value()));
        }
        return read;
    }();
    return all;
}

const Layout& requireLayout(std::string_view name)
{
    const auto found = std::ranges::find(layouts(), name, &Layout::name);
    if (found != layouts().end()) {
        return *found;
    }
    std::string names;
    for (const Layout& one : layouts()) {
        names += (names.empty() ? "" : ", ") + one.name;
    }
    throw foundation::Refusal("journal.layout_unknown", {{"layout", name}, {"layouts", names}});
}

} // namespace giftbox::accounting
