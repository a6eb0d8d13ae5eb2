#include "reports/explain_shown.h"

#include "reports/explain.h"

namespace giftbox::reports {

namespace {

// As termColumns() has them.
constexpr std::size_t kLevelCell = 0;
constexpr std::size_t kKindCell = 1;
constexpr std::size_t kWhatCell = 2;

} // namespace

void TermTree::begin(std::span<const foundation::Column> columns)
{
    if (!isBegun_) {
        isBegun_ = true;
        out_.begin(columns.subspan(kWhatCell));
    }
}

void TermTree::text(std::string_view value)
{
    at_++ == kWhatCell ? out_.text(before_ + std::string(value)) : out_.text(value);
}

void TermTree::code(std::string_view value)
{
    if (at_++ != kKindCell) {
        out_.code(value);
    } else if (value == toText(TermKind::Divisor)) {
        before_ += "Divided by: ";
    } else if (value == toText(TermKind::Factor)) {
        before_ += "Times: ";
    }
}

void TermTree::integer(std::int64_t value)
{
    if (at_++ != kLevelCell) {
        out_.integer(value);
        return;
    }
    before_.clear();
    for (std::int64_t i = 0; i < value; ++i) {
        before_ += indent_;
    }
}

} // namespace giftbox::reports
