#include "accounting/account_map.h"
#include "accounting/journal_facts.h"
#include "accounting/journal_file.h"
#include "accounting/make_batch.h"
#include "gifting/reverse_adjustment.h"
#include "gifting/take_back_box.h"
#include "purchasing/correct_receipt.h"
#include "purchasing/record_bill.h"
#include "purchasing/return_receipt.h"
#include "purchasing/reverse_charge.h"
#include "purchasing/reverse_receipt.h"
#include "tests/support/journal_text.h"
#include "tests/support/store_fixture.h"

namespace giftbox::tests::journal_test {
namespace {

using accounting::JournalDetail;
using accounting::JournalRole;

class Journal : public StoreFixture {
protected:
    void prepare() override
    {
        openStore("USD", "30.00", 12);
        item("MUG-01");
        packagingItem("CARTON");
        recipient("C-1");
        stock("MUG-01", 10, "100.00", "2026-05-01");
    }

    void mapAll(const std::string& from = "2026-01")
    {
        for (const auto& rule : accounting::kJournalRoles) {
            map(rule.role, "A-" + std::string(rule.text), from);
        }
    }
    void map(JournalRole role, const std::string& account, const std::string& from = "2026-01")
    {
        write([&](auto& tx) { return accounting::setAccount(tx, role, month(from), account), 0; });
    }
    accounting::JournalBatch batch(const std::string& of)
    {
        return write([&](auto& tx) { return accounting::makeBatch(tx, month(of)); });
    }
    accounting::JournalBatch voided(std::int64_t number)
    {
        return write([&](auto& tx) { return accounting::voidBatch(tx, number, "wrong accounts"); });
    }
    std::string file(std::int64_t number, JournalDetail detail = JournalDetail::Fact,
                     const std::string& layout = "neutral")
    {
        std::string text;
        read([&](const auto& tx) {
            accounting::writeJournalFile(tx, accounting::requireBatch(tx, number),
                                         {.layout = layout, .detail = detail},
                                         [&](std::string_view bytes) { text += bytes; });
            return 0;
        });
        return text;
    }
    /// What is in no batch yet: `Receipt: R-1` and `  gift-stock 100.00` for each line.
    std::string preview(const std::string& of, JournalDetail detail = JournalDetail::Fact)
    {
        return read([&](const auto& tx) { return journalText(tx, month(of), detail); });
    }
};
GIFTBOX_ON_BOTH_ENGINES(Journal);

TEST_P(Journal, BooksABoxWhenItIsPackedAndWhenItIsGiven)
{
    stock("CARTON", 5, "2.50", "2026-05-02");
    const auto box = pack("C-1", {{"MUG-01", 2}, {"CARTON", 1}}, "2026-05-03");
    give(box, "2026-06-01");
    EXPECT_EQ(preview("2026-05"), "2026-05-01 Receipt: R-1\n"
                                  "  gift-stock 100.00\n"
                                  "  grni -100.00\n"
                                  "2026-05-02 Receipt: R-2\n"
                                  "  packaging-stock 2.50\n"
                                  "  grni -2.50\n"
                                  "2026-05-03 Box packed: BOX-1\n"
                                  "  boxes-packed 20.50\n"
                                  "  gift-stock -20.00\n"
                                  "  packaging-stock -0.50\n");
    EXPECT_EQ(preview("2026-06"), "2026-06-01 Box given: BOX-1\n"
                                  "  gift-expense 20.00\n"
                                  "  packaging-expense 0.50\n"
                                  "  boxes-packed -20.50\n");
}

TEST_P(Journal, BooksLaborOnlyWhereTheStoreSaysSo)
{
    packAndGive("C-1", {{"MUG-01", 1}}, "2026-05-03");
    setFrom(books::Setting::JournalLabor, 1, "2026-06");
    packAndGive("C-1", {{"MUG-01", 1}}, "2026-06-03");
    EXPECT_EQ(preview("2026-05").find("labor"), std::string::npos);
    EXPECT_NE(preview("2026-06").find("  labor-applied 6.00\n"), std::string::npos);
    EXPECT_NE(preview("2026-06").find("  labor-contra -6.00\n"), std::string::npos);
}

TEST_P(Journal, BooksUnpackingAndTakingBackAsTheMirror)
{
    const auto one = pack("C-1", {{"MUG-01", 1}}, "2026-06-02");
    unpack(one, "2026-06-03");
    const auto two = packAndGive("C-1", {{"MUG-01", 1}}, "2026-06-04");
    write([&](auto& tx) { return gifting::takeBackBox(tx, two.number, "the wrong box"); });
    EXPECT_EQ(preview("2026-06"), "2026-06-02 Box packed: BOX-1\n"
                                  "  boxes-packed 10.00\n"
                                  "  gift-stock -10.00\n"
                                  "2026-06-03 Box unpacked: BOX-1\n"
                                  "  gift-stock 10.00\n"
                                  "  boxes-packed -10.00\n"
                                  "2026-06-04 Box packed: BOX-2\n"
                                  "  boxes-packed 10.00\n"
                                  "  gift-stock -10.00\n"
                                  "2026-06-04 Box given: BOX-2\n"
                                  "  gift-expense 10.00\n"
                                  "  boxes-packed -10.00\n"
                                  "2026-06-04 Giving taken back: BOX-2\n"
                                  "  boxes-packed 10.00\n"
                                  "  gift-expense -10.00\n");
}

TEST_P(Journal, BooksAPartsTransferFromPartsInventory)
{
    receive({.sku = "MUG-01",
             .units = 2,
             .cost = money("6.00"),
             .receivedOn = day("2026-06-01"),
             .reference = "T-9",
             .source = "parts_transfer"});
    EXPECT_EQ(preview("2026-06"), "2026-06-01 Receipt: T-9\n"
                                  "  gift-stock 6.00\n"
                                  "  parts-inventory -6.00\n");
}

TEST_P(Journal, BooksABillAgainstWhatWasReceivedAndTheVarianceOfWhatIsGone)
{
    packAndGive("C-1", {{"MUG-01", 1}}, "2026-05-03");
    write([&](auto& tx) {
        return purchasing::recordBill(tx, {.supplier = "Mug Works",
                                           .reference = "B-7",
                                           .on = day("2026-06-05"),
                                           .amount = Money{20000},
                                           .lots = {books::LotNo{1}}});
    });
    // The receipt's month is open, so its cost changes on its day.
    EXPECT_NE(preview("2026-05").find("2026-05-01 Receipt corrected: R-1\n"
                                      "  gift-stock 90.00\n"
                                      "  price-variance 10.00\n"
                                      "  grni -100.00\n"),
              std::string::npos)
        << preview("2026-05");
    EXPECT_EQ(preview("2026-06"), "2026-06-05 Bill: B-7\n"
                                  "  grni 200.00\n"
                                  "  payables -200.00\n");
}

TEST_P(Journal, BooksTheOppositeOfABillThatWasReversed)
{
    const auto bill = write([&](auto& tx) {
        return purchasing::recordBill(tx, {.supplier = "Mug Works",
                                           .reference = "B-7",
                                           .on = day("2026-06-05"),
                                           .amount = Money{10000},
                                           .lots = {books::LotNo{1}}});
    });
    write([&](auto& tx) { return purchasing::reverseBill(tx, bill.number, "of another store"); });
    const std::string both = preview("2026-06");
    EXPECT_NE(both.find("Bill: B-7\n"
                        "  grni 100.00\n"
                        "  payables -100.00\n"),
              std::string::npos)
        << both;
    EXPECT_NE(both.find("Bill reversed: B-7\n"
                        "  payables 100.00\n"
                        "  grni -100.00\n"),
              std::string::npos)
        << both;
}

TEST_P(Journal, BooksABillOfAClosedMonthOnTheFirstOpenDay)
{
    close("2026-05");
    write([&](auto& tx) {
        return purchasing::recordBill(tx, {.supplier = "Mug Works",
                                           .reference = "B-7",
                                           .on = day("2026-05-05"),
                                           .amount = Money{10000},
                                           .lots = {books::LotNo{1}}});
    });
    EXPECT_EQ(preview("2026-06"), "2026-06-01 Bill: B-7\n"
                                  "  grni 100.00\n"
                                  "  payables -100.00\n");
}

TEST_P(Journal, BooksCountsAndWriteOffsAndTheirReversals)
{
    const auto off = writeOff("MUG-01", 1, "2026-06-02");
    count("MUG-01", 7, "2026-06-03");
    write([&](auto& tx) { return gifting::reverseWriteOff(tx, *off.movement, "found"); });
    EXPECT_EQ(preview("2026-06", JournalDetail::Month), "2026-06-03 Gift boxes: 2026-06\n"
                                                        "  gift-stock 10.00\n"
                                                        "  shrinkage 20.00\n"
                                                        "  write-off 10.00\n"
                                                        "  gift-stock -30.00\n"
                                                        "  write-off -10.00\n");
}

TEST_P(Journal, BooksAReturnToTheSupplierAndACreditThatFallsShort)
{
    write([&](auto& tx) {
        return purchasing::returnToSupplier(
            tx, {.lot = books::LotNo{1}, .units = 2, .on = day("2026-06-02"), .reason = "chipped"});
    });
    EXPECT_EQ(preview("2026-06"), "2026-06-02 Return to the supplier: R-1\n"
                                  "  payables 20.00\n"
                                  "  gift-stock -20.00\n");
}

TEST_P(Journal, MakesABatchOfWhatWasRecordedAndTheNextOneOfTheRestOnce)
{
    mapAll();
    EXPECT_EQ(batch("2026-05").key, "GB" + store().substr(0, 1) + "2605-1");
    EXPECT_REFUSAL("journal.nothing_new", batch("2026-05"));
    EXPECT_EQ(preview("2026-05"), "");
    writeOff("MUG-01", 1, "2026-05-04");
    const auto second = batch("2026-05");
    EXPECT_EQ(second.number, 2);
    EXPECT_EQ(second.entries, 1);
    EXPECT_EQ(second.debit, money("10.00"));
    EXPECT_EQ(file(2), "entry,date,month,entity,store,account,department,control,debit,credit,"
                       "currency,memo,source,reverses\r\n" +
                           second.key + "-1,2026-05-04,2026-05," + "Test Motors Inc.," + store() +
                           ",A-write-off,,R-1,10.00,,USD,Write-off: R-1,lot 1,\r\n" + second.key +
                           "-1,2026-05-04,2026-05," + "Test Motors Inc.," + store() +
                           ",A-gift-stock,,R-1,,10.00,USD,Write-off: R-1,lot 1,\r\n");
}

TEST_P(Journal, KeepsTheLinesOfABatchWhateverIsRecordedOrMappedLater)
{
    mapAll();
    batch("2026-05");
    const std::string before = file(1);
    map(JournalRole::GiftStock, "other");
    writeOff("MUG-01", 1, "2026-05-04");
    batch("2026-05");
    EXPECT_EQ(file(1), before);
    EXPECT_NE(file(2).find(",other,"), std::string::npos);
}

TEST_P(Journal, VoidsABatchByItsMirrorAndBooksItsFactsAgain)
{
    mapAll();
    const auto first = batch("2026-05");
    const auto mirror = voided(1);
    EXPECT_EQ(mirror.number, 2);
    EXPECT_EQ(mirror.voids, 1);
    EXPECT_EQ(mirror.debit, first.debit);
    EXPECT_NE(
        file(2).find(",A-gift-stock,,R-1,,100.00,USD,Receipt: R-1,lot 1," + first.key + "\r\n"),
        std::string::npos)
        << file(2);
    const auto again = batch("2026-05");
    EXPECT_EQ(again.number, 3);
    EXPECT_EQ(again.debit, first.debit);
    EXPECT_REFUSAL("journal.voided", voided(1));
    EXPECT_REFUSAL("journal.is_void", voided(2));
    EXPECT_EQ(read([](const auto& tx) { return accounting::requireBatch(tx, 1).state(); }),
              "voided");
}

TEST_P(Journal, VoidsTheBatchesOfAMonthFromTheLastOneBack)
{
    mapAll();
    batch("2026-05");
    writeOff("MUG-01", 1, "2026-05-04");
    batch("2026-05");
    writeOff("MUG-01", 1, "2026-06-04");
    batch("2026-06");
    EXPECT_REFUSAL("journal.void_later_first", voided(1));
    EXPECT_REFUSAL("journal.unknown", voided(9));
    EXPECT_REFUSAL("text.missing",
                   write([&](auto& tx) { return accounting::voidBatch(tx, 2, ""); }));
    EXPECT_EQ(read([](const auto& tx) { return accounting::listBatches(tx).size(); }), 3U);
    voided(2);
    voided(1);
    EXPECT_EQ(batch("2026-05").entries, 2);
}

TEST_P(Journal, NamesEveryRoleThatIsNotMappedAndMakesNoBatch)
{
    map(JournalRole::GiftStock, "1480", "2026-06");
    const Refusal refusal = EXPECT_REFUSAL("journal.unmapped", batch("2026-05"));
    EXPECT_EQ(refusal.sentence().substr(0, 80),
              "2026-05 needs accounts that are not mapped: gift-stock, grni. Map each of them f");
    EXPECT_TRUE(read([](const auto& tx) { return accounting::listBatches(tx).empty(); }));
}

TEST_P(Journal, MapsAnAccountFromAMonthOn)
{
    map(JournalRole::GiftStock, "1480", "2026-03");
    map(JournalRole::GiftStock, "1490", "2026-05");
    map(JournalRole::GiftStock, "1485", "2026-05");
    const auto in = [&](const std::string& of) {
        return read([&](const auto& tx) {
            const auto mapped = accounting::AccountMap(tx, month(of)).of(JournalRole::GiftStock);
            return mapped ? mapped->account : "none";
        });
    };
    EXPECT_EQ(in("2026-02"), "none");
    EXPECT_EQ(in("2026-04"), "1480");
    EXPECT_EQ(in("2026-06"), "1485");
    EXPECT_REFUSAL("text.missing", map(JournalRole::GiftStock, ""));
    EXPECT_REFUSAL("journal.role_unknown", accounting::parseJournalRole("cash"));
}

TEST_P(Journal, MarksABatchAsPostedOnce)
{
    mapAll();
    batch("2026-05");
    const auto mark = [&] {
        return write([&](auto& tx) { return accounting::markPosted(tx, 1, "JE-1042"); });
    };
    mark();
    EXPECT_EQ(read([](const auto& tx) { return accounting::requireBatch(tx, 1).state(); }),
              "posted");
    EXPECT_REFUSAL("journal.is_posted", mark());
}

TEST_P(Journal, GivesABoxThatWasTakenBackAfterItsBatchOnceInTheNext)
{
    mapAll();
    const auto box = packAndGive("C-1", {{"MUG-01", 1}}, "2026-06-04");
    batch("2026-06");
    write([&](auto& tx) { return gifting::takeBackBox(tx, box.number, "the wrong box"); });
    give(box, "2026-06-05");
    EXPECT_EQ(preview("2026-06"), "2026-06-05 Box given: BOX-1\n"
                                  "  gift-expense 10.00\n"
                                  "  boxes-packed -10.00\n"
                                  "2026-06-04 Giving taken back: BOX-1\n"
                                  "  boxes-packed 10.00\n"
                                  "  gift-expense -10.00\n");
    batch("2026-06");
    EXPECT_EQ(preview("2026-06"), "");
}

TEST_P(Journal, SaysThatALineWasChanged)
{
    mapAll();
    batch("2026-05");
    ASSERT_EQ(verify(), std::vector<std::string>{});
    raw().execute("UPDATE journal_line SET amount_minor = amount_minor + 1 WHERE store_id = " +
                  storeId() + " AND line_no = 1");
    booksAreFalsified();
    EXPECT_EQ(verify().size(), 1U);
}

} // namespace
} // namespace giftbox::tests::journal_test
