#include "foundation/refusal.h"
#include "web/http/client_address.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace giftbox::web::client_address_test {
namespace {

using foundation::Refusal;

/// The client address accepted for a request from `peer`.
struct Asked {
    std::string peer = "127.0.0.1";
    std::vector<std::string> forwardedFor = {};
    std::vector<std::string> scheme = {};
    std::string proxies = "127.0.0.1,10.0.0.0/8,2001:db8:ffff::/48";
};

Request requestOf(const Asked& asked)
{
    Request request;
    for (const std::string& one : asked.forwardedFor) {
        request.headers.push_back({"x-forwarded-for", one});
    }
    for (const std::string& one : asked.scheme) {
        request.headers.push_back({"X-Forwarded-Proto", one});
    }
    believeProxies(request, *parseAddress(asked.peer), parseNetworks(asked.proxies));
    return request;
}

std::string whoAsks(const Asked& asked) { return requestOf(asked).peer; }

TEST(BelieveProxies, TakesTheLastAddressThatATrustedProxyAdded)
{
    EXPECT_EQ(whoAsks({.forwardedFor = {"192.0.2.1"}}), "192.0.2.1");
    EXPECT_EQ(whoAsks({.forwardedFor = {"198.51.100.9, 192.0.2.1"}}), "192.0.2.1");
    EXPECT_EQ(whoAsks({.forwardedFor = {"198.51.100.9", "192.0.2.1"}}), "192.0.2.1")
        << "the first line is the client's own";
    EXPECT_EQ(whoAsks({.forwardedFor = {"192.0.2.1,198.51.100.9 ,\t192.0.2.2 "}}), "192.0.2.2");
    EXPECT_EQ(whoAsks({.forwardedFor = {"2001:db8::1"}}), "2001:db8::1");
}

TEST(BelieveProxies, GoesPastProxiesBehindTheProxy)
{
    EXPECT_EQ(whoAsks({.forwardedFor = {"198.51.100.9, 192.0.2.1, 10.1.2.3"}}), "192.0.2.1");
    EXPECT_EQ(whoAsks({.forwardedFor = {"192.0.2.1", "10.1.2.3", "2001:db8:ffff:1::1"}}),
              "192.0.2.1");
    EXPECT_EQ(whoAsks({.forwardedFor = {"10.1.2.3, 192.0.2.1, 10.1.2.4"}}), "192.0.2.1")
        << "what stands before the first stranger is the stranger's word";
    EXPECT_EQ(whoAsks({.forwardedFor = {"10.1.2.3, 10.1.2.4"}}), "10.1.2.3");
    EXPECT_EQ(whoAsks({.peer = "10.9.9.9", .forwardedFor = {"192.0.2.1"}}), "192.0.2.1");
}

TEST(BelieveProxies, BelievesNobodyElse)
{
    EXPECT_EQ(whoAsks({.peer = "127.0.0.2", .forwardedFor = {"192.0.2.1"}}), "127.0.0.2");
    EXPECT_EQ(whoAsks({.peer = "192.0.2.7", .forwardedFor = {"10.0.0.1, 127.0.0.1"}}), "192.0.2.7");
    const Request secure = requestOf({.peer = "192.0.2.7", .scheme = {"https"}});
    EXPECT_FALSE(secure.isSecure);
}

TEST(BelieveProxies, TakesNothingThatIsNoAddress)
{
    for (const char* bad : {"",
                            "unknown",
                            "_hidden",
                            "localhost",
                            "192.0.2",
                            "192.0.2.1.5",
                            "192.0.2.256",
                            "0x7f.1",
                            "1.2.3.4; DROP",
                            "192.0.2.1/24",
                            "[2001:db8::1",
                            "2001:db8::1]",
                            "[2001:db8::1]x",
                            "[2001:db8::1]:",
                            "192.0.2.1:",
                            "192.0.2.1:x",
                            "for=192.0.2.1",
                            "::g",
                            "\"192.0.2.1\"",
                            "192.0.2.1 198.51.100.9",
                            "\xff\xfe"}) {
        EXPECT_EQ(whoAsks({.forwardedFor = {bad}}), "127.0.0.1") << bad;
        EXPECT_EQ(whoAsks({.forwardedFor = {std::string("192.0.2.1, ") + bad}}), "127.0.0.1")
            << bad;
        EXPECT_EQ(whoAsks({.forwardedFor = {"192.0.2.1", bad, "10.1.2.3"}}), "10.1.2.3") << bad;
    }
    EXPECT_EQ(whoAsks({}), "127.0.0.1");
}

TEST(BelieveProxies, TakesOffAPortAndReadsAnAddressAsOneHoweverItIsWritten)
{
    EXPECT_EQ(whoAsks({.forwardedFor = {"192.0.2.1:51234"}}), "192.0.2.1");
    EXPECT_EQ(whoAsks({.forwardedFor = {"[2001:DB8:0::1]:51234"}}), "2001:db8::1");
    EXPECT_EQ(whoAsks({.forwardedFor = {"[2001:db8::1]"}}), "2001:db8::1");
    EXPECT_EQ(whoAsks({.forwardedFor = {"::ffff:192.0.2.1"}}), "192.0.2.1");
    EXPECT_EQ(whoAsks({.forwardedFor = {"192.0.2.1, ::ffff:10.0.0.1"}}), "192.0.2.1")
        << "a proxy of IPv4 on a socket of IPv6";
    EXPECT_EQ(whoAsks({.peer = "::ffff:127.0.0.1", .forwardedFor = {"192.0.2.1"}}), "192.0.2.1");
}

TEST(BelieveProxies, TakesTheLastSchemeThatIsSaid)
{
    EXPECT_TRUE(requestOf({.scheme = {"https"}}).isSecure);
    EXPECT_TRUE(requestOf({.scheme = {"http", "HTTPS"}}).isSecure);
    EXPECT_FALSE(requestOf({.scheme = {"https", "http"}}).isSecure);
    EXPECT_FALSE(requestOf({.scheme = {"https, http"}}).isSecure);
    EXPECT_FALSE(requestOf({}).isSecure);
}

TEST(ShareOf, IsAnAddressOfIpv4AndALineOfIpv6)
{
    EXPECT_EQ(shareOf("192.0.2.1"), "192.0.2.1");
    EXPECT_EQ(shareOf("::ffff:192.0.2.1"), "192.0.2.1");
    EXPECT_EQ(shareOf("2001:db8:0:7:1:2:3:4"), "2001:db8:0:7::/64");
    EXPECT_EQ(shareOf("2001:db8:0:7::"), shareOf("2001:db8:0:7:ffff:ffff:ffff:ffff"));
    EXPECT_NE(shareOf("2001:db8:0:7::1"), shareOf("2001:db8:0:8::1"));
    EXPECT_NE(shareOf("192.0.2.1"), shareOf("192.0.2.2"));
    EXPECT_EQ(shareOf("-"), "-");
}

TEST(ParseNetworks, TakesNetworksAndAddressesOfBothKinds)
{
    const auto contains = [](const std::string& networks, const std::string& address) {
        const auto all = parseNetworks(networks);
        return std::ranges::any_of(
            all, [&](const Network& one) { return one.contains(*parseAddress(address)); });
    };
    EXPECT_TRUE(contains("10.0.0.0/8", "10.255.0.1"));
    EXPECT_FALSE(contains("10.0.0.0/8", "11.0.0.1"));
    EXPECT_TRUE(contains("10.1.2.3/8", "10.255.0.1")) << "bits behind the network do not count";
    EXPECT_TRUE(contains("192.0.2.128/25", "192.0.2.129"));
    EXPECT_FALSE(contains("192.0.2.128/25", "192.0.2.127"));
    EXPECT_TRUE(contains("192.0.2.1", "192.0.2.1"));
    EXPECT_FALSE(contains("192.0.2.1", "192.0.2.2"));
    EXPECT_TRUE(contains("127.0.0.0/8, ::1/128", "::1"));
    EXPECT_FALSE(contains("::1", "::2"));
    EXPECT_TRUE(contains("2001:db8:8::/45", "2001:db8:f::1"));
    EXPECT_FALSE(contains("2001:db8:8::/45", "2001:db8:10::1"));
    EXPECT_TRUE(contains("0.0.0.0/0", "192.0.2.1"));
    EXPECT_FALSE(contains("0.0.0.0/0", "2001:db8::1"));
    EXPECT_TRUE(contains("::/0", "2001:db8::1"));
}

TEST(ParseNetworks, RefusesWhatIsNone)
{
    for (const char* bad :
         {"", ",", "10.0.0.0/8,", "localhost", "10.0.0.0/33", "10.0.0.0/", "10.0.0.0/x", "10/8",
          "10.0.0.0/-1", "::1/129", "::1/", "10.0.0.0/8;127.0.0.1", "10.0.0.0/8 127.0.0.1"}) {
        try {
            parseNetworks(bad);
            ADD_FAILURE() << bad;
        } catch (const Refusal& refusal) {
            EXPECT_EQ(refusal.code(), "serve.networks_malformed") << bad;
        }
    }
}

} // namespace
} // namespace giftbox::web::client_address_test
