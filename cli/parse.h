#pragma once

#include "cli/command.h"

namespace giftbox::cli {

struct CommandLine {
    const Command* command = nullptr; ///< none for `giftbox --help` and `--version`
    std::string group;                ///< of `giftbox box --help`
    Arguments arguments;              ///< of the command and the global options
};

/// Understands the arguments after the program's name. Throws UsageError.
CommandLine parseCommandLine(const std::vector<std::string>& arguments);

} // namespace giftbox::cli
