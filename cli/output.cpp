#include "cli/output.h"

#include "cli/record_writer.h"

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <unistd.h>

namespace giftbox::cli {

using foundation::Guard;
using foundation::Sink;

namespace {

std::optional<Format> formatNamed(const std::string& name)
{
    if (name == "table") {
        return Format::Table;
    }
    if (name == "csv") {
        return Format::Csv;
    }
    if (name == "xlsx") {
        return Format::Xlsx;
    }
    return name == "json" ? std::optional(Format::Json) : std::nullopt;
}

std::optional<Format> formatOf(const Arguments& arguments)
{
    if (const auto name = arguments.maybeText("-O")) {
        const auto format = formatNamed(*name);
        if (!format) {
            throw UsageError("there is no format " + *name +
                             "; expected table, csv, json, or xlsx");
        }
        return format;
    }
    const std::string path = arguments.path("-o");
    return formatNamed(path.substr(path.rfind('.') + 1));
}

/// Writes directly to a device, pipe, or link such as /dev/stdout, because a new file would replace it.
bool isToBeReplaced(const std::string& path)
{
    std::error_code unknown;
    const auto type = std::filesystem::symlink_status(path, unknown).type();
    return type == std::filesystem::file_type::not_found ||
           type == std::filesystem::file_type::regular;
}

} // namespace

Output::Output(const Arguments& arguments, bool isTerminal)
    : format_(formatOf(arguments)), guard_(arguments.has("--raw") ? Guard::Off : Guard::On),
      isTerminal_(isTerminal)
{
    const std::string path = arguments.path("-o");
    if (!path.empty() && path != "-") {
        path_ = path;
        partPath_ = isToBeReplaced(path) ? path + ".part" : path;
    }
    if (format_ == Format::Xlsx && this->isTerminal()) {
        throw UsageError("a terminal cannot show a workbook; add -o FILE");
    }
}

Output::~Output()
{
    if (file_ != nullptr && file_ != stdout) {
        std::fclose(file_);
        removePart();
    }
}

void Output::removePart() const
{
    if (partPath_ != path_) {
        std::remove(partPath_.c_str());
    }
}

void Output::open()
{
    if (file_ != stdout || path_.empty()) {
        return;
    }
    file_ = std::fopen(partPath_.c_str(), "wb");
    if (file_ == nullptr) {
        file_ = stdout;
        throw OutputError("cannot write " + path_ + ": " + std::strerror(errno));
    }
}

void Output::write(std::string_view text)
{
    open();
    if (std::fwrite(text.data(), 1, text.size(), file_) != text.size()) {
        throw OutputError("cannot write " + (path_.empty() ? "the result" : path_) + ": " +
                          std::strerror(errno));
    }
}

void Output::finish()
{
    open(); // an empty result also makes a file
    bool good = std::fflush(file_) == 0;
    if (file_ != stdout) {
        const bool isFile = partPath_ != path_;
        good = good && (!isFile || fsync(fileno(file_)) == 0);
        good = std::fclose(file_) == 0 && good;
        file_ = nullptr;
        good = good && (!isFile || std::rename(partPath_.c_str(), path_.c_str()) == 0);
    }
    if (!good) {
        const std::string reason = std::strerror(errno);
        removePart();
        throw OutputError("cannot write " + (path_.empty() ? "the result" : path_) + ": " + reason);
    }
}

std::unique_ptr<foundation::RowWriter> Output::writer(const foundation::Currency& currency,
                                                      Shape shape, Format fallback)
{
    Sink sink = [this](std::string_view text) { write(text); };
    switch (format(fallback)) {
    case Format::Csv:
        return foundation::makeCsvWriter(std::move(sink), currency, guard_);
    case Format::Json:
        return foundation::makeJsonWriter(std::move(sink), currency);
    case Format::Xlsx:
        return foundation::makeXlsxWriter(std::move(sink), currency);
    case Format::Table:
        break;
    }
    if (shape == Shape::Record) {
        return makeRecordWriter(std::move(sink), currency);
    }
    if (shape == Shape::Lines) {
        return makeLineWriter(std::move(sink));
    }
    return foundation::makeTableWriter(
        std::move(sink), currency, isTerminal() ? foundation::Ink::Color : foundation::Ink::Plain);
}

} // namespace giftbox::cli
