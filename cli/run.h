#pragma once

#include "cli/context.h"

#include <string>
#include <vector>

namespace giftbox::cli {

/// Runs one command line (without the program's name) and returns the exit status. Catches all refusals and failures
/// and reports them on standard error.
int run(const std::vector<std::string>& arguments, const Environment& environment);

} // namespace giftbox::cli
