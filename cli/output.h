#pragma once

#include "cli/arguments.h"
#include "foundation/row_writer.h"

#include <cstdio>
#include <memory>
#include <string>

namespace giftbox::cli {

enum class Format { Table, Csv, Json };

/// How a result looks as a table: many rows under titles, or one thing with a line a column.
enum class Shape { Rows, Record };

/// Results could not be written: exit status 3.
class OutputError : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// Where results go: standard output, or with `-o FILE` a file that appears whole or not at all (a device, a pipe or a link is written as it goes).
class Output {
public:
    /// `-O` decides the format, else the extension of `-o`, else `fallback`. Throws UsageError for a format there is not.
    Output(const Arguments& arguments, bool isTerminal);
    Output(const Output&) = delete;
    Output& operator=(const Output&) = delete;
    ~Output();

    /// The format asked for, or `fallback`.
    Format format(Format fallback = Format::Table) const { return format_.value_or(fallback); }
    bool isTerminal() const { return isTerminal_ && path_.empty(); }

    /// Throws OutputError from its functions when the target cannot be written.
    std::unique_ptr<foundation::RowWriter> writer(const foundation::Currency& currency, Shape shape,
                                                  Format fallback = Format::Table);
    /// Makes sure that the target can be opened, so that nothing changes when its result has nowhere to go. Throws OutputError.
    void open();
    void write(std::string_view text);
    /// Everything has been written: makes the file appear. Throws OutputError.
    void finish();

private:
    void removePart() const;

    std::optional<Format> format_;
    foundation::Guard guard_;
    bool isTerminal_;
    std::string path_;
    std::string partPath_; ///< what is renamed to path_ at the end, or path_ itself
    std::FILE* file_ = stdout;
};

} // namespace giftbox::cli
