#include "web/http/listen_address.h"

#include "foundation/refusal.h"
#include "foundation/text.h"

#include <arpa/inet.h>
#include <array>
#include <charconv>

namespace giftbox::web {
namespace {

[[noreturn]] void refuseAddress(std::string_view text)
{
    throw foundation::Refusal("serve.address_malformed", {{"text", text}});
}

} // namespace

ListenAddress parseListenAddress(std::string_view text)
{
    const auto colon = text.rfind(':');
    if (colon == std::string_view::npos) {
        refuseAddress(text);
    }
    ListenAddress listen;
    listen.address = text.substr(0, colon);
    const std::string_view port = text.substr(colon + 1);
    const auto end = port.data() + port.size();
    const auto read = std::from_chars(port.data(), end, listen.port);
    std::array<unsigned char, 16> bytes{};
    const bool isV6 = listen.address.starts_with('[') && listen.address.ends_with(']');
    if (isV6) {
        listen.address = listen.address.substr(1, listen.address.size() - 2);
    }
    const int family = isV6 ? AF_INET6 : AF_INET;
    if (port.empty() || read.ec != std::errc{} || read.ptr != end ||
        inet_pton(family, listen.address.c_str(), bytes.data()) != 1) {
        refuseAddress(text);
    }
    std::array<unsigned char, 16> one{};
    one.back() = 1;
    listen.isLoopback = isV6 ? bytes == one : bytes[0] == 127;
    return listen;
}

void requireProtected(const ListenAddress& listen, bool isProtected)
{
    if (!listen.isLoopback && !isProtected) {
        throw foundation::Refusal("serve.not_loopback", {{"listen", toText(listen)}});
    }
}

std::string toText(const ListenAddress& listen)
{
    const bool isV6 = listen.address.find(':') != std::string::npos;
    return (isV6 ? "[" + listen.address + "]" : listen.address) + ":" + std::to_string(listen.port);
}

} // namespace giftbox::web
