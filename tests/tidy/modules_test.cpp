#include "tests/tidy/source_tree.h"

#include <gtest/gtest.h>

namespace giftbox::tidy::modules_test {
namespace {

struct Include {
    std::string name; ///< the path between the quotes or angle brackets
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

/// Each of our includes names a module from the root and goes down only.
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

/// Library headers with this prefix may be included only by source files in these folders, never by headers.
struct Library {
    std::string_view begins;
    std::vector<std::string_view> homes;
};

/// The first match counts.
const std::vector<Library>& libraries()
{
    static const std::vector<Library> all = {
        {"boost/asio/", {"web/http/"}},
        {"boost/beast/", {"web/http/"}},
        {"openssl/", {"web/http/"}},
        {"nlohmann/", {"foundation/", "gifting/solver/", "web/ui/", "web/api/"}},
        {"boost/", {"foundation/"}},
        {"sqlite3.h", {"foundation/database/"}},
        {"libpq-fe.h", {"foundation/database/"}},
        {"QSql", {"foundation/database/"}},
        {"utf8proc.h", {"foundation/"}},
        {"sodium.h", {"access/"}},
        {"CLI/", {"cli/"}},
        {"bsd/", {"cli/"}},
        {"coin/", {"gifting/solver/"}},
        {"expat.h", {"exchange/workbook/"}},
        {"zip.h", {"exchange/workbook/", "foundation/"}}};
    return all;
}

std::vector<std::string_view> homesOf(const std::string& header)
{
    const auto found = std::ranges::find_if(
        libraries(), [&](const Library& library) { return header.starts_with(library.begins); });
    return found != libraries().end() ? found->homes
           : isQt(header)             ? std::vector<std::string_view>{"foundation/", "typeset/"}
                                      : std::vector<std::string_view>();
}

Complaints strayLibraries(const std::vector<SourceFile>& files)
{
    Complaints complaints;
    for (const SourceFile& file : files) {
        for (const Include& include : includesOf(file)) {
            const auto homes =
                include.quoted ? std::vector<std::string_view>() : homesOf(include.name);
            const bool isHome = !file.path.ends_with(".h") &&
                                std::ranges::any_of(homes, [&](std::string_view home) {
                                    return file.path.starts_with(home);
                                });
            if (!homes.empty() && !isHome) {
                complaints.push_back(place(file, include.offset) + ": <" + include.name +
                                     "> may be seen by the .cpp files of " +
                                     std::string(homes.front()) + " only");
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

/// A header and its source file are one unit, named without extension. Lists the units that each includes from its
/// folder.
Modules unitsOf(const std::vector<SourceFile>& files)
{
    Modules units;
    const auto unitOf = [](const std::string& path) { return path.substr(0, path.rfind('.')); };
    for (const SourceFile& file : files) {
        for (const Include& include : includesOf(file)) {
            if (include.quoted && moduleOf(include.name) == moduleOf(file.path) &&
                unitOf(include.name) != unitOf(file.path)) {
                units[unitOf(file.path)].insert(unitOf(include.name));
            }
        }
    }
    return units;
}

/// Repeatedly removes units without remaining includes; the rest are in circles, or lead to one.
Complaints circles(Modules units)
{
    const auto standsOnNothing = [&](const std::string& unit) {
        const auto found = units.find(unit);
        return found == units.end() || found->second.empty();
    };
    for (std::size_t before = units.size() + 1; before != units.size();) {
        before = units.size();
        for (auto& [unit, below] : units) {
            std::erase_if(below, standsOnNothing);
        }
        std::erase_if(units, [](const auto& unit) { return unit.second.empty(); });
    }
    Complaints complaints;
    for (const auto& [unit, below] : units) {
        complaints.push_back(unit + " is in a circle, or leads to one, by " + *below.begin());
    }
    return complaints;
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

TEST(TidyModules, HaveNoCircleOfFilesInside)
{
    EXPECT_EQ(listed(circles(unitsOf(moduleFiles()))), "");
}

TEST(TidyModules, ACircleInAFolderIsFound)
{
    const SourceFile box{"gifting/box.cpp",
                         "#include \"gifting/box.h\"\n#include \"gifting/box_row.h\"\n"};
    const SourceFile row{"gifting/box_row.h",
                         "#include \"gifting/box.h\"\n#include \"books/books.h\"\n"};
    const SourceFile edge{"gifting/give_box.h", "#include \"gifting/box.h\"\n"};
    EXPECT_EQ(listed(circles(unitsOf({box, row}))),
              "gifting/box is in a circle, or leads to one, by gifting/box_row\n"
              "gifting/box_row is in a circle, or leads to one, by gifting/box\n");
    EXPECT_EQ(listed(circles(unitsOf({box, edge}))), "");
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
    EXPECT_EQ(
        listed(strayLibraries({header, stranger})),
        "foundation/bad.h:2: <QSqlQuery> may be seen by the .cpp files of foundation/database/ "
        "only\n"
        "budget/bad.cpp:1: <boost/any.hpp> may be seen by the .cpp files of foundation/ only\n"
        "budget/bad.cpp:2: <CLI/CLI.hpp> may be seen by the .cpp files of cli/ only\n");
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

TEST(TidyModules, ATableOfModulesIsReadAsWritten)
{
    const std::string document =
        "| `before/` | | |\n## Modules\n\n| folder | is | stands on |\n"
        "| `a/` | uses `x` | |\n| `a/b/` | y | `a` `c` |\n## Next\n| `d/` | |\n";
    const Modules expected = {{"a", {}}, {"a/b", {"a", "c"}}};
    EXPECT_EQ(modulesOfDocument(document), expected);
}

/// The folders that contain C++, without those outside modules.
std::set<std::string> foldersWithSources()
{
    const std::set<std::string> others = {"tests", "scripts", "build", ".git"};
    std::set<std::string> folders;
    for (const auto& entry : std::filesystem::directory_iterator(root())) {
        const std::string top = entry.path().filename().string();
        if (entry.is_directory() && !others.contains(top)) {
            for (const SourceFile& file : filesUnder({top}, {".h", ".cpp"})) {
                folders.insert(file.path.substr(0, file.path.rfind('/')));
            }
        }
    }
    return folders;
}

TEST(TidyModules, AreTheFoldersThatTheArchitectureNames)
{
    std::set<std::string> named;
    for (const std::string& module : modules()) {
        named.insert(module);
    }
    EXPECT_EQ(named, foldersWithSources());
}

} // namespace
} // namespace giftbox::tidy::modules_test
