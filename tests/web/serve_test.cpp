#include "tests/support/program.h"
#include "tests/web/raw_client.h"

#include <array>
#include <charconv>
#include <csignal>
#include <fcntl.h>
#include <filesystem>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

namespace giftbox::web {
namespace {

using namespace std::chrono_literals;

/// `giftbox serve` itself, on a port that is free.
class ServedProgram {
public:
    ServedProgram(const std::string& database, std::vector<std::string> options)
    {
        std::vector<std::string> words = {GIFTBOX_PROGRAM, "--db",     database,
                                          "serve",         "--listen", "127.0.0.1:0"};
        words.insert(words.end(), options.begin(), options.end());
        std::array<int, 2> ends{};
        if (::pipe2(ends.data(), O_CLOEXEC) != 0) {
            throw std::runtime_error("no pipe");
        }
        process_ = ::fork();
        if (process_ == 0) {
            ::dup2(ends[1], STDERR_FILENO);
            std::vector<char*> pointers;
            for (std::string& word : words) {
                pointers.push_back(word.data());
            }
            pointers.push_back(nullptr);
            ::execv(GIFTBOX_PROGRAM, pointers.data());
            ::_exit(127);
        }
        ::close(ends[1]);
        said_ = ends[0];
        waitFor("serving at ");
    }
    ServedProgram(const ServedProgram&) = delete;
    ServedProgram& operator=(const ServedProgram&) = delete;
    ~ServedProgram()
    {
        if (process_ > 0) {
            ::kill(process_, SIGKILL);
            ::waitpid(process_, nullptr, 0);
        }
        ::close(said_);
    }

    /// What it has said on standard error up to and with the line that holds `text`.
    const std::string& waitFor(const std::string& text)
    {
        while (log_.find(text) == std::string::npos || !log_.ends_with('\n')) {
            pollfd wait{.fd = said_, .events = POLLIN, .revents = 0};
            std::array<char, 4096> bytes{};
            const ssize_t got =
                ::poll(&wait, 1, 30'000) > 0 ? ::read(said_, bytes.data(), bytes.size()) : 0;
            if (got <= 0) {
                break;
            }
            log_.append(bytes.data(), static_cast<std::size_t>(got));
        }
        return log_;
    }
    std::uint16_t port() const
    {
        const auto at = log_.find("127.0.0.1:", log_.find("serving at ")) + 10;
        std::uint16_t port = 0;
        std::from_chars(log_.data() + at, log_.data() + log_.size(), port);
        return port;
    }
    void signal(int which) const { ::kill(process_, which); }
    /// Its exit status, or the signal that ended it, negated.
    int wait()
    {
        int status = 0;
        ::waitpid(process_, &status, 0);
        process_ = 0;
        return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
    }

private:
    pid_t process_ = 0;
    int said_ = -1;
    std::string log_;
};

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
    EXPECT_NE(form.find("name=\"currency\""), std::string::npos);
    const std::string body = "token=" + token +
                             "&store=NORTH&store_name=North&currency=USD&login=ann&name=Ann"
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
    client.send("GET /s/NORTH HTTP/1.1\r\nHost: " + host +
                "\r\nCookie: " + cookie.substr(0, cookie.find(';')) + "\r\n\r\n");
    EXPECT_EQ(statusOf(client.receive()), 200);
    client.send(post);
    EXPECT_EQ(statusOf(client.receive()), 422);
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

TEST_F(Serve, RefusesWhatIsNotSafe)
{
    const auto serve = [&](std::vector<std::string> options) {
        std::vector<std::string> words = {GIFTBOX_PROGRAM, "--db", file("x.db"), "serve"};
        words.insert(words.end(), options.begin(), options.end());
        return tests::run({.words = words});
    };
    EXPECT_TRUE(serve({"--listen", "0.0.0.0:0"}).isRefused("serve.not_loopback"));
    EXPECT_TRUE(serve({"--listen", "localhost:80"}).isRefused("serve.address_malformed"));
    EXPECT_TRUE(serve({"--tls-cert", "/no", "--tls-key", "/no"}).isRefused("serve.certificate"));
    EXPECT_EQ(serve({"--tls-cert", "/no"}).status, 2);
    EXPECT_EQ(serve({"--workers", "0"}).status, 2);
    ServedProgram program(file("y.db"), {});
    EXPECT_TRUE(serve({"--listen", "127.0.0.1:" + std::to_string(program.port())})
                    .isRefused("serve.address_in_use"));
    tests::CommandLine byHand{.words = {GIFTBOX_PROGRAM "-serve"}};
    byHand.variables = {"GIFTBOX_DB=" + file("z.db")};
    byHand.words.emplace_back("--nonsense");
    EXPECT_TRUE(tests::run(byHand).isRefused("serve.not_by_hand"));
}

} // namespace
} // namespace giftbox::web
