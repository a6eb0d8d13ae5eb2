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

/// An address of IPv6, or `::ffff:a.b.c.d` for one of IPv4, however it was written; in the order of the network.
using Address = std::array<unsigned char, 16>;

/// Whose first `bits` bits are these; the other bits of `first` are 0.
struct Network {
    Address first{};
    unsigned bits = 128;

    bool contains(const Address& address) const;
    auto operator<=>(const Network&) const = default;
};

/// A numeric address without a port; none when it is something else.
std::optional<Address> parseAddress(std::string_view text);
std::string toText(const Address& address);

/// Networks and addresses parted by commas: `10.0.0.0/8,2001:db8::/32,192.0.2.1`. Throws Refusal `serve.networks_malformed`.
std::vector<Network> parseNetworks(std::string_view text);

/// What counts as one client: an address of IPv4, and of IPv6 a /64, which one line has.
Network shareOf(const Address& address);
/// The same in words, for a Request's `peer`; what is no address stays as it is.
std::string shareOf(std::string_view peer);

/// Takes address and scheme from what trusted proxies say. `X-Forwarded-For`, all lines of it, is read from its end, as each proxy
/// adds what it saw there: past those who are proxies, and no further than there are addresses.
void believeProxies(Request& request, const Address& peer, std::span<const Network> proxies);

} // namespace giftbox::web
