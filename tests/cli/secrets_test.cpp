#include "tests/support/program.h"

#include <arpa/inet.h>
#include <filesystem>
#include <sys/socket.h>
#include <unistd.h>

namespace giftbox::tests::secrets_test {
namespace {

/// The process data that everybody on the machine can read.
class Secrets : public ProgramFixture {
protected:
    /// A server that accepts connections and stays silent, so that clients wait.
    void SetUp() override
    {
        ProgramFixture::SetUp();
        socket_ = ::socket(AF_INET, SOCK_STREAM, 0);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof address;
        ASSERT_EQ(::bind(socket_, reinterpret_cast<sockaddr*>(&address), size), 0);
        ASSERT_EQ(::listen(socket_, 8), 0);
        ASSERT_EQ(::getsockname(socket_, reinterpret_cast<sockaddr*>(&address), &size), 0);
        port_ = std::to_string(ntohs(address.sin_port));
    }
    void TearDown() override { ::close(socket_); }
    /// The arguments of a command that waits for the server.
    std::string wordsOf(const std::string& command)
    {
        // Waits until it has connected, so that its start is complete.
        const Ended ended =
            run({.words = {"sh", "-c",
                           command + " & sleep 2; tr '\\0' '\\n' < /proc/$!/cmdline; kill -9 $!"},
                 .variables = {"URL=postgresql://ann:p%40ss-of-ann@127.0.0.1:" + port_ + "/books",
                               std::string("GIFTBOX=") + GIFTBOX_PROGRAM}});
        return ended.out;
    }

private:
    int socket_ = -1;
    std::string port_;
};
INSTANTIATE_TEST_SUITE_P(, Secrets, testing::Values(foundation::Engine::Sqlite),
                         [](const auto&) { return "Sqlite"; });

TEST_P(Secrets, AreNotAmongTheWordsOfGiftboxItself)
{
    for (const char* command :
         {R"("$GIFTBOX" --db "$URL" stock)", R"("$GIFTBOX" "--db=$URL" backup there)"}) {
        const std::string words = wordsOf(command);
        EXPECT_NE(words.find("postgresql://ann@127.0.0.1:"), std::string::npos) << words;
        EXPECT_EQ(words.find("ss-of-ann"), std::string::npos) << words;
    }
}

} // namespace
} // namespace giftbox::tests::secrets_test
