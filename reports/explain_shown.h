#pragma once

#include "foundation/row_writer.h"

namespace giftbox::reports {

/// Shows people the rows of an explanation as a tree: what a row is stands behind as many indents as its level, and
/// says how it enters. Pages of rows are one list. Whoever made it ends `out`.
class TermTree final : public foundation::RowWriter {
public:
    TermTree(foundation::RowWriter& out, std::string indent) : out_(out), indent_(std::move(indent))
    {}
    void begin(std::span<const foundation::Column> columns) override;
    void text(std::string_view value) override;
    void code(std::string_view value) override;
    void integer(std::int64_t value) override;
    void amount(foundation::Money value) override
    {
        ++at_;
        out_.amount(value);
    }
    void date(foundation::Date value) override
    {
        ++at_;
        out_.date(value);
    }
    void month(foundation::Month value) override
    {
        ++at_;
        out_.month(value);
    }
    void empty() override
    {
        ++at_;
        out_.empty();
    }
    void endRow() override
    {
        at_ = 0;
        out_.endRow();
    }
    void end() override {}

private:
    foundation::RowWriter& out_;
    std::string indent_;
    std::string before_; ///< what the row is
    std::size_t at_ = 0;
    bool isBegun_ = false;
};

} // namespace giftbox::reports
