#include "foundation/digest.h"
#include "tests/support/pictures.h"
#include "tests/web/api/api_fixture.h"

namespace giftbox::web::api_picture_test {
namespace {

using access::Action;
using tests::png;

class ApiPicture : public ApiFixture {
protected:
    Response set(const std::string& file, const std::string& type = "image/png",
                 const std::string& query = {})
    {
        return call({.method = "POST",
                     .path = "/items/HAT/picture" + query,
                     .token = tokenFor(Action::EditCatalog),
                     .body = file,
                     .type = type});
    }
    Response picture() { return read("/items/HAT/picture", tokenFor(Action::ViewStock)); }
};
GIFTBOX_ON_BOTH_ENGINES(ApiPicture);

TEST_P(ApiPicture, IsSetReadAndRemoved)
{
    EXPECT_EQ(picture().status, 404);
    EXPECT_EQ(codeOf(picture()), "item.no_picture");
    const Json row = rowsOf(set(png(tests::chunk("tEXt", "where")), "image/jpeg"))[0];
    EXPECT_EQ(row["sku"], "HAT");
    EXPECT_EQ(row["media_type"], "image/png") << "by its bytes, whatever the header says";
    EXPECT_EQ(row["digest"], foundation::sha256(png()));
    EXPECT_EQ(row["bytes"], png().size());
    const Response read = picture();
    EXPECT_EQ(read.body, png());
    EXPECT_EQ(headerOf(read, "Content-Type"), "image/png");
    EXPECT_TRUE(jsonOf(set(png()))["unchanged"]);
    EXPECT_EQ(change("/items/HAT/remove-picture", tokenFor(Action::EditCatalog), "{}").status, 200);
    EXPECT_EQ(picture().status, 404);
}

TEST_P(ApiPicture, IsRefusedAndRehearsedWithoutAChange)
{
    const std::string before = (set(png()), allRows());
    refused(set("GIF89a"), 422, "item.picture_unreadable", before);
    refused(set(png(), "text/csv"), 415, "body.type", before);
    EXPECT_EQ(rowsOf(set(tests::jpeg(), "image/jpeg", "?dry_run=1"))[0]["media_type"],
              "image/jpeg");
    EXPECT_EQ(allRows(), before);
    EXPECT_EQ(picture().body, png());
    EXPECT_EQ(read("/items/HAT/picture", tokenOf(access::Role::Adviser)).status, 403);
}

} // namespace
} // namespace giftbox::web::api_picture_test
