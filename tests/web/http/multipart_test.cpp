#include "foundation/refusal.h"
#include "web/http/form.h"
#include "web/http/multipart.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace giftbox::web::multipart_test {
namespace {

using foundation::Refusal;

std::string partText(const std::string& rest, const std::string& content)
{
    return "Content-Disposition: form-data; " + rest + "\r\n\r\n" + content;
}

std::string multipart(const std::vector<std::string>& parts)
{
    std::string body;
    for (const std::string& part : parts) {
        body += "--X\r\n" + part + "\r\n";
    }
    return body + "--X--\r\n";
}

std::string sentenceOf(const std::string& body, const std::string& boundary = "X")
{
    try {
        (void)parseMultipart(body, boundary);
        return "";
    } catch (const Refusal& refusal) {
        EXPECT_EQ(refusal.code(), "form.malformed");
        return refusal.sentence();
    }
}

RC_GTEST_PROP(ParseMultipart, GivesBackWhatWasSent, ())
{
    const auto content =
        rc::gen::container<std::string>(rc::gen::element('a', '\r', '\n', '-', 'X', '"', '\0'));
    const auto contents = *rc::gen::container<std::vector<std::string>>(content);
    RC_PRE(contents.size() <= 64U);
    std::vector<std::string> parts;
    for (const std::string& one : contents) {
        RC_PRE(("\r\n" + one).find("\r\n--X") == std::string::npos);
        parts.push_back(partText("name=\"f\"", one));
    }
    const std::string body = multipart(parts);
    const std::vector<Part> read = parseMultipart(body, "X");
    RC_ASSERT(read.size() == contents.size());
    for (std::size_t i = 0; i < read.size(); ++i) {
        RC_ASSERT(read[i].content == contents[i]);
    }
}

RC_GTEST_PROP(ParseMultipart, RefusesOrReadsWhateverIsSent, ())
{
    const auto bytes = *rc::gen::container<std::vector<std::string>>(rc::gen::element<std::string>(
        "--X", "\r\n", "--", "Content-Disposition:", " form-data", "; name=", "\"", "a",
        "; filename=", "Content-Type: text/csv", "\xff", ":", "="));
    std::string body = "--X";
    for (const std::string& one : bytes) {
        body += one;
    }
    try {
        for (const Part& part : parseMultipart(body, "X")) {
            RC_ASSERT(!part.name.empty());
        }
    } catch (const Refusal& refusal) {
        RC_ASSERT(refusal.code() == "form.malformed");
    }
}

TEST(ParseMultipart, ReadsAFileAsItStands)
{
    const std::string body =
        multipart({partText("name=\"what\"", "items"),
                   "content-disposition: form-data; name=\"file\"; filename=\"a%22b\\c.csv\"\r\n"
                   "Content-Type: text/csv\r\n\r\nsku,\xff\r\n--Y\r\n"});
    const std::vector<Part> parts = parseMultipart(body, "X");
    ASSERT_EQ(parts.size(), 2U);
    EXPECT_EQ(parts[0].content, "items");
    EXPECT_EQ(parts[1].fileName, "a\"b\\c.csv");
    EXPECT_EQ(parts[1].content, "sku,\xff\r\n--Y\r\n");
    const Form form = parseMultipartForm(body, "X");
    EXPECT_EQ(form.text("what"), "items");
    ASSERT_NE(form.upload("file"), nullptr);
    EXPECT_EQ(form.upload("file")->content, parts[1].content);
}

TEST(ParseMultipart, RefusesWhatIsCutShort)
{
    const std::string whole = multipart({partText("name=\"a\"", "v"), partText("name=\"b\"", "w")});
    for (std::size_t size = 0; size < whole.size() - 2; ++size) { // the last line end is optional
        EXPECT_NE(sentenceOf(whole.substr(0, size)), "") << size;
    }
    EXPECT_EQ(sentenceOf(whole.substr(0, whole.size() - 2)), "");
}

TEST(ParseMultipart, RefusesABoundaryThatLies)
{
    const std::string whole = multipart({partText("name=\"a\"", "v")});
    EXPECT_NE(sentenceOf(whole, "Y"), "");
    EXPECT_NE(sentenceOf(whole, ""), "");
    EXPECT_NE(sentenceOf("--\r\n", ""), "");
    EXPECT_NE(sentenceOf(whole, "X\r\n"), "");
    EXPECT_NE(sentenceOf("x", std::string(71, 'b')), "");
    EXPECT_NE(sentenceOf("before it\r\n" + whole), "");
    EXPECT_NE(sentenceOf(whole + "and after it"), "");
    EXPECT_NE(sentenceOf("--X \r\n" + partText("name=\"a\"", "v") + "\r\n--X--"), "");
}

TEST(ParseMultipart, RefusesPartsThatNoBrowserSends)
{
    const std::string file = partText("name=\"f\"; filename=\"a.csv\"", "");
    for (const std::string& bad :
         {std::string("\r\nv"), std::string("\r\n\r\nv"),
          std::string("Content-Disposition: form-data\r\n\r\nv"), partText("name=\"\"", "v"),
          partText("name=\"a", "v"), partText("name=\"a\"b", "v"),
          partText("name=\"a\"; name=\"b\"", "v"), partText("name=\"\xff\"", "v"),
          partText("name=\"" + std::string(1, '\0') + "\"", "v"),
          partText("name=\"" + std::string(1025, 'a') + "\"", "v"),
          partText("name=\"a\"; filename*=UTF-8''x.csv", "v"),
          partText("name=\"a\"; filename=\"\xff\"", "v"),
          std::string("Content-Disposition: attachment; name=\"a\"\r\n\r\nv"),
          partText("name=\"a\"\r\nContent-Transfer-Encoding: base64", "djw="),
          partText("name=\"a\"\r\nContent-Encoding: gzip", "v"),
          partText("name=\"a\"\r\nContent-Disposition: form-data; name=\"b\"", "v"),
          partText("name=\"a\"\r\nContent-Type: text/" + std::string(5000, 'x'), "v"),
          std::string("Content-Type: text/csv\r\n\r\nv")}) {
        EXPECT_NE(sentenceOf(multipart({bad})), "") << bad.substr(0, 200);
    }
    EXPECT_EQ(sentenceOf(multipart({file})), "");
    EXPECT_NE(sentenceOf(multipart({file, file})).find("two files with the same name"),
              std::string::npos);
    EXPECT_EQ(sentenceOf(multipart(std::vector<std::string>(64, partText("name=\"a\"", "")))), "");
    EXPECT_NE(sentenceOf(multipart(std::vector<std::string>(65, partText("name=\"a\"", "")))), "");
}

TEST(ParseMultipartForm, RefusesFieldsThatAreNoText)
{
    EXPECT_THROW(parseMultipartForm(multipart({partText("name=\"a\"", "\xff")}), "X"), Refusal);
    EXPECT_THROW(parseMultipartForm(multipart({partText("name=\"a\"", std::string(1, '\0'))}), "X"),
                 Refusal);
}

TEST(HeaderParameter, FindsTheBoundaryOfAType)
{
    EXPECT_EQ(headerParameter("multipart/form-data; boundary=a-b", "boundary"), "a-b");
    EXPECT_EQ(headerParameter("multipart/form-data;Boundary=\"a b\"", "boundary"), "a b");
    EXPECT_EQ(headerParameter("multipart/form-data; boundary=a; boundary=b", "boundary"),
              std::nullopt);
    EXPECT_EQ(headerParameter("multipart/form-data", "boundary"), std::nullopt);
}

} // namespace
} // namespace giftbox::web::multipart_test
