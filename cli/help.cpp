#include "cli/help.h"

#include "foundation/version.h"

#include <algorithm>

namespace giftbox::cli {

std::string headOf(const Parameter& parameter)
{
    return parameter.isPositional() || parameter.isFlag() ? parameter.name
                                                          : parameter.name + " " + parameter.value;
}

namespace {

std::string padded(const std::string& text, std::size_t width)
{
    return text + std::string(text.size() < width ? width - text.size() : 1, ' ');
}

std::string listOf(std::span<const Parameter> parameters)
{
    constexpr std::size_t kWidth = 36;
    std::string text;
    for (const Parameter& parameter : parameters) {
        text += "  " + padded(headOf(parameter), kWidth) + parameter.help + "\n";
    }
    return text;
}

std::string commandsWhere(const std::string& group, bool all)
{
    constexpr std::size_t kWidth = 18;
    std::string text;
    for (const Command& command : commandTable()) {
        if (all || command.group == group) {
            text += "  " + padded(command.path(), kWidth) + command.summary + "\n";
        }
    }
    return text;
}

/// Escapes backslashes and the characters that start a roff request.
std::string roff(const std::string& text)
{
    std::string out;
    for (const char c : text) {
        if (c == '\\') {
            out += "\\e";
        } else if (c == '-') {
            out += "\\-";
        } else {
            out += c;
        }
    }
    return !out.empty() && (out.front() == '.' || out.front() == '\'') ? "\\&" + out : out;
}

std::string roffList(std::span<const Parameter> parameters)
{
    std::string text;
    for (const Parameter& parameter : parameters) {
        text += ".TP\n.B " + roff(headOf(parameter)) + "\n" + roff(parameter.help) + "\n";
    }
    return text;
}

std::string wordsOf(std::span<const Parameter> parameters)
{
    std::string words;
    for (const Parameter& parameter : parameters) {
        if (!parameter.isPositional()) {
            words += (words.empty() ? "" : " ") + parameter.name;
        }
    }
    return words;
}

/// The options with a value, from all commands.
std::string valuedOptions()
{
    std::vector<std::string> names;
    const auto gather = [&names](std::span<const Parameter> parameters) {
        for (const Parameter& parameter : parameters) {
            if (!parameter.isPositional() && !parameter.isFlag() &&
                std::find(names.begin(), names.end(), parameter.name) == names.end()) {
                names.push_back(parameter.name);
            }
        }
    };
    gather(globalParameters());
    for (const Command& command : commandTable()) {
        gather(command.parameters);
    }
    std::string words;
    for (const std::string& name : names) {
        words += " " + name;
    }
    return words + " ";
}

std::string namesWhere(const std::string& group)
{
    std::vector<std::string> names;
    for (const Command& command : commandTable()) {
        const std::string& name = command.group == group ? command.name : command.group;
        if ((command.group == group || group.empty()) &&
            std::find(names.begin(), names.end(), name) == names.end()) {
            names.push_back(name);
        }
    }
    std::string words;
    for (const std::string& name : names) {
        words += (words.empty() ? "" : " ") + name;
    }
    return words;
}

} // namespace

std::string usageOf(const Command& command)
{
    std::string text = "giftbox " + command.path();
    for (const Parameter& parameter : command.parameters) {
        const std::string head = headOf(parameter);
        switch (parameter.need) {
        case Need::Required:
            text += " " + head;
            break;
        case Need::Optional:
            text += " [" + head + "]";
            break;
        case Need::Repeatable:
            text += " [" + head + "]...";
            break;
        }
    }
    return text;
}

std::string overview()
{
    return "giftbox " + foundation::programVersion() +
           ": inventory and budget tracker for a dealership's gift program\n\n"
           "Usage: giftbox [OPTIONS] COMMAND ...\n\nCommands:\n" +
           commandsWhere("", true) + "\nOptions, before or after the command:\n" +
           listOf(globalParameters()) +
           "\nRun `giftbox COMMAND --help` for details and an example.\n"
           "Exit status: 0 done, 1 refused by a rule (nothing changed), 2 incorrect usage,\n"
           "3 database or system failure, 4 verify found a difference.\n";
}

std::string groupHelp(const std::string& group)
{
    return "Usage: giftbox " + group + " COMMAND ...\n\nCommands:\n" + commandsWhere(group, false);
}

std::string commandHelp(const Command& command)
{
    std::string text = "giftbox " + command.path() + ": " + command.summary + "\n" +
                       (command.words.empty() ? "" : "\n" + command.words + "\n") +
                       "\nUsage: " + usageOf(command) + "\n";
    if (!command.parameters.empty()) {
        text += "\n" + listOf(command.parameters);
    }
    text += "\nExample:\n  " + command.example + "\n";
    if (const std::string below = commandsWhere(command.path(), false); !below.empty()) {
        text += "\nCommands:\n" + below;
    }
    return text + "\nOptions for every command:\n" + listOf(globalParameters());
}

std::string manualPage()
{
    std::string text =
        ".TH GIFTBOX 1 \"\" \"giftbox " + foundation::programVersion() +
        "\" \"User Commands\"\n"
        ".SH NAME\ngiftbox \\- inventory and budget tracker for a dealership's gift program\n"
        ".SH SYNOPSIS\n.B giftbox\n[OPTIONS] COMMAND ...\n"
        ".SH DESCRIPTION\nTracks the stock of a gift program and its cost, packs gift boxes "
        "within the store's caps, and reports the monthly cost. Results go to standard "
        "output, everything else to standard error.\n.SH OPTIONS\nThese go before or after any "
        "command.\n";
    text += roffList(globalParameters()) + ".SH COMMANDS\n";
    for (const Command& command : commandTable()) {
        text += ".SS " + roff(usageOf(command)) + "\n" + roff(command.summary) + ".\n" +
                (command.words.empty() ? "" : ".PP\n" + roff(command.words) + "\n") +
                roffList(command.parameters) + ".PP\nExample:\n.PP\n.nf\n" + roff(command.example) +
                "\n.fi\n";
    }
    return text + ".SH ENVIRONMENT\n.TP\n.B GIFTBOX_DB\nthe database without \\-\\-db\n"
                  ".TP\n.B GIFTBOX_STORE\nthe store without \\-\\-store\n"
                  ".TP\n.B GIFTBOX_ACTOR\nthe actor without \\-\\-actor\n"
                  ".SH FILES\n.TP\n.I ~/.local/share/giftbox/giftbox.db\nthe default database "
                  "(below XDG_DATA_HOME if set)\n"
                  ".SH EXIT STATUS\n.TP\n.B 0\ndone\n.TP\n.B 1\nrefused by a rule; nothing "
                  "changed\n.TP\n.B 2\nincorrect usage\n"
                  ".TP\n.B 3\ndatabase or system failure\n.TP\n.B 4\nverify found a difference\n";
}

std::string completionScript()
{
    std::string groups;
    std::string cases;
    for (const Command& command : commandTable()) {
        const std::string words = wordsOf(command.parameters);
        cases += "        '" + command.path() + "') words='" + words + "' ;;\n";
        if (!command.group.empty() &&
            groups.find("'" + command.group + "')") == std::string::npos) {
            groups +=
                "        '" + command.group + "') words='" + namesWhere(command.group) + "' ;;\n";
        }
    }
    return "# bash completion for giftbox; load it with: source <(giftbox completion)\n"
           "_giftbox() {\n"
           "    local word before='' command='' words globals='" +
           wordsOf(globalParameters()) +
           "'\n"
           "    local valued='" +
           valuedOptions() +
           "'\n"
           "    for word in \"${COMP_WORDS[@]:1:COMP_CWORD-1}\"; do\n"
           "        [[ $word == -* || $valued == *\" $before \"* ]] || "
           "command=\"${command:+$command }$word\"\n"
           "        before=$word\n"
           "    done\n"
           "    case \"$command\" in\n"
           "        '') words='" +
           namesWhere("") + "' ;;\n" + groups +
           "        *) _giftbox_options \"$command\" ;;\n"
           "    esac\n"
           "    [[ ${COMP_WORDS[COMP_CWORD]} != -* ]] || { _giftbox_options \"$command\"; "
           "words=\"$words $globals\"; }\n"
           "    mapfile -t COMPREPLY < <(compgen -W \"$words\" -- \"${COMP_WORDS[COMP_CWORD]}\")\n"
           "    [[ ${COMP_WORDS[COMP_CWORD]} == -* || ${#COMPREPLY[@]} -gt 0 ]] ||\n"
           "        mapfile -t COMPREPLY < <(compgen -f -- \"${COMP_WORDS[COMP_CWORD]}\")\n"
           "}\n"
           "_giftbox_options() {\n"
           "    words=''\n"
           "    local tried=$1\n"
           "    while [[ -n $tried ]]; do\n"
           "        case \"$tried\" in\n" +
           cases +
           "        esac\n"
           "        [[ -z $words && $tried == *' '* ]] || return 0\n"
           "        tried=${tried% *}\n"
           "    done\n"
           "}\n"
           "complete -F _giftbox giftbox\n";
}

} // namespace giftbox::cli
