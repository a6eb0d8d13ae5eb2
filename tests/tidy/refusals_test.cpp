#include "foundation/catalog.h"
#include "foundation/sentence.h"
#include "tests/tidy/source_tree.h"

#include <gtest/gtest.h>

#include <cstdlib>

// GIFTBOX_WRITE_DOCS=1 writes the tables of docs/errors.md and the pages beside it instead of comparing them.
namespace giftbox::tidy::refusals_test {
namespace {

using foundation::CatalogRow;
using foundation::RefusalKind;

using Rows = std::vector<CatalogRow>;

Rows rowsOfCatalog()
{
    Rows rows;
    for (const foundation::CatalogPart& part : foundation::catalog()) {
        rows.insert(rows.end(), part.rows.begin(), part.rows.end());
    }
    return rows;
}

const CatalogRow* find(const Rows& rows, std::string_view key)
{
    const auto found = std::ranges::find(rows, key, &CatalogRow::key);
    return found == rows.end() ? nullptr : &*found;
}

/// `stock.short`, `stock.short/day`: dotted, lower case.
bool isKey(const std::string& text)
{
    const auto allowed = [](char c) {
        return (c >= 'a' && c <= 'z') || c == '_' || c == '.' || c == '/';
    };
    return text.find('.') != std::string::npos && std::ranges::all_of(text, allowed);
}

/// A refusal or sentence made in the code: its keys and the names of its values, as far as they are literal.
struct Made {
    std::string place;
    std::vector<std::string> keys;
    std::vector<std::string> names;
    bool isWhole = false; ///< whether all names are literal
};

std::vector<std::string> valuesIn(const std::string& text)
{
    std::vector<std::string> values;
    for (const Literal& literal : literalsOf(text)) {
        values.push_back(literal.value);
    }
    return values;
}

/// The names in `{{"sku", sku}, {"units", units}}`.
std::vector<std::string> namesIn(const std::string& text, const std::string& bare)
{
    std::vector<std::string> names;
    int depth = 0;
    for (std::size_t at = 0; at < bare.size(); ++at) {
        depth += bare[at] == '{' ? 1 : 0;
        depth -= bare[at] == '}' ? 1 : 0;
        if (depth == 2 && bare[at] == '{' && text[at + 1] == '"') {
            names.push_back(text.substr(at + 2, text.find('"', at + 2) - at - 2));
        }
    }
    return names;
}

void findMade(const SourceFile& file, const std::string& word, std::vector<Made>& all)
{
    const std::string code = masked(file.text, Keep::CodeAndLiterals);
    const std::string bare = masked(file.text, Keep::Code);
    for (const std::size_t at : placesOf(bare, word)) {
        const std::size_t open = at + word.size();
        if (open >= bare.size() || bare[open] != '(') {
            continue;
        }
        const std::size_t end = endOfBracket(bare, open) - 1;
        const std::size_t slots = std::min(bare.find(", {{", open), end);
        Made made{.place = place(file, at), .keys = {}, .names = {}, .isWhole = false};
        for (const std::string& value : valuesIn(file.text.substr(open, slots - open))) {
            if (isKey(value)) {
                made.keys.push_back(value);
            }
        }
        const std::string rest = bare.substr(slots, end - slots);
        made.isWhole = slots < end || bare.substr(open, end - open).find(',') == std::string::npos;
        made.names = namesIn(code.substr(slots, end - slots), rest);
        all.push_back(std::move(made));
    }
}

Complaints badlyMade(const std::vector<SourceFile>& files, const Rows& rows)
{
    std::vector<Made> all;
    for (const SourceFile& file : files) {
        findMade(file, "Refusal", all);
        findMade(file, "Sentence", all);
    }
    Complaints complaints;
    for (const Made& made : all) {
        std::set<std::string> needed;
        bool isKnown = !made.keys.empty();
        for (const std::string& key : made.keys) {
            const CatalogRow* row = find(rows, key);
            if (row == nullptr) {
                complaints.push_back(made.place + ": " + key + " is not in the catalog");
                isKnown = false;
                continue;
            }
            for (const std::string_view pattern : {row->says, row->command, row->page}) {
                for (const std::string_view name : foundation::slotsIn(pattern)) {
                    needed.emplace(name);
                }
            }
        }
        for (const std::string& name : needed) {
            if (made.isWhole && std::ranges::find(made.names, name) == made.names.end()) {
                complaints.push_back(made.place + ": " + made.keys.front() + " needs {" + name +
                                     "}");
            }
        }
        for (const std::string& name : made.names) {
            if (isKnown && !needed.contains(name)) {
                complaints.push_back(made.place + ": " + made.keys.front() + " has no {" + name +
                                     "}");
            }
        }
    }
    return complaints;
}

/// Rows that no code names.
Complaints unusedRows(const std::vector<SourceFile>& files, const Rows& rows)
{
    std::set<std::string> named;
    for (const SourceFile& file : files) {
        for (std::string& value : valuesIn(file.text)) {
            const std::string lead = "giftbox: "; // `giftbox: disk.failed: ` of what fails
            if (value.starts_with(lead)) {
                value = value.substr(lead.size(), value.find(':', lead.size()) - lead.size());
            }
            named.insert(value);
        }
    }
    Complaints complaints;
    for (const CatalogRow& row : rows) {
        if (!named.contains(std::string(row.key))) {
            complaints.push_back("foundation/refusals: nothing says " + std::string(row.key));
        }
    }
    return complaints;
}

/// A slot may stand at either end.
bool isSentence(std::string_view text)
{
    return !text.empty() && (text.front() < 'a' || text.front() > 'z') &&
           (text.back() == '.' || text.back() == '}');
}

Complaints badRows(const Rows& rows)
{
    Complaints complaints;
    std::set<std::string_view> keys;
    for (const CatalogRow& row : rows) {
        const std::string key(row.key);
        const auto complain = [&](const std::string& what) {
            complaints.push_back(key + ": " + what);
        };
        const bool isVariant = row.key.find('/') != std::string_view::npos;
        const bool isPart = row.kind == RefusalKind::Part;
        if (!keys.insert(row.key).second) {
            complain("is there twice");
        }
        if (isVariant && !keys.contains(row.key.substr(0, row.key.find('/')))) {
            complain("stands before the sentence that it is a variant of");
        }
        if (row.says.empty() || row.then.empty() != row.when.empty() ||
            row.when.empty() != (isVariant || isPart)) {
            complain("needs a sentence, and unless it is a variant, `?` and `!`");
        }
        if (!isPart && !isSentence(row.says)) {
            complain("does not begin with a capital and end with a period");
        }
        for (const std::string_view text : {row.says, row.page}) {
            if (text.find("`giftbox ") != std::string_view::npos ||
                (text.find(" --") != std::string_view::npos && !row.key.starts_with("serve."))) {
                complain("names a command where none can be typed; that goes behind `$`");
            }
        }
    }
    return complaints;
}

/// Modules do not name commands; only the catalog and the command line do.
Complaints commandsInModules(const std::vector<SourceFile>& files)
{
    Complaints complaints;
    for (const SourceFile& file : files) {
        for (const Literal& literal : literalsOf(file.text)) {
            if (!file.path.starts_with("cli/") &&
                literal.value.find("`giftbox ") != std::string::npos) {
                complaints.push_back(place(file, literal.begin) + ": names a command");
            }
        }
    }
    return complaints;
}

/// No code parses a sentence.
Complaints sentencesTakenApart(const std::vector<SourceFile>& files)
{
    static const std::vector<std::string> looks = {"find", "starts_with", "ends_with", "substr",
                                                   "contains"};
    Complaints complaints;
    for (const SourceFile& file : files) {
        const std::string bare = masked(file.text, Keep::Code);
        for (const std::string& look : looks) {
            for (const std::string& text :
                 {"sentence()." + look, "what())." + look, "sentence." + look}) {
                for (const std::size_t at : placesOf(bare, text)) {
                    complaints.push_back(place(file, at) + ": looks into a sentence");
                }
            }
        }
    }
    return complaints;
}

TEST(TidyRefusals, AreMadeWithAllThatTheirSentencesName)
{
    EXPECT_EQ(listed(badlyMade(moduleFiles(), rowsOfCatalog())), "");
}

TEST(TidyRefusals, EveryRowOfTheCatalogIsWellFormedAndSaidSomewhere)
{
    EXPECT_EQ(listed(badRows(rowsOfCatalog())), "");
    EXPECT_EQ(listed(unusedRows(moduleFiles(), rowsOfCatalog())), "");
}

TEST(TidyRefusals, NameNoCommandInModulesAndAreNotTakenApart)
{
    EXPECT_EQ(listed(commandsInModules(moduleFiles())), "");
    EXPECT_EQ(listed(sentencesTakenApart(moduleFiles())), "");
}

TEST(TidyRefusals, WhatBreaksTheRulesIsFound)
{
    const Rows rows = {{.key = "a.b", .says = "{x}[ and {y}]", .when = "w", .then = "t"},
                       {.key = "a.c", .says = "see `giftbox a`"},
                       {.key = "a.c", .says = "b", .when = "w", .then = "t"},
                       {.key = "a.d/e", .kind = RefusalKind::Invalid, .says = "give --a"}};
    const SourceFile file{"a/a.cpp",
                          "throw Refusal(\"a.b\", {{\"x\", x}, {\"z\", z(1, 2)}});\n"
                          "throw Refusal(b ? \"a.b\" : \"a.x\", {{\"x\", x}, {\"y\", y}});\n"
                          "throw Refusal(\"a.c\").about(\"a.y\"); // Refusal(\"no.code\")\n"
                          "f(refusal.sentence().find(\"`giftbox a`\"));\n"};
    EXPECT_EQ(listed(badlyMade({file}, rows)), "a/a.cpp:1: a.b needs {y}\n"
                                               "a/a.cpp:1: a.b has no {z}\n"
                                               "a/a.cpp:2: a.x is not in the catalog\n");
    EXPECT_EQ(listed(unusedRows({file}, rows)), "foundation/refusals: nothing says a.d/e\n");
    EXPECT_EQ(listed(commandsInModules({file})), "a/a.cpp:4: names a command\n");
    EXPECT_EQ(listed(sentencesTakenApart({file})), "a/a.cpp:4: looks into a sentence\n");
    const std::string found = listed(badRows(rows));
    for (const char* what : {"a.b: needs a sentence", "a.c: names a command", "a.c: is there twice",
                             "a.d/e: stands before", "a.d/e: names a command",
                             "a.d/e: does not begin with a capital"}) {
        EXPECT_NE(found.find(what), std::string::npos) << what << " in " << found;
    }
}

/// A document, and the sections of the catalog that it has. docs/errors.md has those that no other has.
struct Explained {
    const char* document;
    std::vector<std::string> titles;
};
const std::vector<Explained> kExplained = {
    {"docs/errors-journal.md", {"The journal"}},
    {"docs/errors-purchasing.md",
     {"Suppliers and orders", "Deliveries, returns, freight and bills"}},
    {"docs/errors.md", {}}};

/// Takes the sections of these titles out of the text of the catalog; of no title, all that is left.
std::string taken(std::string& catalog, const std::vector<std::string>& titles)
{
    if (titles.empty()) {
        return catalog;
    }
    std::string sections;
    for (const std::string& title : titles) {
        const std::size_t begin = catalog.find("### " + title + "\n");
        EXPECT_NE(begin, std::string::npos) << title;
        const std::size_t next = catalog.find("\n### ", begin + 1);
        const std::size_t end = next == std::string::npos ? catalog.size() : next + 1;
        sections += catalog.substr(begin, end - begin);
        catalog.erase(begin, end - begin);
    }
    return sections;
}

TEST(TidyRefusals, AreExplainedInDocumentsThatAreMadeFromTheCatalog)
{
    std::string catalog = foundation::catalogDocument();
    for (const Explained& one : kExplained) {
        const auto path = root() / one.document;
        const std::string document = readFile(path);
        const std::string begin =
            "<!-- made from foundation/refusals; GIFTBOX_WRITE_DOCS=1 -->\n\n";
        const std::string end = "<!-- until here -->\n";
        const std::size_t from = document.find(begin) + begin.size();
        const std::size_t to = document.find(end);
        ASSERT_LE(from, to);
        ASSERT_NE(to, std::string::npos);
        const std::string sections = taken(catalog, one.titles);
        if (std::getenv("GIFTBOX_WRITE_DOCS") != nullptr) {
            std::ofstream(path, std::ios::binary)
                << document.substr(0, from) << sections << document.substr(to);
            continue;
        }
        EXPECT_EQ(document.substr(from, to - from), sections);
    }
}

} // namespace
} // namespace giftbox::tidy::refusals_test
