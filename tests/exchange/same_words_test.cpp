#include "gifting/buildable.h"
#include "gifting/set_recipe.h"
#include "gifting/substitutes.h"
#include "gifting/use_recipe.h"
#include "tests/support/store_fixture.h"

namespace giftbox::tests::same_words_test {
namespace {

/// Text typed twice with different capitals, accents, or spaces.
class SameWords : public StoreFixture {
protected:
    void prepare() override
    {
        add({.sku = "CAP-1", .name = "Cap", .category = "hats"});
        add({.sku = "CAP-2", .name = "Other cap", .category = "Häts "});
        stock("CAP-1", 1, "1.00", "2026-06-01");
        stock("CAP-2", 1, "2.00", "2026-06-01");
        recipient("C-1");
    }
    gifting::Recipe set(const std::string& name, const std::vector<gifting::BoxLine>& items,
                        const std::vector<gifting::CategoryLine>& categories = {})
    {
        return write([&](auto& tx) {
            return gifting::setRecipe(
                tx, {.name = name, .items = items, .categories = categories, .minutes = {}});
        });
    }
    void addRecipient(const gifting::Recipient& recipient)
    {
        write([&](auto& tx) { return gifting::addRecipient(tx, recipient), 0; });
    }
    std::string found(const std::string& query, std::int64_t most = 10)
    {
        return read([&](const auto& tx) {
            std::string codes;
            for (const auto& one : gifting::searchRecipients(tx, query, most)) {
                codes += one.recipient.code + " ";
            }
            return codes;
        });
    }
};
GIFTBOX_ON_BOTH_ENGINES(SameWords);

TEST_P(SameWords, AreOneCategoryToARecipe)
{
    const gifting::Recipe recipe = set("R", {}, {{"HATS", 1}});
    EXPECT_EQ(recipe.categories.front().category, "hats") << "spelled as in the catalog";
    const auto parts = read([&](const auto& tx) {
        return gifting::boxesBuildable(recipe, inventory::itemsAvailable(tx));
    });
    ASSERT_EQ(parts.size(), 1U);
    EXPECT_EQ(parts.front().boxes, 2);
    EXPECT_REFUSAL("recipe.category_units", set("S", {}, {{"hats", 1}, {"Hats", 2}}));
    const std::string before = allRows();
    set("R", {}, {{"hats ", 1}});
    EXPECT_EQ(allRows(), before);
}

TEST_P(SameWords, AreOneCategoryToASubstitute)
{
    const gifting::BoxRequest request{.recipient = "C-1",
                                      .lines = {{"cap-1", 1}},
                                      .minutes = {},
                                      .packedOn = day("2026-06-02"),
                                      .givenOn = {},
                                      .reference = {},
                                      .override = {}};
    const auto instead = read([&](const auto& tx) { return gifting::substitutesFor(tx, request); });
    ASSERT_EQ(instead.size(), 1U);
    EXPECT_EQ(instead.front().insteadOf, "CAP-1");
    EXPECT_EQ(instead.front().sku, "CAP-2");
}

TEST_P(SameWords, AreOneCategoryAndSizeToARecipient)
{
    add({.sku = "SHIRT", .name = "Shirt", .category = "Shirts", .size = "xl"});
    stock("SHIRT", 1, "3.00", "2026-06-01");
    addRecipient({.code = "C-2", .name = "Bo", .sizes = gifting::parseSizes("shirts=XL")});
    set("Shirt", {}, {{"shirts", 1}});
    const auto request = read([&](const auto& tx) {
        return gifting::useRecipe(
            tx, gifting::PlanRequest{.recipient = "c-2", .lines = {}, .month = month("2026-06")},
            {.name = " SHIRT", .picks = {}});
    });
    EXPECT_EQ(request.lines, (std::vector<gifting::BoxLine>{{"SHIRT", 1}}));
    EXPECT_EQ(codeOf([] { (void)gifting::parseSizes("hats=M, Hats=L"); }),
              "recipient.sizes_malformed");
    EXPECT_EQ(codeOf([] { (void)gifting::parsePreferences("golf,GOLF"); }),
              "recipient.preferences_malformed");
    EXPECT_EQ(gifting::toText(gifting::keptSizes("hats=M,Hats=L")), "hats=M")
        << "of what was kept before the first holds";
}

TEST_P(SameWords, AreOneRecipe)
{
    set("Thänks", {{"CAP-1", 1}});
    const gifting::Recipe second = set(" thanks", {{"cap-2", 1}});
    EXPECT_EQ(second.version.version, 2);
    EXPECT_EQ(second.name, "Thänks");
    EXPECT_EQ(second.items, (std::vector<gifting::BoxLine>{{"CAP-2", 1}}));
    set("apple", {{"CAP-1", 1}});
    set("Zebra", {{"CAP-1", 1}});
    std::string names;
    read([&](const auto& tx) {
        gifting::listRecipes(tx, [&](const auto& one) { names += one.name + " "; });
        return 0;
    });
    EXPECT_EQ(names, "apple Thänks Zebra ");
}

TEST_P(SameWords, AreOneCodeOfARecipient)
{
    const Refusal refusal =
        EXPECT_REFUSAL("recipient.exists", addRecipient({.code = "c-1", .name = "Ann"}));
    EXPECT_EQ(refusal.sentence(),
              "There is already a recipient C-1. Use it, or enter another code.");
    EXPECT_EQ(pack("c-1", {{"CAP-1", 1}}, "2026-06-02").recipient, "C-1");
    EXPECT_EQ(importRecipients("recipient,name,group\nc-1,Customer C-1 ,service\n"),
              (exchange::ImportSummary{.added = 0, .unchanged = 1}));
}

TEST_P(SameWords, AreFoundInAnyOrderWhateverTheScript)
{
    addRecipient({.code = "R1", .name = "Özge Yıldız", .group = "Flotte Süd"});
    addRecipient({.code = "R2", .name = "Юлия Ёлкина"});
    addRecipient({.code = "R3", .name = "Núñez, José", .household = "Casa O’Brien"});
    addRecipient({.code = "R4", .name = "Rene\u0301 Ferre\u0301"});
    addRecipient({.code = "R5", .name = "Anna Smith"});
    addRecipient({.code = "R6", .name = "ＪＯＨＮ Straße"});
    for (const auto& [query, codes] :
         std::map<std::string, std::string>{{"özge", "R1 "},
                                            {"OZGE", "R1 "},
                                            {"yildiz ozge", "R1 "},
                                            {"sud", "R1 "},
                                            {"юлия", "R2 "},
                                            {"ЁЛКИНА", "R2 "},
                                            {"елкина, юлия", "R2 "},
                                            {"jose", "R3 "},
                                            {"NÚÑEZ", "R3 "},
                                            {"obrien", "R3 "},
                                            {"Ferré", "R4 "},
                                            {"ferre rene", "R4 "},
                                            {"Smith, Anna", "R5 "},
                                            {"smith; anna - r5", "R5 "},
                                            {"a n n a s m i t h", "R5 "},
                                            {"a n n a s m i t h x", ""},
                                            {"john", "R6 "},
                                            {"strasse", "R6 "},
                                            {"r", "C-1 R1 R2 R3 R4 R5 R6 "},
                                            {"?!", ""},
                                            {"nobody", ""}}) {
        EXPECT_EQ(found(query), codes) << query;
    }
    EXPECT_EQ(found("r", 2), "C-1 R1 ") << "those known longest";
    EXPECT_EQ(found("s m i t h", 1), "R5 ") << "words beyond those of the statement";
}

} // namespace
} // namespace giftbox::tests::same_words_test
