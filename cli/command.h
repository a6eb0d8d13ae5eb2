#pragma once

#include "cli/arguments.h"

#include <functional>
#include <span>
#include <string>
#include <vector>

namespace giftbox::cli {

class Context;

enum class Need { Required, Optional, Repeatable };

/// One option (`--cost` with a `value` name, in brackets if optional) or flag (no value name), or a positional
/// argument (`SKU`).
struct Parameter {
    std::string name;
    std::string value;
    std::string help;
    Need need = Need::Optional;

    bool isPositional() const { return name.front() != '-'; }
    bool mayStandAlone() const { return value.starts_with('['); }
    bool isFlag() const { return !isPositional() && value.empty(); }
};

/// A command, the source of help, manual, completion, and parser.
struct Command {
    std::string group; ///< `box` in `box pack`; empty for a one-word command
    std::string name;
    std::string summary;
    std::vector<Parameter> parameters;
    std::string example;
    std::function<int(Context&)> run;
    std::string words =
        {}; ///< sentences below the summary: what cannot be undone, or how to undo it

    std::string path() const { return group.empty() ? name : group + " " + name; }
};

/// All commands, in the order of the manual.
std::span<const Command> commandTable();
/// The options before or after any command.
std::span<const Parameter> globalParameters();

} // namespace giftbox::cli
