#include "foundation/check.h"
#include "foundation/loaded_function.h"
#include "foundation/row_writer.h"

#include <array>
#include <cerrno>
#include <charconv>
#include <cstdio>
#include <filesystem>
#include <system_error>
#include <unistd.h>
#include <xlsxwriter.h>

namespace giftbox::foundation {
namespace {

/// The functions of libxlsxwriter, which is loaded by whoever writes a workbook.
struct XlsxLibrary {
// NOLINTBEGIN(bugprone-macro-parentheses): the name of a member
#define GIFTBOX_XLSX(name)                                                                         \
    decltype(&::name) name =                                                                       \
        reinterpret_cast<decltype(&::name)>(loadedFunction("xlsxwriter", 4, #name))
    // NOLINTEND(bugprone-macro-parentheses)
    GIFTBOX_XLSX(workbook_new_opt);
    GIFTBOX_XLSX(workbook_close);
    GIFTBOX_XLSX(workbook_add_worksheet);
    GIFTBOX_XLSX(workbook_add_format);
    GIFTBOX_XLSX(workbook_set_properties);
    GIFTBOX_XLSX(format_set_bold);
    GIFTBOX_XLSX(format_set_bottom);
    GIFTBOX_XLSX(format_set_num_format);
    GIFTBOX_XLSX(worksheet_write_string);
    GIFTBOX_XLSX(worksheet_write_number);
    GIFTBOX_XLSX(worksheet_write_datetime);
    GIFTBOX_XLSX(worksheet_set_column);
    GIFTBOX_XLSX(worksheet_freeze_panes);
    GIFTBOX_XLSX(worksheet_autofilter);
    GIFTBOX_XLSX(worksheet_repeat_rows);
    GIFTBOX_XLSX(lxw_strerror);
#undef GIFTBOX_XLSX
};

const XlsxLibrary& xlsx()
{
    static const XlsxLibrary library;
    return library;
}

void require(lxw_error error)
{
    if (error != LXW_NO_ERROR) {
        throw std::runtime_error("cannot write the workbook: " +
                                 std::string(xlsx().lxw_strerror(error)));
    }
}

/// A file of its own in the folder for temporary files, which goes with the object.
class OwnFile {
public:
    OwnFile() : path_((std::filesystem::temp_directory_path() / "giftbox-XXXXXX").string())
    {
        const int file = ::mkstemp(path_.data());
        if (file < 0) {
            throw std::system_error(errno, std::generic_category(), path_);
        }
        ::close(file);
    }
    OwnFile(const OwnFile&) = delete;
    OwnFile& operator=(const OwnFile&) = delete;
    ~OwnFile() { std::remove(path_.c_str()); }

    const std::string& path() const { return path_; }
    void passOn(const Sink& sink) const
    {
        const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::fopen(path_.c_str(), "rb"),
                                                                   &std::fclose);
        if (file == nullptr) {
            throw std::system_error(errno, std::generic_category(), path_);
        }
        std::array<char, std::size_t{64} * 1024> piece{};
        while (const std::size_t read = std::fread(piece.data(), 1, piece.size(), file.get())) {
            sink({piece.data(), read});
        }
        if (std::ferror(file.get()) != 0) {
            throw std::system_error(EIO, std::generic_category(), path_);
        }
    }

private:
    std::string path_;
};

/// `#,##0.00` with the digits of the currency.
std::string amountFormat(const Currency& currency)
{
    const auto digits = static_cast<std::size_t>(currency.exponent);
    return digits == 0 ? "#,##0" : "#,##0." + std::string(digits, '0');
}

int widthOf(ColumnType type)
{
    switch (type) {
    case ColumnType::Text:
        return 30;
    case ColumnType::Code:
        return 16;
    case ColumnType::Integer:
        return 10;
    case ColumnType::Amount:
        return 14;
    case ColumnType::Date:
        return 12;
    }
    return 0;
}

/// The text, or its beginning and an ellipsis where it is too long for a cell.
std::string ofACell(std::string_view text)
{
    constexpr std::size_t kMost = 32'760; // bytes; a cell takes 32,767 characters
    if (text.size() <= kMost) {
        return std::string(text);
    }
    std::size_t end = kMost;
    while ((static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) { // within a character
        --end;
    }
    return std::string(text.substr(0, end)) + "\u2026";
}

/// The library keeps one row in memory and the others in a temporary file.
class XlsxWriter final : public RowWriter {
public:
    XlsxWriter(Sink sink, const Currency& currency) : sink_(std::move(sink)), currency_(currency)
    {
        lxw_workbook_options options{};
        options.constant_memory = LXW_TRUE;
        workbook_ = xlsx().workbook_new_opt(file_.path().c_str(), &options);
        lxw_doc_properties properties{};
        properties.created = kNoDay; // so that the same rows are the same bytes
        require(xlsx().workbook_set_properties(workbook_, &properties));
        heading_ = xlsx().workbook_add_format(workbook_);
        xlsx().format_set_bold(heading_);
        xlsx().format_set_bottom(heading_, LXW_BORDER_THIN);
        amount_ = formatOf(amountFormat(currency).c_str());
        date_ = formatOf("yyyy-mm-dd");
        month_ = formatOf("yyyy-mm");
        code_ = formatOf("@");
    }
    XlsxWriter(const XlsxWriter&) = delete;
    XlsxWriter& operator=(const XlsxWriter&) = delete;
    ~XlsxWriter() override
    {
        if (workbook_ != nullptr) {
            (void)xlsx().workbook_close(workbook_); // it also frees the workbook
        }
    }

    void begin(std::span<const Column> columns) override
    {
        columns_.assign(columns.begin(), columns.end());
        beginSheet();
    }
    void text(std::string_view value) override { writeText(value, nullptr); }
    void code(std::string_view value) override { writeText(value, code_); }
    void integer(std::int64_t value) override { writeNumber(std::to_string(value), nullptr); }
    void amount(Money value) override { writeNumber(toText(value, currency_), amount_); }
    void date(Date value) override { writeDay(value, date_); }
    void month(Month value) override { writeDay(value.firstDay(), month_); }
    void empty() override { ++column_; }
    void endRow() override
    {
        GIFTBOX_CHECK(column_ == columns_.size());
        column_ = 0;
        if (++row_ == LXW_ROW_MAX) {
            endSheet();
            beginSheet();
        }
    }
    void end() override
    {
        endSheet();
        require(xlsx().workbook_close(std::exchange(workbook_, nullptr)));
        file_.passOn(sink_);
    }

private:
    static constexpr std::time_t kNoDay = 946'684'800; // 2000-01-01

    lxw_format* formatOf(const char* form)
    {
        lxw_format* const format = xlsx().workbook_add_format(workbook_);
        xlsx().format_set_num_format(format, form);
        return format;
    }
    lxw_col_t nextColumn() { return static_cast<lxw_col_t>(column_++); }

    void beginSheet()
    {
        sheet_ = xlsx().workbook_add_worksheet(workbook_, nullptr);
        row_ = 0;
        lxw_col_t at = 0;
        for (const Column& column : columns_) {
            require(xlsx().worksheet_set_column(sheet_, at, at, widthOf(column.type), nullptr));
            ++at;
        }
        xlsx().worksheet_freeze_panes(sheet_, 1, 0);
        require(xlsx().worksheet_repeat_rows(sheet_, 0, 0));
        for (const Column& column : columns_) {
            writeText(column.title, heading_);
        }
        column_ = 0;
        ++row_;
    }
    void endSheet()
    {
        require(xlsx().worksheet_autofilter(sheet_, 0, 0, row_ - 1,
                                            static_cast<lxw_col_t>(columns_.size() - 1)));
    }
    void writeText(std::string_view value, lxw_format* format)
    {
        const lxw_col_t at = nextColumn();
        if (!value.empty()) {
            require(
                xlsx().worksheet_write_string(sheet_, row_, at, ofACell(value).c_str(), format));
        }
    }
    /// A number with at most 15 digits is the one that people see; a longer one stays text.
    void writeNumber(const std::string& digits, lxw_format* format)
    {
        constexpr std::size_t kExactDigits = 15 + 2; // with a sign and a point
        if (digits.size() > kExactDigits) {
            code(digits);
            return;
        }
        decltype(lxw_datetime::sec) number = 0;
        std::from_chars(digits.data(), digits.data() + digits.size(), number);
        require(xlsx().worksheet_write_number(sheet_, row_, nextColumn(), number, format));
    }
    void writeDay(Date day, lxw_format* format)
    {
        lxw_datetime at{};
        at.year = static_cast<int>(day.number() / 10'000);
        at.month = static_cast<int>(day.number() / 100 % 100);
        at.day = static_cast<int>(day.number() % 100);
        require(xlsx().worksheet_write_datetime(sheet_, row_, nextColumn(), &at, format));
    }

    Sink sink_;
    Currency currency_;
    OwnFile file_;
    std::vector<Column> columns_;
    lxw_workbook* workbook_ = nullptr;
    lxw_worksheet* sheet_ = nullptr;
    lxw_format* heading_ = nullptr;
    lxw_format* amount_ = nullptr;
    lxw_format* date_ = nullptr;
    lxw_format* month_ = nullptr;
    lxw_format* code_ = nullptr;
    lxw_row_t row_ = 0;
    std::size_t column_ = 0;
};

} // namespace

std::unique_ptr<RowWriter> makeXlsxWriter(Sink sink, const Currency& currency)
{
    return std::make_unique<XlsxWriter>(std::move(sink), currency);
}

} // namespace giftbox::foundation
