#include "tests/tidy/source_tree.h"

#include <gtest/gtest.h>

namespace giftbox::tidy {
namespace {

struct Include {
    std::string name; ///< what stands between the quotes or angle brackets
    bool quoted = false;
    std::size_t offset = 0;
};

std::vector<Include> includesOf(const SourceFile& file)
{
    const std::string code = masked(file.text, Keep::CodeAndLiterals);
    std::vector<Include> includes;
    for (const std::size_t at : placesOf(code, "#include")) {
        const std::size_t open = skipBlanks(code, at + std::string_view("#include").size());
        const bool quoted = code[open] == '"';
        const std::size_t close = code.find(quoted ? '"' : '>', open + 1);
        includes.push_back({code.substr(open + 1, close - open - 1), quoted, at});
    }
    return includes;
}

/// Every include of ours names a module from the root, and an arrow goes down only.
Complaints sidewaysIncludes(const std::vector<SourceFile>& files)
{
    Complaints complaints;
    for (const SourceFile& file : files) {
        const std::string from = moduleOf(file.path);
        for (const Include& include : includesOf(file)) {
            const std::string to = moduleOf(include.name);
            const bool fromRoot = to != include.name;
            if (include.quoted && !(fromRoot && to == from) &&
                !mayInclude().at(from).contains(to)) {
                complaints.push_back(place(file, include.offset) + ": " + from +
                                     " may not include " + include.name +
                                     (fromRoot ? "" : "; name it from the root"));
            }
        }
    }
    return complaints;
}

bool isQt(std::string_view header)
{
    return header.size() > 1 && header[0] == 'Q' && header[1] >= 'A' && header[1] <= 'Z';
}

/// Libraries stay behind the source files of one module: Qt, Boost, SQLite, libpq and utf8proc in foundation, libsodium in access,
/// CLI11 and libbsd in cli, CBC in program, Asio, Beast and nlohmann-json in web. The program that sets type has Qt too.
Complaints strayLibraries(const std::vector<SourceFile>& files)
{
    Complaints complaints;
    for (const SourceFile& file : files) {
        const bool isHeader = file.path.ends_with(".h");
        for (const Include& include : includesOf(file)) {
            const bool ofWeb = include.name.starts_with("boost/asio/") ||
                               include.name.starts_with("boost/beast/") ||
                               include.name.starts_with("openssl/") ||
                               include.name.starts_with("nlohmann/");
            const bool ofFoundation =
                !ofWeb && (include.name.starts_with("boost/") || isQt(include.name) ||
                           include.name == "sqlite3.h" || include.name == "libpq-fe.h" ||
                           include.name == "utf8proc.h");
            const bool ofCli = include.name.starts_with("CLI/") || include.name.starts_with("bsd/");
            const char* home = ofFoundation                        ? "foundation"
                               : include.name == "sodium.h"        ? "access"
                               : ofCli                             ? "cli"
                               : ofWeb                             ? "web"
                               : include.name.starts_with("coin/") ? "program"
                                                                   : nullptr;
            const std::string module = moduleOf(file.path);
            const bool isTypeset = isQt(include.name) && module == "typeset";
            if (home != nullptr && (isHeader || (module != home && !isTypeset))) {
                complaints.push_back(place(file, include.offset) + ": <" + include.name +
                                     "> may be seen by the .cpp files of " + home + " only");
            }
        }
    }
    return complaints;
}

Complaints badHeaders(const std::vector<SourceFile>& files)
{
    Complaints complaints;
    for (const SourceFile& file : files) {
        if (!file.path.ends_with(".h")) {
            continue;
        }
        if (!file.text.starts_with("#pragma once\n")) {
            complaints.push_back(file.path + ":1: expected #pragma once on the first line");
        }
        for (const std::size_t at : placesOf(masked(file.text, Keep::Code), "using namespace")) {
            complaints.push_back(place(file, at) + ": a header has no using namespace");
        }
    }
    return complaints;
}

/// The table under "## Modules": the folder in the first column, what it may include in the last.
std::map<std::string, std::set<std::string>> modulesOfDocument(const std::string& document)
{
    std::map<std::string, std::set<std::string>> table;
    bool inside = false;
    for (const std::string& line : linesOf(document)) {
        inside = line.starts_with("## ") ? line == "## Modules" : inside;
        if (!inside || !line.starts_with("| `")) {
            continue;
        }
        std::set<std::string>& allowed = table[line.substr(3, line.find_first_of("/`", 3) - 3)];
        std::size_t at = line.rfind('|', line.size() - 2);
        while ((at = line.find('`', at)) != std::string::npos) {
            const std::size_t end = line.find('`', at + 1);
            allowed.insert(line.substr(at + 1, end - at - 1));
            at = end + 1;
        }
    }
    return table;
}

TEST(TidyModules, IncludeOnlyWhatStandsBelowThem)
{
    EXPECT_EQ(listed(sidewaysIncludes(moduleFiles())), "");
}

TEST(TidyModules, AnArrowUpSidewaysOrWithoutItsFolderIsFound)
{
    const SourceFile bad{"inventory/bad.cpp", "#include \"inventory/item.h\"\n"
                                              "#include \"budget/cap.h\"\n"
                                              "#include \"gifting/box.h\"\n"
                                              "#include \"item.h\"\n"
                                              "// #include \"cli/parse.h\"\n"};
    EXPECT_EQ(listed(sidewaysIncludes({bad})),
              "inventory/bad.cpp:2: inventory may not include budget/cap.h\n"
              "inventory/bad.cpp:3: inventory may not include gifting/box.h\n"
              "inventory/bad.cpp:4: inventory may not include item.h; name it from the root\n");
}

TEST(TidyModules, KeepLibrariesInSourceFilesOfOneModule)
{
    EXPECT_EQ(listed(strayLibraries(moduleFiles())), "");
}

TEST(TidyModules, ALibraryInAHeaderOrInAnotherModuleIsFound)
{
    const SourceFile header{"foundation/bad.h", "#pragma once\n#include <QSqlQuery>\n"};
    const SourceFile stranger{"budget/bad.cpp", "#include <boost/any.hpp>\n#include <CLI/CLI.hpp>\n"
                                                "#include <queue>\n"};
    EXPECT_EQ(listed(strayLibraries({header, stranger})),
              "foundation/bad.h:2: <QSqlQuery> may be seen by the .cpp files of foundation only\n"
              "budget/bad.cpp:1: <boost/any.hpp> may be seen by the .cpp files of foundation only\n"
              "budget/bad.cpp:2: <CLI/CLI.hpp> may be seen by the .cpp files of cli only\n");
}

TEST(TidyModules, HeadersAreGuardedAndOpenNoNamespace)
{
    std::vector<SourceFile> headers = filesUnder({"tests"}, {".h"});
    headers.insert(headers.end(), moduleFiles().begin(), moduleFiles().end());
    EXPECT_EQ(listed(badHeaders(headers)), "");
}

TEST(TidyModules, AHeaderWithoutGuardOrWithAnOpenNamespaceIsFound)
{
    const SourceFile bad{"books/bad.h", "#include <string>\nusing namespace std;\n"};
    EXPECT_EQ(listed(badHeaders({bad})), "books/bad.h:1: expected #pragma once on the first line\n"
                                         "books/bad.h:2: a header has no using namespace\n");
}

TEST(TidyModules, AreTheFoldersThatTheArchitectureNames)
{
    EXPECT_EQ(modulesOfDocument(readFile(root() / "docs/ARCHITECTURE.md")), mayInclude());
    for (const std::string& module : modules()) {
        EXPECT_TRUE(std::filesystem::is_directory(root() / module)) << module;
    }
}

TEST(TidyModules, ATableOfModulesIsReadAsWritten)
{
    const std::string document =
        "| `before/` | | |\n## Modules\n\n| folder | is | may |\n"
        "| `a/` | uses `x` | |\n| `b/` | y | `a` `c` |\n## Next\n| `d/` | |\n";
    const std::map<std::string, std::set<std::string>> expected = {{"a", {}}, {"b", {"a", "c"}}};
    EXPECT_EQ(modulesOfDocument(document), expected);
}

TEST(TidyModules, EveryFolderWithSourcesIsAModule)
{
    const std::set<std::string> others = {"tests", "scripts", "build", ".git"};
    for (const auto& entry : std::filesystem::directory_iterator(root())) {
        const std::string folder = entry.path().filename().string();
        if (!entry.is_directory() || others.contains(folder) ||
            filesUnder({folder}, {".h", ".cpp"}).empty()) {
            continue;
        }
        EXPECT_TRUE(mayInclude().contains(folder)) << folder << " has C++ but is no module";
    }
}

} // namespace
} // namespace giftbox::tidy
