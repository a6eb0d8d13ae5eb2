#include "foundation/check.h"
#include "foundation/loaded_function.h"
#include "foundation/own_file.h"
#include "foundation/row_writer.h"

#include <charconv>
#include <stdexcept>
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

constexpr std::time_t kNoDay = 946'684'800; // 2000-01-01, so that the same rows are the same bytes

} // namespace

/// The library keeps one row of a sheet in memory and the others in a temporary file.
struct XlsxBook::Impl {
    explicit Impl(const Currency& money) : currency(money)
    {
        lxw_workbook_options options{};
        options.constant_memory = LXW_TRUE;
        workbook = xlsx().workbook_new_opt(file.path().c_str(), &options);
        lxw_doc_properties properties{};
        properties.created = kNoDay;
        require(xlsx().workbook_set_properties(workbook, &properties));
        heading = xlsx().workbook_add_format(workbook);
        xlsx().format_set_bold(heading);
        xlsx().format_set_bottom(heading, LXW_BORDER_THIN);
        amount = formatOf(amountFormat(currency).c_str());
        date = formatOf("yyyy-mm-dd");
        month = formatOf("yyyy-mm");
        code = formatOf("@");
    }
    Impl(const Impl&) = delete;
    Impl& operator=(const Impl&) = delete;
    ~Impl()
    {
        if (workbook != nullptr) {
            (void)xlsx().workbook_close(workbook); // it also frees the workbook
        }
    }
    lxw_format* formatOf(const char* form) const
    {
        lxw_format* const format = xlsx().workbook_add_format(workbook);
        xlsx().format_set_num_format(format, form);
        return format;
    }

    Currency currency;
    OwnFile file;
    lxw_workbook* workbook = nullptr;
    lxw_format* heading = nullptr;
    lxw_format* amount = nullptr;
    lxw_format* date = nullptr;
    lxw_format* month = nullptr;
    lxw_format* code = nullptr;
};

namespace {

/// The rows of a sheet, and of others after it where it is full.
class SheetWriter final : public RowWriter {
public:
    SheetWriter(const XlsxBook::Impl& book, std::string name) : book_(book), name_(std::move(name))
    {}
    /// The only sheet of a workbook, which is passed on with it.
    SheetWriter(const XlsxBook::Impl& book, std::unique_ptr<XlsxBook> own, Sink sink)
        : own_(std::move(own)), sink_(std::move(sink)), book_(book)
    {}

    void begin(std::span<const Column> columns) override
    {
        columns_.assign(columns.begin(), columns.end());
        beginSheet();
    }
    void text(std::string_view value) override { writeText(value, nullptr); }
    void code(std::string_view value) override { writeText(value, book_.code); }
    void integer(std::int64_t value) override { writeNumber(std::to_string(value), nullptr); }
    void amount(Money value) override { writeNumber(toText(value, book_.currency), book_.amount); }
    void date(Date value) override { writeDay(value, book_.date); }
    void month(Month value) override { writeDay(value.firstDay(), book_.month); }
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
        if (own_ != nullptr) {
            own_->passOn(sink_);
        }
    }

private:
    lxw_col_t nextColumn() { return static_cast<lxw_col_t>(column_++); }
    /// `Movements`, `Movements 2`; the library names a sheet without a name.
    std::string nextName()
    {
        ++sheets_;
        return sheets_ == 1 || name_.empty() ? name_ : name_ + " " + std::to_string(sheets_);
    }

    void beginSheet()
    {
        const std::string name = nextName();
        sheet_ =
            xlsx().workbook_add_worksheet(book_.workbook, name.empty() ? nullptr : name.c_str());
        if (sheet_ == nullptr) {
            throw std::runtime_error("cannot write the workbook: a sheet named " + name);
        }
        row_ = 0;
        lxw_col_t at = 0;
        for (const Column& column : columns_) {
            require(xlsx().worksheet_set_column(sheet_, at, at, widthOf(column.type), nullptr));
            ++at;
        }
        xlsx().worksheet_freeze_panes(sheet_, 1, 0);
        require(xlsx().worksheet_repeat_rows(sheet_, 0, 0));
        for (const Column& column : columns_) {
            writeText(column.title, book_.heading);
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

    std::unique_ptr<XlsxBook> own_;
    Sink sink_;
    const XlsxBook::Impl& book_;
    std::string name_;
    std::int64_t sheets_ = 0;
    std::vector<Column> columns_;
    lxw_worksheet* sheet_ = nullptr;
    lxw_row_t row_ = 0;
    std::size_t column_ = 0;
};

} // namespace

XlsxBook::XlsxBook(const Currency& currency) : impl_(std::make_unique<Impl>(currency)) {}
XlsxBook::~XlsxBook() = default;

std::unique_ptr<RowWriter> XlsxBook::sheet(std::string name)
{
    return std::make_unique<SheetWriter>(*impl_, std::move(name));
}

void XlsxBook::passOn(const Sink& sink)
{
    require(xlsx().workbook_close(std::exchange(impl_->workbook, nullptr)));
    impl_->file.passOn(sink);
}

std::unique_ptr<RowWriter> makeXlsxWriter(Sink sink, const Currency& currency)
{
    auto book = std::make_unique<XlsxBook>(currency);
    const XlsxBook::Impl& impl = *book->impl_;
    return std::make_unique<SheetWriter>(impl, std::move(book), std::move(sink));
}

} // namespace giftbox::foundation
