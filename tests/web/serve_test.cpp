#include "tests/support/parsed_page.h"
#include "tests/support/program.h"
#include "tests/web/http/raw_client.h"
#include "tests/web/served_program.h"

#include <deque>
#include <filesystem>

namespace giftbox::web::serve_test {
namespace {

using namespace std::chrono_literals;

class Serve : public testing::Test {
protected:
    void SetUp() override
    {
        std::string pattern = (std::filesystem::temp_directory_path() / "serve.XXXXXX").string();
        folder_ = ::mkdtemp(pattern.data());
    }
    void TearDown() override { std::filesystem::remove_all(folder_); }
    std::string file(const std::string& name) const { return folder_ + "/" + name; }

private:
    std::string folder_;
};

TEST_F(Serve, MakesADatabaseAndItsFirstUserByALinkThatWorksOnce)
{
    ServedProgram program(file("new.db"), {});
    const std::string& log = program.waitFor("/setup?token=");
    const auto at = log.find("token=") + 6;
    const std::string token = log.substr(at, 43);
    RawClient client(program.port());
    const std::string host = "127.0.0.1:" + std::to_string(program.port());
    client.send("GET /setup?token=" + token + " HTTP/1.1\r\nHost: " + host + "\r\n\r\n");
    const std::string form = client.receive();
    EXPECT_EQ(statusOf(form), 200) << form;
    const tests::ParsedPage asked(bodyOf(form));
    EXPECT_EQ(asked.complaints(), "");
    EXPECT_TRUE(asked.hasField("currency"));
    for (int i = 0; i < 20; ++i) { // also by workers without earlier requests
        client.send("GET /setup?token=" + token + " HTTP/1.1\r\nHost: " + host + "\r\n\r\n");
        EXPECT_EQ(statusOf(client.receive()), 200);
    }
    const std::string body = "token=" + token +
                             "&store=NORTH&store_name=North&currency=USD&labor_rate=24.00"
                             "&labor_minutes=20&login=ann&name=Ann"
                             "&password=a+long+enough+one";
    const std::string post = "POST /setup HTTP/1.1\r\nHost: " + host + "\r\nOrigin: http://" +
                             host +
                             "\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                             "Content-Length: " +
                             std::to_string(body.size()) + "\r\n\r\n" + body;
    client.send(post);
    const std::string done = client.receive();
    EXPECT_EQ(statusOf(done), 303) << done;
    const std::string cookie = headerOf(done, "Set-Cookie");
    client.send("GET /s/NORTH/settings HTTP/1.1\r\nHost: " + host +
                "\r\nCookie: " + cookie.substr(0, cookie.find(';')) + "\r\n\r\n");
    const std::string answer = client.receive();
    EXPECT_EQ(statusOf(answer), 200);
    const tests::ParsedPage settings(bodyOf(answer));
    EXPECT_EQ(settings.fact("Labor rate per hour"), "24.00 USD");
    EXPECT_EQ(settings.fact("Default minutes per box"), "20");
    client.send(post);
    EXPECT_EQ(statusOf(client.receive()), 422);
    program.signal(SIGTERM);
    EXPECT_EQ(program.wait(), 0);
}

TEST_F(Serve, KeepsNothingOnceItsFileIsReplaced)
{
    {
        ServedProgram other(file("other.db"), {});
        other.waitFor("serving at");
        other.signal(SIGTERM);
        EXPECT_EQ(other.wait(), 0);
    }
    ServedProgram program(file("books.db"), {});
    const std::string& log = program.waitFor("/setup?token=");
    const std::string token = log.substr(log.find("token=") + 6, 43);
    RawClient client(program.port());
    const std::string host = "127.0.0.1:" + std::to_string(program.port());
    const std::string health = "GET /healthz HTTP/1.1\r\nHost: " + host + "\r\n\r\n";
    client.send(health);
    EXPECT_EQ(statusOf(client.receive()), 200);
    std::filesystem::rename(file("other.db"), file("books.db"));
    client.send(health);
    const std::string said = client.receive();
    EXPECT_EQ(statusOf(said), 503) << said;
    EXPECT_NE(said.find("was replaced or removed"), std::string::npos) << said;
    const std::string body = "token=" + token +
                             "&store=NORTH&store_name=North&currency=USD&login=ann&name=Ann"
                             "&password=a+long+enough+one";
    client.send("POST /setup HTTP/1.1\r\nHost: " + host + "\r\nOrigin: http://" + host +
                "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: " +
                std::to_string(body.size()) + "\r\n\r\n" + body);
    const std::string refused = client.receive();
    EXPECT_EQ(statusOf(refused), 422) << refused; // the form is shown again
    EXPECT_TRUE(tests::ParsedPage(bodyOf(refused)).says("was replaced or removed"));
    program.signal(SIGTERM);
    EXPECT_EQ(program.wait(), 0);
}

TEST_F(Serve, EndsCleanlyAtSigtermAndSigint)
{
    for (const int which : {SIGTERM, SIGINT}) {
        ServedProgram program(file("end.db"), {"--workers", "2"});
        RawClient idle(program.port());
        idle.send("GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n");
        EXPECT_EQ(bodyOf(idle.receive()), "ok\n");
        program.signal(which);
        EXPECT_EQ(program.wait(), 0);
        EXPECT_TRUE(idle.isClosedWithin(1s));
    }
}

TEST_F(Serve, SpeaksTlsWithItsCertificate)
{
    const std::string key = file("key.pem");
    const std::string certificate = file("cert.pem");
    ASSERT_TRUE(tests::run({.words = {"openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt",
                                      "ec_paramgen_curve:P-256", "-nodes", "-subj", "/CN=localhost",
                                      "-keyout", key, "-out", certificate}})
                    .done());
    ServedProgram program(file("tls.db"), {"--tls-cert", certificate, "--tls-key", key});
    const std::string host = "127.0.0.1:" + std::to_string(program.port());
    const tests::Ended ended =
        tests::run({.words = {"openssl", "s_client", "-quiet", "-connect", host},
                    .input = "GET /login HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"});
    EXPECT_NE(ended.out.find("HTTP/1.1 200 OK"), std::string::npos) << ended;
    EXPECT_NE(ended.out.find("Strict-Transport-Security: max-age="), std::string::npos) << ended;
    const tests::Ended old =
        tests::run({.words = {"openssl", "s_client", "-tls1_1", "-connect", host}});
    EXPECT_FALSE(old.done());
}

TEST_F(Serve, BelievesTheProxiesThatItIsToldOfOrThisMachine)
{
    const auto whoAsked = [&](const std::vector<std::string>& options) {
        ServedProgram program(file("proxy.db"), options);
        RawClient client(program.port());
        client.send("GET /healthz HTTP/1.1\r\nHost: x\r\nX-Forwarded-For: 192.0.2.1\r\n\r\n");
        EXPECT_EQ(statusOf(client.receive()), 200);
        const std::string log = program.waitFor("GET /healthz 200");
        return log.find("Z 192.0.2.1 - GET /healthz") != std::string::npos ? "192.0.2.1"
                                                                           : "the peer";
    };
    EXPECT_STREQ(whoAsked({"--behind-proxy"}), "192.0.2.1");
    EXPECT_STREQ(whoAsked({"--behind-proxy", "--workers", "2"}), "192.0.2.1");
    EXPECT_STREQ(whoAsked({"--behind-proxy", "10.1.2.0/24, 127.0.0.1"}), "192.0.2.1");
    EXPECT_STREQ(whoAsked({"--behind-proxy", "10.1.2.0/24"}), "the peer");
    EXPECT_STREQ(whoAsked({}), "the peer");
}

TEST_F(Serve, SaysWhereItIsBelowAPath)
{
    ServedProgram program(file("below.db"), {"--base-path", "/gifts/"});
    const std::string& log = program.waitFor("serving at");
    const std::string host = "127.0.0.1:" + std::to_string(program.port());
    EXPECT_NE(log.find("serving at http://" + host + "/gifts/\n"), std::string::npos) << log;
    EXPECT_NE(log.find("http://" + host + "/gifts/setup?token="), std::string::npos) << log;
    RawClient client(program.port());
    client.send("GET /gifts/s/NORTH HTTP/1.1\r\nHost: " + host + "\r\n\r\n");
    EXPECT_EQ(headerOf(client.receive(), "Location"), "/gifts/login?next=%2Fs%2FNORTH");
}

TEST_F(Serve, KeepsTheSessionsOfTwoServersOnAHostApart)
{
    std::string cookies;
    std::deque<ServedProgram> programs;
    for (const char* name : {"one.db", "two.db"}) {
        ServedProgram& program = programs.emplace_back(file(name), std::vector<std::string>());
        const std::string& log = program.waitFor("/setup?token=");
        const std::string port = std::to_string(program.port());
        const std::string body = "token=" + log.substr(log.find("token=") + 6, 43) +
                                 "&store=NORTH&store_name=North&currency=USD&login=ann&name=Ann"
                                 "&password=a+long+enough+one";
        RawClient client(program.port());
        client.send("POST /setup HTTP/1.1\r\nHost: 127.0.0.1:" + port +
                    "\r\nOrigin: http://127.0.0.1:" + port +
                    "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: " +
                    std::to_string(body.size()) + "\r\n\r\n" + body);
        const std::string cookie = headerOf(client.receive(), "Set-Cookie");
        EXPECT_TRUE(cookie.starts_with("giftbox_" + port + "=")) << cookie;
        cookies += (cookies.empty() ? "" : "; ") + cookie.substr(0, cookie.find(';'));
        client.send("GET /s/NORTH HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\nCookie: " + cookies +
                    "\r\n\r\n");
        EXPECT_EQ(statusOf(client.receive()), 200) << "a browser sends those of both";
    }
}

TEST_F(Serve, RefusesWhatIsNotSafe)
{
    const auto serve = [&](std::vector<std::string> options) {
        std::vector<std::string> words = {GIFTBOX_PROGRAM, "--db", file("x.db"), "serve"};
        words.insert(words.end(), options.begin(), options.end());
        return tests::run({.words = words});
    };
    EXPECT_TRUE(serve({"--listen", "0.0.0.0:0"}).isRefused("serve.not_loopback"));
    EXPECT_TRUE(serve({"--listen", "localhost:80"}).isRefused("serve.address_malformed"));
    EXPECT_TRUE(serve({"--behind-proxy", "10.0.0.0/33"}).isRefused("serve.networks_malformed"));
    EXPECT_TRUE(serve({"--tls-cert", "/no", "--tls-key", "/no"}).isRefused("serve.certificate"));
    EXPECT_TRUE(serve({"--base-path", "gifts"}).isRefused("serve.base_path_malformed"));
    EXPECT_EQ(serve({"--tls-cert", "/no"}).status, 2);
    EXPECT_EQ(serve({"--workers", "0"}).status, 2);
    ServedProgram program(file("y.db"), {});
    EXPECT_TRUE(serve({"--listen", "127.0.0.1:" + std::to_string(program.port())})
                    .isRefused("serve.address_in_use"));
    EXPECT_TRUE(
        serve({"--listen", "192.0.2.1:8080", "--behind-proxy"}).isRefused("serve.address_refused"))
        << "an address for documentation, RFC 5737";
    tests::CommandLine byHand{.words = {GIFTBOX_PROGRAM "-serve"}};
    byHand.variables = {"GIFTBOX_DB=" + file("z.db")};
    byHand.words.emplace_back("--nonsense");
    EXPECT_TRUE(tests::run(byHand).isRefused("serve.not_by_hand"));
}

} // namespace
} // namespace giftbox::web::serve_test
