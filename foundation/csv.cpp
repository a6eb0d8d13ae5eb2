#include "foundation/csv.h"

#include "foundation/check.h"
#include "foundation/refusal.h"
#include "foundation/text.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace giftbox::foundation {
namespace {

constexpr std::size_t kBlockBytes = std::size_t{64} * 1024;

using ByteSet = std::array<bool, 256>;

constexpr ByteSet setOf(std::string_view bytes)
{
    ByteSet set{};
    for (const char c : bytes) {
        set[static_cast<unsigned char>(c)] = true;
    }
    return set;
}

/// The bytes that end a run of ordinary ones outside quotes.
ByteSet stopsWith(char separator)
{
    ByteSet set = setOf(std::string_view("\"\r\n\0", 4));
    set[static_cast<unsigned char>(separator)] = true;
    return set;
}

constexpr ByteSet kNeedsQuotes = setOf("\"\r\n");

bool contains(const ByteSet& set, char c) { return set[static_cast<unsigned char>(c)]; }

/// The number of bytes before the first one of the set.
std::size_t lengthBefore(std::string_view bytes, const ByteSet& set)
{
    std::size_t length = 0;
    while (length < bytes.size() && !contains(set, bytes[length])) {
        ++length;
    }
    return length;
}

bool isAsciiBlock(std::string_view bytes)
{
    constexpr std::uint64_t kHighBits = 0x8080808080808080U;
    std::uint64_t seen = 0;
    std::uint64_t word = 0;
    std::size_t at = 0;
    for (; bytes.size() - at >= sizeof word; at += sizeof word) {
        std::memcpy(&word, bytes.data() + at, sizeof word);
        seen |= word;
    }
    for (; at < bytes.size(); ++at) {
        seen |= static_cast<unsigned char>(bytes[at]);
    }
    return (seen & kHighBits) == 0;
}

/// Whether a spreadsheet takes the text as a formula without its leading apostrophes.
bool isFormulaBehindApostrophes(std::string_view text)
{
    constexpr std::string_view kDangerous = "=+-@\t\r\n";
    constexpr std::array<std::string_view, 4> kFullWidth = {"\xEF\xBC\x9D", "\xEF\xBC\x8B",
                                                            "\xEF\xBC\x8D", "\xEF\xBC\xA0"};
    text.remove_prefix(std::min(text.find_first_not_of('\''), text.size()));
    if (text.empty()) {
        return false;
    }
    return kDangerous.find(text.front()) != std::string_view::npos ||
           std::ranges::any_of(kFullWidth,
                               [&](std::string_view sign) { return text.starts_with(sign); });
}

} // namespace

CsvReader::CsvReader(std::istream& in, std::string fileName, char separator)
    : in_(in), fileName_(std::move(fileName)), separator_(separator),
      stopsPlainCell_(stopsWith(separator))
{}

std::string_view CsvReader::cell(std::size_t index) const
{
    GIFTBOX_CHECK(index < cells_.size());
    const Span& span = cells_[index];
    return {buffer_.data() + begin_ + span.begin, span.size};
}

bool CsvReader::next()
{
    problem_.reset();
    cells_.clear();
    skipByteOrderMark();
    if (!skipEmptyLines()) {
        return false;
    }
    recordLine_ = line_;
    begin_ = read_;
    kept_ = read_;
    while (readCell() == After::Cell) {
    }
    checkEncoding();
    return true;
}

/// Requires that everything is scanned. False at the end of the stream.
bool CsvReader::fill()
{
    const std::size_t keptBytes = kept_ - begin_;
    if (begin_ > 0) {
        std::copy(buffer_.begin() + static_cast<std::ptrdiff_t>(begin_),
                  buffer_.begin() + static_cast<std::ptrdiff_t>(kept_), buffer_.begin());
    }
    begin_ = 0;
    kept_ = keptBytes;
    read_ = keptBytes;
    end_ = keptBytes;
    if (buffer_.size() < keptBytes + kBlockBytes) {
        buffer_.resize(std::max(keptBytes + kBlockBytes, 2 * buffer_.size()));
    }
    in_.read(buffer_.data() + keptBytes, static_cast<std::streamsize>(kBlockBytes));
    if (in_.bad()) {
        throw Refusal("file.unreadable/further", {{"file", fileName_}, {"bytes", bytesRead_}});
    }
    bytesRead_ += in_.gcount();
    end_ += static_cast<std::size_t>(in_.gcount());
    return in_.gcount() > 0;
}

void CsvReader::skipByteOrderMark()
{
    if (bytesRead_ > 0 || !hasByte()) {
        return;
    }
    if (std::string_view(buffer_.data(), end_).starts_with(kByteOrderMark)) {
        read_ = kByteOrderMark.size();
    }
}

/// False at the end of the stream.
bool CsvReader::skipEmptyLines()
{
    while (true) {
        begin_ = read_;
        kept_ = read_;
        if (!hasByte()) {
            return false;
        }
        if (buffer_[read_] == '\r') {
            // kept, so that a CR at the end of the buffer is still there if no LF follows
            kept_ = ++read_;
            if (!hasByte() || buffer_[read_] != '\n') {
                read_ = kept_ - 1;
                return true;
            }
        }
        if (buffer_[read_] != '\n') {
            return true;
        }
        ++read_;
        ++line_;
    }
}

CsvReader::After CsvReader::readCell()
{
    beginCell();
    if (hasByte() && buffer_[read_] == '"') {
        return readPlainPart(readQuotedPart());
    }
    return readPlainPart(Part::WholeCell);
}

/// Reads from the opening quote past the closing one.
CsvReader::Part CsvReader::readQuotedPart()
{
    const std::int64_t openedOn = line_;
    ++read_;
    beginCell();
    while (hasByte()) {
        const char* const from = buffer_.data() + read_;
        const std::size_t scanned = end_ - read_;
        const void* const quote = std::memchr(from, '"', scanned);
        const std::size_t count =
            quote == nullptr ? scanned
                             : static_cast<std::size_t>(static_cast<const char*>(quote) - from);
        if (std::memchr(from, '\0', count) != nullptr) {
            complain("The cell has a NUL byte. Remove it.");
        }
        line_ += std::count(from, from + count, '\n');
        keep(count);
        if (quote == nullptr) {
            continue;
        }
        ++read_;
        if (!hasByte() || buffer_[read_] != '"') {
            return Part::BehindClosingQuote;
        }
        keep(1);
    }
    complain("The quote opened on line " + std::to_string(openedOn) +
             " is never closed. Add a closing quote.");
    return Part::BehindClosingQuote;
}

/// Reads from here past the comma or the line end; after the complaint, quotes are ordinary bytes.
CsvReader::After CsvReader::readPlainPart(Part part)
{
    while (hasByte()) {
        const std::size_t count =
            lengthBefore({buffer_.data() + read_, end_ - read_}, stopsPlainCell_);
        if (count > 0 && part == Part::BehindClosingQuote) {
            complain("There is text after the closing quote. End the cell there with " +
                     std::string(separator_ == ',' ? "a comma" : "the separator") +
                     " or a line end.");
        }
        keep(count);
        if (read_ == end_) {
            continue;
        }
        if (buffer_[read_] == separator_) {
            endCell();
            ++read_;
            return After::Cell;
        }
        switch (buffer_[read_]) {
        case '"':
            complain(
                "An unquoted cell contains a quote. Put the cell in quotes and double the quote.");
            keep(1);
            break;
        case '\0':
            complain("The cell has a NUL byte. Remove it.");
            keep(1);
            break;
        default:
            if (endsLine()) {
                endCell();
                return After::Record;
            }
            complain("A carriage return has no line feed. Use both, or put the cell in quotes.");
        }
    }
    endCell();
    return After::Record;
}

/// Takes LF or CRLF, or a CR alone, which is not a line end. Requires that CR or LF is next.
bool CsvReader::endsLine()
{
    if (buffer_[read_++] == '\r') {
        if (!hasByte() || buffer_[read_] != '\n') {
            return false;
        }
        ++read_;
    }
    ++line_;
    return true;
}

void CsvReader::beginCell()
{
    if (cells_.size() < kMostColumns) {
        kept_ = read_;
    } else {
        complain("The row has more than " + std::to_string(kMostColumns) +
                 " columns. Remove some.");
    }
    cellBegin_ = kept_ - begin_;
}

void CsvReader::endCell()
{
    if (cells_.size() < kMostColumns) {
        cells_.push_back({.begin = cellBegin_, .size = kept_ - begin_ - cellBegin_});
    }
}

/// Adds the next bytes to the cell, or skips bytes over the limits, so that memory stays bounded.
void CsvReader::keep(std::size_t count)
{
    const std::size_t limit = cells_.size() < kMostColumns ? kLongestCellBytes : 0;
    const std::size_t room = limit - (kept_ - begin_ - cellBegin_);
    if (count > room) {
        complain("The cell has more than " + std::to_string(kLongestCellBytes) +
                 " bytes. Shorten it, or check for a missing quote.");
    }
    const std::size_t fitting = std::min(count, room);
    if (kept_ != read_) {
        std::memmove(buffer_.data() + kept_, buffer_.data() + read_, fitting);
    }
    kept_ += fitting;
    read_ += count;
}

void CsvReader::complain(std::string_view sentence)
{
    if (!problem_) {
        problem_ = {.column = cells_.size() + 1, .sentence = std::string(sentence)};
    }
}

void CsvReader::checkEncoding()
{
    // A record of valid UTF-8 proves nothing about its cells: bytes left after quotes were removed can complete a
    // cell's last character.
    if (problem_ || isAsciiBlock({buffer_.data() + begin_, kept_ - begin_})) {
        return;
    }
    for (std::size_t i = 0; i < cells_.size() && !problem_; ++i) {
        if (firstInvalidUtf8(cell(i))) {
            problem_ = {.column = i + 1,
                        .sentence = "The text is not valid UTF-8. Save the file as UTF-8."};
        }
    }
}

void appendCsvCell(std::string& out, std::string_view text, char separator)
{
    const bool padded = text.starts_with(' ') || text.ends_with(' ');
    if (!padded && text.find(separator) == std::string_view::npos &&
        lengthBefore(text, kNeedsQuotes) == text.size()) {
        out += text;
        return;
    }
    out += '"';
    while (!text.empty()) {
        const std::size_t quote = text.find('"');
        const std::size_t count = std::min(quote, text.size() - 1) + 1;
        out += text.substr(0, count);
        if (quote != std::string_view::npos) {
            out += '"';
        }
        text.remove_prefix(count);
    }
    out += '"';
}

std::string guarded(std::string_view text)
{
    std::string out;
    if (isFormulaBehindApostrophes(text)) {
        out += '\'';
    }
    out += text;
    return out;
}

std::string unguarded(std::string_view text)
{
    if (text.starts_with('\'') && isFormulaBehindApostrophes(text)) {
        text.remove_prefix(1);
    }
    return std::string(text);
}

} // namespace giftbox::foundation
