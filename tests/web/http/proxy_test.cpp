#include "tests/support/program.h"
#include "tests/web/http/tls_client.h"
#include "tests/web/served_program.h"

#include <arpa/inet.h>
#include <filesystem>
#include <optional>
#include <sys/socket.h>
#include <thread>

namespace giftbox::web {
namespace {

using namespace std::chrono_literals;

constexpr std::size_t kSlow = 300;
constexpr const char* kSlowAddress = "127.0.0.2";
constexpr const char* kOtherAddress = "127.0.0.3";

std::uint16_t freePort()
{
    const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    auto* const own = reinterpret_cast<sockaddr*>(&address);
    socklen_t size = sizeof(address);
    const bool isFound = ::bind(socket, own, size) == 0 && ::getsockname(socket, own, &size) == 0;
    ::close(socket);
    return isFound ? ntohs(address.sin_port) : 0;
}

/// The documented settings of a proxy, with different ports and files only.
struct Sample {
    std::string text;

    explicit Sample(const std::string& name)
        : text(tests::readFile(GIFTBOX_SOURCE_DIR "/docs/examples/" + name))
    {}
    Sample& with(const std::string& documented, const std::string& here)
    {
        EXPECT_NE(text.find(documented), std::string::npos) << documented;
        for (auto at = text.find(documented); at != std::string::npos;
             at = text.find(documented, at + here.size())) {
            text.replace(at, documented.size(), here);
        }
        return *this;
    }
};

/// The server that clients reach: Giftbox, or a proxy in front of it.
class SlowStrangers : public testing::TestWithParam<std::string> {
protected:
    void SetUp() override
    {
        std::string pattern = (std::filesystem::temp_directory_path() / "proxy.XXXXXX").string();
        folder_ = ::mkdtemp(pattern.data());
        makeCertificate("gifts.example", file("cert.pem"), file("key.pem"));
        const std::string program = "/usr/sbin/" + GetParam();
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
        port_ = freePort();
        proxy_.emplace(GetParam() == "nginx" ? nginx(program) : haproxy(program));
        for (int i = 0; i < 100 && !isListening(); ++i) {
            std::this_thread::sleep_for(50ms);
        }
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
    std::string here() const { return "127.0.0.1:" + std::to_string(port_); }
    std::string upstream() const { return "127.0.0.1:" + std::to_string(served_->port()); }
    bool isListening() const
    {
        try {
            return RawClient(port_).send("");
        } catch (const std::system_error&) {
            return false;
        }
    }
    tests::CommandLine nginx(const std::string& program) const
    {
        const std::string site = Sample("nginx.conf")
                                     .with("listen 443 ssl", "listen " + here() + " ssl")
                                     .with("/etc/ssl/gifts.pem", file("cert.pem"))
                                     .with("/etc/ssl/private/gifts.key", file("key.pem"))
                                     .with("127.0.0.1:8080", upstream())
                                     .text;
        tests::writeFile(file("giftbox"), site);
        std::string paths;
        for (const std::string use : {"client_body", "proxy", "fastcgi", "uwsgi", "scgi"}) {
            paths += use + "_temp_path " + file(use) + ";\n";
        }
        // Like Debian's nginx.conf, except for the folders.
        tests::writeFile(file("nginx.conf"),
                         std::string(::geteuid() == 0 ? "user root;\n" : "") +
                             "daemon off;\nworker_processes auto;\npid " + file("pid") +
                             ";\nevents { worker_connections 768; }\nhttp {\naccess_log off;\n" +
                             paths + "include " + file("giftbox") + ";\n}\n");
        return {.words = {program, "-p", folder_, "-c", file("nginx.conf"), "-e", file("error")}};
    }
    tests::CommandLine haproxy(const std::string& program) const
    {
        const std::string site = Sample("haproxy.cfg")
                                     .with("bind :443", "bind " + here())
                                     .with("/etc/ssl/private/gifts.pem", file("both.pem"))
                                     .with("127.0.0.1:8080", upstream())
                                     .text;
        tests::writeFile(file("both.pem"),
                         tests::readFile(file("cert.pem")) + tests::readFile(file("key.pem")));
        tests::writeFile(file("haproxy.cfg"), site);
        return {.words = {program, "-db", "-f", file("haproxy.cfg")}};
    }

    std::string folder_;
    std::optional<ServedProgram> served_;
    std::optional<tests::Started> proxy_;
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

INSTANTIATE_TEST_SUITE_P(All, SlowStrangers, testing::Values("giftbox", "nginx", "haproxy"),
                         [](const auto& which) { return which.param; });

} // namespace
} // namespace giftbox::web
