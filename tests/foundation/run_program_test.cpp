#include "foundation/run_program.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <unistd.h>

namespace giftbox::foundation {
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

TEST(ProgramFolder, IsThatOfTheProgramThatRuns)
{
    EXPECT_TRUE(programFolder().ends_with("/tests")) << programFolder();
}

} // namespace
} // namespace giftbox::foundation
