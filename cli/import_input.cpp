#include "cli/import_input.h"

#include "cli/run_operation.h"
#include "exchange/read_fields.h"
#include "exchange/reading/answers.h"
#include "exchange/reading/mend.h"
#include "exchange/reading/read_table.h"
#include "exchange/run_workbook.h"
#include "foundation/digest.h"
#include "foundation/text.h"

#include <array>
#include <filesystem>
#include <iostream>
#include <sstream>

namespace giftbox::cli {

using foundation::Refusal;

namespace {

constexpr std::size_t kHeadBytes = std::size_t{1} << 20;

/// What was read from the beginning of a stream, and then its rest.
class Joined : public std::streambuf {
public:
    Joined(std::string head, std::istream& rest) : block_(std::move(head)), rest_(rest)
    {
        setg(block_.data(), block_.data(), block_.data() + block_.size());
    }

protected:
    int_type underflow() override
    {
        block_.resize(kHeadBytes);
        rest_.read(block_.data(), static_cast<std::streamsize>(block_.size()));
        block_.resize(static_cast<std::size_t>(rest_.gcount()));
        setg(block_.data(), block_.data(), block_.data() + block_.size());
        return block_.empty() ? traits_type::eof() : traits_type::to_int_type(block_.front());
    }

private:
    std::string block_;
    std::istream& rest_;
};

/// What the options say, as a call of the API says it.
operations::ImportHow howIn(Context& context)
{
    static const operations::Operation import{.fields = operations::importFields()};
    const operations::Call call(import, saidIn(context, import.fields), {});
    operations::requireTable(call, context.arguments().text("WHAT"));
    return operations::importHow(call);
}

} // namespace

ImportInput::ImportInput(Context& context, const std::string& argument)
    : context_(context), name_(context.arguments().text(argument)), how_(howIn(context))
{
    if (name_ == "-") {
        name_ = "standard input";
    } else {
        open(context);
    }
    if (context.hasRequestKey() || context.arguments().has("--bad-rows")) {
        hold({std::istreambuf_iterator<char>(in()), {}});
    }
    if (context.hasRequestKey()) {
        context.keyCovers(argument, foundation::sha256(bytes_));
    }
}

void ImportInput::open(const Context& context)
{
    file_.emplace(name_, std::ios::binary);
    if (!*file_ || std::filesystem::is_directory(name_)) {
        throw Refusal("file.unreadable", {{"file", name_}});
    }
    std::error_code unknown;
    const auto size = static_cast<std::int64_t>(std::filesystem::file_size(name_, unknown));
    if (size > 0) {
        progress_ = [show = context.progress("reading " + name_), size](std::int64_t read) {
            show(std::min(read, size), size);
        };
    }
}

void ImportInput::hold(std::string bytes)
{
    bytes_ = std::move(bytes);
    held_.emplace(bytes_);
}

std::istream& ImportInput::in()
{
    return rest_   ? *rest_
           : held_ ? static_cast<std::istream&>(*held_)
           : file_ ? static_cast<std::istream&>(*file_)
                   : std::cin;
}

exchange::ImportSource ImportInput::sourceOf(std::istream& in) const
{
    return {.in = in,
            .fileName = name_,
            .ignored = how_.ignored,
            .progress = progress_,
            .beyond = context_.arguments().has("--dry-run") ? exchange::Beyond::Count
                                                            : exchange::Beyond::Stop,
            .changes = how_.changes,
            .zeroCodes = how_.zeroCodes};
}

exchange::ImportSource ImportInput::source() { return sourceOf(in()); }

bool ImportInput::isOwn(const exchange::ReadFields& fields)
{
    std::istream& from = in();
    std::string head(kHeadBytes, '\0');
    from.read(head.data(), static_cast<std::streamsize>(head.size()));
    head.resize(static_cast<std::size_t>(from.gcount()));
    const bool isOwn = exchange::isOwnTable(head, fields);
    joined_ = std::make_unique<Joined>(std::move(head), from);
    rest_.emplace(joined_.get());
    return isOwn;
}

exchange::ImportSource ImportInput::table(const books::ReadTransaction& tx, const std::string& kind)
{
    const auto fields = exchange::readFieldsOf(kind);
    if (!fields) {
        return source();
    }
    if (held_) { // again from the beginning
        held_.emplace(bytes_);
        rest_.reset();
    }
    if (how_.answers.isEmpty() && isOwn(*fields)) {
        return source();
    }
    if (!held_) {
        hold({std::istreambuf_iterator<char>(in()), {}});
    }
    if (exchange::isWorkbook(bytes_)) {
        hold(exchange::csvOf(bytes_, name_));
        context_.note(name_ + ": the first sheet of the workbook");
    }
    exchange::Answers answers = how_.answers;
    for (const std::string& column : how_.ignored) {
        answers.columns[column] = "";
    }
    table_ = exchange::readImport(tx, kind, bytes_, name_, answers);
    if (answers.lines.empty()) { // else it was told
        tell();
    }
    exchange::requireMapped(table_->reading, name_);
    read_.emplace(table_->reading.text);
    exchange::ImportSource source = sourceOf(*read_);
    source.ignored.clear();
    source.faults = table_->reading.faults;
    return source;
}

void ImportInput::keepReading(books::WriteTransaction& tx, const std::string& kind) const
{
    if (table_) {
        exchange::keepReading(tx, kind, *table_, how_.mapping, name_);
    }
}

void ImportInput::tell() const
{
    if (!table_->mapping.empty()) {
        context_.note(name_ + ": read like " + foundation::quoted(table_->mapping) +
                      ", which has the same columns");
    }
    for (const std::string& line : exchange::described(table_->reading)) {
        context_.note(name_ + ": " + line);
    }
}

bool ImportInput::leaveOut(const Refusal& refusal)
{
    const std::string path = context_.arguments().path("--bad-rows");
    if (path.empty() || refusal.code() != "import.rejected" ||
        refusal.badRows().size() >= exchange::kMostMistakes) {
        return false;
    }
    std::set<std::int64_t> lines;
    for (const foundation::BadRow& row : refusal.badRows()) {
        lines.insert(row.line);
    }
    if (lines.contains(table_ ? table_->reading.headerLine : 1) || lines.contains(1)) {
        return false;
    }
    std::set<std::int64_t>& leftOut = how_.answers.lines;
    const auto before = leftOut.size();
    leftOut.insert(lines.begin(), lines.end());
    std::ofstream out(path, std::ios::binary);
    out << exchange::rowsToMend(bytes_, *exchange::readFieldsOf(context_.arguments().text("WHAT")),
                                table_ ? table_->answers : exchange::Answers(), leftOut);
    if (!out.flush()) {
        throw OutputError("cannot write " + path);
    }
    for (const std::string& place : refusal.places()) {
        std::cerr << place << std::endl;
    }
    context_.note(std::to_string(leftOut.size()) + " bad " +
                  (leftOut.size() == 1 ? "row is" : "rows are") + " in " + path +
                  "; fix and import them");
    return leftOut.size() > before;
}

} // namespace giftbox::cli
