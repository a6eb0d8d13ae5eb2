#pragma once

#include "cli/command.h"

#include <vector>

namespace giftbox::cli {

/// A command for each operation that has one, with its parameters and its help.
std::vector<Command> operationCommands();

} // namespace giftbox::cli
