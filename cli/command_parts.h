#pragma once

#include "cli/command.h"

namespace giftbox::cli {

/// The parts of the command table in their own files.

/// Packing slips and notes, on paper.
std::vector<Command> noteCommands();

/// Users and API tokens.
std::vector<Command> userCommands();

/// Files in and out, backup.
std::vector<Command> accountingCommands();

} // namespace giftbox::cli
