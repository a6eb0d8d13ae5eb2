#include "foundation/base64.h"
#include "foundation/digest.h"
#include "inventory/set_picture.h"
#include "tests/support/pictures.h"
#include "tests/support/store_fixture.h"

namespace giftbox::tests::set_picture_test {
namespace {

using inventory::PictureMark;

class SetPicture : public StoreFixture {
protected:
    void prepare() override
    {
        item("HAT");
        item("MUG");
    }
    auto set(const std::string& sku, const std::string& file)
    {
        return write([&](auto& tx) { return inventory::setPicture(tx, sku, file); });
    }
    void remove(const std::string& sku)
    {
        write([&](auto& tx) { return inventory::removePicture(tx, sku); });
    }
    auto kept(const std::string& sku)
    {
        return read([&](const auto& tx) {
            return inventory::readPicture(tx, inventory::requireItem(tx, sku).number);
        });
    }
    auto events()
    {
        return raw().rows("SELECT action, subject FROM event WHERE store_id = " + storeId() +
                          " ORDER BY event_seq");
    }
    auto all()
    {
        return read([](const auto& tx) { return inventory::listPictures(tx); });
    }
};
GIFTBOX_ON_BOTH_ENGINES(SetPicture);

TEST_P(SetPicture, KeepsItReplacesItAndRemovesIt)
{
    EXPECT_FALSE(kept("HAT"));
    EXPECT_TRUE(all().empty());
    const auto first = set("hat", png(chunk("tEXt", "secret")));
    EXPECT_EQ(first.item.sku, "HAT");
    EXPECT_EQ(first.mark.digest, foundation::sha256(png()));
    EXPECT_EQ(first.bytes, std::int64_t(png().size()));
    EXPECT_EQ(kept("HAT")->picture, (inventory::Picture{"image/png", png()}));
    EXPECT_EQ(all().at("HAT"), first.mark);

    set("HAT", jpeg());
    EXPECT_EQ(kept("HAT")->picture, (inventory::Picture{"image/jpeg", jpeg()}));
    EXPECT_EQ(kept("HAT")->digest, foundation::sha256(jpeg()));
    set("MUG", webp());
    EXPECT_EQ(all().size(), 2U);

    remove("HAT");
    EXPECT_FALSE(kept("HAT"));
    EXPECT_EQ(all().size(), 1U);
}

TEST_P(SetPicture, RecordsOneEventWithItsDigestAndNoneWhenItIsThere)
{
    const std::size_t before = events().size();
    set("HAT", png());
    EXPECT_EQ(events().size(), before + 1);
    EXPECT_EQ(events().back(), (RawDatabase::Cells{"item.picture", "item HAT"}));
    const std::string detail = lastDetail();
    EXPECT_NE(detail.find(foundation::sha256(png())), std::string::npos) << detail;
    EXPECT_EQ(detail.find(foundation::toBase64(png())), std::string::npos);
    set("HAT", png(chunk("tEXt", "other words")));
    EXPECT_EQ(events().size(), before + 1) << "It is the same picture.";
    remove("HAT");
    EXPECT_EQ(events().size(), before + 2);
    EXPECT_EQ(events().back(), (RawDatabase::Cells{"item.remove_picture", "item HAT"}));
}

TEST_P(SetPicture, LeavesEverythingWhenItIsRefused)
{
    set("HAT", png());
    EXPECT_REFUSAL("item.picture_unreadable", set("HAT", "GIF89a"));
    EXPECT_REFUSAL("item.picture_too_large", set("HAT", png("", 5000)));
    EXPECT_REFUSAL("item.unknown", set("CUP", png()));
    EXPECT_REFUSAL("item.no_picture", remove("MUG"));
    EXPECT_REFUSAL("item.unknown", remove("CUP"));
    EXPECT_EQ(kept("HAT")->picture.bytes, png());
}

} // namespace
} // namespace giftbox::tests::set_picture_test
