#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace giftbox::web {

/// Where to listen: a numeric IPv4 or IPv6 address and a port.
struct ListenAddress {
    std::string address = "127.0.0.1";
    std::uint16_t port = 8080; ///< 0: any that is free
    bool isLoopback = true;
};

/// `127.0.0.1:8080` or `[::1]:8080`. Throws Refusal `serve.address_malformed`.
ListenAddress parseListenAddress(std::string_view text);

/// What other machines can reach must be protected by TLS. Throws Refusal `serve.not_loopback`.
void requireProtected(const ListenAddress& listen, bool isProtected);

/// As people write it.
std::string toText(const ListenAddress& listen);

} // namespace giftbox::web
