#include "tests/support/parsed_page.h"
#include "tests/web/http/sample_proxy.h"
#include "tests/web/http/tls_client.h"
#include "tests/web/served_program.h"

#include <filesystem>
#include <sstream>

namespace giftbox::web::samples_test {
namespace {

constexpr const char* kClient = "127.0.0.2";

struct Shown {
    std::string proxy;
    bool isBelowAPath = false;
};

/// Giftbox behind each proxy, as the samples set it up: for a whole host, and below a path.
class Samples : public testing::TestWithParam<Shown> {
protected:
    void SetUp() override
    {
        const std::string program = SampleProxy::program(GetParam().proxy);
        if (!std::filesystem::exists(program)) {
            ASSERT_EQ(std::getenv("GIFTBOX_TEST_EVERYTHING"), nullptr) << "there is no " << program;
            GTEST_SKIP() << "there is no " << program << "; scripts/packages test installs it";
        }
        std::string pattern = (std::filesystem::temp_directory_path() / "sample.XXXXXX").string();
        folder_ = ::mkdtemp(pattern.data());
        makeCertificate("gifts.example", folder_ + "/cert.pem", folder_ + "/key.pem");
        std::vector<std::string> options = {"--behind-proxy", "127.0.0.1"};
        if (GetParam().isBelowAPath) {
            base_ = "/gifts";
            options.insert(options.end(), {"--base-path", base_});
        }
        served_.emplace(folder_ + "/gifts.db", options);
        proxy_.emplace(ProxySetup{.name = GetParam().proxy,
                                  .folder = folder_,
                                  .upstream = served_->port(),
                                  .isBelowAPath = GetParam().isBelowAPath});
    }
    void TearDown() override
    {
        proxy_.reset();
        served_.reset();
        if (!folder_.empty()) {
            std::filesystem::remove_all(folder_);
        }
    }
    std::string ask(const std::string& head, const std::string& body = {})
    {
        TlsClient client(proxy_->port(), {}, kClient);
        EXPECT_TRUE(client.isConnected());
        client.send(head + " HTTP/1.1\r\nHost: gifts.example\r\nOrigin: https://gifts.example\r\n" +
                    "Cookie: " + cookie_ + "\r\nContent-Length: " + std::to_string(body.size()) +
                    "\r\nContent-Type: " + type_ + "\r\nConnection: close\r\n\r\n");
        client.send(body);
        return client.receive();
    }
    std::string get(const std::string& path) { return ask("GET " + path); }

    std::string base_;
    std::string cookie_ = "none=none";
    std::string type_ = "application/x-www-form-urlencoded";
    std::optional<ServedProgram> served_;

private:
    std::string folder_;
    std::optional<SampleProxy> proxy_;
};

TEST_P(Samples, LeadAPersonFromTheFirstPageToAFile)
{
    const std::string first = get(base_ + "/");
    EXPECT_EQ(statusOf(first), 303) << first;
    EXPECT_EQ(headerOf(first, "Location"), base_ + "/login");
    const std::string log = served_->waitFor("/setup?token=");
    const std::string token = log.substr(log.find("token=") + 6, 43);
    const std::string done =
        ask("POST " + base_ + "/setup", "token=" + token +
                                            "&store=NORTH&store_name=North&currency=USD&login=ann"
                                            "&name=Ann&password=a+long+enough+one");
    ASSERT_EQ(statusOf(done), 303) << done;
    EXPECT_EQ(headerOf(done, "Location"), base_ + "/");
    cookie_ = headerOf(done, "Set-Cookie");
    EXPECT_TRUE(cookie_.starts_with(base_.empty() ? "__Host-giftbox=" : "__Secure-giftbox.gifts="))
        << cookie_;
    cookie_ = cookie_.substr(0, cookie_.find(';'));
    const std::string home = get(base_ + "/s/NORTH");
    EXPECT_EQ(statusOf(home), 200) << home;
    for (const std::string& asset : tests::ParsedPage(bodyOf(home)).assets()) {
        EXPECT_TRUE(asset.starts_with(base_ + "/assets/")) << asset;
        EXPECT_EQ(statusOf(get(asset)), 200) << asset;
    }
    // A file as large as this passes only where files are sent; its form has no token, so it ends there.
    const std::string large(2'000'000, 'x');
    EXPECT_EQ(statusOf(ask("POST " + base_ + "/s/NORTH/receive", large)), 413);
    type_ = "multipart/form-data; boundary=b";
    const std::string sent =
        ask("POST " + base_ + "/s/NORTH/import",
            "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\n" +
                large + "\r\n--b--\r\n");
    EXPECT_EQ(statusOf(sent), 403) << sent;
    EXPECT_NE(sent.find("Form out of date"), std::string::npos) << sent;
    EXPECT_NE(served_->waitFor("/import 403").find(std::string("Z ") + kClient + " ann POST"),
              std::string::npos)
        << "people are known by their own address";
}

INSTANTIATE_TEST_SUITE_P(All, Samples,
                         testing::Values(Shown{"nginx", false}, Shown{"nginx", true},
                                         Shown{"haproxy", false}, Shown{"haproxy", true},
                                         Shown{"caddy", false}, Shown{"caddy", true},
                                         Shown{"apache2", false}, Shown{"apache2", true}),
                         [](const auto& which) {
                             return which.param.proxy +
                                    (which.param.isBelowAPath ? "BelowAPath" : "");
                         });

/// Debian has no Traefik: its sample is YAML with the same host, server and files as the others.
TEST(SampleOfTraefik, HasWhatTheOthersHave)
{
    Sample sample("traefik.yml");
    std::istringstream lines(sample.text);
    std::size_t before = 0;
    bool opens = true;
    for (std::string line; std::getline(lines, line);) {
        const auto indent = line.find_first_not_of(' ');
        ASSERT_NE(indent, std::string::npos) << "an empty line";
        if (line[indent] == '#') {
            continue;
        }
        SCOPED_TRACE(line);
        EXPECT_EQ(line.find('\t'), std::string::npos);
        EXPECT_EQ(indent % 2, 0U);
        EXPECT_LE(indent, before + (opens ? 2 : 0));
        const bool isEntry = line.find("- ") == indent;
        EXPECT_TRUE(isEntry || line.find(':') != std::string::npos);
        opens = line.ends_with(':') || isEntry;
        before = indent;
    }
    for (const std::string text : {"gifts.example", "http://127.0.0.1:8080", "/etc/ssl/gifts.pem",
                                   "/etc/ssl/private/gifts.key", "passHostHeader: true"}) {
        EXPECT_NE(sample.text.find(text), std::string::npos) << text;
    }
}

} // namespace
} // namespace giftbox::web::samples_test
