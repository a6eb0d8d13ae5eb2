#include "tests/tidy/source_tree.h"

#include <gtest/gtest.h>

namespace giftbox::tidy::documents_test {
namespace {

/// `[words](path)` in a document must name a file; web addresses and anchors are not checked.
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

/// Records are numbered without gaps, listed in the index, and have three parts.
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

/// Browsers show refusals without the clauses that name a command, so no other part may name an option.
Complaints optionsInWords(const std::vector<SourceFile>& files)
{
    // The command line, messages to those who start the server, and the options of PostgreSQL's programs.
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
} // namespace giftbox::tidy::documents_test
