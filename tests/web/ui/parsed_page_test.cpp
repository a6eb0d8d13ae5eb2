#include "tests/support/parsed_page.h"

namespace giftbox::tests::parsed_page_test {
namespace {

std::string page(const std::string& body)
{
    return "<!doctype html>\n<html lang=\"en\">\n<head>\n<title>T</title>\n</head>\n<body>\n" +
           body + "\n</body>\n</html>\n";
}

std::string complaintsOf(const std::string& body) { return ParsedPage(page(body)).complaints(); }

TEST(ParsedPage, ComplainsAboutHtmlThatIsNotClean)
{
    EXPECT_EQ(complaintsOf("<p id=\"a\">One &amp; two</p><p id=\"b\"><br></p>"), "");
    for (const char* body :
         {"<p>One", "<p>One<div>two</div></p>", "<ul><li>a<li>b</ul>", "a & b &lt c",
          "<p class=\"a\" class=\"b\">c</p>", "<b>a<i>b</b></i>", "</section>",
          "<table><tr><td>a</td></tr></table>", "<form><form></form></form>"}) {
        EXPECT_NE(complaintsOf(body), "") << body;
    }
    EXPECT_NE(ParsedPage("<p>no page</p>").complaints(), "");
    EXPECT_NE(ParsedPage("").complaints(), "");
}

TEST(ParsedPage, ComplainsAboutIdsAndFieldsThatNobodyCanName)
{
    EXPECT_EQ(complaintsOf("<p id=\"a\"></p><i id=\"a\"></i>"), "twice: id a\n");
    EXPECT_EQ(complaintsOf("<p aria-describedby=\"x\"></p>"), "aria-describedby of no id: x\n");
    EXPECT_EQ(complaintsOf("<input name=\"sku\">"), "no label: field sku\n");
    for (const char* named :
         {"<input type=\"hidden\" name=\"sku\">", "<label>SKU <input name=\"sku\"></label>",
          "<label for=\"s\">SKU</label><input id=\"s\" name=\"sku\">"}) {
        EXPECT_EQ(complaintsOf(named), "") << named;
    }
}

TEST(ParsedPage, ComplainsAboutWhateverCouldRun)
{
    for (const char* body :
         {"<script>alert(1)</script>", "<script src=\"https://evil/x.js\"></script>",
          "<script src=\"/assets/page.js\">alert(1)</script>", "<p onclick=\"alert(1)\">a</p>",
          "<img src=\"x\" onerror=\"alert(1)\" alt=\"\">", "<a href=\"javascript:alert(1)\">a</a>",
          "<a href=\"//evil\">a</a>", "<a href=\"/\\evil\">a</a>", "<iframe src=\"/a\"></iframe>",
          "<form action=\"https://evil\"></form>"}) {
        EXPECT_NE(complaintsOf(body), "") << body;
    }
    for (const char* body :
         {"<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>", "<a href=\"/s/A\">a</a>",
          "<a href=\"#main\">a</a>", "<script src=\"/assets/a.js\"></script>"}) {
        EXPECT_EQ(complaintsOf(body), "") << body;
    }
}

TEST(ParsedPage, SaysWhatAPersonReads)
{
    const ParsedPage shown(page("<h1>Box 7 <span class=\"badge\">given</span></h1><p>A\n <b>b</b>c"
                                "</p><p hidden>secret</p><!-- remark --><p title=\"tip\">d</p>"));
    EXPECT_EQ(shown.title(), "T");
    EXPECT_EQ(shown.heading(), "Box 7 given");
    EXPECT_EQ(shown.text(), "Box 7 given A bc d");
    EXPECT_TRUE(shown.says("A bc"));
    EXPECT_TRUE(shown.says("given A")) << "one space between words, whatever is between them";
    for (const char* unseen : {"secret", "remark", "tip"}) {
        EXPECT_FALSE(shown.says(unseen)) << unseen;
        EXPECT_TRUE(shown.mentions(unseen)) << unseen;
    }
    EXPECT_FALSE(shown.mentions("nothing of it"));
}

TEST(ParsedPage, KnowsFactsLinksAndCells)
{
    const ParsedPage shown(page(
        "<dl><div><dt>On hand</dt><dd>5</dd></div><dt>Cost</dt><dd>1.00</dd></dl><a "
        "href=\"/a?b=1&amp;"
        "c=2\">Back</a><table><thead><tr><th>SKU</th><th>Units</th></tr></thead><tbody><tr><td>HAT"
        "</td><td>3</td></tr><tr><td>CAP</td><td>4</td></tr></tbody></table>"));
    EXPECT_EQ(shown.fact("On hand"), "5");
    EXPECT_EQ(shown.fact("Cost"), "1.00");
    EXPECT_FALSE(shown.hasFact("Name"));
    EXPECT_THROW((void)shown.fact("Name"), std::runtime_error);
    EXPECT_EQ(shown.link("Back"), "/a?b=1&c=2");
    EXPECT_TRUE(shown.linksTo("/a?b=1&c=2"));
    EXPECT_FALSE(shown.hasLink("Forward"));
    EXPECT_EQ(shown.cell("CAP", "Units"), "4");
    EXPECT_EQ(shown.column("SKU"), (std::vector<std::string>{"HAT", "CAP"}));
    EXPECT_THROW((void)shown.cell("PEN", "Units"), std::runtime_error);
    EXPECT_THROW((void)shown.column("Price"), std::runtime_error);
}

constexpr const char* kForm = R"(<form method="post" action="/do">
<label for="u">Units</label><input id="u" name="units" value="12" aria-describedby="eu">
<p id="eu" role="alert">Too many.</p>
<label>Kind <select name="kind"><option value="a">A</option><option value="b" selected>B</option></select></label>
<label>First <select name="first"><option value="x">X</option><option value="y">Y</option></select></label>
<label><input type="checkbox" name="confirm" value="yes"> Sure</label>
<label><input type="radio" name="pick" value="1"> One</label>
<label><input type="radio" name="pick" value="2" checked> Two</label>
<label>Note <textarea name="note">
line &lt;1&gt;</textarea></label>
<fieldset aria-describedby="el"><legend>Items</legend><p id="el" role="alert">No lines.</p>
<label>Item 1 <span><input name="sku" value="HAT" list="items"><span>A hat</span></span></label>
<label>Item 2 <input name="sku" value="" list="items"></label></fieldset>
<datalist id="items"><option value="HAT" data-barcode="40">A hat (3)</option></datalist></form>)";

TEST(ParsedPage, KnowsWhatAFormHolds)
{
    const ParsedPage shown(page(kForm));
    EXPECT_EQ(shown.complaints(), "");
    EXPECT_EQ(shown.value("units"), "12");
    EXPECT_EQ(shown.value("note"), "line <1>");
    EXPECT_EQ(shown.value("confirm"), "");
    EXPECT_FALSE(shown.isChecked("confirm"));
    EXPECT_EQ(shown.chosen("kind"), "b");
    EXPECT_EQ(shown.chosen("pick"), "2");
    EXPECT_EQ(shown.value("first"), "x") << "what a browser sends";
    EXPECT_THROW((void)shown.chosen("first"), std::runtime_error) << "nothing is selected";
    EXPECT_EQ(shown.values("sku"), (std::vector<std::string>{"HAT", ""}));
    EXPECT_THROW((void)shown.value("sku"), std::runtime_error) << "which?";
    EXPECT_EQ(shown.label("units"), "Units");
    EXPECT_EQ(shown.valueOfLabel("Units"), "12");
    EXPECT_EQ(shown.option("kind", "a").text, "A");
    EXPECT_EQ(shown.option("pick", "1").text, "One");
    EXPECT_EQ(shown.option("sku", "HAT").barcode, "40");
    EXPECT_FALSE(shown.offers("kind", "c"));
    EXPECT_EQ(shown.found("sku"), "A hat");
    EXPECT_THROW((void)shown.value("none"), std::runtime_error);
}

TEST(ParsedPage, KnowsWhatIsWrongAtWhichField)
{
    const ParsedPage shown(page(kForm));
    EXPECT_EQ(shown.fault("units"), "Too many.");
    EXPECT_EQ(shown.fault("Items"), "No lines.");
    EXPECT_EQ(shown.fault("kind"), "");
    EXPECT_TRUE(shown.refuses("units", "many"));
    EXPECT_FALSE(shown.refuses("units", "few"));
    EXPECT_FALSE(shown.refuses("kind"));
    EXPECT_THROW((void)shown.fault("none"), std::runtime_error);
}

TEST(ParsedPage, KnowsItsForms)
{
    const auto forms = ParsedPage(page(kForm)).forms();
    ASSERT_EQ(forms.size(), 1U);
    EXPECT_EQ(forms[0].method, "post");
    EXPECT_EQ(forms[0].action, "/do");
    ASSERT_EQ(forms[0].fields.size(), 9U);
    EXPECT_EQ(forms[0].fields[0].name, "units");
    EXPECT_EQ(forms[0].fields[0].type, "text");
    EXPECT_EQ(forms[0].fields[1].value, "b");
    EXPECT_TRUE(ParsedPage(page(kForm)).sendsTo("/do"));
}

} // namespace
} // namespace giftbox::tests::parsed_page_test
