#pragma once

#include "cli/command.h"

#include <vector>

namespace giftbox::cli {

/// The commands of all operations that have one, with parameters and help.
std::vector<Command> operationCommands();

} // namespace giftbox::cli
