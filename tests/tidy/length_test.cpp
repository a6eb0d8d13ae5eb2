#include "tests/tidy/source_tree.h"

#include <gtest/gtest.h>

namespace giftbox::tidy::length_test {
namespace {

constexpr std::size_t kLongestFile = 450;
constexpr std::size_t kLongestFunction = 50;
constexpr std::ptrdiff_t kLongestLine = 120;

Complaints longFiles(const std::vector<SourceFile>& files)
{
    Complaints complaints;
    for (const SourceFile& file : files) {
        const std::size_t lines = linesOf(file.text).size();
        if (lines > kLongestFile) {
            complaints.push_back(file.path + ": " + std::to_string(lines) + " lines, at most " +
                                 std::to_string(kLongestFile) + "; take it apart");
        }
    }
    return complaints;
}

/// In formatted code, the opening brace of a function is alone on its line, like only that of a bare block.
Complaints longFunctions(const std::vector<SourceFile>& files, AllowList& tables)
{
    Complaints complaints;
    for (const SourceFile& file : files) {
        const std::string code = masked(file.text, Keep::Code);
        for (std::size_t at = code.find('{'); at != std::string::npos;
             at = code.find('{', at + 1)) {
            const std::size_t lineBegin = at == 0 ? 0 : code.rfind('\n', at - 1) + 1;
            const bool alone = skipBlanks(code, lineBegin) == at && code[at + 1] == '\n';
            if (!alone) {
                continue;
            }
            const std::size_t end = endOfBracket(code, at);
            const auto lines =
                1 + std::count(code.begin() + static_cast<std::ptrdiff_t>(at),
                               code.begin() + static_cast<std::ptrdiff_t>(end), '\n');
            if (static_cast<std::size_t>(lines) > kLongestFunction && !tables.allows(file.path)) {
                complaints.push_back(place(file, at) + ": a function of " + std::to_string(lines) +
                                     " lines, at most " + std::to_string(kLongestFunction) +
                                     "; take it apart");
            }
        }
    }
    return complaints;
}

/// In characters, not bytes.
Complaints longLines(const std::vector<SourceFile>& files)
{
    Complaints complaints;
    for (const SourceFile& file : files) {
        int number = 0;
        for (const std::string& line : linesOf(file.text)) {
            ++number;
            const auto columns =
                std::ranges::count_if(line, [](char c) { return (c & 0xC0) != 0x80; });
            if (columns > kLongestLine) {
                complaints.push_back(file.path + ":" + std::to_string(number) + ": " +
                                     std::to_string(columns) + " columns, at most " +
                                     std::to_string(kLongestLine) + "; break it");
            }
        }
    }
    return complaints;
}

/// All files with free line breaks. Left out are files whose lines have a meaning (templates, refusals, scenarios,
/// samples, inputs of fuzz targets), documents, frozen migrations, and data.
std::vector<SourceFile> code()
{
    std::vector<std::string> folders = outermost(modules());
    folders.insert(folders.end(), {"scripts", "tests"});
    std::vector<SourceFile> files =
        filesUnder(folders, {".h", ".cpp", ".c", ".sql", ".py", ".js", ".css", ".svg", ".cmake",
                             "CMakeLists.txt"});
    for (SourceFile& script :
         filesUnder({".ci", "scripts", "data/samples", "tests/browser"}, {""})) {
        if (!std::filesystem::path(script.path).has_extension()) {
            files.push_back(std::move(script));
        }
    }
    files.push_back({"CMakeLists.txt", readFile(root() / "CMakeLists.txt")});
    return files;
}

std::string repeated(const std::string& line, std::size_t times)
{
    std::string all;
    for (std::size_t i = 0; i < times; ++i) {
        all += line;
    }
    return all;
}

TEST(TidyLength, NoFileIsTooLong)
{
    std::vector<std::string> folders = modules();
    folders.insert(folders.end(), {"tests", "scripts", "docs", "data/migrations", "web/assets"});
    const std::vector<SourceFile> files =
        filesUnder(folders, {".h", ".cpp", ".c", ".sql", ".py", ".md", ".txt", ".js", ".css"});
    EXPECT_EQ(listed(longFiles(files)), "");
}

TEST(TidyLength, AFileThatIsTooLongIsFound)
{
    EXPECT_EQ(listed(longFiles({{"a/good.cpp", repeated("x\n", kLongestFile)},
                                {"a/bad.cpp", repeated("x\n", kLongestFile + 1)}})),
              "a/bad.cpp: 451 lines, at most 450; take it apart\n");
}

TEST(TidyLength, NoLineIsTooLong) { EXPECT_EQ(listed(longLines(code())), ""); }

TEST(TidyLength, ALineThatIsTooLongIsFound)
{
    const std::string longest = repeated("\u00e9", kLongestLine);
    const SourceFile good{"a/good.sql", longest + "\n"};
    const SourceFile bad{"a/bad.sql", "x\n" + longest + "x\n"};
    EXPECT_EQ(listed(longLines({good, bad})), "a/bad.sql:2: 121 columns, at most 120; break it\n");
}

TEST(TidyLength, NoFunctionIsTooLong)
{
    AllowList tables{{"operations/boxes.cpp", "tables, a row an operation"},
                     {"operations/items.cpp", "tables, a row an operation"},
                     {"operations/money.cpp", "tables, a row an operation"},
                     {"operations/notes.cpp", "tables, a row an operation"},
                     {"operations/recipes.cpp", "tables, a row an operation"},
                     {"operations/recipients.cpp", "tables, a row an operation"},
                     {"operations/selection.cpp", "tables, a row an operation"},
                     {"operations/receipts.cpp", "tables, a row an operation"}};
    EXPECT_EQ(listed(longFunctions(moduleFiles(), tables)), "");
    EXPECT_EQ(listed(tables.stale()), "");
}

TEST(TidyLength, AFunctionThatIsTooLongIsFound)
{
    AllowList none{};
    const std::string longest = repeated("    x(\"}\");\n", kLongestFunction - 2);
    const SourceFile good{"a/good.cpp", "namespace a {\nvoid f()\n{\n" + longest + "}\n}\n"};
    const SourceFile bad{"a/bad.cpp", "void f()\n{\n    if (a) {\n    }\n" + longest + "}\n"};
    EXPECT_EQ(listed(longFunctions({good, bad}, none)),
              "a/bad.cpp:2: a function of 52 lines, at most 50; take it apart\n");
}

} // namespace
} // namespace giftbox::tidy::length_test
