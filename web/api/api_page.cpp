#include "web/api/api_call.h"

namespace giftbox::web {

bool ApiPage::takes(std::int64_t number, bool isWanted)
{
    const auto after = call_.afterNumber();
    isBegun_ = true;
    return (!after || number > *after) && count(std::to_string(number), isWanted);
}

bool ApiPage::takes(const std::string& key, bool isWanted)
{
    if (!isBegun_) {
        isBegun_ = key == *call_.after();
        return false;
    }
    return count(key, isWanted);
}

bool ApiPage::count(std::string key, bool isWanted)
{
    if (!isWanted || hasMore_) {
        return false;
    }
    if (taken_ == call_.limit()) {
        hasMore_ = true;
        return false;
    }
    ++taken_;
    last_ = std::move(key);
    return true;
}

void ApiPage::finish()
{
    if (hasMore_) {
        call_.next = last_;
    }
}

} // namespace giftbox::web
