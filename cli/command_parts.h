#pragma once

#include "cli/command.h"

namespace giftbox::cli {

/// The parts of the command table in their own files.

/// Nominations, the list of a month, and their reports.
std::vector<Command> selectingCommands();
/// Recipes.
std::vector<Command> recipeCommands();

/// Packing slips, the template, and notes.
std::vector<Command> noteCommands();

/// Users and API tokens.
std::vector<Command> userCommands();

/// The month planner.
std::vector<Command> planningCommands();

/// Files in and out, closing, verifying, backup.
std::vector<Command> accountingCommands();

} // namespace giftbox::cli
