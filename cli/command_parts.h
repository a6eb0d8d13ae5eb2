#pragma once

#include "cli/command.h"

namespace giftbox::cli {

/// The parts of the command table that stand in files of their own.

/// Nominations, the list of a month, and their reports.
std::vector<Command> choosingCommands();
/// The month planner.
std::vector<Command> planningCommands();

} // namespace giftbox::cli
