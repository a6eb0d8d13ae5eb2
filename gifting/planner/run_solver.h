#pragma once

#include "gifting/solver/integer_program.h"

namespace giftbox::gifting {

/// Solves it with giftbox-solve, a program of its own, so that what goes wrong in the library ends nothing else. The
/// same program gives the same solution, unless the seconds ran out. What it gives back is to be checked by the caller:
/// the solver computes in floating point. Throws Refusal `plan.solver_failed`: it is not there, broke off, or was not
/// done some seconds after the time and was killed.
IntegerSolution solve(const IntegerProgram& program, const StopAt& stop);

} // namespace giftbox::gifting
