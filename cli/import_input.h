#pragma once

#include "cli/context.h"
#include "exchange/read_import.h"
#include "operations/import_how.h"

#include <fstream>
#include <memory>

namespace giftbox::cli {

/// An open file to import, with its size for the progress display.
class ImportInput {
public:
    /// Opens the file in the argument, or standard input for `-`. With a request key, which covers the content, reads
    /// all of it. Throws Refusal `file.unreadable`, and those of operations::importHow.
    ImportInput(Context& context, const std::string& argument);

    const std::string& name() const { return name_; }
    /// The file as it is.
    exchange::ImportSource source();
    /// A table of this kind: as it is if it has Giftbox's own columns and nothing is said about it; else as it is
    /// read, which is told on standard error. Throws Refusal as exchange::readTable, and `import.unmapped`.
    exchange::ImportSource table(const books::ReadTransaction& tx, const std::string& kind);
    /// Keeps how the table was read; nothing for a file as it is.
    void keepReading(books::WriteTransaction& tx, const std::string& kind) const;
    /// Writes the rows at the places of the refusal to the file of `--bad-rows`, and leaves them out from now on.
    /// False if there is no such file, or the refusal is not about rows.
    bool leaveOut(const foundation::Refusal& refusal);

private:
    void open(const Context& context);
    void hold(std::string bytes);
    std::istream& in();
    /// Whether the beginning is Giftbox's own; the stream is then at the beginning again.
    bool isOwn(const exchange::ReadFields& fields);
    exchange::ImportSource sourceOf(std::istream& in) const;
    void tell() const;

    Context& context_;
    std::string name_;
    operations::ImportHow how_;
    std::optional<std::ifstream> file_;
    std::optional<std::istringstream> held_;
    std::string bytes_;
    std::optional<exchange::ImportTable> table_;
    std::optional<std::istringstream> read_;
    std::unique_ptr<std::streambuf> joined_;
    std::optional<std::istream> rest_;
    std::function<void(std::int64_t)> progress_;
    std::string badRows_;
};

} // namespace giftbox::cli
