#include "tests/tidy/source_tree.h"

#include <gtest/gtest.h>

#include <cctype>

namespace giftbox::tidy::addresses_test {
namespace {

/// Without the marks of sections: `{{^in_store}}/{{/in_store}}` becomes `/`.
std::string withoutSections(std::string text)
{
    for (auto at = text.find("{{"); at != std::string::npos; at = text.find("{{", at)) {
        const bool isMark = std::string_view("#^/").find(text[at + 2]) != std::string_view::npos;
        const auto end = std::min(text.find("}}", at), text.size() - 2);
        isMark ? void(text.erase(at, end + 2 - at)) : void(at = end + 2);
    }
    return text;
}

/// The attributes, strings and style of a page that name a path of the host. A site below a path would lead out of it.
Complaints pathsOfTheHost(const std::vector<SourceFile>& files)
{
    Complaints complaints;
    for (const SourceFile& file : files) {
        const std::string text = withoutSections(file.text);
        for (const char* start : {"=\"/", "(\"/", "('/", "(`/", "(/", " \"/", " '/", " `/"}) {
            for (auto at = text.find(start); at != std::string::npos;
                 at = text.find(start, at + 1)) {
                const char next = text[at + std::string_view(start).size()];
                const bool isPath = std::isalnum(static_cast<unsigned char>(next)) != 0 ||
                                    (next == '"' && *start == '=');
                // A regular expression begins with a slash too.
                if (isPath && (start != std::string_view("(/") || file.path.ends_with(".css"))) {
                    complaints.push_back(file.path + ": " + text.substr(at + 1, 30) +
                                         " is a path of the host; begin it with {{site}} or an "
                                         "address that the page is given");
                }
            }
        }
    }
    return complaints;
}

TEST(TidyAddresses, NoTemplateScriptOrStyleWritesAPathOfTheHost)
{
    const auto files = filesUnder({"web/templates", "web/assets"}, {".html", ".js", ".css"});
    EXPECT_GT(files.size(), 20U);
    EXPECT_EQ(listed(pathsOfTheHost(files)), "");
}

TEST(TidyAddresses, APathOfTheHostIsFound)
{
    const std::vector<SourceFile> bad = {
        {"web/templates/a.html", "<a href=\"/login\"><form action=\"{{#x}}{{y}}{{/x}}{{^x}}/z\">"},
        {"web/templates/b.html", "<a href=\"/\">"},
        {"web/assets/c.js", "fetch(\"/api/v1\"); const a = '/s/NORTH'; b(`/s/${x}`);"},
        {"web/assets/d.css", "a { background: url(/assets/x.svg); }"}};
    EXPECT_EQ(pathsOfTheHost(bad).size(), 6U);
    const std::vector<SourceFile> good = {
        {"web/templates/a.html", "<a href=\"{{site}}/login\"><a href=\"{{base}}/x\"> and/or </a>"},
        {"web/assets/c.js", "x.replace(/[a]/g, \"\"); text.split(/x/); // a/b"}};
    EXPECT_EQ(listed(pathsOfTheHost(good)), "");
}

/// Paths of the site that code writes itself. `place(` makes the address of one.
Complaints pathsWithoutPlace(const std::vector<SourceFile>& files, AllowList& exceptions)
{
    Complaints complaints;
    for (const SourceFile& file : files) {
        for (const Literal& literal : literalsOf(file.text)) {
            const std::string_view before = std::string_view(file.text).substr(0, literal.begin);
            const auto last = before.find_last_not_of(" \n");
            const bool isContinued = last != std::string_view::npos && before[last] == '+';
            const bool isPlaced = isContinued || before.ends_with("place(") ||
                                  before.ends_with("append(") ||
                                  before.ends_with("empty() ? \"\" : ");
            if (literal.value.starts_with('/') && !isPlaced &&
                !exceptions.allows(file.path + " " + literal.value)) {
                complaints.push_back(place(file, literal.begin) + ": \"" + literal.value +
                                     "\" is a path of the site; RequestContext::place makes its "
                                     "address");
            }
        }
    }
    return complaints;
}

TEST(TidyAddresses, OnePlaceMakesThem)
{
    AllowList allowed{
        {"web/ui/assets.cpp /assets/", "a path, of which the page makes the address"},
        {"web/pages/login_pages.cpp /s/", "a path, which is compared"},
        {"web/pages/login_pages.cpp /", "a path, of which the login makes the address"}};
    EXPECT_EQ(listed(pathsWithoutPlace(filesUnder({"web/ui", "web/pages"}, {".cpp"}), allowed)),
              "");
    EXPECT_EQ(listed(allowed.stale()), "");
}

TEST(TidyAddresses, APathWithoutItsPlaceIsFound)
{
    AllowList none{};
    const std::vector<SourceFile> files = {
        {"web/pages/a.cpp",
         "return redirectTo(\"/login\");\nredirectTo(context.place(\"/login\"));\n"
         "context.address(\"boxes\") + \"/x\";\npage.back = \"/\";\n"}};
    EXPECT_EQ(pathsWithoutPlace(files, none).size(), 2U);
}

} // namespace
} // namespace giftbox::tidy::addresses_test
