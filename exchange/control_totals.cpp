#include "exchange/control_totals.h"

namespace giftbox::exchange {

using foundation::Cells;
using foundation::Column;
using foundation::ColumnType;
using foundation::Date;
using foundation::Money;
using foundation::Month;
using foundation::RowWriter;

namespace {

class TotalingWriter final : public RowWriter {
public:
    TotalingWriter(RowWriter& first, RowWriter& second, ControlTotals& totals)
        : first_(first), second_(second), totals_(totals)
    {}

    void begin(std::span<const Column> columns) override
    {
        for (const Column& column : columns) {
            const bool isSummed = column.type == ColumnType::Amount;
            sumOf_.push_back(isSummed ? totals_.sums.size() : kNone);
            if (isSummed) {
                totals_.sums.push_back({.column = column.name});
            }
        }
        both([&](RowWriter& out) { out.begin(columns); });
    }
    void text(std::string_view value) override
    {
        cell([&](RowWriter& out) { out.text(value); });
    }
    void code(std::string_view value) override
    {
        cell([&](RowWriter& out) { out.code(value); });
    }
    void integer(std::int64_t value) override
    {
        cell([&](RowWriter& out) { out.integer(value); });
    }
    void amount(Money value) override
    {
        const std::size_t sum = sumOf_.at(column_);
        if (sum != kNone) {
            totals_.sums.at(sum).amount += value;
        }
        cell([&](RowWriter& out) { out.amount(value); });
    }
    void date(Date value) override
    {
        cell([&](RowWriter& out) { out.date(value); });
    }
    void month(Month value) override
    {
        cell([&](RowWriter& out) { out.month(value); });
    }
    void empty() override
    {
        cell([](RowWriter& out) { out.empty(); });
    }
    void endRow() override
    {
        ++totals_.rows;
        column_ = 0;
        both([](RowWriter& out) { out.endRow(); });
    }
    void end() override
    {
        both([](RowWriter& out) { out.end(); });
    }

private:
    static constexpr std::size_t kNone = static_cast<std::size_t>(-1);

    template <class Write>
    void both(Write write)
    {
        write(first_);
        write(second_);
    }
    template <class Write>
    void cell(Write write)
    {
        ++column_;
        both(write);
    }

    RowWriter& first_;
    RowWriter& second_;
    ControlTotals& totals_;
    std::vector<std::size_t> sumOf_;
    std::size_t column_ = 0;
};

} // namespace

std::unique_ptr<RowWriter> makeTotalingWriter(RowWriter& first, RowWriter& second,
                                              ControlTotals& totals)
{
    return std::make_unique<TotalingWriter>(first, second, totals);
}

void writeControlTotals(const std::vector<ControlTotals>& all, RowWriter& out)
{
    static const std::vector<Column> columns = {
        {"file", "File", ColumnType::Code},
        {"column", "Column", ColumnType::Code, Cells::MaybeEmpty},
        {"rows", "Rows", ColumnType::Integer},
        {"total", "Total", ColumnType::Amount, Cells::MaybeEmpty}};
    out.begin(columns);
    for (const ControlTotals& one : all) {
        out.code(one.file);
        out.empty();
        out.integer(one.rows);
        out.empty();
        out.endRow();
        for (const ControlTotals::Sum& sum : one.sums) {
            out.code(one.file);
            out.code(sum.column);
            out.integer(one.rows);
            out.amount(sum.amount);
            out.endRow();
        }
    }
    out.end();
}

} // namespace giftbox::exchange
