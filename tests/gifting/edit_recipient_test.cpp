#include "gifting/anonymize_recipient.h"
#include "gifting/edit_recipient.h"
#include "tests/support/store_fixture.h"

namespace giftbox::tests::edit_recipient_test {
namespace {

using gifting::Recipient;

class EditRecipient : public StoreFixture {
protected:
    void prepare() override
    {
        write([&](auto& tx) { return gifting::addRecipient(tx, ann_), 0; });
    }
    Recipient edit(const foundation::Said& said)
    {
        return write([&](auto& tx) { return gifting::editRecipient(tx, "C-1", said); });
    }
    Recipient now()
    {
        return read([](const auto& tx) { return gifting::requireRecipient(tx, "C-1").recipient; });
    }

    Recipient ann_{.code = "C-1",
                   .name = "Ann",
                   .group = "service",
                   .note = "likes \"golf\"",
                   .household = "the Ünïs",
                   .sizes = {{"hat", "M"}, {"shirt", "XL"}},
                   .preferences = {"golf", "hat"}};
};
GIFTBOX_ON_BOTH_ENGINES(EditRecipient);

TEST_P(EditRecipient, ChangesWhatIsGivenAndNothingElse)
{
    EXPECT_EQ(now(), ann_);
    ann_.sizes = {{"hat", "7 1/4"}};
    ann_.doNotGift = true;
    EXPECT_EQ(edit({{"name", "Ann"}, {"sizes", "hat=7 1/4"}, {"do_not_gift", "yes"}}), ann_);
    EXPECT_EQ(now(), ann_);
    EXPECT_EQ(lastDetail(), R"({"changed":"sizes, do not gift"})") << "what, but not to what";
    edit({{"household", ""}, {"sizes", ""}, {"preferences", ""}});
    EXPECT_EQ(now().household, "");
    EXPECT_TRUE(now().sizes.empty() && now().preferences.empty());
    EXPECT_EQ(now().name, "Ann");
}

TEST_P(EditRecipient, RecordsNothingWhereNothingChanges)
{
    const std::string before = allRows();
    EXPECT_EQ(edit({}), ann_);
    EXPECT_EQ(edit({{"name", "Ann"}, {"do_not_gift", "no"}}), ann_);
    EXPECT_EQ(allRows(), before);
}

TEST_P(EditRecipient, IsRefusedForWordsThatCannotBe)
{
    EXPECT_REFUSAL("text.missing", edit({{"name", " "}}));
    EXPECT_REFUSAL("text.malformed", edit({{"household", "a\xff"}}));
    EXPECT_REFUSAL("text.too_long", edit({{"note", std::string(1001, 'x')}}));
    EXPECT_REFUSAL("text.too_long", edit({{"preferences", std::string(1001, 'x')}}));
    EXPECT_REFUSAL("recipient.unknown", write([](auto& tx) {
                       return gifting::editRecipient(tx, "C-2", {{"name", "Bob"}});
                   }));
}

TEST_P(EditRecipient, IsRefusedForWhoIsAnonymized)
{
    const std::string code =
        write([](auto& tx) { return gifting::anonymizeRecipient(tx, "C-1", "asked us to").code; });
    EXPECT_REFUSAL("recipient.anonymized", write([&](auto& tx) {
                       return gifting::editRecipient(tx, code, {{"name", "Ann"}});
                   }));
}

TEST(ParseSizes, ReadsASizeForEachCategoryInAnyOrder)
{
    EXPECT_EQ(gifting::toText(gifting::parseSizes(" shirt = XL ,hat=7 1/4")), "hat=7 1/4,shirt=XL");
    EXPECT_EQ(gifting::parseSizes(""), gifting::Sizes{});
}

TEST(ParseSizes, IsRefusedForAWordThatIsMissingOrTwiceThere)
{
    for (const char* wrong : {" ", "hat", "hat=", "=M", "hat=M,", ",hat=M", "hat=M,,shirt=L",
                              "hat=M,hat=L", "hat=M=L"}) {
        EXPECT_EQ(codeOf([&] { gifting::parseSizes(wrong); }), "recipient.sizes_malformed")
            << wrong;
    }
}

TEST(ParsePreferences, ReadsCategoriesInAnyOrder)
{
    EXPECT_EQ(gifting::toText(gifting::parsePreferences("key chain , golf")), "golf,key chain");
    EXPECT_EQ(gifting::parsePreferences(""), gifting::Preferences{});
}

TEST(ParsePreferences, IsRefusedForAWordThatIsMissingOrTwiceThere)
{
    for (const char* wrong : {" ", "golf,", ",golf", "golf,,hat", "golf, golf"}) {
        EXPECT_EQ(codeOf([&] { gifting::parsePreferences(wrong); }),
                  "recipient.preferences_malformed")
            << wrong;
    }
}

} // namespace
} // namespace giftbox::tests::edit_recipient_test
