#include "foundation/digest.h"
#include "inventory/set_picture.h"
#include "tests/support/pictures.h"
#include "tests/web/site_fixture.h"
#include "web/http/http_text.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace giftbox::web::picture_test {
namespace {

using access::Role;
using Json = nlohmann::json;
using tests::png;
using namespace std::literals;

class ItemPicture : public SiteFixture {
protected:
    void prepare() override
    {
        SiteFixture::prepare();
        item("HAT");
        item("MUG");
        stock("HAT", 5, "10.00", "2026-06-01");
        director_ = loggedInAs(Role::PartsDirector);
    }
    /// Sends the form of the item's page; without a file when there is no name.
    Response send(const std::string& sku, const std::string& fileName, const std::string& content,
                  std::string key = access::newToken())
    {
        const auto field = [](const std::string& name, const std::string& value) {
            return "--X\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value +
                   "\r\n";
        };
        Spool spool;
        spool.append(field("form_token", access::formToken(director_)) + field("request_key", key) +
                     field("sku", sku) +
                     "--X\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" +
                     fileName + "\"\r\nContent-Type: text/html\r\n\r\n" + content +
                     "\r\n--X--\r\n");
        Request request = formRequest(at("/item/picture?sku=") + sku, {}, director_);
        request.body.clear();
        std::erase_if(request.headers,
                      [](const Header& one) { return one.name == "Content-Type"; });
        request.headers.push_back({"Content-Type", "multipart/form-data; boundary=X"});
        request.file = &spool;
        return ask(std::move(request));
    }
    void set(const std::string& sku, const std::string& file)
    {
        write([&](auto& tx) { return inventory::setPicture(tx, sku, file); });
    }
    std::string address(const std::string& sku, const std::string& file)
    {
        const auto number =
            read([&](const auto& tx) { return inventory::requireItem(tx, sku).number.value; });
        return at("/pictures/") + std::to_string(number) +
               "?v=" + foundation::sha256(file).substr(0, 16);
    }
    bool shows(const std::string& page, const std::string& picture)
    {
        const auto pictures = parsed(get(at(page), director_)).pictures();
        return std::ranges::find(pictures, picture) != pictures.end();
    }
    std::string director_;
};
GIFTBOX_ON_BOTH_ENGINES(ItemPicture);

TEST_P(ItemPicture, IsSetReplacedAndRemovedOnThePageOfTheItem)
{
    EXPECT_EQ(parsed(get(at("/item?sku=HAT"), director_)).link("Add a picture"),
              at("/item/picture?sku=HAT"));
    EXPECT_TRUE(parsed(get(at("/item/picture?sku=HAT"), director_))
                    .mentions("image/png,image/jpeg,image/webp"));
    const Response sent = send("HAT", "cap.html", png(tests::chunk("tEXt", "where it was")));
    ASSERT_EQ(sent.status, 303) << sent.body;
    EXPECT_EQ(headerOf(sent, "Location"), at("/item?sku=HAT"));
    EXPECT_TRUE(parsed(follow(sent, director_)).says("has a new picture"));
    EXPECT_TRUE(shows("/item?sku=HAT", address("HAT", png())));
    EXPECT_EQ(get(address("HAT", png()), director_).body, png());

    EXPECT_EQ(send("HAT", "cap", tests::jpeg()).status, 303);
    EXPECT_EQ(get(address("HAT", tests::jpeg()), director_).body, tests::jpeg());
    const tests::ParsedPage shown = parsed(get(at("/item?sku=HAT"), director_));
    EXPECT_EQ(shown.link("Change the picture"), at("/item/picture?sku=HAT"));
    EXPECT_EQ(shown.link("Remove"), at("/item/remove-picture?sku=HAT"));
    EXPECT_EQ(post(at("/item/remove-picture?sku=HAT"), {{"sku", "HAT"}}, director_).status, 303);
    EXPECT_EQ(get(address("HAT", tests::jpeg()), director_).status, 404);
    EXPECT_TRUE(parsed(get(at("/item?sku=HAT"), director_)).hasLink("Add a picture"));
}

TEST_P(ItemPicture, IsRefusedWithASentenceAtTheField)
{
    const std::string before = allRows();
    for (const auto& [file, sentence] : std::vector<std::pair<std::string, std::string>>{
             {"GIF89a", "not a picture that can be kept"},
             {png("", 9000), "The picture is 9,000 x 8 pixels"},
             {png(tests::chunk("IDAT", std::string(600'000, 'x'))), "at most 512 KB are kept"}}) {
        const Response refused = send("HAT", "cap.png", file);
        EXPECT_EQ(refused.status, 422);
        EXPECT_TRUE(parsed(refused).says(sentence));
    }
    const Response none = send("HAT", "", "");
    EXPECT_EQ(none.status, 422);
    EXPECT_TRUE(parsed(none).says("No file was selected."));
    EXPECT_EQ(allRows(), before);
}

TEST_P(ItemPicture, SentTwiceIsSetOnceAndAnotherFileWithTheKeyIsRefused)
{
    const std::string key = access::newToken();
    EXPECT_EQ(send("HAT", "cap.png", png(), key).status, 303);
    const std::string before = allRows();
    EXPECT_EQ(send("HAT", "cap.png", png(), key).status, 303);
    EXPECT_EQ(send("HAT", "cap.png", tests::webp(), key).status, 422);
    EXPECT_EQ(allRows(), before);
}

TEST_P(ItemPicture, IsServedAsNothingButAPictureAndOnlyToWhoMaySeeStock)
{
    set("HAT", tests::webp());
    const std::string there = address("HAT", tests::webp());
    const Response served = get(there, director_);
    EXPECT_EQ(headerOf(served, "Content-Type"), "image/webp");
    EXPECT_EQ(headerOf(served, "Cache-Control"), "private, max-age=31536000, immutable");
    const std::string head = responseHead(served, {});
    EXPECT_NE(head.find("Content-Security-Policy: default-src 'none'\r\n"), std::string::npos);
    EXPECT_EQ(head.find("Content-Security-Policy"), head.rfind("Content-Security-Policy"));
    EXPECT_NE(head.find("X-Content-Type-Options: nosniff\r\n"), std::string::npos);

    const std::string plain = there.substr(0, there.find('?'));
    const Response asked = get(plain, director_);
    EXPECT_EQ(headerOf(asked, "Cache-Control"), "private, no-cache");
    EXPECT_EQ(headerOf(get(plain + "?v=0", director_), "Cache-Control"), "private, no-cache");
    Request again;
    again.path = plain;
    again.headers = {{"Cookie", cookie(director_)}, {"If-None-Match", headerOf(asked, "ETag")}};
    const Response unchanged = ask(std::move(again));
    EXPECT_EQ(unchanged.status, 304);
    EXPECT_EQ(unchanged.body, "");

    EXPECT_EQ(get(there, loggedInAs(Role::Adviser)).status, 403);
    EXPECT_EQ(get(there).status, 303) << "to the login";
    EXPECT_EQ(get(at("/pictures/2"), director_).status, 404) << "The mug has none.";
    EXPECT_EQ(get(at("/pictures/99"), director_).status, 404);
    EXPECT_EQ(get(at("/pictures/x"), director_).status, 404);
}

TEST_P(ItemPicture, StandsWhereverTheItemDoes)
{
    recipient("C-1");
    const auto box = pack("C-1", {{"HAT", 1}}, "2026-06-02");
    set("HAT", png());
    const std::string picture = address("HAT", png());
    for (const std::string& page :
         {"/stock"s, "/item?sku=HAT"s, "/receive?sku=HAT"s, "/count?sku=HAT"s,
          "/boxes/" + std::to_string(box.number.value)}) {
        EXPECT_TRUE(shows(page, picture)) << page;
    }
    EXPECT_TRUE(parsed(get(at("/boxes/pack"), director_)).mentions(picture)) << "to pick it";
    const Json found = Json::parse(get(at("/find.json?q=hat"), director_).body);
    EXPECT_EQ(found.at("best").at(0).at("picture"), picture);
}

} // namespace
} // namespace giftbox::web::picture_test
