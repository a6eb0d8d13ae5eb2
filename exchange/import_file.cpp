#include "exchange/import_file.h"

#include "foundation/fold.h"
#include "foundation/json.h"
#include "foundation/text.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace giftbox::exchange {

using foundation::BadRow;
using foundation::Date;
using foundation::Money;
using foundation::Refusal;

namespace {

constexpr std::int64_t kRowsBetweenProgress = 4096;
constexpr std::int64_t kNumbersInPage = 1024;
constexpr std::array<std::string_view, 3> kChanges = {"add", "both", "update"};
constexpr std::array<std::string_view, 3> kZeroCodes = {"ask", "same", "new"};

} // namespace

std::string_view nameOf(Changes changes) { return kChanges[static_cast<std::size_t>(changes)]; }

std::optional<Changes> changesNamed(std::string_view name)
{
    const auto found = std::ranges::find(kChanges, name);
    return found == kChanges.end() ? std::nullopt
                                   : std::optional(static_cast<Changes>(found - kChanges.begin()));
}

std::string_view nameOf(ZeroCodes codes) { return kZeroCodes[static_cast<std::size_t>(codes)]; }

std::optional<ZeroCodes> zeroCodesNamed(std::string_view name)
{
    const auto found = std::ranges::find(kZeroCodes, name);
    return found == kZeroCodes.end()
               ? std::nullopt
               : std::optional(static_cast<ZeroCodes>(found - kZeroCodes.begin()));
}

void recordImport(books::WriteTransaction& tx, std::string_view what, const ImportSummary& summary)
{
    foundation::JsonObject detail;
    detail.add("added", summary.added).add("unchanged", summary.unchanged);
    if (summary.changed > 0) {
        detail.add("changed", summary.changed).add("edited", summary.edited);
    }
    tx.record("import." + std::string(what), what, detail.text());
}

ImportFile::ImportFile(ImportSource source, std::vector<ImportColumn> columns,
                       foundation::Currency currency)
    : source_(std::move(source)), reader_(source_.in, source_.fileName),
      columns_(std::move(columns)), currency_(std::move(currency)), at_(columns_.size())
{
    readHeader();
    throwIfBad();
    for (const Reading::Fault& fault : source_.faults) {
        note(fault.line, fault.column, fault.sentence);
    }
}

std::string ImportFile::place(std::int64_t line) const
{
    return source_.fileName + ":" + std::to_string(line) + ": ";
}

void ImportFile::addChange(ImportSummary& summary, std::int64_t line, const std::string& sentence,
                           const std::string& subject, const std::string& digest) const
{
    ++summary.changed;
    if (summary.changes.size() < kMostChanges) {
        summary.changes.push_back(place(line) + sentence);
    }
    summary.edited += (summary.edited.empty() ? "" : " ") + subject + ":" + digest;
}

void ImportFile::readHeader()
{
    if (!reader_.next()) {
        note(1, "header", "The file is empty. The first line must have the column names.");
        return;
    }
    if (reader_.problem()) {
        noteMalformed();
        return;
    }
    headerSize_ = reader_.size();
    std::vector<std::string_view> seen;
    for (std::size_t i = 0; i < headerSize_; ++i) {
        const std::string_view name = reader_.cell(i);
        const auto column =
            std::find_if(columns_.begin(), columns_.end(),
                         [name](const ImportColumn& known) { return known.name == name; });
        if (std::find(seen.begin(), seen.end(), name) != seen.end()) {
            note(reader_.line(), foundation::quoted(name), "The column appears twice. Keep one.");
        } else if (column != columns_.end() && !column->view.empty()) {
            throw Refusal("import.view", {{"file", source_.fileName}, {"why", column->view}});
        } else if (column != columns_.end()) {
            at_[static_cast<std::size_t>(column - columns_.begin())] = i;
        } else if (std::find(source_.ignored.begin(), source_.ignored.end(), name) ==
                   source_.ignored.end()) {
            note(reader_.line(), foundation::quoted(name),
                 "Giftbox does not know this column. Remove it, or add it to the columns to "
                 "ignore.");
        }
        seen.push_back(name);
    }
    for (std::size_t i = 0; i < columns_.size(); ++i) {
        if (columns_[i].required && !at_[i]) {
            note(reader_.line(), columns_[i].name,
                 "The column is missing from the header line. Add it.");
        }
    }
}

bool ImportFile::next()
{
    while (true) {
        if (isHopeless() && source_.beyond == Beyond::Stop) {
            throwIfBad();
        }
        if (!reader_.next()) {
            return false;
        }
        if (source_.progress && ++rows_ % kRowsBetweenProgress == 0) {
            source_.progress(reader_.bytesRead());
        }
        rowIsGood_ = true;
        if (reader_.problem()) {
            noteMalformed();
        } else if (isBlank()) {
            continue;
        } else if (reader_.size() != headerSize_) {
            note(reader_.line(), "row",
                 "The row has " + std::to_string(reader_.size()) + " cells, but the header has " +
                     std::to_string(headerSize_) + ".");
        } else {
            return true;
        }
    }
}

/// A row of commas, as spreadsheets leave below a table. A row of one column may be empty.
bool ImportFile::isBlank() const
{
    for (std::size_t i = 0; i < reader_.size(); ++i) {
        if (!reader_.cell(i).empty()) {
            return false;
        }
    }
    return reader_.size() > 1;
}

std::string_view ImportFile::code(std::size_t column) const
{
    return at_[column] ? reader_.cell(*at_[column]) : std::string_view();
}

std::string ImportFile::spelled(std::size_t column) const
{
    return foundation::unguarded(code(column));
}

std::string ImportFile::text(std::size_t column) const
{
    return foundation::entered(spelled(column));
}

std::optional<std::int64_t> ImportFile::integer(std::size_t column)
{
    const std::string_view cell = code(column);
    std::int64_t value = 0;
    if (cell.empty()) {
        return std::nullopt;
    }
    const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
    if (error != std::errc() || end != cell.data() + cell.size()) {
        reject(column, foundation::quoted(cell) + " is not a whole number.");
        return std::nullopt;
    }
    return value;
}

std::int64_t ImportFile::requiredInteger(std::size_t column)
{
    if (code(column).empty()) {
        reject(column, "The cell is empty. Enter a whole number.");
        return 0;
    }
    return integer(column).value_or(0);
}

Money ImportFile::amount(std::size_t column)
{
    Money value;
    holds(line(), column, [&] { value = foundation::parseMoney(code(column), currency_); });
    return value;
}

Date ImportFile::date(std::size_t column)
{
    Date value;
    if (holds(line(), column, [&] { value = foundation::parseDate(code(column)); }) &&
        !isHopeless()) {
        lineOfDay_.try_emplace(value, line());
    }
    return value;
}

void ImportFile::requireConfirmed(const books::WriteTransaction& tx) const
{
    const auto day = tx.farDay();
    const auto at = day ? lineOfDay_.find(*day) : lineOfDay_.end();
    if (at != lineOfDay_.end()) {
        tx.requireConfirmed(placeOf(at->second));
    }
}

std::string ImportFile::placeOf(std::int64_t line) const
{
    return source_.fileName + " line " + std::to_string(line);
}

foundation::Month ImportFile::month(std::size_t column)
{
    foundation::Month value;
    holds(line(), column, [&] { value = foundation::parseMonth(code(column)); });
    return value;
}

std::optional<Date> ImportFile::optionalDate(std::size_t column)
{
    return code(column).empty() ? std::nullopt : std::optional(date(column));
}

void ImportFile::reject(std::size_t column, std::string_view sentence)
{
    rejectAt(line(), column, sentence);
}

void ImportFile::rejectAt(std::int64_t line, std::size_t column, std::string_view sentence)
{
    note(line, columns_[column].name, std::string(sentence));
}

std::int64_t ImportFile::firstLineOf(std::int64_t number, std::int64_t line)
{
    std::vector<std::int64_t>& page = firstLines_[number / kNumbersInPage];
    page.resize(kNumbersInPage);
    std::int64_t& first = page[static_cast<std::size_t>(number % kNumbersInPage)];
    first = first == 0 ? line : first;
    return first;
}

bool ImportFile::isFirst(std::int64_t line, std::size_t column, std::int64_t number,
                         std::string_view key)
{
    const std::int64_t first = firstLineOf(number, line);
    if (first != line) {
        rejectAt(line, column,
                 "Line " + std::to_string(first) + " already has " + std::string(key) +
                     ". Keep one.");
    }
    return first == line;
}

void ImportFile::rejectAt(std::int64_t line, std::size_t fallback,
                          const foundation::Refusal& refusal)
{
    const auto column = std::ranges::find_if(columns_, [&](const ImportColumn& one) {
        return !refusal.field().empty() &&
               (one.name == refusal.field() || one.about == refusal.field());
    });
    note(line, column == columns_.end() ? columns_[fallback].name : column->name, refusal);
}

void ImportFile::note(std::int64_t line, const std::string& column,
                      const foundation::Refusal& refusal)
{
    if (mistakes_ < kMostMistakes) {
        note(line, column, refusal.said().withoutAdvice(), refusal.said().commandAdvice());
    } else {
        note(line, {}, {}); // only counted
    }
}

void ImportFile::note(std::int64_t line, std::string column, std::string sentence,
                      std::string command)
{
    rowIsGood_ = rowIsGood_ && line != reader_.line();
    if (++mistakes_ > kMostMistakes) {
        return;
    }
    bad_.push_back({.file = source_.fileName,
                    .line = line,
                    .column = std::move(column),
                    .sentence = std::move(sentence),
                    .command = std::move(command)});
}

/// Requires reader_.problem().
void ImportFile::noteMalformed()
{
    note(reader_.line(), std::to_string(reader_.problem()->column), reader_.problem()->sentence);
}

void ImportFile::throwIfBad()
{
    ImportFile* const self = this;
    throwIfBad({&self, 1});
}

void ImportFile::throwIfBad(std::span<ImportFile* const> files)
{
    std::vector<foundation::Sentence> sentences;
    std::vector<BadRow> rows;
    for (ImportFile* file : files) {
        if (!file->fileIsGood()) {
            sentences.push_back(file->takeBad(rows));
        }
    }
    if (!sentences.empty()) {
        const std::size_t count = sentences.size();
        throw Refusal("import.rejected", {{"files", sentences}, {"count", count}}, std::move(rows));
    }
}

foundation::Sentence ImportFile::takeBad(std::vector<BadRow>& rows)
{
    std::ranges::stable_sort(bad_, {}, &BadRow::line);
    std::int64_t lines = 0;
    std::int64_t last = 0;
    for (BadRow& row : bad_) {
        lines += row.line != last ? 1 : 0;
        last = row.line;
        rows.push_back(std::move(row));
    }
    const char* key = !isHopeless()                     ? "part.bad_rows"
                      : source_.beyond == Beyond::Count ? "part.bad_counted"
                                                        : "part.bad_stopped";
    return foundation::Sentence(key, {{"file", source_.fileName},
                                      {"rows", lines},
                                      {"mistakes", mistakes_},
                                      {"told", kMostMistakes}});
}

} // namespace giftbox::exchange
