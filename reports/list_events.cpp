#include "reports/list_events.h"

#include <algorithm>

namespace giftbox::reports {

using foundation::Rows;

namespace {

std::int64_t lastEvent(const books::ReadTransaction& tx)
{
    Rows rows = tx.database().query("reports/last_event", {{"store_id", tx.storeId()}});
    return rows.next() ? rows.row().integer(0) : 0;
}

bool isWanted(const EventFilter& filter, std::string_view actor, std::string_view action)
{
    return (filter.actor.empty() || actor == filter.actor) && action.starts_with(filter.action);
}

} // namespace

EventPage listEvents(const books::ReadTransaction& tx, const EventFilter& filter)
{
    const std::int64_t end = filter.before.value_or(lastEvent(tx) + 1);
    const std::int64_t begin = std::max<std::int64_t>(end - kEventsLookedThrough, 1);
    EventPage page;
    Rows rows =
        tx.database().query("reports/events_before",
                            {{"store_id", tx.storeId()}, {"first_seq", begin}, {"before", end}});
    while (rows.next()) {
        const auto row = rows.row();
        if (!isWanted(filter, row.text(2), row.text(3))) {
            continue;
        }
        if (static_cast<std::int64_t>(page.events.size()) == filter.most) {
            page.next = page.events.back().seq.value;
            return page;
        }
        page.events.push_back({.seq = books::EventSeq{row.integer(0)},
                               .recordedAt = {row.integer(1)},
                               .actor = row.string(2),
                               .action = row.string(3),
                               .subject = row.string(4),
                               .detail = row.string(5)});
    }
    if (begin > 1) {
        page.next = begin;
    }
    return page;
}

} // namespace giftbox::reports
