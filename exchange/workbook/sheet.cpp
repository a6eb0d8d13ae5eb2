#include "exchange/workbook/sheet.h"

#include "exchange/workbook/xml.h"
#include "foundation/csv.h"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <optional>
#include <set>

namespace giftbox::exchange {

namespace {

constexpr std::int64_t kMostRows = 1'048'576;
constexpr std::size_t kMostColumns = 256;

std::optional<std::int64_t> numberIn(std::string_view text)
{
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc() && end == text.data() + text.size() && !text.empty()
               ? std::optional(number)
               : std::nullopt;
}

/// Whether a format of the file's own shows a day: a year or a day outside quotes, brackets and escapes.
bool isDateFormat(std::string_view format)
{
    bool isQuoted = false;
    bool isInBrackets = false;
    for (std::size_t at = 0; at < format.size(); ++at) {
        const char c = format[at];
        if (c == '"') {
            isQuoted = !isQuoted;
        } else if (isQuoted) {
            continue;
        } else if (c == '\\' || c == '_') {
            ++at;
        } else if (c == '[' || c == ']') {
            isInBrackets = c == '[';
        } else if (!isInBrackets && (c == 'y' || c == 'Y' || c == 'd' || c == 'D')) {
            return true;
        }
    }
    return false;
}

/// The built-in formats with a day (ECMA-376, 18.8.30).
bool isBuiltInDate(std::int64_t format)
{
    return (format >= 14 && format <= 17) || format == 22 || (format >= 27 && format <= 31) ||
           format == 36 || (format >= 50 && format <= 54) || format == 57 || format == 58;
}

/// A number as spreadsheets show it: 15 digits, without an exponent.
std::string shownNumber(const std::string& text)
{
    if (numberIn(text)) {
        return text;
    }
    char* end = nullptr;
    const double value = std::strtod(text.c_str(), &end);
    constexpr double kMost = 1e15;
    if (end != text.c_str() + text.size() || text.empty() || !std::isfinite(value) ||
        std::abs(value) >= kMost) {
        return text;
    }
    char digits[64];
    const int whole = std::abs(value) < 1 ? 1 : static_cast<int>(std::log10(std::abs(value))) + 1;
    std::snprintf(digits, sizeof digits, "%.*f", 15 - std::min(whole, 15), value);
    std::string shown = digits;
    if (shown.find('.') != std::string::npos) {
        shown.erase(shown.find_last_not_of('0') + 1);
        shown.erase(shown.find_last_not_of('.') + 1);
    }
    return shown == "-0" ? "0" : shown;
}

/// The day with this number: 1 is 1900-01-01, and 60 the day that 1900 did not have.
std::string shownDay(const std::string& text, bool isSince1904)
{
    const double value = std::strtod(text.c_str(), nullptr);
    constexpr double kLast = 2'958'465; // 9999-12-31
    if (!(value >= 1) || value > kLast) {
        return shownNumber(text);
    }
    auto day = static_cast<std::int64_t>(value);
    day += isSince1904 ? 1462 : day < 60 ? 1 : 0;
    constexpr std::int64_t kFirstOfUnix = 25'569;
    const std::chrono::year_month_day date(
        std::chrono::sys_days(std::chrono::days(day - kFirstOfUnix)));
    const auto padded = [](std::int64_t number, std::size_t width) {
        const std::string digits = std::to_string(number);
        return std::string(width - std::min(width, digits.size()), '0') + digits;
    };
    return padded(static_cast<int>(date.year()), 4) + "-" +
           padded(static_cast<unsigned>(date.month()), 2) + "-" +
           padded(static_cast<unsigned>(date.day()), 2);
}

/// The column of `AB12`, from 0.
std::size_t columnIn(std::string_view reference)
{
    std::size_t column = 0;
    for (const char c : reference) {
        if (c < 'A' || c > 'Z' || column > kMostColumns) {
            break;
        }
        column = column * 26 + static_cast<std::size_t>(c - 'A') + 1;
    }
    return column == 0 ? std::string::npos : column - 1;
}

/// One sheet being written as CSV.
class SheetWriter {
public:
    explicit SheetWriter(const SheetParts& parts) : parts_(parts) {}

    void begin(std::string_view name, const XmlAttributes& attributes)
    {
        if (name == "row") {
            const auto row = numberIn(valueOf(attributes, "r"));
            row_ = row && *row > row_ && *row <= kMostRows ? *row : row_ + 1;
            cells_.clear();
        } else if (name == "c") {
            const std::size_t at = columnIn(valueOf(attributes, "r"));
            column_ = at == std::string::npos ? cells_.size() : at;
            type_ = valueOf(attributes, "t");
            style_ = numberIn(valueOf(attributes, "s")).value_or(0);
            value_.clear();
        } else if (name == "rPh") {
            ++skipped_;
        }
        isValue_ = (name == "v" || name == "t") && skipped_ == 0;
    }

    void text(std::string_view text) { value_ += isValue_ ? text : std::string_view(); }

    void end(std::string_view name)
    {
        isValue_ = false;
        if (name == "rPh") {
            --skipped_;
        } else if (name == "c" && column_ < kMostColumns && row_ > 0) {
            cells_.resize(std::max(cells_.size(), column_ + 1));
            cells_[column_] = cell();
        } else if (name == "row") {
            write();
        }
    }

    std::string csv() { return std::move(csv_); }

private:
    std::string cell() const
    {
        std::string text = value_;
        if (type_ == "s") {
            const auto at = numberIn(value_);
            const bool isThere =
                at && *at >= 0 && static_cast<std::size_t>(*at) < parts_.strings.size();
            text = isThere ? parts_.strings[static_cast<std::size_t>(*at)] : "";
        } else if (type_.empty() || type_ == "n") {
            const bool isDate = style_ >= 0 &&
                                static_cast<std::size_t>(style_) < parts_.dates.size() &&
                                parts_.dates[static_cast<std::size_t>(style_)];
            text = value_.empty() ? ""
                   : isDate       ? shownDay(value_, parts_.isSince1904)
                                  : shownNumber(value_);
        }
        // A row stays on its line.
        std::ranges::replace_if(
            text, [](char c) { return c == '\n' || c == '\r' || c == '\0'; }, ' ');
        return text;
    }

    void write()
    {
        while (!cells_.empty() && cells_.back().empty()) {
            cells_.pop_back();
        }
        if (cells_.empty()) {
            return;
        }
        row_ = std::max(row_, line_ + 1); // a row inside a row that is written
        for (; line_ < row_; ++line_) {
            csv_ += line_ > 0 ? "\r\n" : "";
        }
        for (std::size_t at = 0; at < cells_.size(); ++at) {
            csv_ += at > 0 ? "," : "";
            foundation::appendCsvCell(csv_, cells_[at]);
        }
        cells_.clear();
        if (csv_.size() > kMostCsvBytes) {
            throw WorkbookError("The sheet is too large. Save it as CSV.");
        }
    }

    const SheetParts& parts_;
    std::string csv_;
    std::int64_t row_ = 0;
    std::int64_t line_ = 0; ///< the line being written
    std::vector<std::string> cells_;
    std::size_t column_ = 0;
    std::string type_;
    std::int64_t style_ = 0;
    std::string value_;
    bool isValue_ = false;
    int skipped_ = 0; ///< how words are spoken, which some languages write above them
};

} // namespace

std::vector<std::string> sharedStrings(std::string_view xml)
{
    std::vector<std::string> strings;
    bool isText = false;
    int skipped = 0;
    readXml(xml, {.begin =
                      [&](std::string_view name, const auto&) {
                          skipped += name == "rPh" ? 1 : 0;
                          if (name == "si") {
                              strings.emplace_back();
                          }
                          isText = name == "t" && skipped == 0 && !strings.empty();
                      },
                  .end =
                      [&](std::string_view name) {
                          skipped -= name == "rPh" ? 1 : 0;
                          isText = false;
                      },
                  .text =
                      [&](std::string_view text) {
                          if (isText) {
                              strings.back() += text;
                          }
                      }});
    return strings;
}

std::vector<bool> dateStyles(std::string_view xml)
{
    std::set<std::int64_t> dates;
    std::vector<bool> styles;
    bool isInCells = false;
    readXml(xml, {.begin =
                      [&](std::string_view name, const XmlAttributes& attributes) {
                          const auto format = numberIn(valueOf(attributes, "numFmtId"));
                          if (name == "numFmt" && format &&
                              isDateFormat(valueOf(attributes, "formatCode"))) {
                              dates.insert(*format);
                          } else if (name == "cellXfs") {
                              isInCells = true;
                          } else if (name == "xf" && isInCells) {
                              styles.push_back(format &&
                                               (isBuiltInDate(*format) || dates.contains(*format)));
                          }
                      },
                  .end = [&](std::string_view name) { isInCells = isInCells && name != "cellXfs"; },
                  .text = [](std::string_view) {}});
    return styles;
}

std::string csvOfSheet(std::string_view xml, const SheetParts& parts)
{
    SheetWriter writer(parts);
    readXml(xml, {.begin = [&](std::string_view name,
                               const XmlAttributes& attributes) { writer.begin(name, attributes); },
                  .end = [&](std::string_view name) { writer.end(name); },
                  .text = [&](std::string_view text) { writer.text(text); }});
    return writer.csv();
}

} // namespace giftbox::exchange
