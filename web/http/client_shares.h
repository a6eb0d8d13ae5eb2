#pragma once

#include "web/http/client_address.h"

#include <cstddef>

namespace giftbox::web {

struct Limits;

/// What a connection is at. Who has asked for nothing comes first.
enum class Stage {
    Idle,     ///< waits for a request
    Closing,  ///< the last response is sent
    Head,     ///< reads what begins a request
    Transfer, ///< reads a body, or sends a response
    Worker,   ///< a worker is at it: nobody ends it
    Cut       ///< it was ended, and is gone in a moment
};

/// A connection, and whose it is: nobody's while a proxy has no request in it.
struct Held {
    Stage stage = Stage::Idle;
    std::optional<Network> client;
};

/// Whether another connection is taken, and which one ends for it.
struct Room {
    bool isThere = false;
    std::optional<std::size_t> ends = {}; ///< where it is in the list

    bool operator==(const Room&) const = default;
};

/// Who holds as many as one client may has the oldest ended that asked for nothing yet. Where there are too many in all, an idle one is ended, else
/// one of the client who holds most, as long as that is more than the newcomer holds with this one. `all` has the oldest first. Pure.
Room roomFor(const std::optional<Network>& newcomer, std::span<const Held> all,
             const Limits& limits);

} // namespace giftbox::web
