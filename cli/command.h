#pragma once

#include "cli/arguments.h"

#include <functional>
#include <span>
#include <string>
#include <vector>

namespace giftbox::cli {

class Context;

enum class Need { Required, Optional, Repeatable };

/// One option (`--cost` with a `value` name, in brackets where it may be left out) or flag (no value name), or a positional argument (`SKU`).
struct Parameter {
    std::string name;
    std::string value;
    std::string help;
    Need need = Need::Optional;

    bool isPositional() const { return name.front() != '-'; }
    bool mayStandAlone() const { return value.starts_with('['); }
    bool isFlag() const { return !isPositional() && value.empty(); }
};

/// One command: what help, manual, completion and parser are made from.
struct Command {
    std::string group; ///< `box` of `box pack`; empty for a command of one word
    std::string name;
    std::string summary;
    std::vector<Parameter> parameters;
    std::string example;
    std::function<int(Context&)> run;

    std::string path() const { return group.empty() ? name : group + " " + name; }
};

/// Every command, in the order of the manual.
std::span<const Command> commandTable();
/// Options that stand before or after any command.
std::span<const Parameter> globalParameters();

} // namespace giftbox::cli
