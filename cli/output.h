#pragma once

#include "cli/arguments.h"
#include "foundation/row_writer.h"

#include <cstdio>
#include <memory>
#include <string>

namespace giftbox::cli {

enum class Format { Table, Csv, Json, Xlsx };

/// How a result looks as a table: many rows under titles, one thing with a line a column, or the one text of each row
/// on a line.
enum class Shape { Rows, Record, Lines };

/// Results could not be written: exit status 3.
class OutputError : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// The destination of results: standard output, or with `-o FILE` a file that appears complete or not at all (a
/// device, pipe, or link is written directly).
class Output {
public:
    /// The format comes from `-O`, then the extension of `-o`, then `fallback`. Throws UsageError for an unknown
    /// format, and for a workbook on a terminal.
    Output(const Arguments& arguments, bool isTerminal);
    Output(const Output&) = delete;
    Output& operator=(const Output&) = delete;
    ~Output();

    /// The requested format, or `fallback`.
    Format format(Format fallback = Format::Table) const { return format_.value_or(fallback); }
    bool isTerminal() const { return isTerminal_ && path_.empty(); }

    /// Its functions throw OutputError when the target cannot be written.
    std::unique_ptr<foundation::RowWriter> writer(const foundation::Currency& currency, Shape shape,
                                                  Format fallback = Format::Table);
    /// Checks that the target can be opened, before anything changes. Throws OutputError.
    void open();
    void write(std::string_view text);
    /// Completes the output: makes the file appear. Throws OutputError.
    void finish();

private:
    void removePart() const;

    std::optional<Format> format_;
    foundation::Guard guard_;
    bool isTerminal_;
    std::string path_;
    std::string partPath_; ///< renamed to path_ at the end, or path_ itself
    std::FILE* file_ = stdout;
};

} // namespace giftbox::cli
