#include "foundation/period.h"

namespace giftbox::foundation {

namespace {

constexpr std::int64_t kFirstDay = 19000101;
constexpr std::int64_t kLastDay = 99991231;

} // namespace

std::int64_t firstDayOf(const Period& period)
{
    return period.from ? period.from->number() : kFirstDay;
}
std::int64_t lastDayOf(const Period& period) { return period.to ? period.to->number() : kLastDay; }

} // namespace giftbox::foundation
