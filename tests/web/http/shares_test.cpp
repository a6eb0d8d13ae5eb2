#include "tests/web/http/running_server.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace giftbox::web::shares_test {
namespace {

using namespace std::chrono_literals;

constexpr std::size_t kShare = 6;

ServerOptions patientServer(const std::string& proxies = {})
{
    struct Small : RunningServer {
        using RunningServer::smallLimits;
    };
    ServerOptions options = Small::smallLimits();
    options.limits.connectionsAClient = kShare;
    options.limits.idle = options.limits.headers = options.limits.body = 20s;
    if (!proxies.empty()) {
        options.proxies = parseNetworks(proxies);
    }
    return options;
}

const std::string kHalfAHead = "GET /a HTTP/1.1\r\nHost: x\r\n";
const std::string kHalfABody = "POST /a HTTP/1.1\r\nHost: x\r\nContent-Length: 400\r\n\r\nhalf";

/// The connections of one client, and their results.
class Crowd {
public:
    Crowd(std::uint16_t port, const char* from) : port_(port), from_(from) {}
    void come(std::size_t many, const std::string& saying)
    {
        for (std::size_t i = 0; i < many; ++i) {
            clients_.push_back(std::make_unique<RawClient>(port_, from_));
            clients_.back()->send(saying);
        }
    }
    RawClient& operator[](std::size_t i) { return *clients_.at(i); }
    std::size_t open()
    {
        std::this_thread::sleep_for(50ms);
        return static_cast<std::size_t>(std::ranges::count_if(
            clients_, [](const auto& one) { return !one->isClosedWithin(1ms); }));
    }

private:
    std::uint16_t port_;
    const char* from_;
    std::vector<std::unique_ptr<RawClient>> clients_;
};

class HttpServerShares : public testing::Test, protected RunningServer {
protected:
    explicit HttpServerShares(const std::string& proxies = {})
        : RunningServer(patientServer(proxies))
    {}
    /// Served within a second, from a separate address.
    void expectServed(const char* from, const std::string& headers = {})
    {
        RawClient client(port(), from);
        client.setPatience(1s);
        client.send("GET /other HTTP/1.1\r\nHost: x\r\n" + headers + "\r\n");
        EXPECT_EQ(bodyOf(client.receive()), "GET /other  0\n") << from;
    }
};

TEST_F(HttpServerShares, AnAddressHoldsNoMoreThanItsShare)
{
    for (const std::string& saying : {std::string(), kHalfAHead, kHalfABody}) {
        Crowd crowd(port(), "127.0.0.2");
        crowd.come(40, saying);
        EXPECT_EQ(crowd.open(), kShare) << saying;
        expectServed("127.0.0.3");
    }
}

TEST_F(HttpServerShares, IdleConnectionsOfAnAddressOverItsShareEndFirst)
{
    Crowd crowd(port(), "127.0.0.2");
    crowd.come(2, kHalfABody);
    crowd.come(2, kHalfAHead);
    crowd.come(2, "GET /a HTTP/1.1\r\nHost: x\r\n\r\n"); // answered, then idle
    std::this_thread::sleep_for(100ms);
    crowd.come(1, kHalfAHead);
    EXPECT_EQ(statusOf(crowd[4].receive()), 200);
    EXPECT_TRUE(crowd[4].isClosedWithin(1s));
    EXPECT_EQ(crowd.open(), kShare);
    crowd.come(1, kHalfAHead);
    EXPECT_EQ(statusOf(crowd[5].receive()), 200);
    EXPECT_TRUE(crowd[5].isClosedWithin(1s));
    crowd.come(1, kHalfAHead);
    EXPECT_TRUE(crowd[2].isClosedWithin(1s)) << "then the oldest that has asked for nothing";
    EXPECT_FALSE(crowd[0].isClosedWithin(10ms));
}

TEST_F(HttpServerShares, ManyAddressesTogetherLeaveRoomForOthers)
{
    std::vector<std::unique_ptr<Crowd>> crowds;
    std::vector<std::string> from;
    for (int i = 0; i < 7; ++i) {
        from.push_back("127.0.1." + std::to_string(i + 1));
    }
    for (const std::string& one : from) {
        crowds.push_back(std::make_unique<Crowd>(port(), one.c_str()));
        crowds.back()->come(kShare, kHalfABody);
    }
    expectServed("127.0.0.3");
    std::size_t open = 0;
    for (const auto& crowd : crowds) {
        open += crowd->open();
    }
    EXPECT_LE(open, options_.limits.connections);
}

TEST_F(HttpServerShares, WhatIsRunningIsFinished)
{
    Crowd running(port(), "127.0.0.2");
    running.come(3, "GET /slow HTTP/1.1\r\nHost: x\r\n\r\n");
    std::this_thread::sleep_for(50ms);
    Crowd others(port(), "127.0.0.2");
    others.come(40, kHalfAHead);
    for (std::size_t i = 0; i < 3; ++i) {
        EXPECT_EQ(bodyOf(running[i].receive()), "GET /slow  0\n");
    }
}

TEST_F(HttpServerShares, NobodyIsBelievedWhereNoProxyIs)
{
    EXPECT_EQ(bodyOf(ask("GET /peer HTTP/1.1\r\nHost: x\r\nX-Forwarded-For: 192.0.2.1\r\n"
                         "X-Forwarded-Proto: https\r\n\r\n")),
              "127.0.0.1\n");
}

class HttpServerBehindProxy : public HttpServerShares {
protected:
    HttpServerBehindProxy() : HttpServerShares("127.0.0.1,127.0.0.16/28") {}
    static std::string by(const std::string& client)
    {
        return "X-Forwarded-For: " + client + "\r\n";
    }
    static std::string half(const std::string& client)
    {
        return "POST /a HTTP/1.1\r\nHost: x\r\nContent-Length: 400\r\n" + by(client) + "\r\nhalf";
    }
};

TEST_F(HttpServerBehindProxy, TheAddressIsTheOneThatTheProxyNames)
{
    const std::string request = "GET /peer HTTP/1.1\r\nHost: x\r\n";
    EXPECT_EQ(bodyOf(ask(request + by("203.0.113.5") + by("192.0.2.1") +
                         "X-Forwarded-Proto: https\r\n\r\n")),
              "192.0.2.1 secure\n");
    RawClient stranger(port(), "127.0.0.2");
    stranger.send(request + by("192.0.2.1") + "X-Forwarded-Proto: https\r\n\r\n");
    EXPECT_EQ(bodyOf(stranger.receive()), "127.0.0.2\n");
    RawClient other(port(), "127.0.0.17");
    other.send(request + by("192.0.2.1") + "\r\n");
    EXPECT_EQ(bodyOf(other.receive()), "192.0.2.1\n");
    other.send(request + by("192.0.2.2") + "\r\n");
    EXPECT_EQ(bodyOf(other.receive()), "192.0.2.2\n") << "the next one may be somebody else's";
    stop();
    EXPECT_NE(log()[0].find(" 192.0.2.1 - GET /peer 200"), std::string::npos) << log()[0];
}

TEST_F(HttpServerBehindProxy, AClientHasNoMoreRequestsAtOnceThanItsShare)
{
    for (const bool isV6 : {false, true}) {
        Crowd crowd(port(), "127.0.0.1");
        std::size_t refused = 0;
        for (int i = 0; i < 12; ++i) {
            crowd.come(1, half(isV6 ? "2001:db8::" + std::to_string(i) : "192.0.2.1"));
        }
        std::this_thread::sleep_for(50ms);
        expectServed("127.0.0.1", by(isV6 ? "2001:db8:0:1::1" : "192.0.2.2"));
        for (std::size_t i = 0; i < 12; ++i) {
            crowd[i].setPatience(50ms);
            refused += statusOf(crowd[i].receive()) == 429 ? 1U : 0U;
        }
        EXPECT_EQ(refused, 12U - kShare);
    }
}

TEST_F(HttpServerBehindProxy, TheProxysOwnConnectionsAreNotCountedAsOneClients)
{
    Crowd proxy(port(), "127.0.0.1");
    proxy.come(2 * kShare, "");
    for (std::size_t i = 0; i < 2 * kShare; ++i) {
        proxy[i].send("GET /a HTTP/1.1\r\nHost: x\r\n" + by("192.0.2." + std::to_string(i)) +
                      "\r\n");
        EXPECT_EQ(statusOf(proxy[i].receive()), 200);
    }
    EXPECT_EQ(proxy.open(), 2 * kShare);
    Crowd stranger(port(), "127.0.0.2");
    stranger.come(40, kHalfAHead);
    EXPECT_LE(stranger.open(), kShare) << "who comes past the proxy";
    expectServed("127.0.0.1", by("192.0.2.1"));
}

TEST_F(HttpServerBehindProxy, ManyClientsTogetherLeaveRoomForOthers)
{
    Crowd proxy(port(), "127.0.0.1");
    for (int i = 0; i < 5; ++i) {
        proxy.come(kShare, half("192.0.2." + std::to_string(i)));
    }
    expectServed("127.0.0.1", by("198.51.100.1"));
}

TEST_F(HttpServerBehindProxy, AClientsShareIsFreeAgainWhenItsRequestsAreAnswered)
{
    Crowd proxy(port(), "127.0.0.1");
    proxy.come(1, "");
    for (std::size_t i = 0; i < 3 * kShare; ++i) {
        proxy[0].send("GET /a HTTP/1.1\r\nHost: x\r\n" + by("192.0.2.1") + "\r\n");
        EXPECT_EQ(statusOf(proxy[0].receive()), 200);
    }
}

} // namespace
} // namespace giftbox::web::shares_test
