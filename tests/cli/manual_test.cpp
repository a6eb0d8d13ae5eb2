#include "cli/help.h"
#include "foundation/database/schema.h"
#include "foundation/version.h"
#include "tests/support/program.h"

#include <algorithm>
#include <map>
#include <set>
#include <sstream>

namespace giftbox::cli::manual_test {
namespace {

using tests::CommandLine;
using tests::Ended;

Ended program(const std::vector<std::string>& words)
{
    CommandLine line{.words = {GIFTBOX_PROGRAM}};
    line.words.insert(line.words.end(), words.begin(), words.end());
    return tests::run(line);
}

Ended bash(const std::string& script) { return tests::run({.words = {"bash", "-c", script}}); }

std::vector<std::string> wordsOf(const std::string& path)
{
    std::istringstream in(path);
    std::vector<std::string> words;
    for (std::string word; in >> word;) {
        words.push_back(word);
    }
    return words;
}

bool holds(const std::string& text, const std::string& part)
{
    return text.find(part) != std::string::npos;
}

TEST(Help, OfEveryCommandHasItsUsageItsOptionsAndItsExample)
{
    for (const Command& command : commandTable()) {
        std::vector<std::string> words = wordsOf(command.path());
        words.emplace_back("--help");
        const Ended ended = program(words);
        EXPECT_TRUE(ended.done() && ended.err.empty()) << ended;
        EXPECT_TRUE(holds(ended.out, "Usage: " + usageOf(command) + "\n")) << ended;
        EXPECT_TRUE(holds(ended.out, "Example:\n  " + command.example + "\n")) << ended;
        EXPECT_TRUE(command.example.starts_with("giftbox " + command.path()) ||
                    holds(command.example, "(giftbox " + command.path()))
            << command.example;
        for (const Parameter& parameter : command.parameters) {
            EXPECT_TRUE(holds(ended.out, "  " + headOf(parameter) + " "))
                << headOf(parameter) << ended;
        }
    }
}

TEST(Help, AsksForNothingElse)
{
    for (const std::vector<std::string>& words : {std::vector<std::string>{"--help", "receive"},
                                                  {"receive", "--help", "HAT"},
                                                  {"--db", "/nowhere/x.db", "stock", "--help"}}) {
        const Ended ended = program(words);
        EXPECT_TRUE(ended.done() && holds(ended.out, "Usage: giftbox ")) << ended;
    }
}

TEST(Help, OfTheProgramAndOfAGroupListsTheirCommands)
{
    const Ended all = program({"--help"});
    EXPECT_TRUE(all.done()) << all;
    for (const Command& command : commandTable()) {
        EXPECT_TRUE(holds(all.out, "\n  " + command.path() + " ")) << command.path() << all;
        if (!command.group.empty()) {
            const Ended group = program({command.group, "--help"});
            EXPECT_TRUE(group.done() && holds(group.out, "\n  " + command.path() + " ")) << group;
        }
    }
}

TEST(Version, NamesProgramAndSchema)
{
    for (const std::vector<std::string>& words :
         {std::vector<std::string>{"--version"}, {"stock", "--version"}}) {
        const Ended ended = program(words);
        EXPECT_TRUE(ended.done()) << ended;
        EXPECT_EQ(ended.out, "giftbox " + foundation::programVersion() + ", schema " +
                                 std::to_string(foundation::programSchemaVersion()) + "\n");
    }
}

/// A line of the manual page without roff escapes.
std::string plain(const std::string& line)
{
    std::string out;
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (line[i] == '\\' && i + 1 < line.size()) {
            ++i;
            out += line[i] == 'e' ? "\\" : line[i] == '&' ? "" : std::string(1, line[i]);
        } else {
            out += line[i];
        }
    }
    return out;
}

TEST(ManualPage, HasEveryCommandWithItsUsageOptionsAndExample)
{
    const Ended ended = program({"man"});
    ASSERT_TRUE(ended.done()) << ended;
    std::set<std::string> lines;
    std::istringstream in(ended.out);
    for (std::string line; std::getline(in, line);) {
        lines.insert(plain(line));
    }
    for (const Command& command : commandTable()) {
        EXPECT_TRUE(lines.contains(".SS " + usageOf(command))) << usageOf(command);
        EXPECT_TRUE(lines.contains(command.summary + ".")) << command.summary;
        EXPECT_TRUE(lines.contains(command.example)) << command.example;
        for (const Parameter& parameter : command.parameters) {
            EXPECT_TRUE(lines.contains(".B " + headOf(parameter)))
                << command.path() << " " << headOf(parameter);
        }
    }
    for (const Parameter& parameter : globalParameters()) {
        EXPECT_TRUE(lines.contains(".B " + headOf(parameter))) << headOf(parameter);
    }
}

TEST(ManualPage, IsSetWithoutAWarning)
{
    if (!bash("command -v man groff").done()) {
        GTEST_SKIP() << "man is not installed, so nobody has seen the manual page set; install the "
                        "packages man-db and groff";
    }
    const Ended ended =
        bash("'" GIFTBOX_PROGRAM "' man | MANWIDTH=100 LC_ALL=C.UTF-8 man --warnings -l -");
    EXPECT_TRUE(ended.done()) << ended;
    EXPECT_EQ(ended.err, "");
    // Lines are padded with spaces, and line breaks move.
    for (const char* part :
         {"GIFTBOX(1)", "box pack", "--request-key", "GIFTBOX_STORE", "EXIT STATUS"}) {
        EXPECT_TRUE(holds(ended.out, part)) << part << ended;
    }
}

/// The completions of bash for a line that ends with the last word.
std::set<std::string> offered(const std::vector<std::string>& words)
{
    std::string line = "COMP_WORDS=(";
    for (const std::string& word : words) {
        line += "'" + word + "' ";
    }
    const Ended ended = bash("set -e; source <('" GIFTBOX_PROGRAM "' completion); " + line +
                             "); COMP_CWORD=" + std::to_string(words.size() - 1) +
                             "; _giftbox; printf '%s\\n' \"${COMPREPLY[@]}\"");
    EXPECT_TRUE(ended.done() && ended.err.empty()) << ended;
    std::set<std::string> all;
    for (const std::string& word : wordsOf(ended.out)) {
        all.insert(word);
    }
    return all;
}

using Words = std::set<std::string>;

TEST(Completion, KnowsCommandsFromTheirFirstLetters)
{
    EXPECT_EQ(offered({"giftbox", "box", "p"}), Words({"pack", "plan"}));
    EXPECT_EQ(offered({"giftbox", "re"}),
              Words({"reason", "receipt", "receive", "recipe", "recipient", "report", "restock",
                     "restore", "return"}));
    EXPECT_EQ(offered({"giftbox", "box", ""}),
              Words({"cancel", "department", "give", "list", "pack", "plan", "show", "slip",
                     "take-back", "tax", "unpack"}));
    EXPECT_EQ(offered({"giftbox", "box", "pack", "--o"}), Words({"--on", "--override"}));
    EXPECT_EQ(offered({"giftbox", "box", "pack", "--for", "C-1", "--item", "HAT", "--ov"}),
              Words({"--override"}));
}

TEST(Completion, PassesOverOptionsBeforeTheCommandAndTheirValues)
{
    EXPECT_EQ(offered({"giftbox", "--db", "north.db", "box", "p"}), Words({"pack", "plan"}));
    EXPECT_EQ(offered({"giftbox", "--raw", "-O", "csv", "expo"}), Words({"export"}));
    EXPECT_EQ(offered({"giftbox", "box", "--store", "NORTH", "un"}), Words({"unpack"}));
}

TEST(Completion, LoadsAndHasEveryCommandAndEveryOption)
{
    const Ended loads = bash("source <('" GIFTBOX_PROGRAM "' completion) && complete -p giftbox");
    EXPECT_TRUE(loads.done() && loads.err.empty()) << loads;
    for (const Command& command : commandTable()) {
        std::vector<std::string> words = wordsOf("giftbox " + command.path());
        EXPECT_EQ(offered(words).count(words.back()), 1U) << command.path();
        words.emplace_back("--");
        const Words options = offered(words);
        for (const Parameter& parameter : command.parameters) {
            EXPECT_TRUE(parameter.isPositional() || options.contains(parameter.name))
                << command.path() << " " << parameter.name;
        }
        EXPECT_TRUE(options.contains("--store")) << command.path();
    }
}

/// scripts/documents makes those of single commands.
TEST(ManualOfCommands, HasTheOptionsOfEveryCommand)
{
    const std::string text = tests::readFile(GIFTBOX_SOURCE_DIR "/docs/commands.md");
    for (const Parameter& parameter : globalParameters()) {
        std::string head = headOf(parameter);
        for (auto bar = head.find('|'); bar != std::string::npos; bar = head.find('|', bar + 2)) {
            head.insert(bar, 1, '\\');
        }
        EXPECT_TRUE(holds(text, "\n| `" + head + "` | ")) << head;
    }
}

} // namespace
} // namespace giftbox::cli::manual_test
