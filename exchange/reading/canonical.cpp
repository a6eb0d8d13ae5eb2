#include "exchange/reading/canonical.h"

#include "foundation/csv.h"
#include "foundation/fold.h"

#include <algorithm>
#include <array>

namespace giftbox::exchange {

namespace {

constexpr std::size_t kShownBytes = 60;

bool isCodeSign(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' ||
           c == '_' || c == '/' || c == '-';
}

/// The code with a hyphen for each run of signs that a code cannot have.
std::string fitted(std::string_view cell)
{
    std::string code;
    for (const char c : foundation::entered(cell)) {
        if (isCodeSign(c)) {
            code += c;
        } else if (!code.empty() && code.back() != '-') {
            code += '-';
        }
    }
    while (!code.empty() && code.back() == '-') {
        code.pop_back();
    }
    code.erase(0, std::min(code.find_first_not_of("._/-"), code.size()));
    return code;
}

/// `Subtotal`, `Grand Total:`, `Tax (10%)`.
bool isTotalWord(std::string_view cell)
{
    static constexpr std::array<std::string_view, 28> kWords = {
        "total",      "totals",      "subtotal",      "sub total",  "grand total", "total due",
        "amount due", "balance due", "tax",           "sales tax",  "vat",         "shipping",
        "freight",    "discount",    "summe",         "gesamt",     "gesamtsumme", "zwischensumme",
        "mwst",       "ust",         "total general", "sous total", "total ht",    "total ttc",
        "tva",        "totaal",      "totale",        "suma"};
    std::string text = foundation::searchable(cell.substr(0, cell.find('(')));
    while (!text.empty() && (text.back() == ' ' || (text.back() >= '0' && text.back() <= '9'))) {
        text.pop_back();
    }
    return std::ranges::find(kWords, text) != kWords.end();
}

/// Shopify and Square name the only variant so.
bool isPlaceholder(std::string_view cell) { return cell == "Default Title" || cell == "Regular"; }

/// Google's `* My Contacts ::: Service` without the groups that it makes itself.
std::string ownGroups(std::string_view cell)
{
    constexpr std::string_view kMark = " ::: ";
    std::string groups;
    while (!cell.empty()) {
        const std::size_t end = std::min(cell.find(kMark), cell.size());
        const std::string_view group = cell.substr(0, end);
        groups += group.starts_with('*') ? "" : (groups.empty() ? "" : ", ") + std::string(group);
        cell.remove_prefix(std::min(end + kMark.size(), cell.size()));
    }
    return groups;
}

/// One table being written.
class Canonical {
public:
    Canonical(const ReadFields& fields, const ReadHabits& habits, Reading& reading)
        : fields_(fields), habits_(habits), reading_(reading)
    {
        for (std::size_t at = 0; at < fields.fields.size(); ++at) {
            const ReadField& field = fields.fields[at];
            std::vector<std::size_t> from;
            for (std::size_t c = 0; c < reading.columns.size(); ++c) {
                if (reading.columns[c].field == field.name) {
                    from.push_back(c);
                }
            }
            const bool isMade = field.holds == Holds::Code && !fields.codeFrom.empty();
            const bool isCounted = field.name == fields.total && hasField(fields.each);
            if (field.name != fields.each &&
                (!from.empty() || hasValue(field.name) || isMade || isCounted)) {
                written_.push_back(&field);
            }
            from_.push_back(std::move(from));
        }
        group_ = columnOfGroups();
        for (const ReadField* field : written_) {
            addCell(field->name);
        }
        // Nothing else would be told from an empty line.
        if (written_.empty()) {
            reading_.text += "\"\"";
        }
        isFirstCell_ = true;
    }

    void add(TableRow& row)
    {
        ++reading_.rows;
        if (reading_.sample.size() < kRowsShown && !row.isBlank()) {
            reading_.sample.push_back(row);
        }
        if (reading_.used.lines.contains(row.line)) {
            return leaveOut(row, LeftOut::Answer);
        }
        if (row.fault || !fit(row)) {
            return;
        }
        fillFromAbove(row);
        if (const auto why = whyLeftOut(row)) {
            return leaveOut(row, *why);
        }
        write(row);
        above_ = row.cells;
    }

    void end() { reading_.text += "\r\n"; }

private:
    bool hasField(const std::string& name) const
    {
        return std::ranges::find(reading_.columns, name, &ReadColumn::field) !=
                   reading_.columns.end() ||
               hasValue(name);
    }
    bool hasValue(const std::string& name) const { return !valueOf(name).empty(); }
    std::string valueOf(const std::string& name) const
    {
        const auto found = reading_.used.values.find(name);
        return found == reading_.used.values.end() ? "" : found->second;
    }
    std::size_t indexOf(std::string_view name) const
    {
        return static_cast<std::size_t>(std::ranges::find(fields_.fields, name, &ReadField::name) -
                                        fields_.fields.begin());
    }

    /// The column that is equal in rows of one product, whose name only the first has.
    std::optional<std::size_t> columnOfGroups() const
    {
        for (std::size_t at = 0; at < reading_.columns.size(); ++at) {
            const std::string name = foundation::searchable(reading_.columns[at].name);
            if (name == "handle" || name == "parent" || name == "parent sku") {
                return at;
            }
        }
        return std::nullopt;
    }

    /// Brings the row to the width of the header; false for one with too many cells.
    bool fit(TableRow& row)
    {
        while (row.cells.size() > reading_.columns.size() && row.cells.back().empty()) {
            row.cells.pop_back();
        }
        if (row.cells.size() > reading_.columns.size()) {
            row.fault = {row.cells.size(), "The row has " + std::to_string(row.cells.size()) +
                                               " cells, but the header has " +
                                               std::to_string(reading_.columns.size()) + "."};
            reading_.faults.push_back({row.line, "row", row.fault->second});
            return false;
        }
        isShort_ = row.cells.size() < reading_.columns.size();
        row.cells.resize(reading_.columns.size());
        return true;
    }

    void fillFromAbove(TableRow& row) const
    {
        const std::size_t code = codeField();
        const std::size_t name = indexOf(fields_.codeFrom);
        if (!group_ || above_.empty() || code == fields_.fields.size() ||
            name == fields_.fields.size() || from_[name].empty() || from_[code].empty() ||
            row.cells[from_[code].front()].empty() || row.cells[*group_].empty() ||
            row.cells[*group_] != above_[*group_]) {
            return;
        }
        for (std::size_t field = 0; field < from_.size(); ++field) {
            if (fields_.fields[field].holds == Holds::Text && !from_[field].empty()) {
                std::string& cell = row.cells[from_[field].front()];
                cell = cell.empty() ? above_[from_[field].front()] : cell;
            }
        }
    }

    std::size_t codeField() const
    {
        return static_cast<std::size_t>(
            std::ranges::find_if(fields_.fields,
                                 [](const ReadField& field) {
                                     return field.holds == Holds::Code ||
                                            field.holds == Holds::OtherCode;
                                 }) -
            fields_.fields.begin());
    }

    bool isEmpty(const TableRow& row, std::size_t field) const
    {
        return field == fields_.fields.size() ||
               std::ranges::all_of(from_[field],
                                   [&](std::size_t at) { return row.cells[at].empty(); });
    }

    std::optional<LeftOut> whyLeftOut(const TableRow& row) const
    {
        if (row.isBlank()) {
            return LeftOut::Blank;
        }
        const auto filled = [](const std::string& cell) { return !cell.empty(); };
        const auto first = std::ranges::find_if(row.cells, filled);
        const auto cells = std::ranges::count_if(row.cells, filled);
        if (isTotalWord(*first) && isTotal(row)) {
            return LeftOut::Total;
        }
        if (isShort_ && cells == 1 && row.cells.size() > 2) {
            return LeftOut::Note;
        }
        bool hasAny = false;
        for (std::size_t field = 0; field < from_.size(); ++field) {
            hasAny = hasAny || (!from_[field].empty() && !isEmpty(row, field));
        }
        if (!hasAny) {
            return LeftOut::Nothing;
        }
        const std::size_t code = codeField();
        return reading_.used.noCode == NoCode::LeaveOut && isEmpty(row, code)
                   ? std::optional(LeftOut::NoCode)
                   : std::nullopt;
    }

    /// A row of a total has neither a code of its own, besides the word, nor units.
    bool isTotal(const TableRow& row) const
    {
        const std::size_t code = codeField();
        const bool hasCode = code < from_.size() && std::ranges::any_of(from_[code], [&](auto at) {
                                 return !row.cells[at].empty() && !isTotalWord(row.cells[at]);
                             });
        return !hasCode;
    }

    void leaveOut(const TableRow& row, LeftOut why)
    {
        ++reading_.rowsLeftOut;
        if (why != LeftOut::Blank && reading_.leftOut.size() < kMostLeftOut) {
            std::string text;
            for (const std::string& cell : row.cells) {
                text += cell.empty() || text.size() > kShownBytes
                            ? ""
                            : (text.empty() ? "" : " ") + cell;
            }
            reading_.leftOut.push_back({row.line, why, std::move(text)});
        }
    }

    void write(const TableRow& row)
    {
        std::string& text = reading_.text;
        while (line_ < row.line) {
            text += "\r\n";
            ++line_;
        }
        const std::size_t begin = text.size();
        for (const ReadField* field : written_) {
            addCell(cellOf(*field, row));
        }
        if (written_.size() == 1 && text.size() == begin) {
            text += "\"\"";
        }
        isFirstCell_ = true;
        line_ += std::count(text.begin() + static_cast<std::ptrdiff_t>(begin), text.end(), '\n');
    }

    void addCell(const std::string& cell)
    {
        reading_.text += isFirstCell_ ? "" : ",";
        foundation::appendCsvCell(reading_.text, cell);
        isFirstCell_ = false;
    }

    std::string joined(std::size_t field, const TableRow& row) const
    {
        std::string text;
        for (const std::size_t at : from_[field]) {
            const std::string& cell = row.cells[at];
            if (!cell.empty() && !(from_[field].size() > 1 && isPlaceholder(cell))) {
                text += (text.empty() ? "" : " ") + cell;
            }
        }
        return text.empty() ? valueOf(fields_.fields[field].name) : text;
    }

    std::string cellOf(const ReadField& field, const TableRow& row)
    {
        const std::string cell = joined(indexOf(field.name), row);
        const char mark = *reading_.used.decimalMark;
        switch (field.holds) {
        case Holds::Code:
            return ownCode(cell, row);
        case Holds::OtherCode: {
            const auto known = habits_.codes.find(foundation::folded(cell));
            return known == habits_.codes.end() ? cell : known->second;
        }
        case Holds::Whole:
            return plainWhole(cell, mark).value_or(cell);
        case Holds::Amount:
            return amountOf(field, cell, row);
        case Holds::Date:
            return plainDate(cell, *reading_.used.dateOrder).value_or(cell);
        case Holds::Mark:
            return plainMark(cell).value_or(cell);
        case Holds::Choice: {
            const std::string word = foundation::searchable(cell);
            return std::ranges::find(field.choices, word) == field.choices.end() ? cell : word;
        }
        case Holds::Text:
            break;
        }
        return cell.find(" ::: ") == std::string::npos && !cell.starts_with("* ") ? cell
                                                                                  : ownGroups(cell);
    }

    std::string ownCode(const std::string& cell, const TableRow& row)
    {
        if (!cell.empty()) {
            std::string code = fitted(cell);
            reading_.codesFitted += code == cell ? 0 : 1;
            return code.empty() ? cell : code;
        }
        const std::string name = fields_.codeFrom.empty() || reading_.used.noCode != NoCode::Make
                                     ? ""
                                     : joined(indexOf(fields_.codeFrom), row);
        reading_.codesMade += name.empty() ? 0 : 1;
        return name.empty() ? "" : codeOf(name);
    }

    std::string amountOf(const ReadField& field, const std::string& cell, const TableRow& row) const
    {
        const char mark = *reading_.used.decimalMark;
        if (cell.empty() && field.name == fields_.total && hasField(fields_.each)) {
            const auto each = plainAmount(joined(indexOf(fields_.each), row), mark);
            const auto units = plainWhole(joined(indexOf(fields_.units), row), mark);
            const auto total =
                each && units ? product(*each, *units, habits_.currencyDigits) : std::nullopt;
            return total.value_or(joined(indexOf(fields_.each), row));
        }
        const auto plain = plainAmount(cell, mark);
        return plain ? withoutMoreZeros(*plain, habits_.currencyDigits) : cell;
    }

    const ReadFields& fields_;
    const ReadHabits& habits_;
    Reading& reading_;
    std::vector<const ReadField*> written_;
    std::vector<std::vector<std::size_t>> from_; ///< the columns of each field
    std::optional<std::size_t> group_;
    std::vector<std::string> above_;
    std::int64_t line_ = 1;
    bool isFirstCell_ = true;
    bool isShort_ = false;
};

} // namespace

void writeCanonical(std::string_view text, const ReadFields& fields, const ReadHabits& habits,
                    Reading& reading)
{
    Canonical canonical(fields, habits, reading);
    visitRows(text, *reading.used.separator, [&](TableRow& row) {
        if (row.fault && row.line > reading.headerLine) {
            reading.faults.push_back(
                {row.line, std::to_string(row.fault->first), row.fault->second});
        }
        if (row.line > reading.headerLine) {
            canonical.add(row);
        }
        return true;
    });
    canonical.end();
}

} // namespace giftbox::exchange
