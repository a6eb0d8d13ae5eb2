#include "accounting/journal/print_layout.h"

#include "accounting/journal/code_page.h"
#include "accounting/journal/pairs.h"
#include "foundation/check.h"
#include "foundation/refusal.h"

#include <algorithm>
#include <charconv>

namespace giftbox::accounting {

using foundation::Money;
using foundation::Refusal;

namespace {

/// `11/30/2026` for MM/DD/YYYY; two digits of the year for YY.
std::string dateText(std::string_view form, foundation::Date date)
{
    const std::string iso = toText(date);
    std::string text(form);
    const auto put = [&](std::string_view sign, const std::string& value) {
        if (const auto at = text.find(sign); at != std::string::npos) {
            text.replace(at, sign.size(), value);
        }
    };
    put("YYYY", iso.substr(0, 4));
    put("YY", iso.substr(2, 2));
    put("MM", iso.substr(5, 2));
    put("DD", iso.substr(8, 2));
    return text;
}

std::int64_t numberIn(std::string_view text)
{
    std::int64_t number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

} // namespace

/// What slots stand for in a row.
struct LayoutPrinter::Slots {
    const LedgerEntry* entry = nullptr;
    const AccountLine* line = nullptr;
    std::int64_t lineNumber = 0;
    std::string account = {};
    std::string contra = {};
    std::string department = {};
};

LayoutPrinter::LayoutPrinter(const Layout& layout, BatchWords words, std::int64_t part,
                             foundation::Sink sink)
    : layout_(layout), words_(std::move(words)), part_(part), sink_(std::move(sink))
{}

void LayoutPrinter::begin(const std::vector<std::string>& accounts,
                          const std::vector<std::string>& opened)
{
    for (const std::string& account : accounts) {
        requireForm(account);
        const std::size_t size = charactersIn(account);
        shortestAccount_ = shortestAccount_ == 0 ? size : std::min(shortestAccount_, size);
    }
    if (layout_.hasNames) {
        std::string names;
        for (const std::string& name : layout_.names) {
            names += (names.empty() ? "" : layout_.separator) + name;
        }
        write(names);
    }
    for (const RowTemplate& text : layout_.head) {
        row(text, {});
    }
    for (const std::string& account : layout_.opensOnce ? opened : accounts) {
        for (const RowTemplate& text : layout_.accounts) {
            row(text, {.account = account});
        }
    }
}

void LayoutPrinter::add(const LedgerEntry& entry)
{
    const std::int64_t rows = static_cast<std::int64_t>(
        layout_.entry.size() + layout_.end.size() +
        entry.lines.size() * (layout_.isCells() ? 1 : layout_.line.size()));
    if (layout_.mostRows > 0 && rows > layout_.mostRows) {
        throw Refusal("journal.entry_too_long",
                      {{"rows", rows}, {"most", layout_.mostRows}, {"layout", layout_.name}});
    }
    if (!isInPart(rows)) {
        return;
    }
    Slots slots{.entry = &entry};
    for (const RowTemplate& text : layout_.entry) {
        row(text, slots);
    }
    addLines(entry, slots);
    for (const RowTemplate& text : layout_.end) {
        row(text, slots);
    }
}

bool LayoutPrinter::isInPart(std::int64_t rows)
{
    if (layout_.mostRows == 0) {
        return true;
    }
    if (rowsInPart_ + rows > layout_.mostRows) {
        ++partNow_;
        rowsInPart_ = 0;
    }
    rowsInPart_ += rows;
    return partNow_ == std::max<std::int64_t>(part_, 1);
}

void LayoutPrinter::addLines(const LedgerEntry& entry, Slots& slots)
{
    Money printed;
    if (layout_.inPairs) {
        for (const AccountPair& pair : pairsOf(entry)) {
            slots.contra = pair.credit;
            slots.department = pair.department;
            addLine(pair.debit, slots);
        }
    } else {
        for (const AccountLine& line : entry.lines) {
            slots.department = line.department;
            printed += addLine(line, slots);
        }
    }
    GIFTBOX_CHECK(printed == Money{});
    slots.line = nullptr;
}

/// Returns the amount that was printed.
Money LayoutPrinter::addLine(const AccountLine& line, Slots& slots)
{
    slots.line = &line;
    slots.account = line.account;
    ++slots.lineNumber;
    const auto& own =
        slots.lineNumber == 1 && !layout_.first.empty() ? layout_.first : layout_.line;
    if (layout_.isCells()) {
        cells(own, slots);
    } else {
        for (const RowTemplate& text : own) {
            row(text, slots);
        }
    }
    std::string amount = amountText(line.amount);
    std::ranges::replace(amount, layout_.point, '.');
    return foundation::parseMoney(amount, words_.currency);
}

void LayoutPrinter::finish()
{
    if (part_ > partNow_) {
        throw Refusal("journal.no_part", {{"part", part_}, {"parts", partNow_}});
    }
    if (part_ == 0 && partNow_ > 1) {
        throw Refusal("journal.parts",
                      {{"layout", layout_.name}, {"most", layout_.mostRows}, {"parts", partNow_}});
    }
}

void LayoutPrinter::row(const RowTemplate& text, const Slots& slots) { write(filled(text, slots)); }

void LayoutPrinter::cells(const std::vector<RowTemplate>& templates, const Slots& slots)
{
    std::string all;
    bool isFirst = true;
    for (const RowTemplate& text : templates) {
        all += isFirst ? "" : layout_.separator;
        all += cellText(filled(text, slots));
        isFirst = false;
    }
    write(all);
}

/// In quotes where the separator, a quote or a line break asks for them.
std::string LayoutPrinter::cellText(std::string value) const
{
    if (value.find_first_of(layout_.separator + "\"\r\n") == std::string::npos) {
        return value;
    }
    std::string quoted = "\"";
    for (const char sign : value) {
        quoted += sign == '"' ? std::string("\"\"") : std::string(1, sign);
    }
    return quoted + "\"";
}

std::string LayoutPrinter::filled(std::string_view text, const Slots& slots) const
{
    std::string out;
    while (true) {
        const auto open = text.find('{');
        out += text.substr(0, open);
        if (open == std::string_view::npos) {
            return out;
        }
        const auto close = text.find('}', open);
        GIFTBOX_CHECK(close != std::string_view::npos);
        const std::string_view slot = text.substr(open + 1, close - open - 1);
        out += limited(valueOf(slot.substr(0, slot.find_first_of(":!")), slots), slot, slots);
        text.remove_prefix(close + 1);
    }
}

std::string LayoutPrinter::limited(std::string value, std::string_view slot,
                                   const Slots& slots) const
{
    const auto sign = slot.find_first_of(":!");
    if (sign == std::string_view::npos) {
        return value;
    }
    const auto most = static_cast<std::size_t>(numberIn(slot.substr(sign + 1)));
    if (charactersIn(value) <= most) {
        return value;
    }
    if (slot[sign] == ':') {
        return firstCharacters(value, most);
    }
    throw Refusal("journal.text_too_long", {{"what", slot.substr(0, sign)},
                                            {"text", value},
                                            {"most", std::int64_t(most)},
                                            {"layout", layout_.name},
                                            {"entry", slots.entry ? slots.entry->number : 0}});
}

std::string LayoutPrinter::amountText(Money amount) const
{
    std::string text = toText(amount, words_.currency);
    std::ranges::replace(text, '.', layout_.point);
    return text;
}

/// Without what a row of this layout cannot hold.
std::string LayoutPrinter::plain(std::string_view text) const
{
    std::string out(text);
    for (char& sign : out) {
        if (sign == '\n' || sign == '\r' || layout_.without.find(sign) != std::string::npos) {
            sign = ' ';
        }
    }
    return out;
}

/// What is the same in the whole file; none for another slot.
std::optional<std::string> LayoutPrinter::valueOfFile(std::string_view slot) const
{
    if (slot == "key") {
        return words_.key;
    }
    if (slot == "month") {
        return toText(words_.month);
    }
    if (slot == "entity") {
        return plain(words_.entity);
    }
    if (slot == "store") {
        return plain(words_.store);
    }
    if (slot == "currency") {
        return words_.currency.code;
    }
    if (slot == "reverses") {
        return words_.reverses;
    }
    if (slot == "made") {
        return words_.made;
    }
    if (slot == "first-day" || slot == "last-day") {
        return dateText("YYYYMMDD",
                        slot == "first-day" ? words_.month.firstDay() : words_.month.lastDay());
    }
    if (slot == "year") {
        return toText(words_.month).substr(0, 4);
    }
    if (slot == "account-digits") {
        return std::to_string(shortestAccount_);
    }
    return std::nullopt;
}

std::optional<std::string> LayoutPrinter::valueOfEntry(std::string_view slot,
                                                       const LedgerEntry& entry) const
{
    if (slot == "entry") {
        return words_.key + "-" + std::to_string(entry.number);
    }
    if (slot == "number") {
        return std::to_string(entry.number);
    }
    if (slot == "lines") {
        return std::to_string(entry.lines.size());
    }
    if (slot == "date") {
        return dateText(layout_.date, entry.head.on);
    }
    if (slot == "control") {
        return plain(entry.head.control);
    }
    if (slot == "memo") {
        return plain(memoOf(entry.head));
    }
    if (slot == "source") {
        return entry.head.subject.empty() ? words_.key : entry.head.subject;
    }
    return std::nullopt;
}

std::string LayoutPrinter::valueOfLine(std::string_view slot, const AccountLine& line,
                                       std::int64_t number) const
{
    const bool isDebit = line.amount > Money{};
    const Money size = isDebit ? line.amount : -line.amount;
    if (slot == "line") {
        return std::to_string(number);
    }
    if (slot == "amount") {
        return amountText(line.amount);
    }
    if (slot == "abs") {
        return amountText(size);
    }
    if (slot == "debit" || slot == "credit") {
        return isDebit == (slot == "debit") ? amountText(size) : "";
    }
    if (slot == "debit0" || slot == "credit0") {
        return amountText(isDebit == (slot == "debit0") ? size : Money{});
    }
    if (slot == "side") {
        return isDebit ? layout_.debit : layout_.credit;
    }
    GIFTBOX_CHECK(slot == "role");
    return std::string(toText(line.role));
}

std::string LayoutPrinter::valueOf(std::string_view slot, const Slots& slots) const
{
    if (slot == "account") {
        return slots.account;
    }
    if (const auto value = valueOfFile(slot)) {
        return *value;
    }
    GIFTBOX_CHECK(slots.entry != nullptr);
    if (const auto value = valueOfEntry(slot, *slots.entry)) {
        return *value;
    }
    GIFTBOX_CHECK(slots.line != nullptr);
    if (slot == "contra") {
        return slots.contra;
    }
    if (slot == "department") {
        return plain(slots.department);
    }
    if (slot == "dimension") {
        return slots.department.empty() ? "" : "Department";
    }
    return valueOfLine(slot, *slots.line, slots.lineNumber);
}

void LayoutPrinter::requireForm(const std::string& account) const
{
    if (!hasForm(account, layout_.account)) {
        throw Refusal("journal.account_form", {{"account", account},
                                               {"layout", layout_.name},
                                               {"advice", adviceOn(layout_.account)}});
    }
}

void LayoutPrinter::write(std::string row)
{
    row += layout_.lineEnd;
    sink_(layout_.codePage == CodePage::Utf8 ? row : inWindows1252(row));
}

} // namespace giftbox::accounting
