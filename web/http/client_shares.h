#pragma once

#include "web/http/client_address.h"

#include <cstddef>

namespace giftbox::web {

struct Limits;

/// The state of a connection, beginning with those without a request.
enum class Stage {
    Idle,     ///< waiting for a request
    Closing,  ///< sending the last response
    Head,     ///< reading the head of a request
    Transfer, ///< reading a body, or sending a response
    Worker,   ///< a worker is running: must not be ended
    Cut       ///< ended, and about to be removed
};

/// A connection and its client; none while a proxy has no request in it.
struct Held {
    Stage stage = Stage::Idle;
    std::optional<Network> client;
};

/// Whether to accept a connection, and which one to end for it.
struct Room {
    bool isThere = false;
    std::optional<std::size_t> ends = {}; ///< its index in the list

    bool operator==(const Room&) const = default;
};

/// A client at its limit loses its oldest connection without a request. When there are too many connections in total,
/// an idle one ends, else one of the client with the most, if that is more than the newcomer has with this one. `all`
/// has the oldest first. Pure.
Room roomFor(const std::optional<Network>& newcomer, std::span<const Held> all,
             const Limits& limits);

} // namespace giftbox::web
