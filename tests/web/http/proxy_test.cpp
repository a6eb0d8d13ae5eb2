#include "tests/web/http/sample_proxy.h"
#include "tests/web/http/tls_client.h"
#include "tests/web/served_program.h"

#include <filesystem>
#include <optional>
#include <thread>

namespace giftbox::web::proxy_test {
namespace {

using namespace std::chrono_literals;

constexpr std::size_t kSlow = 300;
constexpr const char* kSlowAddress = "127.0.0.2";
constexpr const char* kOtherAddress = "127.0.0.3";

/// The server that clients reach: Giftbox, or a proxy in front of it.
class SlowStrangers : public testing::TestWithParam<std::string> {
protected:
    void SetUp() override
    {
        std::string pattern = (std::filesystem::temp_directory_path() / "proxy.XXXXXX").string();
        folder_ = ::mkdtemp(pattern.data());
        makeCertificate("gifts.example", file("cert.pem"), file("key.pem"));
        const std::string program = SampleProxy::program(GetParam());
        if (GetParam() == "giftbox") {
            served_.emplace(file("gifts.db"),
                            std::vector<std::string>{"--tls-cert", file("cert.pem"), "--tls-key",
                                                     file("key.pem")});
            port_ = served_->port();
            return;
        }
        if (!std::filesystem::exists(program)) {
            ASSERT_EQ(std::getenv("GIFTBOX_TEST_EVERYTHING"), nullptr) << "there is no " << program;
            GTEST_SKIP() << "there is no " << program << "; scripts/packages test installs it";
        }
        served_.emplace(file("gifts.db"), std::vector<std::string>{"--behind-proxy", "127.0.0.1"});
        proxy_.emplace(
            ProxySetup{.name = GetParam(), .folder = folder_, .upstream = served_->port()});
        port_ = proxy_->port();
    }
    void TearDown() override
    {
        proxy_.reset();
        served_.reset();
        std::filesystem::remove_all(folder_);
    }

    std::uint16_t port() const { return port_; }
    ServedProgram& served() { return *served_; }
    static std::string get(const std::string& path)
    {
        return "GET " + path + " HTTP/1.1\r\nHost: gifts.example\r\nConnection: close\r\n\r\n";
    }
    /// Another client is served within a second, including the handshake.
    void expectOthersServed()
    {
        const auto began = std::chrono::steady_clock::now();
        TlsClient other(port(), {}, kOtherAddress);
        ASSERT_TRUE(other.isConnected());
        other.send(get("/login"));
        EXPECT_EQ(statusOf(other.receive(2s)), 200);
        EXPECT_LT(std::chrono::steady_clock::now() - began, 1s);
    }

private:
    std::string file(const std::string& name) const { return folder_ + "/" + name; }

    std::string folder_;
    std::optional<ServedProgram> served_;
    std::optional<SampleProxy> proxy_;
    std::uint16_t port_ = 0;
};

/// The part of a form that some clients send before they fall silent.
std::string form(std::size_t bytes, std::size_t announced, const std::string& path)
{
    return "POST " + path +
           " HTTP/1.1\r\nHost: gifts.example\r\nOrigin: https://gifts.example\r\n"
           "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: " +
           std::to_string(announced) + "\r\n\r\n" + std::string(bytes, 'x');
}

TEST_P(SlowStrangers, OfOneAddressWhoSayNothingLeaveOthersServed)
{
    std::vector<std::unique_ptr<RawClient>> slow;
    for (std::size_t i = 0; i < kSlow; ++i) {
        slow.push_back(std::make_unique<RawClient>(port(), kSlowAddress));
    }
    expectOthersServed();
}

TEST_P(SlowStrangers, OfOneAddressWhoStopWithinARequestLeaveOthersServed)
{
    const std::vector<std::string> said = {"GET /login HTTP/1.1\r\nHost: gifts.example\r\n",
                                           form(10, 60'000, "/login"),
                                           form(40'000, 60'000, "/login"),
                                           form(100'000, 200'000, "/login"),
                                           form(10, 900'000, "/s/NORTH/receive"),
                                           form(10, 60'000'000, "/s/NORTH/import")};
    std::vector<std::unique_ptr<TlsClient>> slow;
    for (std::size_t i = 0; i < kSlow; ++i) {
        slow.push_back(std::make_unique<TlsClient>(port(), TlsOffer{}, kSlowAddress));
        slow.back()->send(said[i % said.size()]);
        if (i % 50 == 49) {
            expectOthersServed();
        }
    }
    std::this_thread::sleep_for(500ms);
    expectOthersServed();
}

TEST_P(SlowStrangers, OfOneAddressWhoAllStopWithinAFormLeaveOthersServed)
{
    std::vector<std::unique_ptr<TlsClient>> slow;
    for (std::size_t i = 0; i < kSlow; ++i) {
        slow.push_back(std::make_unique<TlsClient>(port(), TlsOffer{}, kSlowAddress));
        slow.back()->send(form(40'000, 60'000, "/login")); // more than HAProxy waits for
    }
    std::this_thread::sleep_for(500ms);
    expectOthersServed();
}

TEST_P(SlowStrangers, AreLoggedByTheirOwnAddressWhateverTheyClaim)
{
    TlsClient liar(port(), {}, kSlowAddress);
    liar.send("GET /login HTTP/1.1\r\nHost: gifts.example\r\nX-Forwarded-For: 192.0.2.1\r\n"
              "X-Forwarded-For: 192.0.2.2\r\nConnection: close\r\n\r\n");
    const std::string page = liar.receive();
    EXPECT_EQ(statusOf(page), 200) << page;
    const std::string log = served().waitFor("GET /login 200");
    EXPECT_NE(log.find(std::string("Z ") + kSlowAddress + " - GET /login 200"), std::string::npos)
        << log;
    EXPECT_EQ(log.find("192.0.2."), std::string::npos) << log;
}

INSTANTIATE_TEST_SUITE_P(All, SlowStrangers,
                         testing::Values("giftbox", "nginx", "haproxy", "caddy"),
                         [](const auto& which) { return which.param; });

} // namespace
} // namespace giftbox::web::proxy_test
