#pragma once

#include "cli/command.h"

namespace giftbox::cli {

/// All commands with their summaries.
std::string overview();
/// The commands of a group such as `box`.
std::string groupHelp(const std::string& group);
/// One command: usage, parameters, and an example.
std::string commandHelp(const Command& command);
/// `--cost TOTAL`, `--low`, `SKU`.
std::string headOf(const Parameter& parameter);
/// `giftbox receive SKU UNITS --cost TOTAL [--on DATE]`.
std::string usageOf(const Command& command);
/// The manual page in the man macros of roff.
std::string manualPage();
/// The completion script for bash.
std::string completionScript();

} // namespace giftbox::cli
