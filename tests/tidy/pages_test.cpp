#include "tests/tidy/source_tree.h"

#include <gtest/gtest.h>

namespace giftbox::tidy::pages_test {
namespace {

/// Whether a literal is part of HTML as templates write it, rather than something that a person reads.
bool isMarkup(const std::string& literal)
{
    constexpr std::array<std::string_view, 9> kMarks = {"</",       "href=\\\"",  "value=\\\"",
                                                        " id=\\\"", " name=\\\"", " class=\\\"",
                                                        "<option ", "<h1>",       "badge "};
    constexpr std::array<std::string_view, 2> kBegins = {"id=\\\"", "name=\\\""};
    const auto isIn = [&](std::string_view mark) {
        return literal.find(mark) != std::string::npos;
    };
    return std::ranges::any_of(kMarks, isIn) ||
           std::ranges::any_of(kBegins, [&](auto mark) { return literal.starts_with(mark); });
}

/// A test of a page looks at what it says and holds (tests/support/parsed_page.h). Its markup may change.
Complaints looksAtMarkup(const std::vector<SourceFile>& files, AllowList& exceptions)
{
    Complaints complaints;
    for (const SourceFile& file : files) {
        std::vector<std::size_t> places;
        for (const Literal& literal : literalsOf(file.text)) {
            if (isMarkup(literal.value)) {
                places.push_back(literal.begin);
            }
        }
        const std::string code = masked(file.text, Keep::Code);
        for (const char* word : {"body.find(", "bool holds("}) {
            const auto found = placesOf(code, word);
            places.insert(places.end(), found.begin(), found.end());
        }
        for (const std::size_t at : places) {
            if (!exceptions.allows(file.path)) {
                complaints.push_back(place(file, at) +
                                     ": a test asks a page with parsed(), not its HTML");
            }
        }
    }
    return complaints;
}

/// Of the tests of pages; those of HTTP and the API have none.
std::vector<SourceFile> testsOfPages()
{
    std::vector<SourceFile> files = filesUnder({"tests/web"}, {".h", ".cpp"});
    std::erase_if(files, [](const SourceFile& file) {
        return file.path.starts_with("tests/web/http/") || file.path.starts_with("tests/web/api/");
    });
    return files;
}

TEST(TidyPages, TestsLookAtParsedPages)
{
    AllowList allowed{
        {"tests/web/backup_test.cpp", "the health check answers in plain text"},
        {"tests/web/hostile_test.cpp", "its input is markup, and no answer may be a system file"},
        {"tests/web/journal_test.cpp", "it sends the parts of a form"},
        {"tests/web/picture_test.cpp", "it sends the parts of a form"},
        {"tests/web/recipients_seen_test.cpp", "files, too, must not tell of recipients"},
        {"tests/web/rights_test.cpp", "files, too, must not show items"},
        {"tests/web/site_test.cpp", "it types markup"},
        {"tests/web/uploads/reading_page_test.cpp", "it sends a form in parts"},
        {"tests/web/ui/html_test.cpp", "the subject is the HTML itself"},
        {"tests/web/ui/parsed_page_test.cpp", "the subject is the HTML itself"},
        {"tests/web/uploads/served_import_test.cpp", "it sends the parts of a form"},
        {"tests/web/uploads/import_test.cpp", "it sends the parts of a form"}};
    EXPECT_EQ(listed(looksAtMarkup(testsOfPages(), allowed)), "");
    EXPECT_EQ(listed(allowed.stale()), "");
}

TEST(TidyPages, ATestThatLooksAtMarkupIsFound)
{
    AllowList none{};
    const std::vector<SourceFile> bad = {
        {"tests/web/a.cpp",
         "page.body.find(word);\nsays(\"<dt>Bin</dt>\");\nf(\"id=\\\"e-sku\\\"\");\n"
         "bool holds(const Response& response);\nsays(\"id 7 <b>\");\n"}};
    EXPECT_EQ(listed(looksAtMarkup(bad, none)),
              "tests/web/a.cpp:2: a test asks a page with parsed(), not its HTML\n"
              "tests/web/a.cpp:3: a test asks a page with parsed(), not its HTML\n"
              "tests/web/a.cpp:1: a test asks a page with parsed(), not its HTML\n"
              "tests/web/a.cpp:4: a test asks a page with parsed(), not its HTML\n");
}

} // namespace
} // namespace giftbox::tidy::pages_test
