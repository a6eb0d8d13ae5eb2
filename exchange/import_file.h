#pragma once

#include "books/books.h"
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

/// So many mistakes of a file are told; of those beyond, only how many there are.
inline constexpr std::size_t kMostMistakes = 2000;

/// What becomes of a file with more mistakes than are told.
enum class Beyond {
    Stop, ///< the rest is not read: others wait meanwhile
    Count ///< the rest is read for mistakes that a row shows by itself
};

/// A file to import. `ignored` are columns it may have that no import reads. `progress` gets the bytes read so far now and then.
struct ImportSource {
    std::istream& in;
    std::string fileName;
    std::vector<std::string> ignored;
    std::function<void(std::int64_t)> progress;
    Beyond beyond = Beyond::Stop;
};

/// What an import did, in keys (an item, a recipient, a receipt, a box).
struct ImportSummary {
    std::int64_t added = 0;
    std::int64_t unchanged = 0;

    bool operator==(const ImportSummary&) const = default;
};

/// Records the event of an import of `what`, such as `items`, under the action `import.items`.
void recordImport(books::WriteTransaction& tx, std::string_view what, const ImportSummary& summary);

struct ImportColumn {
    std::string name;
    bool required = true;
    /// That of accounting's view which has it, and no file that can be imported.
    std::string view = {};
    /// Another name of its values in refusals.
    std::string about = {};
};

/// Reads the rows of an import file by column name and gathers the bad ones, up to kMostMistakes. Text cells lose the spreadsheet guard.
class ImportFile {
public:
    /// Reads the header. Throws Refusal `import.rejected` when a required column is missing, a column is unknown or there twice;
    /// `import.view` when it is a view for accounting.
    ImportFile(ImportSource source, std::vector<ImportColumn> columns,
               foundation::Currency currency);

    /// Moves to the next row that is well formed as CSV; others are noted as bad. Throws Refusal `import.rejected` where the rest is not to be read.
    bool next();
    std::int64_t line() const { return reader_.line(); }
    /// Whether nothing is wrong with the current row so far.
    bool rowIsGood() const { return rowIsGood_; }
    /// Whether nothing was wrong so far in the whole file.
    bool fileIsGood() const { return mistakes_ == 0; }
    /// How many cells, or rows that are no rows, were wrong so far.
    std::size_t badCells() const { return mistakes_; }
    /// Whether there are more mistakes than are told. What is read from now on is only to be read: it is not compared, kept or posted.
    bool isHopeless() const { return mistakes_ > kMostMistakes; }

    bool has(std::size_t column) const { return at_[column].has_value(); }
    /// The cell as it stands; empty when the file lacks the column.
    std::string_view code(std::size_t column) const;
    /// As code, without the guard: as it may be kept from before words were kept as foundation::entered.
    std::string spelled(std::size_t column) const;
    /// The cell as it is kept: without the guard, and as foundation::entered.
    std::string text(std::size_t column) const;
    std::optional<std::int64_t> integer(std::size_t column);
    std::int64_t requiredInteger(std::size_t column);
    foundation::Money amount(std::size_t column);
    foundation::Date date(std::size_t column);
    foundation::Month month(std::size_t column);
    std::optional<foundation::Date> optionalDate(std::size_t column);

    /// Notes the current row as bad.
    void reject(std::size_t column, std::string_view sentence);
    /// Notes a row that has been read before as bad.
    void rejectAt(std::int64_t line, std::size_t column, std::string_view sentence);
    /// The same with what was refused, at the column that it is about, or at `fallback`.
    void rejectAt(std::int64_t line, std::size_t fallback, const foundation::Refusal& refusal);
    /// The line of the file that was the first for what has this number in the books, be it new or there before; `line` when there was none so far.
    std::int64_t firstLineOf(std::int64_t number, std::int64_t line);
    /// Whether the row at `line` is that line. Else notes it as bad; `key` names what is in the file twice.
    bool isFirst(std::int64_t line, std::size_t column, std::int64_t number, std::string_view key);
    /// Runs `check` and turns a refusal into a bad cell of the row at `line`.
    template <class Check>
    bool holds(std::int64_t line, std::size_t column, Check&& check)
    {
        try {
            check();
            return true;
        } catch (const foundation::Refusal& refusal) {
            note(line, columns_[column].name, refusal.said().withoutAdvice(),
                 refusal.said().commandAdvice());
            return false;
        }
    }
    /// As holds, of a whole row: each thing that is wrong stands at the column that it is about, or at `fallback`.
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
    /// Throws Refusal `import.rejected` with the bad rows in file order when there is one.
    void throwIfBad();
    /// The same for files that are one import: the bad rows of one file after those of the other.
    static void throwIfBad(std::span<ImportFile* const> files);
    /// Names the line of the oldest day, where it is far and nobody has confirmed the file. Throws Refusal `date.far`.
    void requireConfirmed(const books::WriteTransaction& tx) const;

private:
    void readHeader();
    /// Adds the bad rows in file order, and says how many there are.
    foundation::Sentence takeBad(std::vector<foundation::BadRow>& rows);
    void note(std::int64_t line, std::string column, std::string sentence,
              std::string command = {});
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
    std::map<foundation::Date, std::int64_t> lineOfDay_; ///< of each day that was read
    /// For firstLineOf(): pages of lines by number, 0 where none is known, so that it takes little memory wherever numbers begin.
    std::unordered_map<std::int64_t, std::vector<std::int64_t>> firstLines_;
};

} // namespace giftbox::exchange
