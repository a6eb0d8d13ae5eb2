#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>

namespace giftbox::web {

/// Limits for untrusted clients. Each deadline covers its whole step, however slowly bytes arrive.
struct Limits {
    std::size_t headerBytes = 16 * 1024;
    std::size_t headerFields = 100;
    std::size_t targetBytes = 8 * 1024;
    std::size_t bodyBytes = 1024 * 1024;
    /// A larger body is read only after a worker accepts the head: it needs a session or a token. A form whose
    /// session has
    /// ended is smaller.
    std::size_t unaskedBytes = 72 * 1024;
    /// For forms open to everyone: the login carries one, encoded twice.
    std::size_t strangerBytes = 256 * 1024;
    /// For paths that accept a file, which goes to a temporary file.
    std::size_t uploadBytes = 64 * 1024 * 1024;
    /// All bodies together, in memory and on disk; above it, 503.
    std::size_t bodiesBytes = 128 * 1024 * 1024;
    std::size_t uploadsBytes = 512 * 1024 * 1024;
    std::size_t connections = 256;
    /// Per address (IPv6: per /64), or concurrent requests behind a proxy. The people in a store share one address.
    std::size_t connectionsAClient = 64;
    std::size_t requestsAConnection = 1000;
    std::chrono::milliseconds idle{30'000};
    std::chrono::milliseconds headers{10'000};
    std::chrono::milliseconds body{30'000};
    std::chrono::milliseconds upload{600'000};
    /// For a response, in addition to its size at `bytesASecond`.
    std::chrono::milliseconds response{30'000};
    std::uint64_t bytesASecond = 16 * 1024;
    /// For running requests when the server stops.
    std::chrono::milliseconds drain{30'000};
};

} // namespace giftbox::web
