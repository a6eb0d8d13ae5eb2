#include "web/ui/template.h"

#include <gtest/gtest.h>

#include <stdexcept>

namespace giftbox::web::template_test {
namespace {

View named(const std::string& name)
{
    View view;
    view.text("name", name);
    return view;
}

TEST(Template, ShowsValuesEscaped)
{
    View view;
    view.text("a", "<b> & \"c\"").number("n", 1234567);
    EXPECT_EQ(Template("x {{a}} y {{n}}{{none}}.").render(view),
              "x &lt;b&gt; &amp; &quot;c&quot; y 1234567.");
    EXPECT_EQ(Template("").render(view), "");
    EXPECT_EQ(Template("{ {a} }} }").render(view), "{ {a} }} }");
}

TEST(Template, ShowsASectionForWhatThereIsAndItsInverseForWhatThereIsNot)
{
    View view;
    view.text("word", "w").text("empty", "").flag("yes", true).flag("no", false);
    view.list("none", {}).list("some", {named("1"), named("2")});
    for (const char* shown : {"word", "yes", "some"}) {
        const std::string name = shown;
        EXPECT_NE(Template("{{#" + name + "}}x{{/" + name + "}}").render(view), "") << name;
        EXPECT_EQ(Template("{{^" + name + "}}x{{/" + name + "}}").render(view), "") << name;
    }
    for (const char* hidden : {"empty", "no", "none", "unknown"}) {
        const std::string name = hidden;
        EXPECT_EQ(Template("{{#" + name + "}}x{{/" + name + "}}").render(view), "") << name;
        EXPECT_EQ(Template("{{^" + name + "}}x{{/" + name + "}}").render(view), "x") << name;
    }
}

TEST(Template, ShowsAListOnceForEachAndLooksUpInTheInnermostViewThatKnows)
{
    View outer = named("outer");
    View row = named("row");
    row.list("cells", {named("a"), View()});
    outer.text("only", "o").list("rows", {row, View()});
    EXPECT_EQ(
        Template("{{#rows}}[{{name}} {{only}}{{#cells}}({{name}}){{/cells}}]{{/rows}}{{name}}")
            .render(outer),
        "[row o(a)(row)][outer o]outer");
}

TEST(Template, WithTheSameSectionWithinItselfEndsWhereItShould)
{
    View inner = named("inner");
    View view;
    view.list("a", {inner});
    EXPECT_EQ(Template("{{#a}}1{{^a}}2{{/a}}{{#name}}3{{/name}}{{/a}}4").render(view), "134");
}

TEST(Template, IsRefusedWhereItIsNotWhole)
{
    for (const char* text :
         {"{{a", "{{#a}}", "{{^a}}x", "{{/a}}", "{{#a}}{{/b}}", "{{#a}}{{#b}}{{/a}}{{/b}}", "{{}}",
          "{{#}}x{{/}}", "{{{a}}}", "{{&a}}", "{{> a}}", "{{!a}}", "{{=a}}"}) {
        EXPECT_THROW(Template{text}, std::logic_error) << text;
    }
}

} // namespace
} // namespace giftbox::web::template_test
