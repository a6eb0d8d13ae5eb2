#include "gifting/stock_reasons.h"
#include "tests/support/store_fixture.h"

namespace giftbox::tests::stock_reasons_test {
namespace {

class StockReasons : public StoreFixture {
protected:
    std::string recorded(const std::string& reason, const std::string& words = {})
    {
        return read(
            [&](const auto& tx) { return gifting::StockReasons(tx).recorded(reason, words); });
    }
    void add(const std::string& name)
    {
        write([&](auto& tx) { return gifting::addReason(tx, name); });
    }
    void retire(const std::string& name)
    {
        write([&](auto& tx) { return gifting::retireReason(tx, name); });
    }
    std::string list()
    {
        return read([](const auto& tx) {
            std::string text;
            for (const gifting::StockReason& one : gifting::StockReasons(tx).all()) {
                text += one.name + (one.isListed ? ", " : " (retired), ");
            }
            return text;
        });
    }
};
GIFTBOX_ON_BOTH_ENGINES(StockReasons);

TEST_P(StockReasons, AreFiveToBeginWith)
{
    EXPECT_EQ(list(), "damage, given without record, miscount, found, other, ");
}

TEST_P(StockReasons, AreAddedAndRetired)
{
    add("given to a club");
    retire("found");
    EXPECT_EQ(list(),
              "damage, given without record, miscount, found (retired), other, given to a club, ");
    add("FOUND");
    EXPECT_EQ(list(), "damage, given without record, miscount, found, other, given to a club, ");
}

TEST_P(StockReasons, AreRecordedInTheSpellingOfTheListWithTheirWords)
{
    EXPECT_EQ(recorded("Damage"), "damage");
    EXPECT_EQ(recorded("DAMAGE : dropped"), "damage: dropped");
    EXPECT_EQ(recorded("damage", "dropped"), "damage: dropped");
    EXPECT_EQ(recorded("damage: dropped", "twice"), "damage: dropped, twice");
    EXPECT_EQ(recorded("other", "sun-bleached"), "other: sun-bleached");
    EXPECT_EQ(recorded("fell off the shelf"), "fell off the shelf") << "other, in its own words";
    EXPECT_EQ(recorded("shelf 3: fell"), "shelf 3: fell");
}

TEST_P(StockReasons, RefuseWhatIsNoReasonAndChangeNothing)
{
    retire("found");
    const std::string before = allRows();
    EXPECT_REFUSAL("reason.retired", recorded("found: behind"));
    EXPECT_REFUSAL("reason.words_needed", recorded("other"));
    EXPECT_REFUSAL("reason.unknown", recorded("fell", "off the shelf"));
    EXPECT_REFUSAL("reason.exists", add("Damage"));
    EXPECT_REFUSAL("reason.malformed", add("damage: dropped"));
    EXPECT_REFUSAL("text.missing", add(""));
    EXPECT_REFUSAL("reason.unknown", retire("fell"));
    EXPECT_REFUSAL("reason.retired", retire("found"));
    EXPECT_REFUSAL("reason.other_stays", retire("other"));
    EXPECT_EQ(allRows(), before);
}

} // namespace
} // namespace giftbox::tests::stock_reasons_test
