#pragma once

#include "foundation/date.h"
#include "foundation/money.h"
#include "foundation/sentence.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace giftbox::foundation {

/// The type of a column. It decides alignment in a table, quoting in JSON (money is always a string) and the
/// spreadsheet guard in CSV (text only).
enum class ColumnType { Text, Code, Integer, Amount, Date };

/// Whether a column has a value in every row; a cell is empty where it is unknown, does not apply, or may not be seen.
enum class Cells { Filled, MaybeEmpty };

/// `name` is the machine name (`total_cost`); `title` heads the column of a table (`Total cost`).
struct Column {
    std::string name;
    std::string title;
    ColumnType type = ColumnType::Text;
    Cells cells = Cells::Filled;
};

/// The personal data in a cell: the person's code, name, or text written about them.
enum class Personal { Code, Name, Words };
/// How much of the people in rows a reader may see: nothing, the code, or also the name and texts.
enum class PeopleSeen { Nothing, Code, Name };
bool isSeen(Personal what, PeopleSeen seen);
/// Replaces text that the reader may not see.
inline constexpr const char* kNotShown = "(not shown)";

/// Takes rows cell by cell and writes them somewhere. Every row has as many cells as there are columns, in their order.
class RowWriter {
public:
    virtual ~RowWriter() = default;
    virtual void begin(std::span<const Column> columns) = 0;
    virtual void text(std::string_view value) = 0; ///< UTF-8, any content
    virtual void code(std::string_view value) = 0; ///< SKU, number, state: never guarded
    /// Personal data, hidden by makeHidingWriter; otherwise written like code(), or for names and texts like text().
    virtual void personal(Personal what, std::string_view value);
    /// Sentences of the catalog, separated by `; `; empty() if none. Like text() unless a writer has its own form.
    virtual void sentences(const std::vector<Sentence>& value);
    virtual void integer(std::int64_t value) = 0;
    virtual void amount(Money value) = 0; ///< in the writer's currency
    virtual void date(Date value) = 0;
    virtual void month(Month value) = 0;
    virtual void empty() = 0; ///< unknown or not applicable
    virtual void endRow() = 0;
    virtual void end() = 0;
};

/// Receives output in pieces of up to about 64 KiB. May throw to stop.
using Sink = std::function<void(std::string_view)>;

enum class Guard { On, Off };

/// What stands between cells, and before the cents of an amount.
struct CsvMarks {
    char separator = ',';
    char decimalMark = '.';
};

/// RFC 4180 with CRLF and one header line of names. Rows are passed on as the buffer fills, so memory does not grow
/// with rows. Files for programs have the marks that are there without saying.
std::unique_ptr<RowWriter> makeCsvWriter(Sink sink, const Currency& currency, Guard guard,
                                         CsvMarks marks = {});
/// One array of objects, one object per line, keys = column names; amounts, codes, dates as strings, integers as
/// numbers, unknown as null. Streams.
std::unique_ptr<RowWriter> makeJsonWriter(Sink sink, const Currency& currency);
/// A workbook (.xlsx): titles in a row that stays in view, amounts, integers and days as such, codes as text; another
/// sheet after 1,048,576 rows. Memory does not grow with rows: they are in temporary files until end(), which passes
/// the workbook on. Its functions throw std::system_error or std::runtime_error where such a file cannot be written.
std::unique_ptr<RowWriter> makeXlsxWriter(Sink sink, const Currency& currency);
/// Such a workbook of several sheets, which are written one after the other.
class XlsxBook {
public:
    struct Impl;

    explicit XlsxBook(const Currency& currency);
    ~XlsxBook();
    XlsxBook(const XlsxBook&) = delete;
    XlsxBook& operator=(const XlsxBook&) = delete;
    /// The writer of the next sheet; `name` has at most 31 characters, or is empty for `Sheet1`.
    std::unique_ptr<RowWriter> sheet(std::string name);
    /// Once, after the last sheet.
    void passOn(const Sink& sink);

private:
    friend std::unique_ptr<RowWriter> makeXlsxWriter(Sink sink, const Currency& currency);

    std::unique_ptr<Impl> impl_;
};
/// Aligned columns under their titles, amounts grouped by thousands with the points aligned, text through
/// printable(). Columns are measured over the first 4,096 rows and widened later if needed. `color` makes titles
/// bold.
enum class Ink { Plain, Color };
std::unique_ptr<RowWriter> makeTableWriter(Sink sink, const Currency& currency, Ink ink);

/// Writes to `out`, which must live as long, everything the reader may see: hidden codes and names become empty
/// cells, hidden texts kNotShown.
std::unique_ptr<RowWriter> makeHidingWriter(RowWriter& out, PeopleSeen seen);

} // namespace giftbox::foundation
