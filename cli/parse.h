#pragma once

#include "cli/command.h"

namespace giftbox::cli {

struct CommandLine {
    const Command* command = nullptr; ///< none for `giftbox --help` and `--version`
    std::string group;                ///< for `giftbox box --help`
    Arguments arguments;              ///< for the command and the global options
};

/// Parses the arguments after the program's name. Throws UsageError.
CommandLine parseCommandLine(const std::vector<std::string>& arguments);

} // namespace giftbox::cli
