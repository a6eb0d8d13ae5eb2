#include "tests/tidy/source_tree.h"

#include <gtest/gtest.h>

#include <regex>

/// docs/domain.md and the pages of its parts name each rule once, in brackets at its head: `- **[fifo] …`. Comments and
/// documents use that name.
namespace giftbox::tidy::rules_test {
namespace {

std::vector<std::string> rulesOf(const std::string& domain)
{
    static const std::regex head(R"(^- \*\*\[([a-z]+(?:-[a-z]+)*)\] .*)");
    std::vector<std::string> names;
    for (const std::string& line : linesOf(domain)) {
        if (std::smatch match; std::regex_match(line, match, head)) {
            names.push_back(match[1]);
        }
    }
    return names;
}

/// Of docs/domain.md and of docs/domain-orders.md and its like.
std::vector<std::string> allRules()
{
    std::vector<std::string> names;
    for (const SourceFile& file : filesUnder({"docs"}, {".md"})) {
        if (file.path.starts_with("docs/domain")) {
            std::ranges::move(rulesOf(file.text), std::back_inserter(names));
        }
    }
    return names;
}

/// The whole text of a document; of C++, only its comments. Offsets and lines stay the same.
std::string proseOf(const SourceFile& file)
{
    if (file.path.ends_with(".md") || file.path.ends_with(".sql")) {
        return file.text;
    }
    std::string prose = file.text;
    for (const Token& token : tokensOf(file.text)) {
        if (token.kind != TokenKind::Comment) {
            std::replace_if(
                prose.begin() + static_cast<std::ptrdiff_t>(token.begin),
                prose.begin() + static_cast<std::ptrdiff_t>(token.end),
                [](char c) { return c != '\n'; }, ' ');
        }
    }
    return prose;
}

/// The name in brackets at `open`; empty if there is none. Of links, `[name](path)`, only those to a page with rules
/// count.
std::string nameAt(const std::string& prose, std::size_t open)
{
    static const std::regex name(
        R"(\[([a-z]+(?:-[a-z]+)*)\](?:\([^)\n]*domain[a-z-]*\.md[^)\n]*\)|(?!\()))");
    std::smatch match;
    const auto begin = prose.begin() + static_cast<std::ptrdiff_t>(open);
    const bool isIndex = open != 0 && (isWordChar(prose[open - 1]) || prose[open - 1] == '[');
    return !isIndex && std::regex_search(begin, prose.end(), match, name,
                                         std::regex_constants::match_continuous)
               ? match[1].str()
               : std::string();
}

bool isNumberAt(const std::string& prose, std::size_t at)
{
    return at < prose.size() && std::isdigit(static_cast<unsigned char>(prose[at])) != 0;
}

/// A name in brackets that is no rule, and a rule by number.
Complaints badReferences(const std::vector<SourceFile>& files, const std::set<std::string>& rules)
{
    Complaints complaints;
    for (const SourceFile& file : files) {
        const std::string prose = proseOf(file);
        for (auto at = prose.find('['); at != std::string::npos; at = prose.find('[', at + 1)) {
            if (const std::string name = nameAt(prose, at);
                !name.empty() && !rules.contains(name)) {
                complaints.push_back(place(file, at) + ": [" + name +
                                     "] is not a rule of docs/domain.md");
            }
        }
        for (const std::string word : {"ule ", "ules "}) {
            for (auto at = prose.find(word); at != std::string::npos;
                 at = prose.find(word, at + 1)) {
                if (isNumberAt(prose, at + word.size())) {
                    complaints.push_back(place(file, at) +
                                         ": refers to a rule by number; use its name");
                }
            }
        }
    }
    return complaints;
}

std::vector<SourceFile> everyComment()
{
    std::vector<std::string> folders = outermost(modules());
    folders.insert(folders.end(), {"tests", "docs"});
    std::vector<SourceFile> files = filesUnder(folders, {".h", ".cpp", ".sql", ".md"});
    for (const char* name : {"README.md", "CHANGELOG.md"}) {
        files.push_back({name, readFile(root() / name)});
    }
    return files;
}

TEST(TidyRules, HaveOneNameEach)
{
    const std::vector<std::string> names = allRules();
    EXPECT_GT(names.size(), 40U);
    std::set<std::string> seen;
    for (const std::string& name : names) {
        EXPECT_TRUE(seen.insert(name).second) << name << " is given twice";
    }
}

TEST(TidyRules, AreNamedAsTheDomainNamesThem)
{
    const std::vector<std::string> names = allRules();
    EXPECT_EQ(listed(badReferences(everyComment(), {names.begin(), names.end()})), "");
}

TEST(TidyRules, AnUnknownNameAndANumberAreFound)
{
    const std::vector<std::string> names = rulesOf("- **[fifo] Stock** leaves\n- [else] not\n");
    EXPECT_EQ(names, std::vector<std::string>{"fifo"});
    const std::vector<SourceFile> files = {
        {"a/bad.cpp", "/// As [fifo] says, and [lifo].\nint a[one]; // a[index], [[nodiscard]]\n"},
        {"docs/bad.md", "[fifo](domain.md#stock) [other](files.md)\n[lifo](domain.md), rule 7\n"}};
    EXPECT_EQ(listed(badReferences(files, {names.begin(), names.end()})),
              "a/bad.cpp:1: [lifo] is not a rule of docs/domain.md\n"
              "docs/bad.md:2: [lifo] is not a rule of docs/domain.md\n"
              "docs/bad.md:2: refers to a rule by number; use its name\n");
}

} // namespace
} // namespace giftbox::tidy::rules_test
