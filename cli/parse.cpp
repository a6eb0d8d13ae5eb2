#include "cli/parse.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <deque>

namespace giftbox::cli {
namespace {

/// Receives the values of one parameter from the parser.
struct Slot {
    const Parameter* parameter = nullptr;
    CLI::Option* option = nullptr;
    std::vector<std::string> values;
    std::string value;
    bool flag = false;
};

std::string parserName(const Parameter& parameter)
{
    return parameter.isPositional() ? parameter.name
                                    : parameter.name.substr(0, parameter.name.find(' '));
}

void addParameter(CLI::App& app, const Parameter& parameter, std::deque<Slot>& slots)
{
    Slot& slot = slots.emplace_back();
    slot.parameter = &parameter;
    if (parameter.isFlag()) {
        slot.option = app.add_flag(parserName(parameter), slot.flag);
    } else if (parameter.need == Need::Repeatable) {
        // An option takes one value each time; a positional parameter takes all that follow.
        slot.option = app.add_option(parserName(parameter), slot.values)
                          ->allow_extra_args(parameter.isPositional());
    } else {
        slot.option = app.add_option(parserName(parameter), slot.value);
        if (parameter.mayStandAlone()) {
            slot.option->expected(0, 1);
        }
    }
}

void takeValues(const std::deque<Slot>& slots, Arguments& into)
{
    for (const Slot& slot : slots) {
        if (slot.option->count() == 0) {
            continue;
        }
        const std::string& name = slot.parameter->name;
        if (slot.parameter->isFlag()) {
            into.values[name] = {"1"};
        } else if (slot.parameter->need == Need::Repeatable) {
            into.values[name] = slot.values;
        } else {
            into.values[name] = {slot.value};
        }
    }
}

void requireAll(const Command& command, const Arguments& arguments)
{
    for (const Parameter& parameter : command.parameters) {
        if (parameter.need == Need::Required && !arguments.has(parameter.name)) {
            throw UsageError("giftbox " + command.path() + " needs " + parameter.name +
                             (parameter.isPositional() ? "" : " " + parameter.value) + ": " +
                             parameter.help);
        }
    }
}

/// The parser with the commands whose first word is among the arguments, as no other can be meant, and the values read.
class Parser {
public:
    explicit Parser(std::vector<std::string> arguments) : words_(std::move(arguments))
    {
        app_.set_help_flag();
        app_.fallthrough();
        app_.require_subcommand(0, 1);
        for (const Parameter& parameter : globalParameters()) {
            addParameter(app_, parameter, globals_);
        }
        for (const bool isAlone : {true, false}) { // a command comes before its subcommands
            for (const Command& command : commandTable()) {
                if (command.group.empty() == isAlone && isNamed(command)) {
                    addCommand(command);
                }
            }
        }
    }

    CommandLine parse()
    {
        std::ranges::reverse(words_); // the order that the library expects
        try {
            app_.parse(words_);
        } catch (const CLI::Error& error) {
            throw UsageError(error.what());
        }
        CommandLine line;
        takeValues(globals_, line.arguments);
        const Entry* asked = nullptr;
        for (const Entry& entry : entries_) {
            if (entry.app->parsed()) {
                if (asked != nullptr) {
                    requireNothing(*asked, *entry.command);
                }
                asked = &entry;
            }
        }
        if (asked != nullptr) {
            line.command = asked->command;
            takeValues(asked->slots, line.arguments);
        }
        for (const auto& [name, group] : groups_) {
            if (group->parsed()) {
                line.group = name;
            }
        }
        if (line.command != nullptr && !line.arguments.has("--help")) {
            requireAll(*line.command, line.arguments);
        }
        return line;
    }

private:
    struct Entry {
        const Command* command = nullptr;
        CLI::App* app = nullptr;
        std::deque<Slot> slots;
    };

    bool isNamed(const Command& command) const
    {
        return std::ranges::find(words_, command.group.empty() ? command.name : command.group) !=
               words_.end();
    }

    void addCommand(const Command& command)
    {
        CLI::App* parent = &app_;
        if (!command.group.empty()) {
            CLI::App*& group = groups_[command.group];
            if (group == nullptr) {
                group = groupApp(command.group);
                group->require_subcommand(0, 1);
            }
            parent = group;
        }
        Entry& entry = entries_.emplace_back();
        entry.command = &command;
        entry.app = newCommand(*parent, command.name);
        for (const Parameter& parameter : command.parameters) {
            addParameter(*entry.app, parameter, entry.slots);
        }
    }

    /// A one-word command may have subcommands: `plan MONTH` and `plan accept MONTH`.
    CLI::App* groupApp(const std::string& name)
    {
        const auto same = std::ranges::find(
            entries_, name, [](const Entry& entry) { return entry.command->path(); });
        return same != entries_.end() ? same->app : newCommand(app_, name);
    }

    /// Rejects arguments of the parent command for a subcommand.
    static void requireNothing(const Entry& above, const Command& below)
    {
        for (const Slot& slot : above.slots) {
            if (slot.option->count() > 0) {
                throw UsageError("giftbox " + below.path() + " does not take " +
                                 slot.parameter->name + " of giftbox " + above.command->path());
            }
        }
    }

    static CLI::App* newCommand(CLI::App& parent, const std::string& name)
    {
        CLI::App* app = parent.add_subcommand(name);
        app->set_help_flag();
        app->fallthrough();
        return app;
    }

    std::vector<std::string> words_;
    CLI::App app_{"", "giftbox"};
    std::deque<Slot> globals_;
    std::deque<Entry> entries_;
    std::map<std::string, CLI::App*> groups_;
};

} // namespace

CommandLine parseCommandLine(const std::vector<std::string>& arguments)
{
    return Parser(arguments).parse();
}

} // namespace giftbox::cli
