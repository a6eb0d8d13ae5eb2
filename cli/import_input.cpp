#include "cli/import_input.h"

#include "exchange/read_fields.h"
#include "exchange/reading/answers.h"
#include "exchange/reading/mend.h"
#include "exchange/reading/read_table.h"
#include "exchange/run_workbook.h"
#include "foundation/digest.h"

#include <array>
#include <filesystem>
#include <iostream>
#include <sstream>

namespace giftbox::cli {

using exchange::Answers;
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

/// The two sides of `name=value`.
std::pair<std::string, std::string> pairIn(const std::string& option, const std::string& text)
{
    const auto at = text.rfind('=');
    if (at == std::string::npos || at == 0) {
        throw UsageError(option + " needs NAME=VALUE, not " + text);
    }
    return {text.substr(0, at), text.substr(at + 1)};
}

template <class T, class Named>
void take(const Arguments& given, const std::string& option, const char* expected,
          std::optional<T>& to, Named named)
{
    if (given.has(option)) {
        to = named(given.text(option));
        if (!to) {
            throw UsageError(option + " needs " + expected + ", not " + given.text(option));
        }
    }
}

exchange::Changes changesIn(const Arguments& given)
{
    return given.has("--update-only") ? exchange::Changes::UpdateOnly
           : given.has("--update")    ? exchange::Changes::Both
                                      : exchange::Changes::Add;
}

exchange::ZeroCodes zeroCodesIn(const Arguments& given)
{
    std::optional<exchange::ZeroCodes> codes;
    take(given, "--zero-codes", "same or new", codes, exchange::zeroCodesNamed);
    return codes.value_or(exchange::ZeroCodes::Ask);
}

} // namespace

Answers answersIn(const Arguments& given)
{
    Answers answers;
    take(given, "--encoding", "UTF-8, UTF-16, UTF-16BE or Windows-1252", answers.encoding,
         exchange::encodingNamed);
    take(given, "--separator", "comma, semicolon, tab or pipe", answers.separator,
         exchange::separatorNamed);
    take(given, "--decimal", "comma or point", answers.decimalMark, exchange::markNamed);
    take(given, "--dates", "ymd, mdy or dmy", answers.dateOrder, exchange::dateOrderNamed);
    std::optional<exchange::NoCode> noCode;
    take(given, "--no-code", "make, leave-out or refuse", noCode, exchange::noCodeNamed);
    answers.noCode = noCode.value_or(answers.noCode);
    answers.isUnitCost = given.has("--unit-cost");
    for (const std::string& text : given.all("--map")) {
        const auto [column, field] = pairIn("--map", text);
        answers.columns[column] = field == "-" ? "" : field;
    }
    for (const std::string& text : given.all("--set")) {
        const auto at = text.find('=');
        if (at == std::string::npos || at == 0) {
            throw UsageError("--set needs FIELD=VALUE, not " + text);
        }
        answers.values[text.substr(0, at)] = text.substr(at + 1);
    }
    return answers;
}

ImportInput::ImportInput(Context& context, const std::string& argument)
    : context_(context), name_(context.arguments().text(argument)),
      answers_(answersIn(context.arguments()))
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
    const Arguments& given = context_.arguments();
    return {.in = in,
            .fileName = name_,
            .ignored = given.all("--ignore"),
            .progress = progress_,
            .beyond = given.has("--dry-run") ? exchange::Beyond::Count : exchange::Beyond::Stop,
            .changes = changesIn(given),
            .zeroCodes = zeroCodesIn(given)};
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
    if (answers_.isEmpty() && isOwn(*fields)) {
        return source();
    }
    if (!held_) {
        hold({std::istreambuf_iterator<char>(in()), {}});
    }
    if (exchange::isWorkbook(bytes_)) {
        hold(exchange::csvOf(bytes_, name_));
        context_.note(name_ + ": the first sheet of the workbook");
    }
    Answers answers = answers_;
    for (const std::string& column : context_.arguments().all("--ignore")) {
        answers.columns[column] = "";
    }
    reading_ = exchange::readTable(bytes_, name_, *fields, answers, exchange::habitsOf(tx));
    if (answers_.lines.empty()) { // else it was told
        tell();
    }
    exchange::requireMapped(reading_, name_);
    read_.emplace(reading_.text);
    exchange::ImportSource source = sourceOf(*read_);
    source.ignored.clear();
    source.faults = reading_.faults;
    return source;
}

void ImportInput::tell() const
{
    for (const std::string& line : exchange::described(reading_)) {
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
    if (lines.contains(reading_.headerLine) || lines.contains(1)) {
        return false;
    }
    const auto before = answers_.lines.size();
    answers_.lines.insert(lines.begin(), lines.end());
    std::ofstream out(path, std::ios::binary);
    out << exchange::rowsToMend(bytes_, *exchange::readFieldsOf(context_.arguments().text("WHAT")),
                                answers_, answers_.lines);
    if (!out.flush()) {
        throw OutputError("cannot write " + path);
    }
    for (const std::string& place : refusal.places()) {
        std::cerr << place << std::endl;
    }
    context_.note(std::to_string(answers_.lines.size()) + " bad " +
                  (answers_.lines.size() == 1 ? "row is" : "rows are") + " in " + path +
                  "; fix and import them");
    return answers_.lines.size() > before;
}

} // namespace giftbox::cli
