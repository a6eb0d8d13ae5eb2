#pragma once

#include "foundation/row_writer.h"

namespace giftbox::operations {

/// Rows as they are shown: pages of a list as one, without the columns that are `hidden` (names parted by `|`). Whoever
/// made it ends `out`.
class ShownRows final : public foundation::RowWriter {
public:
    explicit ShownRows(foundation::RowWriter& out, std::string_view hidden = {})
        : out_(out), hidden_("|" + std::string(hidden) + "|")
    {}
    void begin(std::span<const foundation::Column> columns) override;
    void text(std::string_view value) override { put(&RowWriter::text, value); }
    void code(std::string_view value) override { put(&RowWriter::code, value); }
    void integer(std::int64_t value) override { put(&RowWriter::integer, value); }
    void amount(foundation::Money value) override { put(&RowWriter::amount, value); }
    void date(foundation::Date value) override { put(&RowWriter::date, value); }
    void month(foundation::Month value) override { put(&RowWriter::month, value); }
    void empty() override { put(&RowWriter::empty); }
    void sentences(const std::vector<foundation::Sentence>& value) override
    {
        put(&RowWriter::sentences, value);
    }
    void endRow() override;
    void end() override {}

    std::int64_t rows() const { return rows_; }

private:
    template <class Write, class... Value>
    void put(Write write, const Value&... value)
    {
        if (isShown_.at(at_++)) {
            (out_.*write)(value...);
        }
    }

    foundation::RowWriter& out_;
    std::string hidden_;
    std::vector<bool> isShown_;
    std::size_t at_ = 0;
    std::int64_t rows_ = 0;
};

} // namespace giftbox::operations
