#pragma once

#include "books/books.h"
#include "exchange/reading/reading.h"
#include "foundation/csv.h"
#include "foundation/date.h"
#include "foundation/money.h"
#include "foundation/refusal.h"

#include <cstdint>
#include <functional>
#include <istream>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace giftbox::exchange {

/// The number of changes listed for a file; any more are only counted.
inline constexpr std::size_t kMostChanges = 1000;

/// The number of mistakes listed for a file; any more are only counted.
inline constexpr std::size_t kMostMistakes = 2000;

/// The treatment of a file with more mistakes than are listed.
enum class Beyond {
    Stop, ///< stop reading, because others are waiting
    Count ///< read the rest for mistakes visible in a single row
};

/// What an import does with a thing that is there with other values, and with a new one.
enum class Changes {
    Add,       ///< add new ones; other values are errors
    Both,      ///< add new ones, and change those that are there
    UpdateOnly ///< change those that are there; new ones are errors
};
/// `add`, `both`, `update`.
std::string_view nameOf(Changes changes);
std::optional<Changes> changesNamed(std::string_view name);

/// What a code is that differs from one that is there only by zeros at its beginning, which spreadsheets drop.
enum class ZeroCodes { Ask, AreTheSame, AreNew };
/// `ask`, `same`, `new`.
std::string_view nameOf(ZeroCodes codes);
std::optional<ZeroCodes> zeroCodesNamed(std::string_view name);

/// A file to import. `ignored` lists columns that no import reads. `progress` now and then gets the bytes read so
/// far.
struct ImportSource {
    std::istream& in;
    std::string fileName;
    std::vector<std::string> ignored;
    std::function<void(std::int64_t)> progress;
    Beyond beyond = Beyond::Stop;
    Changes changes = Changes::Add;
    ZeroCodes zeroCodes = ZeroCodes::Ask;
    /// Malformed rows of the file from which `in` was read, see readTable.
    std::vector<Reading::Fault> faults = {};
};

/// The result of an import, in keys (an item, a recipient, a receipt, a box).
struct ImportSummary {
    std::int64_t added = 0;
    std::int64_t unchanged = 0;
    std::int64_t changed = 0;
    /// What changed, as `items.csv:3: Item HAT: name "Cap" becomes "Hat"`, up to kMostChanges.
    std::vector<std::string> changes = {};
    /// The changed ones and the digests of what they were, for the event.
    std::string edited = {};

    bool operator==(const ImportSummary&) const = default;
};

/// Records the event of an import of `what`, such as `items`, with the action `import.items`.
void recordImport(books::WriteTransaction& tx, std::string_view what, const ImportSummary& summary);

struct ImportColumn {
    std::string name;
    bool required = true;
    /// The text about accounting's view with this column, which cannot be imported.
    std::string view = {};
    /// Another name for its values in refusals.
    std::string about = {};
};

/// Reads the rows of an import file by column name and collects the bad ones, up to kMostMistakes. Removes the
/// spreadsheet guard from text cells.
class ImportFile {
public:
    /// Reads the header. Throws Refusal `import.rejected` if a required column is missing, or a column is unknown or
    /// appears twice; `import.view` for accounting's view.
    ImportFile(ImportSource source, std::vector<ImportColumn> columns,
               foundation::Currency currency);

    /// Moves to the next well-formed CSV row; marks others as bad. Throws Refusal `import.rejected` if the rest is
    /// not to be read.
    bool next();
    std::int64_t line() const { return reader_.line(); }
    /// Whether the current row has no fault so far.
    bool rowIsGood() const { return rowIsGood_; }
    Changes changes() const { return source_.changes; }
    ZeroCodes zeroCodes() const { return source_.zeroCodes; }
    /// `items.csv:3: `.
    std::string place(std::int64_t line) const;
    /// Adds a change to the summary; `subject` and `digest` for the event.
    void addChange(ImportSummary& summary, std::int64_t line, const std::string& sentence,
                   const std::string& subject, const std::string& digest) const;
    /// Whether the whole file has no fault so far.
    bool fileIsGood() const { return mistakes_ == 0; }
    /// The number of bad cells and malformed rows so far.
    std::size_t badCells() const { return mistakes_; }
    /// Whether there are more mistakes than are listed. The rest is only read, not compared, kept or posted.
    bool isHopeless() const { return mistakes_ > kMostMistakes; }

    bool has(std::size_t column) const { return at_[column].has_value(); }
    /// The cell unchanged; empty if the file lacks the column.
    std::string_view code(std::size_t column) const;
    /// Like code, without the guard: the form that may be stored from before texts were kept as foundation::entered.
    std::string spelled(std::size_t column) const;
    /// The cell as stored: without the guard, as foundation::entered.
    std::string text(std::size_t column) const;
    std::optional<std::int64_t> integer(std::size_t column);
    std::int64_t requiredInteger(std::size_t column);
    foundation::Money amount(std::size_t column);
    foundation::Date date(std::size_t column);
    foundation::Month month(std::size_t column);
    std::optional<foundation::Date> optionalDate(std::size_t column);

    /// Marks the current row as bad.
    void reject(std::size_t column, std::string_view sentence);
    /// Marks a row read earlier as bad.
    void rejectAt(std::int64_t line, std::size_t column, std::string_view sentence);
    /// The same for a refusal, at the column it is about, or at `fallback`.
    void rejectAt(std::int64_t line, std::size_t fallback, const foundation::Refusal& refusal);
    /// The first line of the file with this number in the books, new or existing; `line` if there was none so far.
    std::int64_t firstLineOf(std::int64_t number, std::int64_t line);
    /// Whether the row at `line` is that line; otherwise marks it as bad. `key` names what the file has twice.
    bool isFirst(std::int64_t line, std::size_t column, std::int64_t number, std::string_view key);
    /// Runs `check` and turns a refusal into a bad cell of the row at `line`.
    template <class Check>
    bool holds(std::int64_t line, std::size_t column, Check&& check)
    {
        try {
            check();
            return true;
        } catch (const foundation::Refusal& refusal) {
            note(line, columns_[column].name, refusal);
            return false;
        }
    }
    /// Like holds, for a whole row: each fault is put at the column it is about, or at `fallback`.
    template <class Check>
    bool holdsAll(std::int64_t line, std::size_t fallback, Check&& check)
    {
        try {
            check();
            return true;
        } catch (const foundation::Refusal& refusal) {
            for (const foundation::Refusal* fault : refusal.faults()) {
                rejectAt(line, fallback, *fault);
            }
            return false;
        }
    }
    /// Throws Refusal `import.rejected` with the bad rows, if any, in file order.
    void throwIfBad();
    /// The same for the files of one import: the bad rows of one file after those of the other.
    static void throwIfBad(std::span<ImportFile* const> files);
    /// `a.csv line 2`.
    std::string placeOf(std::int64_t line) const;
    /// Requires that distant days are confirmed, and names the line of the oldest. Throws Refusal `date.far`.
    void requireConfirmed(const books::WriteTransaction& tx) const;

private:
    void readHeader();
    bool isBlank() const;
    /// Adds the bad rows in file order and reports their number.
    foundation::Sentence takeBad(std::vector<foundation::BadRow>& rows);
    void note(std::int64_t line, std::string column, std::string sentence,
              std::string command = {});
    void note(std::int64_t line, const std::string& column, const foundation::Refusal& refusal);
    void noteMalformed();

    ImportSource source_;
    foundation::CsvReader reader_;
    std::vector<ImportColumn> columns_;
    foundation::Currency currency_;
    std::vector<std::optional<std::size_t>> at_;
    std::size_t headerSize_ = 0;
    bool rowIsGood_ = true;
    std::int64_t rows_ = 0;
    std::vector<foundation::BadRow> bad_;                ///< the first kMostMistakes
    std::size_t mistakes_ = 0;                           ///< all of them
    std::map<foundation::Date, std::int64_t> lineOfDay_; ///< for each day read
    /// For firstLineOf(): pages of lines by number, 0 if unknown, so that any range of numbers takes little memory.
    std::unordered_map<std::int64_t, std::vector<std::int64_t>> firstLines_;
};

} // namespace giftbox::exchange
