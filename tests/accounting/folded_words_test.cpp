#include "accounting/folded_words.h"

#include "gifting/anonymize_recipient.h"
#include "gifting/selection/nominate_recipient.h"
#include "gifting/set_recipe.h"
#include "inventory/add_item.h"
#include "reports/alike.h"
#include "tests/support/store_fixture.h"

#include <algorithm>

namespace giftbox::tests::folded_words_test {
namespace {

using Sentences = std::vector<std::string>;

/// A store from before text was folded: duplicates of every kind, and no folded forms.
class FoldWords : public StoreFixture {
protected:
    bool needsOwnDatabase() const override { return true; } // the step is of a whole database

    void prepare() override
    {
        booksAreFalsified(); // the events keep digests of the text as entered
        for (const char* sku : {"CAP-1", "CAP-2", "MUG"}) {
            add({.sku = sku, .name = std::string("Item ") + sku, .category = "hats"});
            stock(sku, 2, "2.00", "2026-06-01");
        }
        edit("MUG", {{"barcode", "012345678905"}});
        for (const char* code : {"C-1", "C-2"}) {
            recipient(code);
            setRecipe(std::string("Recipe ") + code);
        }
        for (const char* adviser : {"bo", "cy"}) {
            write([&](auto& tx) {
                return gifting::nominateRecipient(tx, {.recipient = "C-1",
                                                       .month = month("2026-07"),
                                                       .adviser = adviser,
                                                       .department = "service",
                                                       .reason = "r"});
            });
        }
        for (const char* sql :
             {"UPDATE item SET sku = 'cap-1' WHERE sku = 'CAP-2'",
              "UPDATE item SET sku_folded = '', barcode_folded = '', sku_twin = item_no",
              "UPDATE recipient SET household = 'Röyes ', code = 'c-1' WHERE code = 'C-2'",
              "UPDATE recipient SET code_folded = '', household_folded = '', search_text = '', "
              "code_twin = recipient_no",
              "UPDATE recipe SET name = 'recipe c-1 ' WHERE name = 'Recipe C-2'",
              "UPDATE recipe SET name_folded = '', name_twin = recipe_no",
              "UPDATE nomination SET adviser = 'Bo ' WHERE adviser = 'cy'",
              "UPDATE nomination SET adviser_folded = '', adviser_twin = nomination_no"}) {
            raw().execute(sql);
        }
        wordsBefore_ = words();
        fold();
    }
    void setRecipe(const std::string& name)
    {
        write([&](auto& tx) {
            return gifting::setRecipe(
                tx, {.name = name, .items = {{"MUG", 1}}, .categories = {}, .minutes = {}});
        });
    }
    void fold()
    {
        database().begin(foundation::Access::Write);
        accounting::foldWords(database());
        database().commit();
    }
    Sentences wronglyFolded()
    {
        accounting::Differences differences;
        read([&](const auto& tx) {
            accounting::checkFolded(tx, differences);
            return true;
        });
        return differences;
    }
    std::string words()
    {
        std::string all;
        for (const char* sql : {"SELECT sku FROM item ORDER BY item_no",
                                "SELECT household FROM recipient ORDER BY recipient_no",
                                "SELECT code FROM recipient ORDER BY recipient_no",
                                "SELECT name FROM recipe ORDER BY recipe_no",
                                "SELECT adviser FROM nomination ORDER BY nomination_no"}) {
            for (const std::string& word : raw().column(sql)) {
                all += word + "|";
            }
        }
        return all;
    }
    std::string twins(const std::string& sql)
    {
        std::string all;
        for (const std::string& twin : raw().column(sql)) {
            all += twin + " ";
        }
        return all;
    }

    std::string wordsBefore_;
};
GIFTBOX_ON_BOTH_ENGINES(FoldWords);

TEST_P(FoldWords, ChangesNoWordAndMakesTheLaterOfTwoATwin)
{
    EXPECT_EQ(words(), wordsBefore_);
    EXPECT_EQ(words(), "CAP-1|cap-1|MUG||Röyes |C-1|c-1|Recipe C-1|recipe c-1 |bo|Bo |");
    EXPECT_EQ(twins("SELECT sku_twin FROM item ORDER BY item_no"), "0 2 0 ");
    EXPECT_EQ(twins("SELECT code_twin FROM recipient ORDER BY recipient_no"), "0 2 ");
    EXPECT_EQ(twins("SELECT name_twin FROM recipe ORDER BY recipe_no"), "0 2 ");
    EXPECT_EQ(twins("SELECT adviser_twin FROM nomination ORDER BY nomination_no"), "0 2 ");
    EXPECT_EQ(wronglyFolded(), Sentences{});
}

TEST_P(FoldWords, LeavesTwinsUsableAsTheyAreSpelled)
{
    pack("C-1", {{"CAP-1", 1}}, "2026-06-02");
    pack("c-1", {{"cap-1", 2}, {"0012345678905", 1}}, "2026-06-02");
    EXPECT_EQ(onShelf("CAP-1").units, 1);
    EXPECT_EQ(onShelf("cap-1").units, 0);
    EXPECT_EQ(onShelf("MUG").units, 1);
    EXPECT_REFUSAL("item.ambiguous", pack("C-1", {{"Cap-1", 1}}, "2026-06-02"));
    EXPECT_REFUSAL("item.exists", add({.sku = "Cap-1", .name = "A third"}));
    EXPECT_REFUSAL("recipient.exists", recipient("C-1"));
    const auto recipe = [&](const std::string& name) {
        return read([&](const auto& tx) { return gifting::requireRecipe(tx, name).name; });
    };
    EXPECT_EQ(recipe("recipe c-1 "), "recipe c-1 ");
    EXPECT_EQ(recipe("RECIPE C-1"), "Recipe C-1") << "the first";
    EXPECT_EQ(importItems("sku,name,kind,category,unit\ncap-1,Item CAP-2,contents,hats,\n"),
              (exchange::ImportSummary{.added = 0, .unchanged = 1}));
    EXPECT_REFUSAL("import.rejected",
                   importItems("sku,name,kind,category,unit\nCap-1,Item,contents,hats,\n"));
    EXPECT_REFUSAL("import.rejected", importRecipients("recipient,name,group\nC-1 ,Ann,\n"));
}

TEST_P(FoldWords, IsToldOfAndListed)
{
    const Sentences notes = accounting::twinNotes(database());
    ASSERT_EQ(notes.size(), 1U);
    EXPECT_EQ(
        notes.front(),
        "Store " + store() +
            ": 4 codes or names differ from an older one only in capitals, accents or blanks. All "
            "are kept, and each is found by its exact spelling. `giftbox alike` lists them.");
    add({.sku = "PEN", .name = "Pen", .barcode = "0012345678905"});
    EXPECT_EQ(csv([](const auto& tx, auto& out) { reports::writeAlike(tx, out); }),
              "what,spelled,of\r\n"
              "barcode,0012345678905,PEN\r\n"
              "barcode,012345678905,MUG\r\n"
              "nomination,1,bo\r\n"
              "nomination,2,\"Bo \"\r\n"
              "recipe,Recipe C-1,\r\n"
              "recipe,\"recipe c-1 \",\r\n"
              "recipient,C-1,Customer C-1\r\n"
              "recipient,c-1,Customer C-2\r\n"
              "sku,CAP-1,Item CAP-1\r\n"
              "sku,cap-1,Item CAP-2\r\n");
}

TEST_P(FoldWords, IsRecomputedByVerify)
{
    const auto isSaid = [&](const std::string& sql, const std::string& sentence) {
        raw().execute(sql);
        const Sentences all = verify();
        EXPECT_NE(std::ranges::find(all, sentence), all.end()) << sql;
        fold();
    };
    isSaid("UPDATE item SET sku_folded = 'x' WHERE sku = 'MUG'",
           "item 3: sku_folded is not the folded form of its text");
    isSaid("UPDATE item SET barcode_folded = 'x' WHERE sku = 'MUG'",
           "item 3: barcode_folded is not the folded form of its text");
    isSaid("UPDATE recipient SET household_folded = 'x' WHERE code = 'c-1'",
           "recipient 2: household_folded is not the folded form of its text");
    isSaid("UPDATE recipient SET search_text = '' WHERE code = 'c-1'",
           "recipient 2: search_text is not the folded form of its text");
    isSaid("UPDATE nomination SET adviser_folded = 'x' WHERE nomination_no = 2",
           "nomination 2: adviser_folded is not the folded form of its text");
    isSaid("UPDATE recipe SET name_folded = 'x' WHERE recipe_no = 2",
           "recipe 2: name_folded is not the folded form of its text");
    isSaid("UPDATE item SET sku_twin = 1 WHERE item_no = 1",
           "item 1: it is stored as a twin, but no older one has its folded form");
    isSaid("UPDATE recipe SET name_twin = 7 WHERE recipe_no = 2",
           "recipe 2: it is stored as twin 7; expected 0 or its own number");
}

TEST_P(FoldWords, LeavesNoTwinOfWhoeverIsAnonymized)
{
    write([&](auto& tx) { return gifting::anonymizeRecipient(tx, "C-1", "asked us to"); });
    EXPECT_EQ(twins("SELECT code_twin FROM recipient ORDER BY recipient_no"), "0 0 ");
    pack("C-1", {{"CAP-1", 1}}, "2026-06-02");
    EXPECT_EQ(wronglyFolded(), Sentences{});
}

TEST_P(FoldWords, GoesThroughMoreRowsThanItReadsAtOnce)
{
    constexpr int kMany = 5000;
    std::string file = "recipient,name,group,household\n";
    for (int i = 1; i <= kMany; ++i) {
        file += "M-" + std::to_string(i) + ",Somebody,,Müller\n";
    }
    importRecipients(file);
    raw().execute("UPDATE recipient SET code_folded = '', household_folded = '', search_text = '', "
                  "code_twin = recipient_no");
    fold();
    EXPECT_EQ(wronglyFolded(), Sentences{});
}

} // namespace
} // namespace giftbox::tests::folded_words_test
