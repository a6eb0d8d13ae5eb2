#pragma once

#include "foundation/row_writer.h"

#include <string>

namespace giftbox::foundation {

/// Makes JSON of rows, so that the result of a change is printed only once it is committed, and again for the same
/// request key: the columns, and each row as an array. An amount, in minor units, and what else is neither text nor a
/// plain number is an object that names its kind.
class RowRecorder final : public RowWriter {
public:
    void begin(std::span<const Column> columns) override;
    void text(std::string_view value) override;
    void code(std::string_view value) override;
    void integer(std::int64_t value) override { add(std::to_string(value)); }
    void amount(Money value) override { add("amount", value.minor); }
    void date(Date value) override { add("date", value.number()); }
    void month(Month value) override { add("month", value.number()); }
    void empty() override { add("null"); }
    void endRow() override;
    void end() override {}
    /// `isUnchanged`: the rows say how it is, and nothing was changed: it was so already.
    std::string json(bool isUnchanged) const;

private:
    void add(std::string_view cell);
    void add(std::string_view kind, std::int64_t number);

    std::string columns_;
    std::string rows_;
    std::string row_;
};

/// What RowRecorder made.
class RecordedRows {
public:
    RecordedRows() = default;
    explicit RecordedRows(std::string json) : json_(std::move(json)) {}

    bool isUnchanged() const;
    /// Writes everything kept into `out`.
    void replay(RowWriter& out) const;

private:
    std::string json_;
};

} // namespace giftbox::foundation
