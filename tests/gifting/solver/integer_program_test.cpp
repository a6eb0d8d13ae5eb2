#include "gifting/planner/run_solver.h"

#include <gtest/gtest.h>

namespace giftbox::tests::integer_program_test {
namespace {

using gifting::IntegerProgram;
using gifting::IntegerSolution;
using gifting::kNoLimit;
using gifting::SolverTask;

/// At most one of two, the second worth more; and a column that is no whole number.
SolverTask task()
{
    SolverTask made{.program = {}, .stop = {.gapBasisPoints = 0, .nodes = 200, .seconds = 60}};
    made.program.add({.worth = 3});
    made.program.add({.worth = 5});
    made.program.add(
        {.least = -2, .most = kNoLimit, .worth = -1, .values = IntegerProgram::Values::Any});
    made.program.add({.terms = {{0, 1}, {1, 1}}, .most = 1});
    made.program.add({.terms = {{2, 2}, {0, -1}}, .least = -3});
    return made;
}

TEST(IntegerProgram, IsSolvedByTheOtherProgram)
{
    const IntegerSolution solution = solve(task().program, task().stop);
    EXPECT_EQ(solution.found, IntegerSolution::Found::Best);
    EXPECT_EQ(solution.values[0], 0);
    EXPECT_EQ(solution.values[1], 1);
    EXPECT_EQ(solution.objective, 7) << "5 and half of 3, rounded up";
    EXPECT_GE(solution.bound, solution.objective);
}

TEST(IntegerProgram, IsReadAsItIsWritten)
{
    const std::string text = toJson(task());
    EXPECT_NE(text.find(R"({"least":-2,"most":9223372036854775807,"values":1,"worth":-1})"),
              std::string::npos)
        << text;
    EXPECT_EQ(toJson(gifting::parseTask(text)), text);
    const std::string answer =
        R"({"bound":7,"found":1,"objective":-5,"values":[0,9223372036854775807]})";
    EXPECT_EQ(toJson(gifting::parseSolution(answer)), answer);
}

TEST(IntegerProgram, TextThatIsNoneIsRefused)
{
    const std::string text = toJson(task());
    for (std::size_t size = 0; size < text.size(); ++size) {
        EXPECT_THROW((void)gifting::parseTask(text.substr(0, size)), std::exception) << size;
    }
    for (const char* bad : {"", "{}", "[]", R"({"bound":7,"found":1,"objective":-5})",
                            R"({"bound":7,"found":1,"objective":"x","values":[]})"}) {
        EXPECT_THROW((void)gifting::parseSolution(bad), std::exception) << bad;
    }
}

} // namespace
} // namespace giftbox::tests::integer_program_test
