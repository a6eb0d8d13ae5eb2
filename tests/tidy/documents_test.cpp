#include "tests/tidy/source_tree.h"

#include <gtest/gtest.h>

namespace giftbox::tidy {
namespace {

/// `stock.short`: dotted, lower case.
bool isCode(const std::string& text)
{
    const auto allowed = [](char c) { return (c >= 'a' && c <= 'z') || c == '_' || c == '.'; };
    return text.find('.') != std::string::npos && std::ranges::all_of(text, allowed);
}

std::vector<std::string> codesIn(const std::string& code)
{
    std::vector<std::string> codes;
    for (const Literal& literal : literalsOf(code)) {
        if (isCode(literal.value)) {
            codes.push_back(literal.value);
        }
    }
    return codes;
}

/// What the code refuses with, and refusals whose code is not written where they are made.
struct FoundCodes {
    std::map<std::string, std::string> codes; ///< and a place of each
    Complaints complaints;
};

void findRefusals(const SourceFile& file, AllowList& passedOn, FoundCodes& found)
{
    const std::string code = masked(file.text, Keep::CodeAndLiterals);
    const std::string bare = masked(file.text, Keep::Code);
    for (const std::size_t at : placesOf(bare, "Refusal")) {
        const std::size_t open = at + std::string_view("Refusal").size();
        if (open >= bare.size() || bare[open] != '(') {
            continue;
        }
        const std::size_t first = skipBlanks(code, open + 1);
        if (code[first] == '"') {
            found.codes.emplace(code.substr(first + 1, code.find('"', first + 1) - first - 1),
                                place(file, at));
        } else if (!code.substr(first).starts_with("refusalCode(") && !passedOn.allows(file.path)) {
            found.complaints.push_back(place(file, at) +
                                       ": write the refusal's code here, or in refusalCode()");
        }
    }
}

/// Calls of requireCode name the code they refuse with; a function refusalCode returns codes.
void findNamedCodes(const SourceFile& file, FoundCodes& found)
{
    const std::string bare = masked(file.text, Keep::Code);
    for (const std::string name : {"requireCode", "refusalCode"}) {
        for (const std::size_t at : placesOf(bare, name)) {
            const std::size_t open = at + name.size();
            std::size_t begin = open;
            std::size_t end = endOfBracket(bare, open);
            if (name == "refusalCode") {
                begin = skipBlanks(bare, end);
                if (begin >= bare.size() || bare[begin] != '{') {
                    continue;
                }
                end = endOfBracket(bare, begin);
            }
            for (const std::string& one : codesIn(file.text.substr(begin, end - begin))) {
                found.codes.emplace(one, place(file, at));
            }
        }
    }
}

/// What the edge says of failures: `giftbox: disk.failed: ` begins a literal.
void findFailures(const SourceFile& file, FoundCodes& found)
{
    constexpr std::string_view kLead = "giftbox: ";
    for (const Literal& literal : literalsOf(file.text)) {
        const std::size_t colon = literal.value.find(':', kLead.size());
        if (literal.value.starts_with(kLead) && colon != std::string::npos) {
            const std::string code = literal.value.substr(kLead.size(), colon - kLead.size());
            if (isCode(code)) {
                found.codes.emplace(code, place(file, literal.begin));
            }
        }
    }
}

FoundCodes codesOf(const std::vector<SourceFile>& files, AllowList& passedOn)
{
    FoundCodes found;
    for (const SourceFile& file : files) {
        findRefusals(file, passedOn, found);
        findNamedCodes(file, found);
        findFailures(file, found);
    }
    return found;
}

struct Row {
    std::vector<std::string> cells;
};

/// The rows of all tables whose first cell is one code in backquotes.
std::map<std::string, Row> rowsOf(const std::string& document)
{
    std::map<std::string, Row> rows;
    for (const std::string& line : linesOf(document)) {
        if (!line.starts_with("| `")) {
            continue;
        }
        Row row;
        for (std::size_t at = 1; at < line.size();) {
            const std::size_t end = std::min(line.find('|', at), line.size());
            const std::string cell = line.substr(at, end - at);
            const std::size_t first = std::min(cell.find_first_not_of(' '), cell.size());
            row.cells.push_back(cell.substr(first, cell.find_last_not_of(' ') + 1 - first));
            at = end + 1;
        }
        const std::string code = row.cells.front().substr(1, row.cells.front().size() - 2);
        if (isCode(code)) {
            rows.emplace(code, row);
        }
    }
    return rows;
}

Complaints undocumentedCodes(const FoundCodes& found, const std::string& document)
{
    Complaints complaints = found.complaints;
    const std::map<std::string, Row> rows = rowsOf(document);
    for (const auto& [code, where] : found.codes) {
        if (!rows.contains(code)) {
            complaints.push_back(where + ": " + code + " is not in docs/errors.md");
        }
    }
    for (const auto& [code, row] : rows) {
        if (!found.codes.contains(code)) {
            complaints.push_back("docs/errors.md: nothing refuses with " + code);
        }
        const bool full =
            row.cells.size() == 4 && std::ranges::none_of(row.cells, &std::string::empty);
        if (!full) {
            complaints.push_back("docs/errors.md: " + code +
                                 " needs four cells: code, when, what to do, exit status");
        }
    }
    return complaints;
}

/// `[words](path)` in a document leads to a file; addresses and places within a document are left alone.
Complaints brokenLinks(const SourceFile& document, const std::filesystem::path& base)
{
    Complaints complaints;
    for (std::size_t at = document.text.find("]("); at != std::string::npos;
         at = document.text.find("](", at + 1)) {
        const std::size_t begin = at + 2;
        const std::string target =
            document.text.substr(begin, document.text.find_first_of(")#", begin) - begin);
        const auto path = base / std::filesystem::path(document.path).parent_path() / target;
        if (!target.empty() && target.find("://") == std::string::npos &&
            !std::filesystem::exists(path)) {
            complaints.push_back(place(document, at) + ": " + target + " is not there");
        }
    }
    return complaints;
}

/// Records are numbered without a gap, listed in the index, and have their three parts.
Complaints badDecisions(const std::vector<SourceFile>& records, const std::string& index)
{
    Complaints complaints;
    int expected = 0;
    for (const SourceFile& record : records) {
        const std::string name = record.path.substr(record.path.rfind('/') + 1);
        std::string number = std::to_string(++expected);
        number.insert(0, 4 - number.size(), '0');
        if (!name.starts_with(number + "-")) {
            complaints.push_back(record.path + ": expected the number " + number);
        }
        if (index.find("(" + name + ")") == std::string::npos) {
            complaints.push_back(record.path + ": is not in the index");
        }
        for (const char* part : {"\n## Context\n", "\n## Decision\n", "\n## Consequences\n"}) {
            if (record.text.find(part) == std::string::npos) {
                complaints.push_back(record.path + ": lacks the part" +
                                     std::string(part).substr(3, std::string(part).size() - 4));
            }
        }
    }
    return complaints;
}

std::vector<SourceFile> decisions()
{
    std::vector<SourceFile> records = filesUnder({"docs/decisions"}, {".md"});
    std::erase_if(records, [](const SourceFile& one) { return one.path.ends_with("README.md"); });
    return records;
}

AllowList refusalsPassedOn()
{
    return AllowList{{"books/code.cpp", "its callers name the code to requireCode"},
                     {"foundation/refusal.h", "the constructor"},
                     {"gifting/planner/accept_plan.cpp", "says whose box it is that was refused"}};
}

TEST(TidyDocuments, EveryRefusalIsExplainedAndNoOther)
{
    AllowList passedOn = refusalsPassedOn();
    const FoundCodes found = codesOf(moduleFiles(), passedOn);
    EXPECT_EQ(listed(undocumentedCodes(found, readFile(root() / "docs/errors.md"))), "");
    EXPECT_EQ(listed(passedOn.stale()), "");
}

TEST(TidyDocuments, RefusalsAndTheirExplanationsThatDoNotMatchAreFound)
{
    AllowList none{};
    const SourceFile code{"a/a.cpp",
                          "const char* refusalCode(int)\n{\n    return \"cap.passed\";\n}\n"
                          "throw Refusal(\n    \"stock.short\", \"x.y is short\");\n"
                          "throw Refusal(refusalCode(1), \"x\");\n"
                          "requireCode(text, 20, \"item.sku\", \"the SKU\");\n"
                          "throw Refusal(code, \"x\");\n"
                          "say(\"giftbox: disk.failed: \" + why + \"giftbox: usage: \");\n"
                          "catch (const Refusal& refusal) {} // Refusal(\"no.code\")\n"};
    const std::string document = "| code | when | do | exit |\n| `stock.short` | a | b | 1 |\n"
                                 "| `item.sku` | a | | 1 |\n| `old.code` | a | b | 1 |\n";
    EXPECT_EQ(listed(undocumentedCodes(codesOf({code}, none), document)),
              "a/a.cpp:9: write the refusal's code here, or in refusalCode()\n"
              "a/a.cpp:1: cap.passed is not in docs/errors.md\n"
              "a/a.cpp:10: disk.failed is not in docs/errors.md\n"
              "docs/errors.md: item.sku needs four cells: code, when, what to do, exit status\n"
              "docs/errors.md: nothing refuses with old.code\n");
}

/// Refusals are read at a browser too, without the clauses that name a command: no other may name an option of one.
Complaints optionsInWords(const std::vector<SourceFile>& files)
{
    // The command line, what is said to those who start the server, and the words of PostgreSQL's programs.
    static const std::vector<std::string> theirs = {"cli/",
                                                    "operations/", // the examples of commands
                                                    "web/main.cpp",
                                                    "web/http/http_server.cpp",
                                                    "web/http/listen_address.cpp",
                                                    "typeset/",
                                                    "foundation/database/server_programs.cpp"};
    Complaints complaints;
    for (const SourceFile& file : files) {
        if (std::ranges::any_of(
                theirs, [&](const std::string& path) { return file.path.starts_with(path); })) {
            continue;
        }
        for (const Literal& literal : literalsOf(file.text)) {
            const auto at = literal.value.substr(0, literal.value.find("`giftbox ")).find("--");
            if (at != std::string::npos && at + 2 < literal.value.size() &&
                std::islower(static_cast<unsigned char>(literal.value[at + 2])) != 0) {
                complaints.push_back(place(file, literal.begin) +
                                     ": names an option of the command line");
            }
        }
    }
    return complaints;
}

TEST(TidyDocuments, RefusalsNameNoOptionOfTheCommandLine)
{
    EXPECT_EQ(listed(optionsInWords(moduleFiles())), "");
}

TEST(TidyDocuments, ARefusalThatNamesAnOptionIsFound)
{
    const std::string text = "--at; // \"--why\"\nrefuse(\"say it with --why\");\n"
                             "refuse(\"none; `giftbox note --month` writes it\");\n";
    EXPECT_EQ(listed(optionsInWords({{"budget/bad.cpp", text}, {"cli/good.cpp", text}})),
              "budget/bad.cpp:2: names an option of the command line\n");
}

TEST(TidyDocuments, LinksLeadToFiles)
{
    std::vector<SourceFile> documents = filesUnder({"docs"}, {".md"});
    for (const char* name : {"README.md", "CHANGELOG.md"}) {
        documents.push_back({name, readFile(root() / name)});
    }
    for (const SourceFile& document : documents) {
        EXPECT_NE(document.text, "") << document.path;
        EXPECT_EQ(listed(brokenLinks(document, root())), "");
    }
}

TEST(TidyDocuments, ALinkToNowhereIsFound)
{
    const SourceFile document{"docs/bad.md", "[a](https://example.org/) [b](#there)\n"
                                             "[c](nowhere-at-all.md#part)\n"};
    EXPECT_EQ(listed(brokenLinks(document, root())),
              "docs/bad.md:2: nowhere-at-all.md is not there\n");
}

TEST(TidyDocuments, DecisionsAreNumberedListedAndWhole)
{
    EXPECT_FALSE(decisions().empty());
    EXPECT_EQ(listed(badDecisions(decisions(), readFile(root() / "docs/decisions/README.md"))), "");
}

TEST(TidyDocuments, ADecisionOutOfOrderUnlistedOrUnfinishedIsFound)
{
    const std::string whole = "# T\n\n## Context\n\n## Decision\n\n## Consequences\n";
    EXPECT_EQ(listed(badDecisions({{"d/0001-a.md", whole}, {"d/0003-b.md", "# T\n\n## Context\n"}},
                                  "[a](0001-a.md)")),
              "d/0003-b.md: expected the number 0002\n"
              "d/0003-b.md: is not in the index\n"
              "d/0003-b.md: lacks the part Decision\n"
              "d/0003-b.md: lacks the part Consequences\n");
}

} // namespace
} // namespace giftbox::tidy
