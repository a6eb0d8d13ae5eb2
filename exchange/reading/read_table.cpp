#include "exchange/reading/read_table.h"

#include "exchange/reading/canonical.h"
#include "exchange/reading/guess.h"
#include "foundation/refusal.h"

#include <algorithm>

namespace giftbox::exchange {

using foundation::Refusal;

namespace {

constexpr std::size_t kFew = 20;
constexpr std::size_t kRowsBeforeHeader = 10;

std::vector<ReadColumn> columnsOf(const TableRow& header)
{
    std::vector<ReadColumn> columns;
    for (std::size_t at = 0; at < header.cells.size(); ++at) {
        const std::string& name = header.cells[at];
        std::string shown = name.empty() ? "column " + std::to_string(at + 1) : name;
        while (std::ranges::find(columns, shown, &ReadColumn::name) != columns.end()) {
            shown += " (" + std::to_string(at + 1) + ")";
        }
        columns.push_back({.name = std::move(shown)});
    }
    return columns;
}

void see(std::vector<ReadColumn>& columns, const TableRow& row)
{
    for (std::size_t at = 0; at < std::min(columns.size(), row.cells.size()); ++at) {
        ReadColumn& column = columns[at];
        column.evidence.see(row.cells[at]);
        if (!row.cells[at].empty() && column.few.size() < kFew) {
            column.few.insert(row.cells[at]);
        }
    }
}

/// What the columns that go to such fields tell; if nothing does, what all columns of that content tell.
Evidence evidenceOf(const Reading& reading, const ReadFields& fields, Holds holds)
{
    Evidence of;
    Evidence any;
    for (const ReadColumn& column : reading.columns) {
        const ReadField* field = fields.find(column.field);
        const bool isNumber = field != nullptr && holds == Holds::Amount &&
                              (field->holds == Holds::Amount || field->holds == Holds::Whole);
        if (isNumber || (field != nullptr && field->holds == holds)) {
            of += column.evidence;
        } else if (holds == Holds::Date ? column.evidence.areDates()
                                        : column.evidence.areAmounts()) {
            any += column.evidence;
        }
    }
    if (holds == Holds::Date) {
        return of.filled() > 0 ? of : any;
    }
    return of.decimalMark() ? of : any;
}

void settleForms(Reading& reading, const ReadFields& fields, const ReadHabits& habits)
{
    if (!reading.used.decimalMark) {
        const auto mark = evidenceOf(reading, fields, Holds::Amount).decimalMark();
        reading.isMarkAssumed = !mark;
        reading.used.decimalMark =
            mark.value_or(*reading.used.separator == ';' ? ',' : habits.decimalMark);
    }
    if (!reading.used.dateOrder) {
        const Evidence dates = evidenceOf(reading, fields, Holds::Date);
        reading.isOrderAssumed = dates.isDateOrderOpen();
        reading.used.dateOrder = dates.dateOrder().value_or(habits.dateOrder);
    }
}

void findMissing(Reading& reading, const ReadFields& fields)
{
    const auto isThere = [&](const std::string& name) {
        const auto value = reading.used.values.find(name);
        return (value != reading.used.values.end() && !value->second.empty()) ||
               std::ranges::find(reading.columns, name, &ReadColumn::field) !=
                   reading.columns.end();
    };
    for (const ReadField& field : fields.fields) {
        const bool isMade = field.holds == Holds::Code && !fields.codeFrom.empty() &&
                            reading.used.noCode == NoCode::Make && isThere(fields.codeFrom);
        const bool isCounted =
            field.name == fields.total && isThere(fields.each) && isThere(fields.units);
        if (field.isNeeded && !isThere(field.name) && !isMade && !isCounted) {
            reading.missing.push_back(field.name);
        }
    }
}

void requireKnown(const Answers& answers, const ReadFields& fields)
{
    for (const auto& [name, value] : answers.values) {
        if (fields.find(name) == nullptr) {
            std::string known;
            for (const ReadField& one : fields.fields) {
                known += (known.empty() ? "" : ", ") + one.name;
            }
            throw Refusal("import.no_field", {{"field", name}, {"known", known}});
        }
    }
}

} // namespace

TableRow headerOf(std::string_view text, char separator, const ReadFields& fields)
{
    std::vector<TableRow> first;
    visitRows(text, separator, [&](const TableRow& row) {
        if (!row.isBlank()) {
            first.push_back(row);
        }
        return first.size() < kRowsBeforeHeader;
    });
    const TableRow* best = nullptr;
    std::size_t most = 0;
    for (const TableRow& row : first) {
        const std::size_t known = row.fault ? 0 : knownNames(row.cells, fields);
        if (known > most) {
            most = known;
            best = &row;
        }
    }
    if (best != nullptr) {
        return *best;
    }
    const auto wide = std::ranges::find_if(first, [](const TableRow& row) {
        return std::ranges::count_if(row.cells, [](const auto& cell) { return !cell.empty(); }) > 1;
    });
    return wide != first.end() ? *wide : first.empty() ? TableRow() : first.front();
}

void requireMapped(const Reading& reading, const std::string& fileName)
{
    std::string missing;
    for (const std::string& name : reading.missing) {
        missing += (missing.empty() ? "" : ", ") + name;
    }
    if (!missing.empty()) {
        throw Refusal("import.unmapped", {{"file", fileName}, {"fields", missing}});
    }
}

Reading readTable(std::string_view bytes, const std::string& fileName, const ReadFields& fields,
                  const Answers& answers, const ReadHabits& habits)
{
    requireKnown(answers, fields);
    Reading reading{.used = answers};
    reading.used.encoding = answers.encoding.value_or(recognizeEncoding(bytes));
    const std::string text = decoded(bytes, *reading.used.encoding);
    reading.used.separator = answers.separator.value_or(recognizeSeparator(text));
    const TableRow header = headerOf(text, *reading.used.separator, fields);
    if (header.isBlank()) {
        throw Refusal("import.no_table", {{"file", fileName}});
    }
    reading.headerLine = header.line;
    reading.columns = columnsOf(header);
    visitRows(text, *reading.used.separator, [&](const TableRow& row) {
        if (row.line > header.line && !row.fault) {
            see(reading.columns, row);
        }
        return true;
    });
    assignColumns(reading.columns, fields, answers);
    settleForms(reading, fields, habits);
    findMissing(reading, fields);
    writeCanonical(text, fields, habits, reading);
    return reading;
}

bool isOwnTable(std::string_view head, const ReadFields& fields)
{
    if (recognizeEncoding(head.substr(0, 4)) != Encoding::Utf8) {
        return false;
    }
    std::vector<std::string> names;
    visitRows(decoded(head, Encoding::Utf8), ',', [&](const TableRow& row) {
        names = row.cells;
        return false;
    });
    return !names.empty() && std::ranges::find(names, "") == names.end() &&
           std::ranges::all_of(fields.fields, [&](const ReadField& field) {
               return !field.isNeeded || std::ranges::find(names, field.name) != names.end();
           });
}

} // namespace giftbox::exchange
