#pragma once

#include "foundation/date.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace giftbox::books {

/// An event: actor, action, time, subject and figures (one JSON object).
struct Event {
    std::int64_t seq = 0;
    foundation::Instant recordedAt;
    std::string_view actor;
    std::string_view action;
    std::string_view subject;
    std::string_view detail;
};

/// The hash before a store's first event.
extern const std::string kChainStart;

/// SHA-256 over the previous hash and every field, each preceded by its length, so that no two events look the same.
std::string eventHash(std::string_view hashBefore, const Event& event);

} // namespace giftbox::books
