#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

namespace giftbox::web {

/// A client that sends any bytes, including ones that no browser would send.
class RawClient {
public:
    /// Connects from an address of this machine, such as 127.0.0.2.
    explicit RawClient(std::uint16_t port, const char* from = "127.0.0.1");
    RawClient(const RawClient&) = delete;
    RawClient& operator=(const RawClient&) = delete;
    ~RawClient();

    /// False when the server has closed the connection.
    bool send(std::string_view bytes);
    /// The next response, head and body; only the head after HEAD. A partial one when the connection ends, or when
    /// nothing arrives for `patience`.
    std::string receive(bool isHead = false);
    /// All bytes until the server closes the connection.
    std::string receiveAll();
    bool isClosedWithin(std::chrono::milliseconds patience);
    int socket() const { return socket_; }
    void setPatience(std::chrono::milliseconds patience) { patience_ = patience; }

private:
    bool fill();

    int socket_ = -1;
    std::chrono::milliseconds patience_{60'000};
    std::string buffer_;
};

/// The status of a response; 0 when there is none.
int statusOf(std::string_view response);
/// The header of a response; empty when there is none.
std::string headerOf(std::string_view response, std::string_view name);
std::string bodyOf(std::string_view response);

/// The memory of this process, in KiB.
std::int64_t residentKib();

} // namespace giftbox::web
