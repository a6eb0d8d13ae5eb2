#include "accounting/department.h"
#include "accounting/make_batch.h"
#include "gifting/take_back_box.h"
#include "purchasing/add_freight.h"
#include "purchasing/correct_receipt.h"
#include "purchasing/receive_delivery.h"
#include "purchasing/record_bill.h"
#include "purchasing/return_receipt.h"
#include "purchasing/reverse_receipt.h"
#include "tests/support/journal_text.h"
#include "tests/support/store_fixture.h"

namespace giftbox::tests::recognition_test {
namespace {

using accounting::JournalDetail;

/// A store whose gifts are an expense when they arrive.
class RecognitionOnReceipt : public StoreFixture {
protected:
    void prepare() override
    {
        openStore("USD", "30.00", 12);
        item("MUG-01");
        packagingItem("CARTON");
        recipient("C-1");
        recognizes("receipt");
        stock("MUG-01", 10, "100.00", "2026-05-01");
    }

    void recognizes(const std::string& when)
    {
        write([&](auto& tx) { return books::setStore(tx, {.recognition = when}), 0; });
    }
    std::string recognition()
    {
        return read(
            [](const auto& tx) { return textOf(books::storeField("recognition"), tx.store()); });
    }
    std::string preview(const std::string& of, JournalDetail detail = JournalDetail::Fact)
    {
        return read([&](const auto& tx) { return journalText(tx, month(of), detail); });
    }
    accounting::JournalBatch batch(const std::string& of)
    {
        write([&](auto& tx) { return mapAllRoles(tx, month("2026-01")), 0; });
        return write([&](auto& tx) { return accounting::makeBatch(tx, month(of)); });
    }
    void voided(std::int64_t number)
    {
        write([&](auto& tx) { return accounting::voidBatch(tx, number, "another policy"); });
    }
};
GIFTBOX_ON_BOTH_ENGINES(RecognitionOnReceipt);

TEST_P(RecognitionOnReceipt, BooksAReceiptAsAnExpense)
{
    stock("CARTON", 5, "2.50", "2026-05-02");
    receive({.sku = "MUG-01",
             .units = 2,
             .cost = money("6.00"),
             .receivedOn = day("2026-05-03"),
             .reference = "T-9",
             .source = "parts_transfer"});
    EXPECT_EQ(preview("2026-05"), "2026-05-01 Receipt: R-1\n"
                                  "  gift-expense 100.00\n"
                                  "  grni -100.00\n"
                                  "2026-05-02 Receipt: R-2\n"
                                  "  packaging-expense 2.50\n"
                                  "  grni -2.50\n"
                                  "2026-05-03 Receipt: T-9\n"
                                  "  gift-expense 6.00\n"
                                  "  parts-inventory -6.00\n");
}

TEST_P(RecognitionOnReceipt, BooksNothingWhenUnitsArePackedGivenUnpackedCountedOrWrittenOff)
{
    packAndGive("C-1", {{"MUG-01", 1}}, "2026-06-01");
    const auto box = pack("C-1", {{"MUG-01", 1}}, "2026-06-02");
    unpack(box, "2026-06-03");
    writeOff("MUG-01", 1, "2026-06-04");
    count("MUG-01", 7, "2026-06-05");
    count("MUG-01", 9, "2026-06-06");
    EXPECT_EQ(preview("2026-06"), "");
}

TEST_P(RecognitionOnReceipt, BooksTheLaborOfABoxGivenWhereTheStoreSaysSo)
{
    setFrom(books::Setting::JournalLabor, 1);
    const auto box = packAndGive("C-1", {{"MUG-01", 1}}, "2026-06-03");
    write([&](auto& tx) { return gifting::takeBackBox(tx, box.number, "the wrong box"); });
    EXPECT_EQ(preview("2026-06"), "2026-06-03 Box given: BOX-1\n"
                                  "  labor-applied 6.00\n"
                                  "  labor-contra -6.00\n"
                                  "2026-06-03 Giving taken back: BOX-1\n"
                                  "  labor-contra 6.00\n"
                                  "  labor-applied -6.00\n");
}

TEST_P(RecognitionOnReceipt, BooksTheWholeOfAChangedCostAsAnExpense)
{
    packAndGive("C-1", {{"MUG-01", 1}}, "2026-05-03");
    write([&](auto& tx) {
        return purchasing::recordBill(tx, {.supplier = "Mug Works",
                                           .reference = "B-7",
                                           .on = day("2026-06-05"),
                                           .amount = Money{20000},
                                           .lots = {books::LotNo{1}}});
    });
    EXPECT_EQ(preview("2026-05"), "2026-05-01 Receipt: R-1\n"
                                  "  gift-expense 100.00\n"
                                  "  grni -100.00\n"
                                  "2026-05-01 Receipt corrected: R-1\n"
                                  "  gift-expense 100.00\n"
                                  "  grni -100.00\n");
    EXPECT_EQ(preview("2026-06"), "2026-06-05 Bill: B-7\n"
                                  "  grni 200.00\n"
                                  "  payables -200.00\n");
}

TEST_P(RecognitionOnReceipt, BooksFreightAsAnExpense)
{
    const auto delivery = write([&](auto& tx) {
        return purchasing::receiveDelivery(
                   tx, {.receivedOn = day("2026-06-01"),
                        .supplier = "Mug Works",
                        .reference = "D-1",
                        .lines = {{.sku = "MUG-01", .units = 2, .cost = Money{2000}}}})
            .number;
    });
    write([&](auto& tx) {
        return purchasing::addFreight(
            tx,
            {.delivery = delivery, .amount = Money{300}, .supplier = "UPS", .reference = "F-1"});
    });
    EXPECT_EQ(preview("2026-06"), "2026-06-01 Receipt: D-1\n"
                                  "  gift-expense 20.00\n"
                                  "  grni -20.00\n"
                                  "2026-06-01 Freight: D-1\n"
                                  "  gift-expense 3.00\n"
                                  "  payables -3.00\n");
}

TEST_P(RecognitionOnReceipt, TakesWhatGoesBackAndItsCreditOffTheExpense)
{
    const auto back = write([&](auto& tx) {
        return purchasing::returnToSupplier(
            tx, {.lot = books::LotNo{1}, .units = 2, .on = day("2026-06-02"), .reason = "chipped"});
    });
    write([&](auto& tx) {
        return purchasing::creditReturn(tx, {.movement = back.movement,
                                             .amount = Money{1500},
                                             .on = day("2026-06-03"),
                                             .reference = "CN-1"});
    });
    EXPECT_EQ(preview("2026-06"), "2026-06-02 Return to the supplier: R-1\n"
                                  "  payables 20.00\n"
                                  "  gift-expense -20.00\n"
                                  "2026-06-03 Supplier's credit: R-1\n"
                                  "  gift-expense 5.00\n"
                                  "  payables -5.00\n");
}

TEST_P(RecognitionOnReceipt, BooksTheMirrorOfAReceiptThatWasReversed)
{
    write(
        [&](auto& tx) { return purchasing::reverseReceipt(tx, books::LotNo{1}, "entered twice"); });
    EXPECT_EQ(preview("2026-05", JournalDetail::Month), "2026-05-01 Gift boxes: 2026-05\n"
                                                        "  grni 100.00\n"
                                                        "  gift-expense 100.00\n"
                                                        "  grni -100.00\n"
                                                        "  gift-expense -100.00\n");
}

TEST_P(RecognitionOnReceipt, ChargesTheStoresDepartmentOfTheMonth)
{
    write([&](auto& tx) {
        return accounting::setDefaultDepartment(tx, month("2026-06"), "service"), 0;
    });
    stock("MUG-01", 1, "10.00", "2026-06-01");
    const auto departments = [&](const std::string& of) {
        return read([&](const auto& tx) {
            std::string all;
            accounting::previewJournal(
                tx, month(of), JournalDetail::Fact, [&](const accounting::LedgerEntry& entry) {
                    for (const auto& line : entry.lines) {
                        all += std::string(toText(line.role)) + " " + line.department + "\n";
                    }
                });
            return all;
        });
    };
    EXPECT_EQ(departments("2026-05"), "gift-expense \ngrni \n");
    EXPECT_EQ(departments("2026-06"), "gift-expense service\ngrni \n");
}

TEST_P(RecognitionOnReceipt, LetsABoxChangeItsDepartmentWhereNoBatchBooksItsGiving)
{
    const auto box = packAndGive("C-1", {{"MUG-01", 1}}, "2026-05-03");
    const auto charge = [&](const std::string& department) {
        return write([&](auto& tx) {
            return accounting::setBoxDepartment(tx, box.number, department, "the counter gave it");
        });
    };
    batch("2026-05");
    EXPECT_EQ(charge("parts").department, "parts");
    voided(1);
    recognizes("issue");
    EXPECT_EQ(charge("service").department, "service");
    batch("2026-05");
    EXPECT_REFUSAL("journal.department_booked", charge("parts"));
}

TEST_P(RecognitionOnReceipt, ChangesForTheWholeJournalWhileNoBatchHolds)
{
    EXPECT_EQ(recognition(), "receipt");
    EXPECT_REFUSAL("store.recognition", recognizes("payment"));
    batch("2026-05");
    const std::string before = allRows();
    const Refusal refusal = EXPECT_REFUSAL("store.recognition_booked", recognizes("issue"));
    EXPECT_NE(refusal.sentence().find("2605-1 of 2026-05"), std::string::npos);
    EXPECT_NO_THROW(recognizes("receipt"));
    EXPECT_EQ(allRows(), before);
    voided(1);
    recognizes("issue");
    EXPECT_EQ(recognition(), "issue");
    EXPECT_EQ(preview("2026-05"), "2026-05-01 Receipt: R-1\n"
                                  "  gift-stock 100.00\n"
                                  "  grni -100.00\n");
    EXPECT_EQ(batch("2026-05").number, 3);
    EXPECT_REFUSAL("store.recognition_booked", recognizes("receipt"));
    EXPECT_EQ(verify(), std::vector<std::string>{});
}

TEST_P(RecognitionOnReceipt, IsInTheEventAndVerifyFindsAnotherOne)
{
    EXPECT_EQ(verify(), std::vector<std::string>{});
    recognizes("issue");
    setFrom(books::Setting::LaborRate, 1);
    EXPECT_EQ(verify(), std::vector<std::string>{});
    booksAreFalsified();
    for (const char* other : {"receipt", ""}) {
        raw().execute("UPDATE store_books SET recognition = '" + std::string(other) +
                      "' WHERE store_id = " + storeId());
        EXPECT_EQ(verify().size(), 1U) << other;
    }
}

} // namespace
} // namespace giftbox::tests::recognition_test
