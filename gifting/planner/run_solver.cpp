#include "gifting/planner/run_solver.h"

#include "foundation/refusal.h"
#include "foundation/run_program.h"

namespace giftbox::gifting {

namespace {

/// The solver looks at the clock now and then only.
constexpr std::int64_t kSecondsOfGrace = 10;

} // namespace

IntegerSolution solve(const IntegerProgram& program, const StopAt& stop)
{
    const std::string solver = "giftbox-solve";
    try {
        const foundation::ProgramEnd end = foundation::runProgram(
            foundation::ownProgram(solver), toJson({.program = program, .stop = stop}),
            static_cast<int>(stop.seconds + kSecondsOfGrace));
        if (end.status != 0) {
            throw foundation::ProgramError(solver + ": " + end.err);
        }
        IntegerSolution solution = parseSolution(end.out);
        if (!solution.values.empty() && solution.values.size() != program.columns.size()) {
            throw foundation::ProgramError(solver + " has solved something else");
        }
        return solution;
    } catch (const foundation::ProgramError& error) {
        throw foundation::Refusal("plan.solver_failed", {{"what", error.what()}});
    } catch (const std::exception&) { // not its JSON
        throw foundation::Refusal("plan.solver_failed", {{"what", solver + " gives no solution"}});
    }
}

} // namespace giftbox::gifting
