#include "operations/shown_rows.h"

namespace giftbox::operations {

void ShownRows::begin(std::span<const foundation::Column> columns)
{
    if (!isShown_.empty()) {
        return;
    }
    std::vector<foundation::Column> shown;
    for (const foundation::Column& column : columns) {
        isShown_.push_back(hidden_.find("|" + column.name + "|") == std::string::npos);
        if (isShown_.back()) {
            shown.push_back(column);
        }
    }
    out_.begin(shown);
}

void ShownRows::endRow()
{
    at_ = 0;
    ++rows_;
    out_.endRow();
}

} // namespace giftbox::operations
