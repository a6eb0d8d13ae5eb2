#pragma once

#include "foundation/row_writer.h"
#include "web/ui/table.h"

namespace giftbox::web {

/// Writes rows shared with the command line into the template `table`, under the same titles.
class TableWriter : public foundation::RowWriter {
public:
    /// `addressOf` gives the link of a cell by column name and value; empty for no link.
    using AddressOf = std::function<std::string(std::string_view, std::string_view)>;
    TableWriter(StoreFormat format, AddressOf addressOf)
        : format_(std::move(format)), addressOf_(std::move(addressOf))
    {}
    void begin(std::span<const foundation::Column> columns) override;
    void text(std::string_view value) override;
    void sentences(const std::vector<foundation::Sentence>& value) override;
    void code(std::string_view value) override;
    void integer(std::int64_t value) override;
    void amount(foundation::Money value) override;
    void date(foundation::Date value) override;
    void month(foundation::Month value) override;
    void empty() override;
    void endRow() override;
    void end() override {}

    /// Ends with a row of totals: the sums of these columns (names parted by `|`), if there are rows.
    void total(std::string_view names);
    /// See Table::views.
    std::vector<View> views(const std::string& empty) const;

private:
    /// `value` is passed to addressOf.
    void word(std::string_view value, std::string shown);

    StoreFormat format_;
    AddressOf addressOf_;
    std::vector<foundation::Column> columns_;
    std::vector<std::int64_t> sums_; ///< of columns of numbers
    std::size_t at_ = 0;
    std::optional<Table> table_;
};

} // namespace giftbox::web
