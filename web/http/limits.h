#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>

namespace giftbox::web {

/// What the server bears from strangers. Each deadline is for the whole of its step, however the bytes drip in.
struct Limits {
    std::size_t headerBytes = 16 * 1024;
    std::size_t headerFields = 100;
    std::size_t targetBytes = 8 * 1024;
    std::size_t bodyBytes = 1024 * 1024;
    /// A larger body is read only when a worker has seen the head and says so: from who has a session or a token. A form whose session has ended is smaller.
    std::size_t unaskedBytes = 72 * 1024;
    /// Where anybody may send a form: the login carries one, encoded twice.
    std::size_t strangerBytes = 256 * 1024;
    /// Where a path takes a file, which goes to a temporary one.
    std::size_t uploadBytes = 64 * 1024 * 1024;
    /// What has come of all bodies together, in memory and on disk; beyond it 503.
    std::size_t bodiesBytes = 128 * 1024 * 1024;
    std::size_t uploadsBytes = 512 * 1024 * 1024;
    std::size_t connections = 256;
    /// Of one address, of IPv6 one /64; behind a proxy its requests at once. A store's people share one.
    std::size_t connectionsAClient = 64;
    std::size_t requestsAConnection = 1000;
    std::chrono::milliseconds idle{30'000};
    std::chrono::milliseconds headers{10'000};
    std::chrono::milliseconds body{30'000};
    std::chrono::milliseconds upload{600'000};
    /// Of a response, beside what its size takes at `bytesASecond`.
    std::chrono::milliseconds response{30'000};
    std::uint64_t bytesASecond = 16 * 1024;
    /// What is running when the server is stopped has this long.
    std::chrono::milliseconds drain{30'000};
};

} // namespace giftbox::web
