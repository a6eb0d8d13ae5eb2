#include "web/http/client_address.h"

#include "foundation/refusal.h"
#include "foundation/text.h"
#include "web/http/http_text.h"

#include <utility> // Boost 1.74 leaves it out

#include <boost/asio/ip/address.hpp>
#include <boost/asio/ip/network_v4.hpp>
#include <boost/asio/ip/network_v6.hpp>

#include <algorithm>

namespace giftbox::web {

namespace ip = boost::asio::ip;
using Error = boost::system::error_code;

namespace {

constexpr unsigned kMappedBits = 96;
constexpr unsigned short kLineBits = 64;

bool isMapped(const Address& address) { return ip::make_address_v6(address).is_v4_mapped(); }

Address mapped(const ip::address_v4& address)
{
    return ip::make_address_v6(ip::v4_mapped, address).to_bytes();
}

/// Removes and returns the part after the last comma.
std::string_view takeLast(std::string_view& list)
{
    const auto comma = list.rfind(',');
    const std::string_view last = comma == std::string_view::npos ? list : list.substr(comma + 1);
    list = comma == std::string_view::npos ? std::string_view() : list.substr(0, comma);
    return foundation::trimmed(last);
}

std::optional<Network> parseNetwork(const std::string& text)
{
    Error error;
    const bool isAlone = text.find('/') == std::string::npos;
    if (text.find(':') == std::string::npos) {
        const auto network = ip::make_network_v4(isAlone ? text + "/32" : text, error);
        return error ? std::nullopt
                     : std::optional(Network{mapped(network.network()),
                                             kMappedBits + network.prefix_length()});
    }
    const auto network = ip::make_network_v6(isAlone ? text + "/128" : text, error);
    return error ? std::nullopt
                 : std::optional(Network{network.network().to_bytes(), network.prefix_length()});
}

/// Some proxies add a port: `192.0.2.1:4711`, with IPv6 in brackets.
std::optional<Address> parseForwarded(std::string_view text)
{
    std::string_view port;
    if (text.starts_with('[')) {
        const auto end = text.find(']');
        if (end == std::string_view::npos) {
            return std::nullopt;
        }
        port = text.substr(end + 1);
        text = text.substr(1, end - 1);
    } else if (std::ranges::count(text, ':') == 1) {
        port = text.substr(text.find(':'));
        text = text.substr(0, text.find(':'));
    }
    const bool isPort = port.size() > 1 && port.front() == ':' &&
                        port.find_first_not_of("0123456789", 1) == std::string_view::npos;
    return port.empty() || isPort ? parseAddress(text) : std::nullopt;
}

/// All lines of the header as one list.
std::string listOf(const Request& request, std::string_view name)
{
    std::string list;
    for (const Header& header : request.headers) {
        if (isSameWithoutCase(header.name, name)) {
            list += (list.empty() ? "" : ",") + header.value;
        }
    }
    return list;
}

} // namespace

bool Network::contains(const Address& address) const
{
    const std::size_t whole = bits / 8;
    const unsigned rest = bits % 8;
    return std::equal(first.begin(), first.begin() + static_cast<std::ptrdiff_t>(whole),
                      address.begin()) &&
           (rest == 0 || (first[whole] ^ address[whole]) >> (8 - rest) == 0);
}

std::optional<Address> parseAddress(std::string_view text)
{
    Error error;
    const ip::address address = ip::make_address(std::string(text), error);
    if (error) {
        return std::nullopt;
    }
    return address.is_v4() ? mapped(address.to_v4()) : address.to_v6().to_bytes();
}

std::string toText(const Address& address)
{
    const ip::address_v6 v6(address);
    return isMapped(address) ? ip::make_address_v4(ip::v4_mapped, v6).to_string() : v6.to_string();
}

std::vector<Network> parseNetworks(std::string_view text)
{
    std::vector<Network> networks;
    for (std::string_view rest = text; !rest.empty() || networks.empty();) {
        const std::string_view one = takeLast(rest);
        const auto network = parseNetwork(std::string(one));
        if (!network) {
            throw foundation::Refusal("serve.networks_malformed", {{"one", one}});
        }
        networks.push_back(*network);
    }
    return networks;
}

Network shareOf(const Address& address)
{
    if (isMapped(address)) {
        return {address, 128};
    }
    const ip::network_v6 line(ip::address_v6(address), kLineBits);
    return {line.network().to_bytes(), kLineBits};
}

std::string shareOf(std::string_view peer)
{
    const auto address = parseAddress(peer);
    if (!address) {
        return std::string(peer);
    }
    const Network share = shareOf(*address);
    return toText(share.first) + (share.bits == 128 ? "" : "/" + std::to_string(share.bits));
}

void believeProxies(Request& request, const Address& peer, std::span<const Network> proxies)
{
    const auto isProxy = [&](const Address& address) {
        return std::ranges::any_of(proxies,
                                   [&](const Network& one) { return one.contains(address); });
    };
    request.peer = toText(peer);
    if (!isProxy(peer)) {
        return;
    }
    const std::string all = listOf(request, "X-Forwarded-For");
    std::string_view rest = all;
    for (Address client = peer; isProxy(client) && !rest.empty();) {
        const auto named = parseForwarded(takeLast(rest));
        if (!named) {
            break;
        }
        client = *named;
        request.peer = toText(client);
    }
    const std::string schemes = listOf(request, "X-Forwarded-Proto");
    std::string_view said = schemes;
    if (!schemes.empty()) {
        request.isSecure = isSameWithoutCase(takeLast(said), "https");
    }
}

} // namespace giftbox::web
