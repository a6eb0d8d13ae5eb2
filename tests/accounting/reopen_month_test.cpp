#include "accounting/reopen_month.h"

#include "accounting/account_map.h"
#include "accounting/journal_file.h"
#include "accounting/make_batch.h"
#include "gifting/take_back_box.h"
#include "purchasing/record_bill.h"
#include "tests/support/store_fixture.h"

namespace giftbox::tests::reopen_month_test {
namespace {

/// A mug costs 10.00.
class ReopenMonth : public StoreFixture {
protected:
    void prepare() override
    {
        openStore("USD", "30.00", 0);
        item("MUG-01");
        recipient("C-1");
        recipient("C-2");
        stock("MUG-01", 100, "1000.00", "2026-03-01");
    }

    accounting::ReopenedMonth reopen(const std::string& closed,
                                     const std::string& reason = "a late invoice")
    {
        return write([&](auto& tx) { return accounting::reopenMonth(tx, month(closed), reason); });
    }
    books::BoxNo plan(const std::string& of)
    {
        return write([&](auto& tx) {
                   return gifting::planBox(tx, {.recipient = "C-2",
                                                .lines = {{"MUG-01", 1}},
                                                .minutes = {},
                                                .month = month(of)});
               })
            .number;
    }
    std::string plannedFor(books::BoxNo number)
    {
        return read(
            [&](const auto& tx) { return toText(gifting::findPlannedBox(tx, number)->month); });
    }
    std::string files(const std::string& of)
    {
        const foundation::Period days{.from = month(of).firstDay(), .to = month(of).lastDay()};
        return monthlyReport(of, of) +
               csv([&](const auto& tx, auto& out) { exchange::exportMovements(tx, days, out); }) +
               csv([&](const auto& tx, auto& out) { exchange::exportBoxes(tx, days, out); }) +
               csv([&](const auto& tx, auto& out) { exchange::exportReceipts(tx, days, out); }) +
               csv([&](const auto& tx, auto& out) { exchange::exportStock(tx, days.to, out); });
    }
    void mapAll()
    {
        for (const auto& rule : accounting::kJournalRoles) {
            write([&](auto& tx) {
                accounting::setAccount(tx, rule.role, month("2026-01"),
                                       "A-" + std::string(rule.text));
                return 0;
            });
        }
    }
    accounting::JournalBatch batch(const std::string& of)
    {
        return write([&](auto& tx) { return accounting::makeBatch(tx, month(of)); });
    }
    std::string stateOf(std::int64_t number)
    {
        return read([&](const auto& tx) {
            return std::string(accounting::requireBatch(tx, number).state());
        });
    }
    void bill(const std::string& reference, const std::string& on)
    {
        write([&](auto& tx) {
            return purchasing::recordBill(tx, {.supplier = "Mug Works",
                                               .reference = reference,
                                               .on = day(on),
                                               .amount = Money{100000},
                                               .lots = {books::LotNo{1}}});
        });
    }
    /// The days of what is booked in a month and in no batch yet.
    std::string booked(const std::string& of)
    {
        std::string all;
        read([&](const auto& tx) {
            accounting::previewJournal(tx, month(of), accounting::JournalDetail::Fact,
                                       [&](const accounting::LedgerEntry& entry) {
                                           all += toText(entry.head.on) + " " + memoOf(entry.head) +
                                                  "\n";
                                       });
            return 0;
        });
        return all;
    }
};
GIFTBOX_ON_BOTH_ENGINES(ReopenMonth);

TEST_P(ReopenMonth, MovesBackWhatItsCloseMovedOn)
{
    const auto early = pack("C-1", {{"MUG-01", 1}}, "2026-03-06");
    close("2026-03");
    const auto own = pack("C-1", {{"MUG-01", 2}}, "2026-04-06");
    const auto given = pack("C-1", {{"MUG-01", 3}}, "2026-04-07");
    const auto plannedThen = plan("2026-04");
    const auto plannedLater = plan("2026-05");
    EXPECT_EQ(close("2026-04").movedBoxes, 4);
    const auto next = pack("C-2", {{"MUG-01", 4}}, "2026-05-02");
    give(given, "2026-05-03");
    const auto reopened = reopen("2026-04");
    EXPECT_EQ(reopened.movedBoxes, 3);
    EXPECT_EQ(reopened.moved, money("40.00"));
    EXPECT_EQ(reopened.closedThrough, month("2026-03"));
    EXPECT_EQ(box(early).month, month("2026-04"));
    EXPECT_EQ(box(own).month, month("2026-04"));
    EXPECT_EQ(box(given).month, month("2026-05"));
    EXPECT_EQ(box(next).month, month("2026-05"));
    EXPECT_EQ(plannedFor(plannedThen), "2026-04");
    EXPECT_EQ(plannedFor(plannedLater), "2026-05");
    EXPECT_EQ(total("2026-04").committed, money("40.00"));
    EXPECT_EQ(total("2026-05").committed, money("50.00"));
    EXPECT_EQ(verify(), std::vector<std::string>());
}

TEST_P(ReopenMonth, TakesFactsAgain)
{
    close("2026-03");
    EXPECT_REFUSAL("month.closed", stock("MUG-01", 1, "12.00", "2026-03-31"));
    reopen("2026-03");
    EXPECT_NO_THROW(stock("MUG-01", 1, "12.00", "2026-03-31"));
    EXPECT_EQ(close("2026-03").movedBoxes, 0);
    EXPECT_REFUSAL("month.closed", stock("MUG-01", 1, "12.00", "2026-03-31"));
    EXPECT_EQ(verify(), std::vector<std::string>());
}

TEST_P(ReopenMonth, ClosedAgainHasTheSameFiles)
{
    packAndGive("C-1", {{"MUG-01", 1}}, "2026-03-05");
    const auto waiting = pack("C-1", {{"MUG-01", 1}}, "2026-03-06");
    const auto other = pack("C-2", {{"MUG-01", 2}}, "2026-03-07");
    close("2026-03");
    give(waiting, "2026-04-02");
    unpack(other, "2026-04-03");
    close("2026-04");
    const std::string march = files("2026-03");
    const std::string april = files("2026-04");
    reopen("2026-04");
    reopen("2026-03");
    EXPECT_EQ(verify(), std::vector<std::string>());
    close("2026-03");
    EXPECT_EQ(files("2026-03"), march);
    close("2026-04");
    EXPECT_EQ(files("2026-03"), march);
    EXPECT_EQ(files("2026-04"), april);
    EXPECT_EQ(verify(), std::vector<std::string>());
}

TEST_P(ReopenMonth, LeavesEachCloseToBeCheckedAgainstItsOwnTime)
{
    const auto waiting = pack("C-1", {{"MUG-01", 1}}, "2026-03-06");
    const auto mistaken = packAndGive("C-2", {{"MUG-01", 2}}, "2026-03-07");
    close("2026-03");
    close("2026-04");
    reopen("2026-04");
    reopen("2026-03");
    give(waiting, "2026-03-08");
    write([&](auto& tx) { return gifting::takeBackBox(tx, mistaken.number, "not theirs"); });
    writeOff("MUG-01", 3, "2026-03-09");
    EXPECT_EQ(verify(), std::vector<std::string>());
    EXPECT_EQ(close("2026-03").carried.boxes, 1);
    EXPECT_EQ(verify(), std::vector<std::string>());
    give(mistaken, "2026-04-01");
    close("2026-04");
    EXPECT_EQ(verify(), std::vector<std::string>());
}

TEST_P(ReopenMonth, GoesFromTheLastClosedMonthBackAndNeedsAReason)
{
    const auto waiting = pack("C-1", {{"MUG-01", 1}}, "2026-03-06");
    EXPECT_REFUSAL("month.not_closed", reopen("2026-03"));
    close("2026-03");
    close("2026-04");
    EXPECT_EQ(
        EXPECT_REFUSAL("month.reopen_later_first", reopen("2026-03")).sentence(),
        "Months are opened again from the last closed one back. Open 2026-04 before 2026-03.");
    EXPECT_REFUSAL("month.not_closed", reopen("2026-05"));
    EXPECT_REFUSAL("text.missing", reopen("2026-04", ""));
    EXPECT_EQ(box(waiting).month, month("2026-05"));
    EXPECT_EQ(read([](const auto& tx) { return tx.store().closedThrough; }), month("2026-04"));
}

TEST_P(ReopenMonth, IsRefusedOnceABatchOfItWasPosted)
{
    mapAll();
    close("2026-03");
    const auto posted = batch("2026-03");
    write([&](auto& tx) { return accounting::markPosted(tx, 1, "JE-1"); });
    EXPECT_EQ(EXPECT_REFUSAL("month.posted", reopen("2026-03")).sentence(),
              "Batch " + posted.key +
                  " of 2026-03 was posted as JE-1. Void it with its mirror first, or correct the "
                  "month in 2026-04.");
    EXPECT_EQ(read([](const auto& tx) { return tx.store().closedThrough; }), month("2026-03"));
    write([&](auto& tx) { return accounting::voidBatch(tx, 1, "a late invoice"); });
    EXPECT_TRUE(reopen("2026-03").superseded.empty());
    EXPECT_EQ(stateOf(1), "voided");
    EXPECT_NO_THROW(write([&](auto& tx) { return accounting::markPosted(tx, 2, "JE-2"); }));
    EXPECT_EQ(verify(), std::vector<std::string>());
}

TEST_P(ReopenMonth, SupersedesItsBatchesWhoseFactsStandInTheNext)
{
    mapAll();
    close("2026-03");
    const auto first = batch("2026-03");
    EXPECT_EQ(booked("2026-03"), "");
    EXPECT_EQ(reopen("2026-03").superseded, std::vector<std::string>{first.key});
    EXPECT_EQ(stateOf(1), "superseded");
    EXPECT_REFUSAL("journal.superseded",
                   write([&](auto& tx) { return accounting::markPosted(tx, 1, "JE-1"); }));
    EXPECT_REFUSAL("journal.superseded",
                   write([&](auto& tx) { return accounting::voidBatch(tx, 1, "wrong"); }));
    EXPECT_EQ(stateOf(1), "superseded");
    writeOff("MUG-01", 1, "2026-03-31");
    EXPECT_EQ(booked("2026-03"), "2026-03-01 Receipt: R-1\n2026-03-31 Write-off: R-1\n");
    EXPECT_EQ(batch("2026-03").entries, 2);
    EXPECT_EQ(stateOf(2), "open");
    EXPECT_EQ(verify(), std::vector<std::string>());
}

TEST_P(ReopenMonth, LeavesABillWhereItWasBooked)
{
    mapAll();
    close("2026-03");
    bill("B-1", "2026-03-05");
    EXPECT_EQ(booked("2026-04"), "2026-04-01 Bill: B-1\n");
    batch("2026-04");
    reopen("2026-03");
    EXPECT_EQ(booked("2026-03"), "2026-03-01 Receipt: R-1\n");
    EXPECT_EQ(booked("2026-04"), "");
    close("2026-03");
    EXPECT_EQ(booked("2026-03"), "2026-03-01 Receipt: R-1\n");
}

TEST_P(ReopenMonth, OpensTheEmptyMonthsThatWereClosedWithIt)
{
    close("2026-03");
    write([&](auto& tx) {
        return accounting::closeMonth(tx, month("2026-05"),
                                      accounting::EarlierMonths::CloseWhenEmpty);
    });
    EXPECT_EQ(reopen("2026-05").closedThrough, month("2026-03"));
    EXPECT_NO_THROW(stock("MUG-01", 1, "10.00", "2026-04-01"));
    EXPECT_EQ(reopen("2026-03").closedThrough, std::nullopt);
    EXPECT_EQ(verify(), std::vector<std::string>());
}

TEST_P(ReopenMonth, FindsFalsifiedRows)
{
    pack("C-1", {{"MUG-01", 1}}, "2026-03-06");
    close("2026-03");
    reopen("2026-03");
    ASSERT_EQ(verify(), std::vector<std::string>());
    for (const char* change :
         {"carried_boxes = 9", "moved_minor = 9", "closed_event = closed_event + 1",
          "reason = 'another'", "month = 202602"}) {
        SCOPED_TRACE(change);
        raw().execute("CREATE TABLE kept AS SELECT * FROM reopened_month");
        raw().execute(std::string("UPDATE reopened_month SET ") + change +
                      " WHERE store_id = " + storeId());
        booksAreFalsified();
        EXPECT_FALSE(verify().empty());
        raw().execute("DELETE FROM reopened_month");
        raw().execute("INSERT INTO reopened_month SELECT * FROM kept");
        raw().execute("DROP TABLE kept");
    }
    EXPECT_EQ(verify(), std::vector<std::string>());
}

} // namespace
} // namespace giftbox::tests::reopen_month_test
