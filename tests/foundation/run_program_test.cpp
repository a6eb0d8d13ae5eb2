#include "foundation/run_program.h"

#include <array>
#include <csignal>
#include <fcntl.h>
#include <filesystem>
#include <gtest/gtest.h>
#include <poll.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

namespace giftbox::foundation::run_program_test {
namespace {

TEST(RunProgram, PassesWhatIsSaidInBothDirections)
{
    const std::string much(std::size_t{1} << 20, 'x');
    const ProgramEnd end = runProgram("/bin/cat", much, 20);
    EXPECT_EQ(end.status, 0);
    EXPECT_EQ(end.out, much);
    EXPECT_EQ(end.err, "");
    const ProgramEnd bad = runProgram("/bin/sh", "echo why >&2; exit 4", 20);
    EXPECT_EQ(bad.status, 4);
    EXPECT_EQ(bad.err, "why");
}

TEST(RunProgram, LeavesNoOpenFileToTheProgram)
{
    const int file = ::open("/dev/zero", O_RDONLY);
    ASSERT_GT(file, 2);
    const ProgramEnd end = runProgram("/bin/sh", "ls -l /proc/$$/fd", 20);
    ::close(file);
    EXPECT_NE(end.out.find("pipe:"), std::string::npos) << end.out;
    EXPECT_EQ(end.out.find("/dev/zero"), std::string::npos) << end.out;
}

TEST(RunProgram, AProgramThatIsNotThereIsAnError)
{
    EXPECT_THROW(runProgram("/nowhere/program", "", 20), ProgramError);
}

TEST(RunProgram, AProgramThatTakesTooLongIsKilled)
{
    EXPECT_THROW(runProgram("/bin/sh", "exec sleep 30", 1), ProgramError);
}

TEST(RunProgram, AProgramThatBreaksOffIsAnError)
{
    try {
        (void)runProgram("/bin/sh", "kill -ABRT $$", 20);
        FAIL() << "it broke off";
    } catch (const ProgramError& error) {
        EXPECT_STREQ(error.what(), "sh broke off");
    }
}

TEST(RunProgram, AProgramEndsWithTheOneThatAsks)
{
    std::string folder = testing::TempDir() + "run.XXXXXX";
    ASSERT_NE(::mkdtemp(folder.data()), nullptr);
    const std::string pipe = folder + "/pipe";
    ASSERT_EQ(::mkfifo(pipe.c_str(), 0600), 0);
    const pid_t asking = ::fork();
    if (asking == 0) {
        (void)runProgram("/bin/sh", "exec >" + pipe + "; echo there; exec sleep 60", 90);
        ::_exit(0);
    }
    const int end = ::open(pipe.c_str(), O_RDONLY); // which waits for the program
    std::array<char, 16> bytes{};
    EXPECT_EQ(::read(end, bytes.data(), bytes.size()), 6);
    ::kill(asking, SIGKILL);
    ::waitpid(asking, nullptr, 0);
    pollfd wait{.fd = end, .events = POLLIN, .revents = 0};
    EXPECT_EQ(::poll(&wait, 1, 20'000), 1) << "the program goes on";
    EXPECT_EQ(::read(end, bytes.data(), bytes.size()), 0);
    ::close(end);
    std::filesystem::remove_all(folder);
}

TEST(ProgramFolder, IsThatOfTheProgramThatRuns)
{
    EXPECT_TRUE(programFolder().ends_with("/tests")) << programFolder();
}

TEST(OwnProgram, IsBesideTheProgramThatRunsOrSaysWhereItIsLookedFor)
{
    EXPECT_EQ(ownProgram("giftbox-solve"), programFolder() + "/giftbox-solve");
    EXPECT_THROW((void)ownProgram("giftbox-nothing"), ProgramError);
}

} // namespace
} // namespace giftbox::foundation::run_program_test
