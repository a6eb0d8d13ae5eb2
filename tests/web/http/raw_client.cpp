#include "tests/web/http/raw_client.h"

#include <algorithm>
#include <arpa/inet.h>
#include <cctype>
#include <charconv>
#include <fstream>
#include <poll.h>
#include <sys/socket.h>
#include <system_error>
#include <unistd.h>
#include <utility>

namespace giftbox::web {

RawClient::RawClient(std::uint16_t port, const char* from)
{
    socket_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    ::inet_pton(AF_INET, from, &address.sin_addr);
    const auto* own = reinterpret_cast<const sockaddr*>(&address);
    if (::bind(socket_, own, sizeof(address)) != 0) {
        throw std::system_error(errno, std::generic_category(), "bind");
    }
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(socket_, own, sizeof(address)) != 0) {
        throw std::system_error(errno, std::generic_category(), "connect");
    }
}

RawClient::~RawClient() { ::close(socket_); }

bool RawClient::send(std::string_view bytes)
{
    while (!bytes.empty()) {
        const ssize_t sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent <= 0) {
            return false;
        }
        bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
}

bool RawClient::fill()
{
    pollfd wait{.fd = socket_, .events = POLLIN, .revents = 0};
    if (::poll(&wait, 1, static_cast<int>(patience_.count())) <= 0) {
        return false;
    }
    std::string bytes(65536, '\0');
    const ssize_t got = ::recv(socket_, bytes.data(), bytes.size(), 0);
    if (got <= 0) {
        return false;
    }
    buffer_.append(bytes, 0, static_cast<std::size_t>(got));
    return true;
}

std::string RawClient::receive(bool isHead)
{
    std::size_t end = 0;
    while ((end = buffer_.find("\r\n\r\n")) == std::string::npos) {
        if (!fill()) {
            return std::exchange(buffer_, {});
        }
    }
    const std::string length = headerOf(buffer_, "Content-Length");
    std::size_t body = 0;
    std::from_chars(length.data(), length.data() + length.size(), body);
    const std::size_t whole = end + 4 + (isHead ? 0 : body);
    while (buffer_.size() < whole && fill()) {
    }
    std::string response = buffer_.substr(0, whole);
    buffer_.erase(0, whole);
    return response;
}

std::string RawClient::receiveAll()
{
    while (fill()) {
    }
    return std::exchange(buffer_, {});
}

bool RawClient::isClosedWithin(std::chrono::milliseconds patience)
{
    const auto until = std::chrono::steady_clock::now() + patience;
    while (std::chrono::steady_clock::now() < until) {
        pollfd wait{.fd = socket_, .events = POLLIN, .revents = 0};
        if (::poll(&wait, 1, 20) > 0 && !fill()) {
            return true;
        }
    }
    return false;
}

int statusOf(std::string_view response)
{
    int status = 0;
    if (response.starts_with("HTTP/1.1 ") && response.size() > 12) {
        std::from_chars(response.data() + 9, response.data() + 12, status);
    }
    return status;
}

std::string headerOf(std::string_view response, std::string_view name)
{
    const std::string start = "\r\n" + std::string(name) + ": ";
    const std::string_view head = response.substr(0, response.find("\r\n\r\n"));
    const auto found = std::ranges::search(head, start, [](char one, char other) {
        return std::tolower(one) == std::tolower(other); // HAProxy writes names small
    });
    if (found.empty()) {
        return "";
    }
    const auto begin = std::size_t(found.begin() - head.begin()) + start.size();
    return std::string(response.substr(begin, response.find("\r\n", begin) - begin));
}

std::string bodyOf(std::string_view response)
{
    const auto end = response.find("\r\n\r\n");
    return end == std::string_view::npos ? "" : std::string(response.substr(end + 4));
}

std::int64_t residentKib()
{
    std::ifstream status("/proc/self/status");
    std::int64_t kib = 0;
    for (std::string word; status >> word;) {
        if (word == "VmRSS:") {
            status >> kib;
        }
    }
    return kib;
}

} // namespace giftbox::web
