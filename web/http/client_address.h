#pragma once

#include "web/http/http.h"

#include <array>
#include <compare>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace giftbox::web {

/// An IPv6 address, or `::ffff:a.b.c.d` for IPv4, in network byte order.
using Address = std::array<unsigned char, 16>;

/// The addresses that share the first `bits` bits; the other bits of `first` are 0.
struct Network {
    Address first{};
    unsigned bits = 128;

    bool contains(const Address& address) const;
    auto operator<=>(const Network&) const = default;
};

/// Reads a numeric address without a port; none for other text.
std::optional<Address> parseAddress(std::string_view text);
std::string toText(const Address& address);

/// Reads networks and addresses separated by commas: `10.0.0.0/8,2001:db8::/32,192.0.2.1`. Throws Refusal
/// `serve.networks_malformed`.
std::vector<Network> parseNetworks(std::string_view text);

/// The network of one client: an IPv4 address, or the IPv6 /64 of one line.
Network shareOf(const Address& address);
/// The same as text, for a Request's `peer`; text that is not an address stays unchanged.
std::string shareOf(std::string_view peer);

/// Takes address and scheme from trusted proxies. Reads all lines of `X-Forwarded-For` from the end, where each proxy
/// adds the address it saw: past the trusted proxies, and only as far as there are addresses.
void believeProxies(Request& request, const Address& peer, std::span<const Network> proxies);

} // namespace giftbox::web
