#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace giftbox::web {

/// A numeric IPv4 or IPv6 address and a port to listen on.
struct ListenAddress {
    std::string address = "127.0.0.1";
    std::uint16_t port = 8080; ///< 0: any free port
    bool isLoopback = true;
};

/// `127.0.0.1:8080` or `[::1]:8080`. Throws Refusal `serve.address_malformed`.
ListenAddress parseListenAddress(std::string_view text);

/// Requires TLS for an address that other machines can reach. Throws Refusal `serve.not_loopback`.
void requireProtected(const ListenAddress& listen, bool isProtected);

/// The text that people write.
std::string toText(const ListenAddress& listen);

} // namespace giftbox::web
