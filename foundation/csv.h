#pragma once

#include <cstddef>
#include <cstdint>
#include <istream>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace giftbox::foundation {

/// What is wrong with the shape or the encoding of a record.
struct CsvProblem {
    std::size_t column = 0; ///< counted from 1
    std::string sentence;

    bool operator==(const CsvProblem&) const = default;
};

/// Reads RFC 4180 records one by one; memory is that of the longest record. Accepts CRLF or LF, a leading UTF-8 byte
/// order mark, a missing last line end. A record that is malformed is still delivered, with `problem()` set and cells
/// that say nothing reliable, and reading goes on with the line after it. A quote that is never closed takes
/// everything up to the next quote into its cell, however many lines.
class CsvReader {
public:
    static constexpr std::size_t kLongestCellBytes = std::size_t{64} * 1024;
    static constexpr std::size_t kMostColumns = 256;

    /// `fileName` is only used in places. The stream must outlive the reader.
    CsvReader(std::istream& in, std::string fileName);

    /// Moves to the next record. False at the end. An empty line is skipped. Throws Refusal `file.unreadable` when the
    /// stream breaks, because a failing disk must not pass for the end of the file.
    bool next();
    /// The line, counted from 1, on which the current record begins.
    std::int64_t line() const { return recordLine_; }
    /// What is wrong with the current record's shape or encoding (a quote where none may be, an unclosed quote, bytes
    /// after a closing quote, a CR without its LF outside of quotes, invalid UTF-8, a NUL, a cell over
    /// kLongestCellBytes, more than kMostColumns); the first one if there are several; none when it is well formed.
    const std::optional<CsvProblem>& problem() const { return problem_; }
    std::size_t size() const { return cells_.size(); }
    /// Valid until the next call of next(). Requires index < size().
    std::string_view cell(std::size_t index) const;
    const std::string& fileName() const { return fileName_; }
    /// Bytes taken from the stream so far, for progress.
    std::int64_t bytesRead() const { return bytesRead_; }

private:
    /// Where a cell lies, counted from the beginning of its record.
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
    std::vector<Span> cells_;
    std::optional<CsvProblem> problem_;
    std::int64_t line_ = 1;
    std::int64_t recordLine_ = 1;
    std::int64_t bytesRead_ = 0;

    /// Of the buffer, [begin_, kept_) is what the record keeps so far and [read_, end_) is still to be scanned. What
    /// lies between (delimiters, quotes, cells cut short) is forgotten when the buffer is filled again.
    std::vector<char> buffer_;
    std::size_t begin_ = 0;
    std::size_t kept_ = 0;
    std::size_t read_ = 0;
    std::size_t end_ = 0;
    std::size_t cellBegin_ = 0; ///< counted from begin_
};

/// Appends one cell to `out`, quoted only where RFC 4180 needs it (comma, quote, CR, LF, or a leading or trailing space).
/// An empty cell that is alone in its record must be written as `""` by the caller, or a reader takes it for an empty line.
void appendCsvCell(std::string& out, std::string_view text);

/// The spreadsheet guard for text columns: text that begins with `=` `+` `-` `@` TAB CR LF or their full-width forms (U+FF1D U+FF0B U+FF0D U+FF20),
/// after any number of `'`, gets one more `'` in front. So unguarded(guarded(t)) == t for every t (OWASP, CSV injection).
std::string guarded(std::string_view text);
/// Takes one leading `'` off again where `guarded` may have put it; other text is returned unchanged.
std::string unguarded(std::string_view text);

} // namespace giftbox::foundation
