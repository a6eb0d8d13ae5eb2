#include "accounting/verify_books.h"
#include "tests/support/store_fixture.h"

namespace giftbox::tests::verify_books_test {
namespace {

using Sentences = std::vector<std::string>;

/// A mug box given and a hat box packed; then a row is changed without the program.
class VerifyBooks : public StoreFixture {
protected:
    void prepare() override
    {
        item("MUG-01");
        item("HAT-01");
        recipient("C-1");
        recipient("C-2");
        stock("MUG-01", 3, "10.00", "2026-03-01");
        stock("HAT-01", 3, "9.00", "2026-03-01");
        packAndGive("C-1", {{"MUG-01", 2}}, "2026-03-05");
        pack("C-2", {{"HAT-01", 1}}, "2026-03-06");
        booksAreFalsified();
    }
    /// `sql` without WHERE, for the rows of the store.
    void falsify(const std::string& sql, const std::string& where = "true")
    {
        EXPECT_GE(raw().execute(sql + " WHERE store_id = " + storeId() + " AND " + where), 1);
    }
    bool isSaid(const std::string& sentence)
    {
        const Sentences all = verify();
        return std::find(all.begin(), all.end(), sentence) != all.end();
    }
};
GIFTBOX_ON_BOTH_ENGINES(VerifyBooks);

TEST_P(VerifyBooks, FindsNothingInBooksThatHold) { EXPECT_EQ(verify(), Sentences{}); }

TEST_P(VerifyBooks, FindsNothingInTheBooksOfANewStore)
{
    openStore("KWD", "0.000", 0);
    EXPECT_EQ(verify(), Sentences{});
}

TEST_P(VerifyBooks, NamesTheBoxAndBothAmounts)
{
    falsify("UPDATE box SET contents_minor = contents_minor + 1", "box_no = 1");
    EXPECT_TRUE(isSaid("box 1: contents 6.68 stored, 6.67 recomputed"));
    EXPECT_TRUE(isSaid("month 2026-03: contents 6.67 stored, 6.68 recomputed"));
}

TEST_P(VerifyBooks, NamesTheMonthAndBothAmounts)
{
    falsify("UPDATE month_total SET committed_minor = committed_minor + 1");
    EXPECT_EQ(verify(), Sentences{"month 2026-03: committed 3.01 stored, 3.00 recomputed"});
}

TEST_P(VerifyBooks, NamesTheMovementAndBothCosts)
{
    falsify("UPDATE movement SET cost_minor = cost_minor + 1", "seq = 4");
    EXPECT_TRUE(isSaid("movement 4: cost 2.99 stored, 3.00 recomputed"));
}

TEST_P(VerifyBooks, FindsAnActorWhoWasChanged)
{
    falsify("UPDATE event SET actor = 'bob'", "event_seq = 3");
    EXPECT_EQ(verify(), Sentences{"event 3: its hash does not follow from the one before"});
}

TEST_P(VerifyBooks, FindsEveryWordOfAnEventThatWasChanged)
{
    for (const char* column : {"actor", "action", "subject", "detail", "hash"}) {
        const std::string name = column;
        falsify("UPDATE event SET " + name + " = " + name + " || ' '", "event_seq = 4");
        EXPECT_FALSE(verify().empty()) << name;
        falsify("UPDATE event SET " + name + " = substr(" + name + ", 1, length(" + name + ") - 1)",
                "event_seq = 4");
        EXPECT_EQ(verify(), Sentences{}) << name;
    }
}

TEST_P(VerifyBooks, FindsAnEventThatWasDeleted)
{
    falsify("DELETE FROM event", "event_seq = 2");
    EXPECT_TRUE(isSaid("event 2: missing"));
    EXPECT_TRUE(isSaid("event 3: its hash does not follow from the one before"));
}

TEST_P(VerifyBooks, FindsThatTheLastEventWasDeleted)
{
    const auto last =
        raw().column("SELECT MAX(event_seq) FROM event WHERE store_id = " + storeId()).front();
    falsify("DELETE FROM event", "event_seq = " + last);
    EXPECT_TRUE(
        isSaid("store " + store() + ": the last event's hash is not the head of the audit log"));
}

TEST_P(VerifyBooks, FindsEventsThatWereReordered)
{
    falsify("UPDATE event SET event_seq = 1000", "event_seq = 3");
    falsify("UPDATE event SET event_seq = 3", "event_seq = 4");
    falsify("UPDATE event SET event_seq = 4", "event_seq = 1000");
    EXPECT_TRUE(isSaid("event 3: its hash does not follow from the one before"));
    EXPECT_TRUE(isSaid("event 4: its hash does not follow from the one before"));
}

TEST_P(VerifyBooks, FindsACapThatWasLoweredOrDeleted)
{
    cap("box.total", "50.00", budget::CapAction::Stop);
    cap("box.contents", "40.00", budget::CapAction::Stop);
    falsify("UPDATE cap SET action = 'warn'", "cap_no = 1");
    EXPECT_EQ(verify().size(), 2U) << "the cap beside its event, and the event's digest";
    falsify("UPDATE cap SET action = 'stop'", "cap_no = 1");
    EXPECT_EQ(verify(), Sentences{});
    falsify("DELETE FROM cap", "cap_no = 1");
    EXPECT_TRUE(isSaid("caps: 1 stored, but not one for each of the 2 events that set them"));
    EXPECT_EQ(verify().size(), 2U);
}

TEST_P(VerifyBooks, FindsABoxInAnotherState)
{
    falsify("UPDATE box SET state = 'given', given_on = 20260306", "box_no = 2");
    EXPECT_TRUE(isSaid("month 2026-03: boxes given 1 stored, 2 recomputed"));
    falsify("UPDATE box SET state = 'unpacked', given_on = NULL", "box_no = 2");
    EXPECT_TRUE(isSaid("box 2: it left with 3.00 but came back with 0.00"));
}

TEST_P(VerifyBooks, FindsARecipientWhoWasSwapped)
{
    falsify("UPDATE box SET recipient_no = 2", "box_no = 1");
    EXPECT_TRUE(
        isSaid("month 2026-03: recipient number 1 is either counted or given a box, but not both"));
    EXPECT_TRUE(
        isSaid("month 2026-03: recipient number 2 is either counted or given a box, but not both"));
}

TEST_P(VerifyBooks, FindsADrawThatLeftAYoungerLot)
{
    stock("MUG-01", 3, "10.00", "2026-03-10");
    falsify("UPDATE movement SET lot_no = 3", "seq = 3");
    EXPECT_TRUE(
        isSaid("movement 3: it takes 2 units from lot 3, but the oldest open lot is 1 with 3"));
}

TEST_P(VerifyBooks, TellsOfItsProgressInLongBooks)
{
    std::string file = "received_on,sku,units,total_cost,reference\n";
    constexpr int kMovements = 66'000;
    for (int i = 0; i < kMovements; ++i) {
        file += "2026-03-01,MUG-01,1,0.01,PO-" + std::to_string(i) + "\n";
    }
    importReceipts(file);
    std::vector<std::pair<std::int64_t, std::int64_t>> told;
    const auto differences = read([&](const auto& tx) {
        return accounting::verifyBooks(
            tx, [&](std::int64_t done, std::int64_t all) { told.emplace_back(done, all); });
    });
    EXPECT_EQ(differences, Sentences{});
    ASSERT_EQ(told.size(), 1U);
    EXPECT_LT(told.front().first, told.front().second);
    EXPECT_EQ(told.front().second, kMovements + 4);
}

} // namespace
} // namespace giftbox::tests::verify_books_test
