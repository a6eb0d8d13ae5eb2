#include "gifting/rename_recipient.h"
#include "tests/support/store_fixture.h"

namespace giftbox::tests::recipient_test {
namespace {

using gifting::Recipient;
using gifting::RecipientKind;

class AddRecipient : public StoreFixture {
protected:
    void addOne(const Recipient& recipient)
    {
        write([&](auto& tx) { return gifting::addRecipient(tx, recipient), 0; });
    }
    std::vector<Recipient> all()
    {
        return read([](const auto& tx) {
            std::vector<Recipient> recipients;
            gifting::listRecipients(tx,
                                    [&](const auto& one) { recipients.push_back(one.recipient); });
            return recipients;
        });
    }
};
GIFTBOX_ON_BOTH_ENGINES(AddRecipient);

TEST_P(AddRecipient, KeepsWhoMayBeGivenABox)
{
    const Recipient fleet{.code = "F/1",
                          .name = "Harbor Fleet, \"the\" ünïcödé 船",
                          .group = "fleet",
                          .kind = RecipientKind::Business,
                          .note = "two\nlines"};
    addOne(fleet);
    addOne({.code = "C-1", .name = "Ann"});
    EXPECT_EQ(all(), (std::vector<Recipient>{{.code = "C-1", .name = "Ann"}, fleet}));
}

TEST_P(AddRecipient, IsFoundByAPartOfCodeOrNameWhateverTheCapitals)
{
    addOne({.code = "C-2", .name = "Kim 100%"});
    addOne({.code = "C-1", .name = "Joachim_Roe"});
    addOne({.code = "KIM", .name = "Ann"});
    const auto codes = [&](std::string_view words, std::int64_t most) {
        return read([&](const auto& tx) {
            std::string found;
            for (const auto& one : gifting::searchRecipients(tx, words, most)) {
                found += one.recipient.code + " ";
            }
            return found;
        });
    };
    EXPECT_EQ(codes("", 10), "C-1 C-2 KIM ");
    EXPECT_EQ(codes("him", 10), "C-1 ");
    EXPECT_EQ(codes("kim", 10), "C-2 KIM ");
    EXPECT_EQ(codes("c-", 1), "C-2 ") << "the one known longest";
    EXPECT_EQ(codes("joachim roe", 10), "C-1 ") << "punctuation parts words";
    EXPECT_EQ(codes("kim 100%", 10), "C-2 ");
    for (const char* punctuation : {"%", "_", "!"}) {
        EXPECT_EQ(codes(punctuation, 10), "") << "and finds nothing by itself";
    }
}

TEST_P(AddRecipient, IsRefusedWhenTheCodeIsTaken)
{
    addOne({.code = "C-1", .name = "Ann"});
    EXPECT_REFUSAL("recipient.exists", addOne({.code = "C-1", .name = "Bob"}));
    EXPECT_REFUSAL("recipient.exists", addOne({.code = "c-1", .name = "Bob"}));
}

TEST_P(AddRecipient, IsRefusedForWordsThatCannotBe)
{
    EXPECT_REFUSAL("recipient.code_malformed", addOne({.code = "", .name = "Ann"}));
    EXPECT_REFUSAL("recipient.code_malformed", addOne({.code = "C 1", .name = "Ann"}));
    EXPECT_REFUSAL("recipient.code_malformed", addOne({.code = "-1", .name = "Ann"}));
    EXPECT_REFUSAL("recipient.code_malformed",
                   addOne({.code = std::string(65, 'C'), .name = "Ann"}));
    EXPECT_REFUSAL("text.missing", addOne({.code = "C-1", .name = " "}));
    EXPECT_REFUSAL("text.malformed", addOne({.code = "C-1", .name = "A\xc3"}));
    EXPECT_REFUSAL("text.malformed",
                   addOne({.code = "C-1", .name = "Ann", .group = std::string("a\0b", 3)}));
    EXPECT_REFUSAL("text.too_long",
                   addOne({.code = "C-1", .name = "Ann", .note = std::string(1001, 'x')}));
    EXPECT_NO_THROW(addOne({.code = std::string(64, 'C'), .name = std::string(1000, 'x')}));
}

TEST_P(AddRecipient, IsKnownOnlyInItsOwnStore)
{
    addOne({.code = "C-1", .name = "Ann"});
    openStore("USD", "0.00", 0);
    EXPECT_EQ(all(), std::vector<Recipient>{});
    EXPECT_EQ(codeOf([&] {
                  read([](const auto& tx) { return gifting::requireRecipient(tx, "C-1").number; });
              }),
              "recipient.unknown");
}

TEST(ParseRecipientKind, KnowsPersonAndBusinessOnly)
{
    EXPECT_EQ(gifting::parseRecipientKind("person"), RecipientKind::Person);
    EXPECT_EQ(gifting::parseRecipientKind(""), RecipientKind::Person) << "as when it is not said";
    EXPECT_EQ(gifting::parseRecipientKind("business"), RecipientKind::Business);
    for (const char* wrong : {"Person", "fleet", "person "}) {
        EXPECT_EQ(codeOf([&] { (void)gifting::parseRecipientKind(wrong); }),
                  "recipient.kind_unknown");
    }
}

TEST(ParseBoxState, KnowsPackedGivenAndUnpackedOnly)
{
    for (const auto state :
         {gifting::BoxState::Packed, gifting::BoxState::Given, gifting::BoxState::Unpacked}) {
        EXPECT_EQ(gifting::parseBoxState(toText(state)), state);
    }
    EXPECT_EQ(codeOf([] { (void)gifting::parseBoxState("sent"); }), "box.state_unknown");
}

class ImportRecipients : public AddRecipient {};
GIFTBOX_ON_BOTH_ENGINES(ImportRecipients);

TEST_P(ImportRecipients, AddsEveryRowWithColumnsInAnyOrder)
{
    EXPECT_EQ(importRecipients("\xEF\xBB\xBFnote,group,kind,recipient,name\r\n"
                               "\"likes, \"\"golf\"\"\",service,business,F-1,Fleet\r\n"
                               ",,,C-1,Ann"),
              (exchange::ImportSummary{.added = 2, .unchanged = 0}));
    EXPECT_EQ(all(), (std::vector<Recipient>{{.code = "C-1", .name = "Ann"},
                                             {.code = "F-1",
                                              .name = "Fleet",
                                              .group = "service",
                                              .kind = RecipientKind::Business,
                                              .note = "likes, \"golf\""}}));
}

TEST_P(ImportRecipients, KnowsSomebodyByAnEarlierCode)
{
    importRecipients("recipient,name\nC-1O42,Ann\n");
    write([](auto& tx) { return gifting::renameRecipient(tx, "C-1O42", "C-1042"); });
    EXPECT_EQ(importRecipients("recipient,name\nC-1O42,Ann\n"),
              (exchange::ImportSummary{.added = 0, .unchanged = 1}));
    EXPECT_EQ(all(), (std::vector<Recipient>{{.code = "C-1042", .name = "Ann"}}));
}

TEST_P(ImportRecipients, ReadsHouseholdSizesPreferencesAndDoNotGift)
{
    importRecipients("recipient,name,group,household,sizes,preferences,do_not_gift\n"
                     "C-1,Ann,,the Millers,\"shirt=XL, hat=M\",\"golf,coffee\",1\n"
                     "C-2,Bob,,,,,0\n"
                     "C-3,Cem,,,,,\n");
    EXPECT_EQ(all(), (std::vector<Recipient>{{.code = "C-1",
                                              .name = "Ann",
                                              .household = "the Millers",
                                              .sizes = {{"hat", "M"}, {"shirt", "XL"}},
                                              .preferences = {"coffee", "golf"},
                                              .doNotGift = true},
                                             {.code = "C-2", .name = "Bob"},
                                             {.code = "C-3", .name = "Cem"}}));
    EXPECT_EQ(importRecipients("recipient,name,group\nC-1,Ann,\nC-2,Bob,\n"),
              (exchange::ImportSummary{.added = 0, .unchanged = 2}))
        << "what the file has no column for stays";
}

TEST_P(ImportRecipients, RefusesSizesPreferencesAndMarksThatCannotBe)
{
    const Refusal refusal = EXPECT_REFUSAL(
        "import.rejected", importRecipients("recipient,name,group,sizes,preferences,do_not_gift\n"
                                            "C-1,Ann,,hat,,\n"
                                            "C-2,Bob,,,\"golf,\",\n"
                                            "C-3,Cem,,,,yes\n"));
    ASSERT_EQ(refusal.places().size(), 3U);
    EXPECT_EQ(refusal.places()[0].find("recipients.csv:2: sizes: "), 0U);
    EXPECT_EQ(refusal.places()[1].find("recipients.csv:3: preferences: "), 0U);
    EXPECT_EQ(
        refusal.places()[2],
        "recipients.csv:4: do_not_gift: \"yes\" is not valid. Enter 1 or 0, or leave it empty.");
}

TEST_P(ImportRecipients, AddsNothingWhenImportedAgain)
{
    const std::string file = "recipient,name,group\nC-1,Ann,\nC-2,Bob,parts\n";
    importRecipients(file);
    EXPECT_EQ(importRecipients(file), (exchange::ImportSummary{.added = 0, .unchanged = 2}));
    EXPECT_EQ(all().size(), 2U);
}

TEST_P(ImportRecipients, TakesFilesLongerThanItReadsAtOnce)
{
    constexpr int kMany = 2500;
    std::string file = "recipient,name,group\n";
    for (int i = 1; i <= kMany; ++i) {
        file += "C-" + std::to_string(i) + ",Somebody,\n";
    }
    EXPECT_EQ(importRecipients(file), (exchange::ImportSummary{.added = kMany, .unchanged = 0}));
    EXPECT_EQ(importRecipients(file), (exchange::ImportSummary{.added = 0, .unchanged = kMany}));
    const Refusal refusal =
        EXPECT_REFUSAL("import.rejected", importRecipients(file + "C-1,Another,\nC-9999,,\n"));
    EXPECT_EQ(refusal.places(),
              (std::vector<std::string>{
                  "recipients.csv:2502: recipient: Line 2 already has recipient C-1. Keep one.",
                  "recipients.csv:2503: name: Enter the recipient's name. It cannot be empty."}));
}

TEST_P(ImportRecipients, ListsEveryBadRowAndChangesNothing)
{
    addOne({.code = "C-1", .name = "Ann", .group = "parts"});
    const Refusal refusal =
        EXPECT_REFUSAL("import.rejected", importRecipients("recipient,name,group,kind\n"
                                                           "C-9,Zoe,,person\n"
                                                           "C 2,Bob,,person\n"
                                                           "C-3,,,person\n"
                                                           "C-4,Dan,,robot\n"
                                                           "C-1,Anna,,business\n"
                                                           "C-5,\"Eve,,person\n"));
    EXPECT_EQ(
        refusal.places(),
        (std::vector<std::string>{
            "recipients.csv:3: recipient: \"C 2\" is not valid for the recipient's code. Use 1 to "
            "64 letters, digits, or . _ / - and begin with a letter or digit.",
            "recipients.csv:4: name: Enter the recipient's name. It cannot be empty.",
            "recipients.csv:5: kind: \"robot\" is not a kind of recipient. Use person or business.",
            "recipients.csv:6: recipient: Recipient C-1 is already in the books with other values: "
            "name "
            "\"Anna\" here, group \"\" here, kind \"business\" here.",
            refusal.places().back()}));
    EXPECT_EQ(refusal.places().back().find("recipients.csv:7: "), 0U);
}

TEST_P(ImportRecipients, RefusesACodeThatIsTwiceInTheFile)
{
    const std::string head = "recipient,name,group\nC-1,Ann,\n";
    for (int round = 0; round < 2; ++round) {
        for (const char* row : {"C-1,Bob,\n", "C-1,Ann,\n"}) {
            const Refusal refusal = EXPECT_REFUSAL("import.rejected", importRecipients(head + row));
            EXPECT_EQ(
                refusal.places(),
                (std::vector<std::string>{
                    "recipients.csv:3: recipient: Line 2 already has recipient C-1. Keep one."}));
        }
        importRecipients(head);
    }
}

TEST_P(ImportRecipients, TakesTheSpreadsheetGuardOff)
{
    importRecipients("recipient,name,group\nC-1,'=1+1,'@x\nC-2,'plain,-\n");
    EXPECT_EQ(all(), (std::vector<Recipient>{{.code = "C-1", .name = "=1+1", .group = "@x"},
                                             {.code = "C-2", .name = "'plain", .group = "-"}}));
}

} // namespace
} // namespace giftbox::tests::recipient_test
