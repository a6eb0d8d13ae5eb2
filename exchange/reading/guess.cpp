#include "exchange/reading/guess.h"

#include "foundation/fold.h"
#include "foundation/refusal.h"

#include <algorithm>
#include <array>

namespace giftbox::exchange {

using foundation::Refusal;

namespace {

/// The form in which names of columns are compared: `HB.Model_Number` is `hb model number`.
std::string plainName(std::string_view name)
{
    std::string text(name);
    std::ranges::replace(text, '_', ' ');
    return foundation::searchable(text);
}

std::vector<std::string> split(std::string_view text, char sign)
{
    std::vector<std::string> parts;
    while (true) {
        const auto at = std::min(text.find(sign), text.size());
        parts.emplace_back(text.substr(0, at));
        if (at == text.size()) {
            return parts;
        }
        text.remove_prefix(at + 1);
    }
}

/// The part that all names begin with, up to a point: `HB.` of `HB.name`, `HB.quantity`.
std::size_t commonPrefix(const std::vector<std::string>& names)
{
    const std::size_t point = names.empty() ? std::string::npos : names.front().find('.');
    if (point == std::string::npos || names.size() < 3) {
        return 0;
    }
    const std::string prefix = names.front().substr(0, point + 1);
    return std::ranges::all_of(names, [&](const auto& name) { return name.starts_with(prefix); })
               ? prefix.size()
               : 0;
}

std::vector<std::string> plainNames(const std::vector<std::string>& names)
{
    const std::size_t prefix = commonPrefix(names);
    std::vector<std::string> plain;
    for (const std::string& name : names) {
        plain.push_back(plainName(std::string_view(name).substr(prefix)));
    }
    return plain;
}

/// Values that say how another program treats the product, not what it is.
bool isOfPrograms(const ReadColumn& column)
{
    static constexpr std::array<std::string_view, 14> kWords = {
        "inventory", "noninventory", "non inventory",    "service",      "consumable",
        "storable",  "simple",       "variable",         "variation",    "goods",
        "combo",     "bundle",       "storable product", "physical good"};
    return !column.few.empty() && std::ranges::all_of(column.few, [](const std::string& value) {
        return std::ranges::find(kWords, plainName(value)) != kWords.end();
    });
}

/// Whether the cells can be what the field holds.
bool canHold(const ReadField& field, const ReadColumn& column)
{
    if (column.evidence.filled() == 0) {
        return false;
    }
    switch (field.holds) {
    case Holds::Whole:
        return column.evidence.areWhole();
    case Holds::Amount:
        return column.evidence.areAmounts();
    case Holds::Date:
        return column.evidence.areDates();
    case Holds::Mark:
        return std::ranges::all_of(column.few,
                                   [](const auto& value) { return plainMark(value).has_value(); });
    case Holds::Choice:
        return std::ranges::all_of(column.few, [&](const std::string& value) {
            return std::ranges::find(field.choices, plainName(value)) != field.choices.end();
        });
    case Holds::Text:
        return !isOfPrograms(column);
    case Holds::Code:
    case Holds::OtherCode:
        break;
    }
    return true;
}

/// A column that may go to a field; `rank` 0 is the field's own name.
struct Match {
    std::size_t rank = 0;
    std::size_t field = 0;
    std::vector<std::size_t> columns;
};

/// The columns of `first name+last name`: the first must be there, others may be.
std::vector<std::size_t> columnsNamed(const std::string& also,
                                      const std::vector<std::string>& names)
{
    std::vector<std::size_t> found;
    for (const std::string& part : split(also, '+')) {
        const auto at = std::ranges::find(names, part);
        if (at != names.end()) {
            found.push_back(static_cast<std::size_t>(at - names.begin()));
        } else if (found.empty()) {
            return {};
        }
    }
    return found;
}

std::vector<Match> matchesOf(const std::vector<std::string>& names, const ReadFields& fields)
{
    std::vector<Match> matches;
    for (std::size_t field = 0; field < fields.fields.size(); ++field) {
        const ReadField& one = fields.fields[field];
        std::vector<std::string> known = {plainName(one.name)};
        known.push_back(plainName(one.title));
        known.insert(known.end(), one.also.begin(), one.also.end());
        for (std::size_t rank = 0; rank < known.size(); ++rank) {
            if (auto found = columnsNamed(known[rank], names); !found.empty()) {
                matches.push_back({rank, field, std::move(found)});
            }
        }
    }
    std::ranges::stable_sort(matches, {}, &Match::rank);
    return matches;
}

bool isTaken(const std::vector<ReadColumn>& columns, std::string_view field)
{
    return std::ranges::find(columns, field, &ReadColumn::field) != columns.end();
}

void takeAnswers(std::vector<ReadColumn>& columns, const ReadFields& fields, const Answers& answers)
{
    for (const auto& [name, field] : answers.columns) {
        const auto column = std::ranges::find_if(columns, [&, &name = name](const ReadColumn& one) {
            return one.name == name || plainName(one.name) == plainName(name);
        });
        if (column == columns.end()) {
            throw Refusal("import.no_column", {{"column", name}});
        }
        if (!field.empty() && fields.find(field) == nullptr) {
            std::string known;
            for (const ReadField& one : fields.fields) {
                known += (known.empty() ? "" : ", ") + one.name;
            }
            throw Refusal("import.no_field", {{"field", field}, {"known", known}});
        }
        if (!field.empty() && column->decided == Decided::Refused) {
            throw Refusal("import.spending", {{"column", column->name}});
        }
        if (column->decided != Decided::Refused) {
            column->field = field;
            column->decided = Decided::ByAnswer;
        }
    }
}

void takeByName(std::vector<ReadColumn>& columns, const ReadFields& fields)
{
    std::vector<std::string> names;
    for (const ReadColumn& column : columns) {
        names.push_back(column.name);
    }
    names = plainNames(names);
    const bool hasRows = std::ranges::any_of(
        columns, [](const ReadColumn& column) { return column.evidence.filled() > 0; });
    for (const Match& match : matchesOf(names, fields)) {
        const ReadField& field = fields.fields[match.field];
        const auto isFree = [&](std::size_t at) {
            return columns[at].decided == Decided::Unknown &&
                   (canHold(field, columns[at]) ||
                    (match.rank == 0 && (columns[at].evidence.filled() > 0 || !hasRows)));
        };
        if (isTaken(columns, field.name) || !isFree(match.columns.front())) {
            continue;
        }
        for (const std::size_t at : match.columns) {
            if (isFree(at)) {
                columns[at].field = field.name;
                columns[at].decided = Decided::ByName;
            }
        }
    }
}

/// The only column left with dates, or with addresses for a code of people.
void takeByContent(std::vector<ReadColumn>& columns, const ReadFields& fields)
{
    for (const ReadField& field : fields.fields) {
        const bool isOfAddresses = field.holds == Holds::Code && fields.isOfPeople;
        if (!field.isNeeded || isTaken(columns, field.name) ||
            (field.holds != Holds::Date && !isOfAddresses)) {
            continue;
        }
        ReadColumn* only = nullptr;
        std::size_t found = 0;
        for (ReadColumn& column : columns) {
            const bool fits =
                isOfAddresses ? column.evidence.areAddresses() : column.evidence.areDates();
            if (column.decided == Decided::Unknown && fits) {
                only = &column;
                ++found;
            }
        }
        if (found == 1) {
            only->field = field.name;
            only->decided = Decided::ByContent;
        }
    }
}

} // namespace

bool isOfSpending(std::string_view columnName)
{
    static constexpr std::array<std::string_view, 16> kWords = {
        "spent",  "spend",     "spending", "revenue", "turnover",     "umsatz",
        "ltv",    "clv",       "lifetime", "aov",     "jahresumsatz", "gesamtumsatz",
        "ventas", "fatturato", "omzet",    "depense"};
    static constexpr std::array<std::string_view, 20> kNames = {
        "total sales",        "sales total",         "sales",
        "sales ytd",          "ytd sales",           "net sales",
        "gross sales",        "total purchases",     "purchases total",
        "purchases",          "purchase total",      "amount purchased",
        "order total",        "orders total",        "total paid",
        "amount paid",        "average order value", "total order value",
        "chiffre d affaires", "total invoiced"};
    const std::string name = plainName(columnName);
    const auto words = split(name, ' ');
    return std::ranges::any_of(words,
                               [](const std::string& word) {
                                   return std::ranges::find(kWords, word) != kWords.end();
                               }) ||
           std::ranges::find(kNames, name) != kNames.end();
}

std::size_t knownNames(const std::vector<std::string>& names, const ReadFields& fields)
{
    const auto plain = plainNames(names);
    std::set<std::size_t> known;
    for (const Match& match : matchesOf(plain, fields)) {
        known.insert(match.columns.begin(), match.columns.end());
    }
    return known.size();
}

void assignColumns(std::vector<ReadColumn>& columns, const ReadFields& fields,
                   const Answers& answers)
{
    for (ReadColumn& column : columns) {
        if (fields.isOfPeople && isOfSpending(column.name)) {
            column.decided = Decided::Refused;
        }
    }
    takeAnswers(columns, fields, answers);
    takeByName(columns, fields);
    takeByContent(columns, fields);
    if (answers.isUnitCost && !fields.each.empty() && !isTaken(columns, fields.each)) {
        for (ReadColumn& column : columns) {
            column.field = column.field == fields.total ? fields.each : column.field;
        }
    }
}

} // namespace giftbox::exchange
