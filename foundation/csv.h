#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <istream>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace giftbox::foundation {

/// What marks text as UTF-8: a spreadsheet takes a file without it for another encoding.
inline constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

/// A fault in the form or encoding of a record.
struct CsvProblem {
    std::size_t column = 0; ///< counted from 1
    std::string sentence;

    bool operator==(const CsvProblem&) const = default;
};

/// Reads RFC 4180 records one by one, in memory for the longest record. Accepts CRLF or LF, a leading UTF-8 byte
/// order mark, and a missing last line end. A malformed record is still returned, with `problem()` set and unreliable
/// cells, and reading continues with the next line. An unclosed quote takes everything up to the next quote into its
/// cell, over any number of lines.
class CsvReader {
public:
    static constexpr std::size_t kLongestCellBytes = std::size_t{64} * 1024;
    static constexpr std::size_t kMostColumns = 256;

    /// `fileName` is used only in places. The stream must outlive the reader. `separator` is any ASCII sign but a
    /// quote, CR, LF and NUL.
    CsvReader(std::istream& in, std::string fileName, char separator = ',');

    /// Moves to the next record; false at the end. Skips empty lines. Throws Refusal `file.unreadable` if the stream
    /// fails, so that a failing disk is not taken for the end of the file.
    bool next();
    /// The line, from 1, where the current record begins.
    std::int64_t line() const { return recordLine_; }
    /// The first fault in the current record's form or encoding (a misplaced or unclosed quote, bytes after a closing
    /// quote, a CR without LF outside quotes, invalid UTF-8, a NUL, a cell over kLongestCellBytes, more than
    /// kMostColumns); none if it is well formed.
    const std::optional<CsvProblem>& problem() const { return problem_; }
    std::size_t size() const { return cells_.size(); }
    /// Valid until the next call of next(). Requires index < size().
    std::string_view cell(std::size_t index) const;
    const std::string& fileName() const { return fileName_; }
    /// Bytes read from the stream so far, for progress.
    std::int64_t bytesRead() const { return bytesRead_; }

private:
    /// A cell's place, counted from the beginning of its record.
    struct Span {
        std::size_t begin = 0;
        std::size_t size = 0;
    };
    enum class After { Cell, Record };
    enum class Part { WholeCell, BehindClosingQuote };

    bool fill();
    bool hasByte() { return read_ < end_ || fill(); }
    void skipByteOrderMark();
    bool skipEmptyLines();
    After readCell();
    Part readQuotedPart();
    After readPlainPart(Part part);
    bool endsLine();
    void beginCell();
    void endCell();
    void keep(std::size_t count);
    void complain(std::string_view sentence);
    void checkEncoding();

    std::istream& in_;
    std::string fileName_;
    char separator_;
    std::array<bool, 256> stopsPlainCell_;
    std::vector<Span> cells_;
    std::optional<CsvProblem> problem_;
    std::int64_t line_ = 1;
    std::int64_t recordLine_ = 1;
    std::int64_t bytesRead_ = 0;

    /// In the buffer, [begin_, kept_) is the part of the record kept so far, and [read_, end_) is still to be
    /// scanned. The bytes between (delimiters, quotes, cut cells) are dropped when the buffer is refilled.
    std::vector<char> buffer_;
    std::size_t begin_ = 0;
    std::size_t kept_ = 0;
    std::size_t read_ = 0;
    std::size_t end_ = 0;
    std::size_t cellBegin_ = 0; ///< counted from begin_
};

/// Appends one cell to `out`, quoted only if RFC 4180 requires it (comma, quote, CR, LF, or a leading or trailing
/// space). If an empty cell is alone in its record, the caller must write it as `""`, or readers take it for an empty
/// line.
void appendCsvCell(std::string& out, std::string_view text, char separator = ',');

/// The spreadsheet guard for text columns: adds one `'` before text that begins with `=` `+` `-` `@` TAB CR LF or
/// their full-width forms (U+FF1D U+FF0B U+FF0D U+FF20), after any number of `'`. So unguarded(guarded(t)) == t for
/// every t (OWASP, CSV injection).
std::string guarded(std::string_view text);
/// Removes one leading `'` that `guarded` may have added; returns other text unchanged.
std::string unguarded(std::string_view text);

} // namespace giftbox::foundation
