#include "tests/support/store_fixture.h"

namespace giftbox::tests::catalog_test {
namespace {

using inventory::Item;
using inventory::ItemKind;

class AddItem : public StoreFixture {
protected:
    Item kept(const std::string& sku)
    {
        return read([&](const auto& tx) { return inventory::requireItem(tx, sku).item; });
    }
    static Item mug()
    {
        return {.sku = "MUG-01",
                .name = "Mug \"10 years\", ünïcödé 船",
                .kind = ItemKind::Packaging,
                .category = "mugs",
                .unit = "each",
                .size = "L",
                .barcode = "2000000000015",
                .supplier = "Harbor",
                .reorderPoint = 0,
                .parLevel = 12,
                .packSize = 6,
                .leadTimeDays = 14,
                .imprinted = true,
                .weight = 350};
    }
};
GIFTBOX_ON_BOTH_ENGINES(AddItem);

TEST_P(AddItem, KeepsEveryWordOfIt)
{
    add(mug());
    EXPECT_EQ(kept("MUG-01"), mug());
    const Item plain{.sku = "HAT", .name = "Hat"};
    add(plain);
    EXPECT_EQ(kept("HAT"), plain);
}

TEST_P(AddItem, IsRefusedWhenTheSkuIsTaken)
{
    add(mug());
    const Refusal refusal = EXPECT_REFUSAL("item.exists", item("MUG-01"));
    EXPECT_NE(refusal.sentence().find(mug().name), std::string::npos);
    EXPECT_REFUSAL("item.exists", item("mug-01"));
    retire("MUG-01");
    EXPECT_REFUSAL("item.exists", item("MUG-01"));
}

class RenameItem : public AddItem {
protected:
    Item rename(const std::string& sku, const std::string& to)
    {
        return write([&](auto& tx) { return inventory::renameItem(tx, sku, to); });
    }
    std::vector<std::string> stockOn(const std::string& on)
    {
        std::vector<std::string> skus;
        read([&](const auto& tx) {
            inventory::stockOn(tx, day(on), [&](const auto& line) { skus.push_back(line.sku); });
            return 0;
        });
        return skus;
    }
};
GIFTBOX_ON_BOTH_ENGINES(RenameItem);

TEST_P(RenameItem, KeepsTheEarlierSkuAsAnotherNameOfTheItem)
{
    add(mug());
    stock("MUG-01", 3, "30.00", "2026-06-01");
    EXPECT_EQ(rename("mug-01", "CUP-01").sku, "CUP-01");
    EXPECT_EQ(kept("CUP-01").name, mug().name);
    EXPECT_EQ(kept("Mug-01").sku, "CUP-01") << "in any capitals";
    EXPECT_EQ(onShelf("CUP-01").units, 3);
    stock("MUG-01", 2, "20.00", "2026-06-02");
    EXPECT_EQ(onShelf("CUP-01").units, 5) << "a label with the earlier SKU is understood";
    edit("CUP-01", {{"name", "Cup"}});
    rename("CUP-01", "MUG-01");
    EXPECT_EQ(kept("cup-01").sku, "MUG-01") << "and back";
    rename("MUG-01", "Mug-01");
    EXPECT_EQ(kept("MUG-01").sku, "Mug-01") << "capitals can be put right";
}

TEST_P(RenameItem, ChangesNothingWhereTheSkuIsTheSame)
{
    add(mug());
    const std::string before = allRows();
    rename("MUG-01", "MUG-01");
    EXPECT_EQ(allRows(), before);
}

TEST_P(RenameItem, IsRefusedWhereAnotherItemHasOrHadThatSku)
{
    add(mug());
    add({.sku = "HAT", .name = "Hat"});
    EXPECT_REFUSAL("item.exists", rename("HAT", "mug-01"));
    EXPECT_REFUSAL("item.sku_malformed", rename("HAT", "a b"));
    EXPECT_REFUSAL("item.unknown", rename("CAP", "CAP-1"));
    rename("MUG-01", "CUP-01");
    const Refusal refusal = EXPECT_REFUSAL("item.exists", add({.sku = "MUG-01", .name = "Mug"}));
    EXPECT_EQ(refusal.sentence(),
              "MUG-01 was the SKU of CUP-01 (" + mug().name +
                  ") before it was renamed, and still means it. `giftbox item edit CUP-01` "
                  "changes it.");
    EXPECT_REFUSAL("item.exists", rename("HAT", "MUG-01"));
}

TEST_P(RenameItem, LeavesClosedMonthsAsTheyWere)
{
    add({.sku = "AAA", .name = "First"});
    stock("AAA", 1, "1.00", "2026-05-02");
    add({.sku = "BBB", .name = "Second"});
    stock("BBB", 1, "1.00", "2026-05-02");
    close("2026-05");
    rename("AAA", "ZZZ");
    edit("ZZZ", {{"name", "Last"}});
    rename("ZZZ", "YYY");
    EXPECT_EQ(stockOn("2026-05-31"), (std::vector<std::string>{"AAA", "BBB"}));
    EXPECT_EQ(stockOn("2026-06-15"), (std::vector<std::string>{"BBB", "YYY"}));
}

TEST_P(AddItem, SaysAllThatIsWrongAtOnce)
{
    Item wrong = mug();
    wrong.name = "";
    wrong.parLevel = -1;
    wrong.packSize = 0;
    const Refusal refusal = EXPECT_REFUSAL("text.missing", add(wrong));
    std::vector<std::string> said;
    for (const Refusal* fault : refusal.faults()) {
        said.push_back(fault->field() + ": " + fault->sentence());
    }
    EXPECT_EQ(said, (std::vector<std::string>{"name: Enter the item's name. It cannot be empty.",
                                              "par_level: -1 is not valid for the par level. Enter "
                                              "a whole number from 0 to 1000000000.",
                                              "pack_size: 0 is not valid for the pack size. Enter "
                                              "a whole number from 1 to 1000000000."}));
}

TEST_P(AddItem, IsRefusedForASkuThatCannotBe)
{
    for (const std::string& sku :
         {std::string(), std::string("MUG 01"), std::string("-MUG"), std::string("MUG\n"),
          std::string("M\xc3\xbc"), std::string(65, 'M'), std::string("=1")}) {
        EXPECT_REFUSAL("item.sku_malformed", item(sku));
    }
    EXPECT_NO_THROW(item(std::string(64, 'M')));
    EXPECT_NO_THROW(item("a.b_c/d-9"));
}

TEST_P(AddItem, IsRefusedForWordsThatCannotBe)
{
    Item wrong = mug();
    wrong.name = "";
    EXPECT_REFUSAL("text.missing", add(wrong));
    wrong = mug();
    wrong.category = std::string(1001, 'x');
    EXPECT_REFUSAL("text.too_long", add(wrong));
    for (std::string Item::*word : {&Item::name, &Item::category, &Item::unit, &Item::size,
                                    &Item::barcode, &Item::supplier}) {
        wrong = mug();
        wrong.*word = "bad \xff byte";
        EXPECT_REFUSAL("text.malformed", add(wrong));
    }
}

TEST_P(AddItem, IsRefusedForLevelsThatCannotBe)
{
    for (std::optional<std::int64_t> Item::*level :
         {&Item::reorderPoint, &Item::parLevel, &Item::leadTimeDays}) {
        Item wrong = mug();
        wrong.*level = -1;
        EXPECT_REFUSAL("item.level_malformed", add(wrong));
        wrong.*level = 1'000'000'001;
        EXPECT_REFUSAL("item.level_malformed", add(wrong));
    }
    for (const std::int64_t grams : {0, 1'000'001}) {
        Item wrong = mug();
        wrong.weight = grams;
        EXPECT_REFUSAL("item.level_malformed", add(wrong));
    }
    Item wrong = mug();
    wrong.packSize = 0;
    EXPECT_REFUSAL("item.pack_size", add(wrong));
    wrong.packSize = 1'000'000'001;
    EXPECT_REFUSAL("item.pack_size", add(wrong));
}

TEST(ParseItemKind, KnowsContentsAndPackagingOnly)
{
    EXPECT_EQ(inventory::parseItemKind("contents"), ItemKind::Contents);
    EXPECT_EQ(inventory::parseItemKind("packaging"), ItemKind::Packaging);
    for (const char* wrong : {"", "Contents", "labor", "contents "}) {
        EXPECT_EQ(codeOf([&] { (void)inventory::parseItemKind(wrong); }), "item.kind_unknown");
    }
}

class EditItem : public AddItem {};
GIFTBOX_ON_BOTH_ENGINES(EditItem);

TEST_P(EditItem, ChangesWhatIsGivenAndLeavesTheRest)
{
    add(mug());
    edit("MUG-01", {{"name", "Cup"}, {"par_level", "24"}});
    Item cup = mug();
    cup.name = "Cup";
    cup.parLevel = 24;
    EXPECT_EQ(kept("MUG-01"), cup);
}

TEST_P(EditItem, ChangesEveryWordButTheSkuAndTheKind)
{
    item("MUG-01");
    edit("MUG-01", {{"name", "Mug \"10 years\", ünïcödé 船"},
                    {"category", "mugs"},
                    {"unit", "each"},
                    {"size", "L"},
                    {"barcode", "2000000000015"},
                    {"supplier", "Harbor"},
                    {"reorder_point", "0"},
                    {"par_level", "12"},
                    {"pack_size", "6"},
                    {"lead_time_days", "14"},
                    {"imprinted", "yes"},
                    {"weight", "350"}});
    Item all = mug();
    all.kind = ItemKind::Contents;
    EXPECT_EQ(kept("MUG-01"), all);
}

TEST_P(EditItem, RecordsNothingWhereNothingChanges)
{
    add(mug());
    const std::string before = allRows();
    edit("MUG-01", {});
    edit("MUG-01", {{"name", mug().name}, {"imprinted", "yes"}, {"weight", "350"}});
    EXPECT_EQ(allRows(), before);
}

TEST_P(EditItem, EmptiesWhatIsGivenEmpty)
{
    constexpr std::optional<std::int64_t> kNone;
    item("MUG-01");
    const Item bare = kept("MUG-01");
    Item full = bare;
    full.size = full.barcode = full.supplier = "x";
    full.reorderPoint = full.parLevel = full.leadTimeDays = full.packSize = 6;
    edit("MUG-01", {{"size", "x"},
                    {"barcode", "x"},
                    {"supplier", "x"},
                    {"reorder_point", "6"},
                    {"par_level", "6"},
                    {"pack_size", "6"},
                    {"lead_time_days", "6"}});
    EXPECT_EQ(kept("MUG-01"), full);
    edit("MUG-01", {{"par_level", ""}});
    full.parLevel = kNone;
    EXPECT_EQ(kept("MUG-01"), full) << "what is not given stays";
    edit("MUG-01", {{"size", ""},
                    {"barcode", ""},
                    {"supplier", ""},
                    {"reorder_point", ""},
                    {"pack_size", ""},
                    {"lead_time_days", ""}});
    EXPECT_EQ(kept("MUG-01"), bare);
}

TEST_P(EditItem, IsRefusedForWhatAnItemCannotSay)
{
    add(mug());
    EXPECT_REFUSAL("text.missing", edit("MUG-01", {{"name", ""}}));
    EXPECT_REFUSAL("item.level_malformed", edit("MUG-01", {{"reorder_point", "-1"}}));
    EXPECT_REFUSAL("item.pack_size", edit("MUG-01", {{"pack_size", "0"}}));
}

TEST_P(EditItem, IsRefusedForAnUnknownItem)
{
    EXPECT_REFUSAL("item.unknown", edit("MUG-01", {{"name", "Cup"}}));
    EXPECT_REFUSAL("item.unknown", edit(std::string(5000, 'x'), {{"name", "Cup"}}));
}

TEST_P(EditItem, NeverChangesWhatIsPosted)
{
    item("MUG-01");
    recipient("C-1");
    stock("MUG-01", 3, "10.00", "2026-03-01");
    const auto packed = pack("C-1", {{"MUG-01", 1}}, "2026-03-05");
    edit("MUG-01", {{"name", "Cup"}});
    EXPECT_EQ(box(packed).cost.contents, money("3.33"));
    EXPECT_EQ(onShelf("MUG-01"), (OnShelf{2, "6.67"}));
}

class RetireItem : public AddItem {};
GIFTBOX_ON_BOTH_ENGINES(RetireItem);

TEST_P(RetireItem, TakesItOutOfTheCatalogForReceipts)
{
    item("MUG-01");
    retire("MUG-01");
    EXPECT_TRUE(kept("MUG-01").retired);
    EXPECT_REFUSAL("item.retired", stock("MUG-01", 1, "1.00", "2026-03-01"));
}

TEST_P(RetireItem, IsRefusedTwiceAndForAnUnknownItem)
{
    item("MUG-01");
    retire("MUG-01");
    EXPECT_REFUSAL("item.retired", retire("MUG-01"));
    EXPECT_REFUSAL("item.unknown", retire("MUG-02"));
}

TEST_P(RetireItem, IsTakenBack)
{
    item("MUG-01");
    const auto back = [&](const char* sku) {
        return write([&](auto& tx) { return inventory::unretireItem(tx, sku); });
    };
    EXPECT_REFUSAL("item.not_retired", back("MUG-01"));
    EXPECT_REFUSAL("item.unknown", back("MUG-02"));
    retire("MUG-01");
    EXPECT_FALSE(back("MUG-01").retired);
    EXPECT_FALSE(kept("MUG-01").retired);
    stock("MUG-01", 1, "1.00", "2026-03-01");
    retire("MUG-01");
    EXPECT_TRUE(kept("MUG-01").retired);
}

} // namespace
} // namespace giftbox::tests::catalog_test
