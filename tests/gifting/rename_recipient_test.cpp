#include "gifting/anonymize_recipient.h"
#include "gifting/rename_recipient.h"
#include "tests/support/store_fixture.h"

namespace giftbox::tests::rename_recipient_test {
namespace {

class RenameRecipient : public StoreFixture {
protected:
    void prepare() override
    {
        StoreFixture::prepare();
        item("MUG");
        stock("MUG", 9, "90.00", "2026-05-01");
        recipient("C-1O42");
        recipient("C-7");
    }
    void rename(const std::string& code, const std::string& newCode)
    {
        write([&](auto& tx) { return gifting::renameRecipient(tx, code, newCode); });
    }
    std::string codeFor(const std::string& code)
    {
        return read(
            [&](const auto& tx) { return gifting::requireRecipient(tx, code).recipient.code; });
    }
    void addOne(const std::string& code)
    {
        write([&](auto& tx) {
            return gifting::addRecipient(tx, {.code = code, .name = "Somebody else"}), 0;
        });
    }
};
GIFTBOX_ON_BOTH_ENGINES(RenameRecipient);

TEST_P(RenameRecipient, KeepsTheEarlierCodeAsAnAlias)
{
    rename("C-1O42", "C-1042");
    for (const char* code : {"C-1042", "c-1042", "C-1O42", "c-1o42"}) {
        EXPECT_EQ(codeFor(code), "C-1042") << code;
    }
    rename("c-1o42", "C-42");
    EXPECT_EQ(codeFor("C-1042"), "C-42");
    EXPECT_EQ(codeFor("C-1O42"), "C-42");
    EXPECT_EQ(verify(), std::vector<std::string>{});
}

TEST_P(RenameRecipient, PacksForTheEarlierCode)
{
    rename("C-1O42", "C-1042");
    const auto packed = pack("C-1O42", {{"MUG", 1}}, "2026-06-02");
    const auto code = read([&](const auto& tx) {
        return gifting::findRecipientCode(tx, gifting::requireBox(tx, packed.number).recipient);
    });
    EXPECT_EQ(code, "C-1042");
}

TEST_P(RenameRecipient, GivesNobodyElseACodeThatIsOrWasTaken)
{
    EXPECT_REFUSAL("recipient.exists", rename("C-1O42", "c-7"));
    EXPECT_REFUSAL("recipient.code_malformed", rename("C-1O42", "C 7"));
    EXPECT_REFUSAL("recipient.unknown", rename("C-8", "C-9"));
    rename("C-1O42", "C-1042");
    EXPECT_REFUSAL("recipient.exists", rename("C-7", "C-1o42"));
    EXPECT_REFUSAL("recipient.exists", addOne("C-1O42"));
    EXPECT_EQ(codeFor("C-7"), "C-7");
}

TEST_P(RenameRecipient, GoesBackAndRecordsNothingForTheSameCode)
{
    rename("C-1O42", "C-1042");
    rename("C-1042", "C-1O42");
    EXPECT_EQ(codeFor("C-1042"), "C-1O42");
    const std::string before = allRows();
    rename("C-1O42", "C-1O42");
    EXPECT_EQ(allRows(), before);
    rename("C-1O42", "c-1o42");
    EXPECT_EQ(codeFor("C-1O42"), "c-1o42");
    EXPECT_EQ(verify(), std::vector<std::string>{});
}

TEST_P(RenameRecipient, IsForgottenWithThePerson)
{
    rename("C-1O42", "C-1042");
    EXPECT_REFUSAL("recipient.named_in_reason", write([](auto& tx) {
                       return gifting::anonymizeRecipient(tx, "C-1042", "was C-1O42 before");
                   }));
    write([](auto& tx) { return gifting::anonymizeRecipient(tx, "C-1042", "asked us to"); });
    EXPECT_REFUSAL("recipient.unknown", codeFor("C-1O42"));
    EXPECT_EQ(raw().rows("SELECT code FROM recipient_alias WHERE store_id = " + storeId()),
              std::vector<RawDatabase::Cells>{});
    addOne("C-1O42");
    EXPECT_EQ(codeFor("C-1O42"), "C-1O42");
}

} // namespace
} // namespace giftbox::tests::rename_recipient_test
