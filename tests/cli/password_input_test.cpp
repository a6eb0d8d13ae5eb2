#include "tests/support/program.h"

#include <cerrno>
#include <csignal>
#include <pty.h>
#include <sys/wait.h>
#include <unistd.h>

namespace giftbox::tests::password_input_test {
namespace {

/// A person at a terminal who answers prompts.
class Terminal {
public:
    explicit Terminal(std::vector<std::string> words)
    {
        process_ = forkpty(&side_, nullptr, nullptr, nullptr);
        if (process_ == 0) {
            std::vector<char*> arguments;
            for (std::string& word : words) {
                arguments.push_back(word.data());
            }
            arguments.push_back(nullptr);
            std::signal(SIGINT, SIG_DFL); // background jobs of a shell ignore it
            execv(arguments.front(), arguments.data());
            _exit(127);
        }
    }
    ~Terminal() { close(side_); }
    Terminal(const Terminal&) = delete;
    Terminal& operator=(const Terminal&) = delete;

    /// Waits for the prompt, then types.
    void answer(const std::string& prompt, const std::string& text)
    {
        const std::size_t from = shown_.size();
        while (shown_.find(prompt, from) == std::string::npos && more()) {
        }
        EXPECT_NE(shown_.find(prompt, from), std::string::npos) << shown_;
        EXPECT_EQ(write(side_, text.data(), text.size()), static_cast<ssize_t>(text.size()));
    }
    /// The exit status.
    int end()
    {
        while (more()) {
        }
        int status = 0;
        waitpid(process_, &status, 0);
        return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
    }
    /// Presses Control-C until it takes effect, because one between the prompt and the read is lost. Returns the exit
    /// status.
    int interrupt()
    {
        int status = 0;
        for (int i = 0; i < 200 && waitpid(process_, &status, WNOHANG) == 0; ++i) {
            EXPECT_EQ(write(side_, "\x03", 1), 1);
            usleep(50'000);
        }
        return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
    }
    /// All text on the screen.
    const std::string& shown() const { return shown_; }

private:
    bool more()
    {
        char buffer[1000];
        const ssize_t got = read(side_, buffer, sizeof buffer);
        if (got > 0) {
            shown_.append(buffer, static_cast<std::size_t>(got));
        }
        return got > 0; // on a terminal, the end is an error
    }

    int side_ = -1;
    pid_t process_ = -1;
    std::string shown_;
};

class PasswordInput : public testing::Test, protected ProgramStore {
protected:
    void SetUp() override
    {
        ASSERT_TRUE(select(foundation::Engine::Sqlite));
        does("init --name North --currency USD");
    }
    std::vector<std::string> addAnn() const
    {
        return {GIFTBOX_PROGRAM, "user", "add",     "ann",   "--name",  "Ann", "--role", "manager",
                "--db",          url(),  "--store", store(), "--actor", "ann", "-O",     "csv"};
    }
};

TEST_F(PasswordInput, IsAskedForTwiceAndDoesNotShow)
{
    Terminal terminal(addAnn());
    terminal.answer("New password: ", "four words of mine\n");
    terminal.answer("Repeat the password: ", "four words of mine\n");
    EXPECT_EQ(terminal.end(), 0) << terminal.shown();
    EXPECT_EQ(terminal.shown().find("words"), std::string::npos) << terminal.shown();
    EXPECT_NE(does("user list -O csv").find("ann,Ann,manager,active"), std::string::npos);
}

TEST_F(PasswordInput, IsNotTakenWhenTheTwoDiffer)
{
    Terminal terminal(addAnn());
    terminal.answer("New password: ", "four words of mine\n");
    terminal.answer("Repeat the password: ", "four words of nine\n");
    EXPECT_EQ(terminal.end(), 2) << terminal.shown();
    EXPECT_EQ(does("user list -O csv").find("ann"), std::string::npos);
}

TEST_F(PasswordInput, IsNotCutToWhatFits)
{
    Terminal terminal(addAnn());
    const std::string tooLong(1025, 'x');
    terminal.answer("New password: ", tooLong + "\n");
    terminal.answer("Repeat the password: ", tooLong + "\n");
    EXPECT_EQ(terminal.end(), 1) << terminal.shown();
    EXPECT_NE(terminal.shown().find("password.length"), std::string::npos) << terminal.shown();
}

TEST_F(PasswordInput, EndsWithControlC)
{
    Terminal terminal(addAnn());
    terminal.answer("New password: ", "four wor");
    EXPECT_EQ(terminal.interrupt(), -SIGINT) << terminal.shown();
    EXPECT_EQ(does("user list -O csv").find("ann"), std::string::npos);
}

} // namespace
} // namespace giftbox::tests::password_input_test
