#pragma once

#include "books/books.h"

#include <vector>

namespace giftbox::reports {

/// An event of the audit log.
struct RecordedEvent {
    books::EventSeq seq;
    foundation::Instant recordedAt;
    std::string actor;
    std::string action;
    std::string subject;
    std::string detail; ///< one JSON object
};

inline constexpr std::int64_t kEventsAPage = 100;

/// Empty: any. `before`: only events with lower numbers; none: from the newest on.
struct EventFilter {
    std::string actor;
    std::string action; ///< a prefix: `box.` for everything about boxes
    std::optional<std::int64_t> before;
    std::int64_t most = kEventsAPage;
};

/// The number of events searched for one page.
inline constexpr std::int64_t kEventsLookedThrough = 20'000;

/// A page of events, newest first; `next` is the `before` of the next page, none at the end.
struct EventPage {
    std::vector<RecordedEvent> events;
    std::optional<std::int64_t> next;
};
EventPage listEvents(const books::ReadTransaction& tx, const EventFilter& filter);

} // namespace giftbox::reports
