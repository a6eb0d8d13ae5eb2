#include "reports/list_events.h"

#include "reports/statements.h"

#include <algorithm>

namespace giftbox::reports {

namespace {

std::int64_t lastEvent(const books::ReadTransaction& tx)
{
    return tx.database().query(sql::LastEvent{.storeId = tx.storeId()})->lastEvent;
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
    for (const auto& row : tx.database().query(
             sql::EventsBefore{.storeId = tx.storeId(), .firstSeq = begin, .before = end})) {
        if (!isWanted(filter, row.actor, row.action)) {
            continue;
        }
        if (static_cast<std::int64_t>(page.events.size()) == filter.most) {
            page.next = page.events.back().seq.value;
            return page;
        }
        page.events.push_back({.seq = books::EventSeq{row.eventSeq},
                               .recordedAt = row.recordedAt,
                               .actor = std::string(row.actor),
                               .action = std::string(row.action),
                               .subject = std::string(row.subject),
                               .detail = std::string(row.detail)});
    }
    if (begin > 1) {
        page.next = begin;
    }
    return page;
}

} // namespace giftbox::reports
