#include "exchange/import_items.h"
#include "exchange/import_mapping.h"
#include "exchange/import_recipients.h"
#include "exchange/read_fields.h"
#include "exchange/reading/read_table.h"
#include "gifting/recipient.h"
#include "tests/support/store_fixture.h"

#include <sstream>

namespace giftbox::tests::import_changes_test {
namespace {

using exchange::Changes;
using exchange::ImportSummary;
using exchange::ZeroCodes;

class ImportChanges : public StoreFixture {
protected:
    ImportSummary items(const std::string& file, Changes changes,
                        ZeroCodes zeroCodes = ZeroCodes::Ask)
    {
        std::istringstream in(file);
        return write([&](auto& tx) {
            return exchange::importItems(tx, {.in = in,
                                              .fileName = "items.csv",
                                              .ignored = {},
                                              .progress = {},
                                              .changes = changes,
                                              .zeroCodes = zeroCodes});
        });
    }
    ImportSummary recipients(const std::string& file, Changes changes,
                             ZeroCodes zeroCodes = ZeroCodes::Ask)
    {
        std::istringstream in(file);
        return write([&](auto& tx) {
            return exchange::importRecipients(tx, {.in = in,
                                                   .fileName = "recipients.csv",
                                                   .ignored = {},
                                                   .progress = {},
                                                   .changes = changes,
                                                   .zeroCodes = zeroCodes});
        });
    }
    inventory::Item itemNow(const std::string& sku)
    {
        return read([&](const auto& tx) { return inventory::requireItem(tx, sku).item; });
    }
    static inline const std::string kItems = "sku,name,kind,category\n";
    static inline const std::string kPeople = "recipient,name,group\n";
};
GIFTBOX_ON_BOTH_ENGINES(ImportChanges);

TEST_P(ImportChanges, ChangesItemsAndAddsOthersInOneEventThatVerifies)
{
    items(kItems + "HAT,Hat,contents,hats\nMUG,Mug,contents,mugs\n", Changes::Add);
    const ImportSummary done = items(
        "sku,name,kind,reorder_point\nHAT,Cap,contents,6\nMUG,Mug,contents,\nPEN,Pen,contents,2\n",
        Changes::Both);
    EXPECT_EQ(done.added, 1);
    EXPECT_EQ(done.changed, 1);
    EXPECT_EQ(done.unchanged, 1);
    EXPECT_EQ(done.changes,
              (std::vector<std::string>{
                  "items.csv:2: Item HAT changes: name \"Hat\" there, \"Cap\" here, reorder point "
                  "\"\" there, \"6\" here"}));
    EXPECT_EQ(itemNow("HAT").name, "Cap");
    EXPECT_EQ(itemNow("HAT").category, "hats") << "the file has no column for it";
    EXPECT_EQ(verify(), std::vector<std::string>{});
    // Again it changes nothing.
    EXPECT_EQ(items("sku,name,kind,reorder_point\nHAT,Cap,contents,6\n", Changes::Both).unchanged,
              1);
}

TEST_P(ImportChanges, AddsNothingWhenItOnlyUpdates)
{
    items(kItems + "HAT,Hat,contents,hats\n", Changes::Add);
    const std::string before = allRows();
    const Refusal refusal = EXPECT_REFUSAL(
        "import.rejected",
        items(kItems + "HAT,Cap,contents,hats\nPEN,Pen,contents,\n", Changes::UpdateOnly));
    EXPECT_EQ(refusal.places(),
              std::vector<std::string>{"items.csv:3: sku: There is no item PEN to change."});
    EXPECT_EQ(allRows(), before);
    EXPECT_EQ(items(kItems + "HAT,Cap,contents,hats\n", Changes::UpdateOnly).changed, 1);
}

TEST_P(ImportChanges, NeverChangesTheKindOfAnItem)
{
    items(kItems + "HAT,Hat,contents,hats\n", Changes::Add);
    EXPECT_REFUSAL("import.rejected", items(kItems + "HAT,Hat,packaging,hats\n", Changes::Both));
}

TEST_P(ImportChanges, ChangesRecipients)
{
    recipients(kPeople + "C-1,Ann,service\nC-2,Bo,parts\n", Changes::Add);
    const ImportSummary done =
        recipients(kPeople + "C-3,Cy,\nC-2,Bo,parts\nc-1,Anne,service\n", Changes::Both);
    EXPECT_EQ(done.added, 1);
    EXPECT_EQ(done.changed, 1);
    EXPECT_EQ(done.unchanged, 1);
    EXPECT_EQ(verify(), std::vector<std::string>{});
    EXPECT_EQ(
        read([](const auto& tx) { return gifting::requireRecipient(tx, "C-1").recipient.name; }),
        "Anne");
    EXPECT_REFUSAL("import.rejected", recipients(kPeople + "C-4,Di,\n", Changes::UpdateOnly));
}

TEST_P(ImportChanges, AsksAboutZerosTogetherWithEverythingElseThatIsWrong)
{
    add({.sku = "0042", .name = "Cap", .category = "hats"});
    recipient("007");
    const auto places = [](const Refusal& refusal) {
        std::string all;
        for (const foundation::BadRow& row : refusal.badRows()) {
            all += std::to_string(row.line) + " " + row.column + ";";
        }
        return all;
    };
    const Refusal ofItems = EXPECT_REFUSAL(
        "import.rejected", items("sku,name,kind\n42,,contents\nB,Bag,bag\n", Changes::Add));
    EXPECT_EQ(places(ofItems), "2 name;2 sku;3 kind;");
    const Refusal ofPeople = EXPECT_REFUSAL(
        "import.rejected", recipients("recipient,name,kind\n7,,person\nB,Bo,bag\n", Changes::Add));
    EXPECT_EQ(places(ofPeople), "2 name;2 recipient;3 kind;");
}

TEST_P(ImportChanges, AsksAboutCodesThatDifferByZerosOnly)
{
    items("sku,name,kind,barcode\n00123,Mug,contents,036000291452\n", Changes::Add);
    recipients(kPeople + "00042,Customer 42,\n", Changes::Add);
    const std::string before = allRows();
    const std::string items2 = "sku,name,kind,barcode\n123,Mug,contents,36000291452\n";
    const std::string people2 = kPeople + "42,Customer 42,\n";
    EXPECT_EQ(
        EXPECT_REFUSAL("import.rejected", items(items2, Changes::Add)).places().front(),
        "items.csv:2: sku: \"123\" differs from \"00123\", which is there, only by zeros at the "
        "beginning. Say whether such codes are the same or new.");
    EXPECT_REFUSAL("import.rejected", recipients(people2, Changes::Both));
    EXPECT_EQ(allRows(), before);
    EXPECT_EQ(items(items2, Changes::Add, ZeroCodes::AreTheSame).unchanged, 1);
    EXPECT_EQ(recipients(people2, Changes::Add, ZeroCodes::AreTheSame).unchanged, 1);
    EXPECT_EQ(items(items2, Changes::Add, ZeroCodes::AreNew).added, 1);
    EXPECT_EQ(recipients(people2, Changes::Add, ZeroCodes::AreNew).added, 1);
    // Capitals alone are the same code.
    items(kItems + "hat,Hat,contents,\n", Changes::Add);
    EXPECT_EQ(items(kItems + "HAT,Hat,contents,\n", Changes::Add).unchanged, 1);
}

TEST_P(ImportChanges, TellsEveryFaultOfARow)
{
    const Refusal refusal = EXPECT_REFUSAL(
        "import.rejected",
        items("sku,name,kind,reorder_point,pack_size\nMUG 1,,cup,few,0\n", Changes::Add));
    EXPECT_EQ(refusal.places().size(), 5U) << refusal.places().front();
}

TEST_P(ImportChanges, KeepsHowTablesWithTheSameColumnsWereRead)
{
    const auto readingOf = [](const std::string& header) {
        return exchange::readTable(header + "\nA,Cup,1\n", "x.csv",
                                   *exchange::readFieldsOf("items"), {}, {});
    };
    const exchange::ImportMapping first{.name = "Cap Works",
                                        .answers = {.columns = {{"Colour", "size"}}, .lines = {3}}};
    write([&](auto& tx) {
        exchange::keepMapping(tx, "items", readingOf("SKU,Name,Colour"), first);
        exchange::keepMapping(tx, "items", readingOf("SKU,Name,Colour"),
                              {.name = "Caps", .answers = first.answers});
        tx.record("import.items", "items", "{}");
        return true;
    });
    const auto find = [&](const std::string& kind, const std::string& header) {
        return read(
            [&](const auto& tx) { return exchange::findMapping(tx, kind, readingOf(header)); });
    };
    const auto found = find("items", "SKU,Name,Colour");
    ASSERT_TRUE(found);
    EXPECT_EQ(found->name, "Caps");
    EXPECT_EQ(found->answers, (exchange::Answers{.columns = {{"Colour", "size"}}}));
    EXPECT_FALSE(find("items", "SKU,Name,Color"));
    EXPECT_FALSE(find("recipients", "SKU,Name,Colour"));
}

} // namespace
} // namespace giftbox::tests::import_changes_test
