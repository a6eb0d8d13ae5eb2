#pragma once

#include "foundation/row_writer.h"

#include <string>
#include <vector>

namespace giftbox::reports {

/// Keeps rows as text, so that a change's result is printed only after the commit, and again for the same request
/// key.
class RecordedRows final : public foundation::RowWriter {
public:
    RecordedRows() = default;
    /// Restores the output of text().
    explicit RecordedRows(std::string text) : text_(std::move(text)) {}

    void begin(std::span<const foundation::Column> columns) override;
    void text(std::string_view value) override { append('t', value); }
    void code(std::string_view value) override { append('c', value); }
    void integer(std::int64_t value) override { append('i', std::to_string(value)); }
    void amount(foundation::Money value) override { append('a', std::to_string(value.minor)); }
    void date(foundation::Date value) override { append('d', std::to_string(value.number())); }
    void month(foundation::Month value) override { append('m', std::to_string(value.number())); }
    void empty() override { append('e', ""); }
    void endRow() override { append('r', ""); }
    void end() override {}
    /// Marks the rows as the current state: nothing was changed.
    void markUnchanged() { append(kUnchanged, ""); }
    bool isUnchanged() const { return text_.ends_with("u0:"); }

    const std::string& text() const { return text_; }
    /// Writes all kept rows to `out`.
    void replay(foundation::RowWriter& out) const;

private:
    static constexpr char kUnchanged = 'u';
    void append(char kind, std::string_view value);
    std::string text_;
};

} // namespace giftbox::reports
