#include "foundation/period.h"

#include "foundation/refusal.h"

namespace giftbox::foundation {

namespace {

constexpr std::int64_t kFirstDay = 19000101;
constexpr std::int64_t kLastDay = 99991231;

} // namespace

Period periodOf(std::optional<Date> from, std::optional<Date> to)
{
    if (from && to && *to < *from) {
        throw Refusal("period.reversed", {{"from", *from}, {"to", *to}});
    }
    return {.from = from, .to = to};
}

std::int64_t firstDayOf(const Period& period)
{
    return period.from ? period.from->number() : kFirstDay;
}
std::int64_t lastDayOf(const Period& period) { return period.to ? period.to->number() : kLastDay; }

} // namespace giftbox::foundation
