// Writes the generated parts of docs/ from the program's own tables: usage, options and example of each command, the
// routes of the API, and the columns of files. The text that people wrote around them stays.
//   documents SOURCE            writes them
//   documents SOURCE --check    names the documents that differ, and fails if there are any
#include "cli/help.h"
#include "foundation/fields.h"
#include "gifting/recipient.h"
#include "inventory/item.h"
#include "purchasing/supplier.h"
#include "web/api/api_table.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <sstream>
#include <stdexcept>

namespace {

using namespace giftbox;
using Lines = std::vector<std::string>;

Lines linesOf(const std::filesystem::path& path)
{
    std::ifstream in(path);
    Lines lines;
    for (std::string line; std::getline(in, line);) {
        lines.push_back(line);
    }
    if (lines.empty()) {
        throw std::runtime_error(path.string() + " is missing");
    }
    return lines;
}

std::string textOf(const Lines& lines)
{
    std::string text;
    for (const std::string& line : lines) {
        text += line + "\n";
    }
    return text;
}

/// A cell of a table; a bar is escaped, since it would end the cell.
std::string cell(std::string_view words)
{
    std::string text;
    for (const char c : words) {
        text += c == '|' ? "\\|" : std::string(1, c);
    }
    return text;
}

Lines tableOf(const Lines& heads, const std::vector<Lines>& rows)
{
    const auto rowOf = [](const Lines& cells) {
        std::string row = "|";
        for (const std::string& one : cells) {
            row += " " + cell(one) + " |";
        }
        return row;
    };
    Lines table = {rowOf(heads), rowOf(Lines(heads.size(), "---"))};
    std::ranges::transform(rows, std::back_inserter(table), rowOf);
    return table;
}

/// The lines from the heading to the next one of that level or above.
struct Section {
    std::size_t begin = 0;
    std::size_t end = 0;
};
Section sectionOf(const Lines& lines, const std::string& heading)
{
    const auto begin = std::ranges::find(lines, heading);
    if (begin == lines.end()) {
        throw std::runtime_error("no document has the heading " + heading);
    }
    const auto isHeading = [](const std::string& line) {
        return line.starts_with("## ") || line.starts_with("### ");
    };
    const auto end = std::find_if(begin + 1, lines.end(), isHeading);
    return {static_cast<std::size_t>(begin - lines.begin()),
            static_cast<std::size_t>(end - lines.begin())};
}

/// Replaces the first table of the section.
void replaceTable(Lines& lines, const Section& section, const Lines& table)
{
    const auto isRow = [](const std::string& line) { return line.starts_with('|'); };
    const auto end = lines.begin() + static_cast<std::ptrdiff_t>(section.end);
    const auto first =
        std::find_if(lines.begin() + static_cast<std::ptrdiff_t>(section.begin), end, isRow);
    if (first == end) {
        throw std::runtime_error(lines[section.begin] + " has no table");
    }
    const auto last = std::find_if_not(first, end, isRow);
    const auto at = lines.erase(first, last);
    lines.insert(at, table.begin(), table.end());
}

Lines optionsOf(const cli::Command& command)
{
    std::vector<Lines> rows;
    for (const cli::Parameter& parameter : command.parameters) {
        rows.push_back({"`" + cli::headOf(parameter) + "`", parameter.help});
    }
    return rows.empty() ? Lines() : tableOf({"option", "what it is for"}, rows);
}

/// The section of a command: its usage, the text that people wrote, its options and its example.
Lines sectionOf(const cli::Command& command, const Lines& words)
{
    Lines section = {"### " + command.path(), "", "`" + usageOf(command) + "`", ""};
    section.insert(section.end(), words.begin(), words.end());
    section.emplace_back();
    if (const Lines options = optionsOf(command); !options.empty()) {
        section.insert(section.end(), options.begin(), options.end());
        section.emplace_back();
    }
    section.insert(section.end(), {"Example: `" + command.example + "`", ""});
    return section;
}

/// The text that people wrote in a section: all but usage, table and example.
Lines wordsIn(const Lines& lines, const Section& section)
{
    Lines words;
    for (std::size_t i = section.begin + 1; i < section.end; ++i) {
        const std::string& line = lines[i];
        const bool isMade =
            line.starts_with("`giftbox ") || line.starts_with('|') || line.starts_with("Example: ");
        if (!isMade && !(line.empty() && (words.empty() || words.back().empty()))) {
            words.push_back(line);
        }
    }
    while (!words.empty() && words.back().empty()) {
        words.pop_back();
    }
    return words;
}

using Documents = std::map<std::string, Lines>;

/// The place for a command that no document has yet: after the last one of its group.
std::pair<Lines*, std::size_t> placeOf(Documents& documents, const cli::Command& command)
{
    std::pair<Lines*, std::size_t> place{nullptr, 0};
    for (const cli::Command& other : cli::commandTable()) {
        for (auto& [name, lines] : documents) {
            if (other.group == command.group &&
                std::ranges::find(lines, "### " + other.path()) != lines.end()) {
                place = {&lines, sectionOf(lines, "### " + other.path()).end};
            }
        }
    }
    if (place.first == nullptr) {
        throw std::runtime_error("no document has commands of " + command.group);
    }
    return place;
}

void writeCommands(Documents& documents)
{
    for (const cli::Command& command : cli::commandTable()) {
        const std::string heading = "### " + command.path();
        const auto found = std::ranges::find_if(documents, [&](const auto& one) {
            return std::ranges::find(one.second, heading) != one.second.end();
        });
        if (found == documents.end()) {
            const auto [lines, at] = placeOf(documents, command);
            const Lines section = sectionOf(command, {foundation::sentenceOf(command.summary)});
            lines->insert(lines->begin() + static_cast<std::ptrdiff_t>(at), section.begin(),
                          section.end());
            continue;
        }
        Lines& lines = found->second;
        const Section old = sectionOf(lines, heading);
        const Lines section = sectionOf(command, wordsIn(lines, old));
        const auto begin = lines.begin() + static_cast<std::ptrdiff_t>(old.begin);
        lines.insert(lines.erase(begin, begin + static_cast<std::ptrdiff_t>(old.end - old.begin)),
                     section.begin(), section.end());
    }
}

/// Throws if a section is about a command that does not exist.
void requireNoOther(const Documents& documents)
{
    for (const auto& [name, lines] : documents) {
        for (const std::string& line : lines) {
            const bool isKnown = std::ranges::any_of(
                cli::commandTable(), [&](const auto& one) { return line == "### " + one.path(); });
            if (line.starts_with("### ") && !isKnown) {
                throw std::runtime_error(name + ": there is no command " + line.substr(4));
            }
        }
    }
}

Lines routes()
{
    std::vector<Lines> rows;
    for (const web::ApiRoute& route : web::apiRoutes()) {
        const Lines row = {
            std::string(web::methodOf(route)), "`" + std::string(route.address) + "`",
            std::string(toText(route.action)), foundation::sentenceOf(route.summary)};
        const auto same = std::find_if(rows.rbegin(), rows.rend(),
                                       [&](const Lines& other) { return other[1] == row[1]; });
        rows.insert(same == rows.rend() ? rows.end() : same.base(), row);
    }
    return tableOf({"method", "address", "right", "what it does"}, rows);
}

template <class T>
Lines columnsOfFile(foundation::Fields<T> fields)
{
    std::vector<Lines> rows;
    for (const foundation::Field<T>& field : fields) {
        if (!field.mayBeSaid(foundation::Stage::New)) {
            continue;
        }
        const bool isNeeded = field.info.need == foundation::Need::Required;
        std::string meaning(field.info.help);
        if (!field.info.choices.empty()) {
            meaning += ": `" + std::string(field.info.choices) + "`";
        } else if (field.info.type == foundation::FieldType::YesNo) {
            meaning += ": `1`, else `0` or empty";
        }
        rows.push_back({"`" + std::string(field.info.name) + "`",
                        isNeeded               ? "yes"
                        : field.isNeededInFile ? "column"
                                               : "no",
                        meaning});
    }
    return tableOf({"column", "needed", "meaning"}, rows);
}

Documents made(const std::filesystem::path& docs)
{
    Documents documents;
    for (const char* name :
         {"commands.md", "commands-program.md", "commands-boxes.md", "commands-users.md",
          "commands-files.md", "commands-stock.md", "commands-orders.md", "commands-deliveries.md",
          "commands-journal.md", "commands-reports.md"}) {
        documents[name] = linesOf(docs / name);
    }
    writeCommands(documents);
    requireNoOther(documents);
    Lines& files = documents["files.md"] = linesOf(docs / "files.md");
    replaceTable(files, sectionOf(files, "### items (key: `sku`)"),
                 columnsOfFile(inventory::itemFields()));
    replaceTable(files, sectionOf(files, "### suppliers (key: `supplier`)"),
                 columnsOfFile(purchasing::supplierFields()));
    replaceTable(files, sectionOf(files, "### recipients (key: `recipient`)"),
                 columnsOfFile(gifting::recipientFields()));
    Lines& api = documents["api.md"] = linesOf(docs / "api.md");
    replaceTable(api, sectionOf(api, "## What there is"), routes());
    return documents;
}

int run(const std::filesystem::path& docs, bool isCheck)
{
    int status = 0;
    for (auto& [name, lines] : made(docs)) {
        if (lines == linesOf(docs / name)) {
            continue;
        }
        if (isCheck) {
            std::cerr << "docs/" << name << " is out of date; run scripts/documents\n";
            status = 1;
        } else {
            std::ofstream(docs / name) << textOf(lines);
        }
    }
    return status;
}

} // namespace

int main(int argc, char** argv)
{
    try {
        const Lines words(argv + 1, argv + argc);
        return run(std::filesystem::path(words.at(0)) / "docs",
                   words.size() > 1 && words[1] == "--check");
    } catch (const std::exception& error) {
        std::cerr << "documents: " << error.what() << '\n';
        return 1;
    }
}
