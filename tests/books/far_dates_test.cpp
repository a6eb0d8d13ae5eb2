#include "tests/support/store_fixture.h"

namespace giftbox::tests::far_dates_test {
namespace {

/// It is 2026-06-15. There is stock from 2024-05-20, and no date is confirmed from here on.
class FarDates : public StoreFixture {
protected:
    void prepare() override
    {
        item("MUG");
        recipient("C-1");
        stock("MUG", 20, "20.00", "2024-05-20");
        nothingIsConfirmed();
    }
    /// The sentence of the refusal; the change succeeds once the day is confirmed.
    std::string asksAbout(const std::function<void()>& work, const std::string& code = "date.far")
    {
        const Refusal refusal = refusalOf(code, work);
        allIsConfirmed();
        EXPECT_NO_THROW(work());
        nothingIsConfirmed();
        return refusal.sentence();
    }
};
GIFTBOX_ON_BOTH_ENGINES(FarDates);

TEST_P(FarDates, AreThoseOfMoreThanAYearBack)
{
    stock("MUG", 1, "1.00", "2025-06-15");
    EXPECT_EQ(asksAbout([&] { stock("MUG", 1, "1.00", "2025-06-14"); }),
              "2025-06-14 is more than a year before today, 2026-06-15. Confirm it if the year is "
              "right.");
    asksAbout([&] { stock("MUG", 1, "1.00", "1926-06-14"); });
    itIs("2028-02-29");
    stock("MUG", 1, "1.00", "2027-02-28");
    asksAbout([&] { stock("MUG", 1, "1.00", "2027-02-27"); });
}

TEST_P(FarDates, AreAskedAboutByEveryFactThatHasADay)
{
    const std::vector<gifting::BoxLine> mug = {{"MUG", 1}};
    asksAbout([&] { writeOff("MUG", 1, "2024-05-21"); });
    asksAbout([&] { count("MUG", 12, "2024-05-21"); });
    asksAbout([&] { count("MUG", 12, "2024-05-22"); });
    asksAbout([&] { pack("C-1", mug, "2024-05-23"); });
    asksAbout([&] {
        pack({.recipient = "C-1",
              .lines = mug,
              .packedOn = day("2024-05-24"),
              .givenOn = day("2026-06-15")});
    });
    allIsConfirmed();
    const auto first = pack("C-1", mug, "2024-05-24");
    const auto second = pack("C-1", mug, "2024-05-24");
    nothingIsConfirmed();
    asksAbout([&] { give(first, "2024-05-25"); });
    asksAbout([&] { unpack(second, "2024-05-25"); });
}

TEST_P(FarDates, AreThoseOfMoreThanThreeMonthsBeforeTheFirstStock)
{
    openStore("USD", "0.00", 0);
    item("MUG");
    stock("MUG", 1, "1.00", "2025-08-01"); // the store was empty before
    openStore("USD", "0.00", 0);
    item("MUG");
    stock("MUG", 1, "1.00", "2026-05-31");
    stock("MUG", 1, "1.00", "2026-02-28");
    EXPECT_EQ(asksAbout([&] { stock("MUG", 1, "1.00", "2025-11-27"); }),
              "2025-11-27 is more than three months before the store's first stock on 2026-02-28. "
              "Confirm it if the year is right.");
    stock("MUG", 1, "1.00", "2025-08-27"); // three months before the confirmed date
}

TEST_P(FarDates, OfAFileAreAskedAboutOnceWithTheLineOfTheOldest)
{
    const std::string receipts = "received_on,sku,units,total_cost,reference,supplier,source\n"
                                 "2025-01-03,MUG,1,1.00,A,,purchase\n"
                                 "2024-12-03,MUG,1,1.00,B,,purchase\n"
                                 "2025-02-03,MUG,1,1.00,C,,purchase\n"
                                 "2026-06-03,MUG,1,1.00,D,,purchase\n";
    EXPECT_EQ(asksAbout([&] { importReceipts(receipts); }),
              "The oldest date is in receipts.csv line 3. 2024-12-03 is more than a year before "
              "today, 2026-06-15. Confirm it if the year is right.");
    EXPECT_EQ(importReceipts(receipts).unchanged, 4) << "nothing new, so nothing is asked";
    const std::string boxes = "box,recipient,packed_on,given_on,sku,units\n"
                              "X-1,C-1,2026-06-01,2026-06-02,MUG,1\n"
                              "X-2,C-1,2024-12-03,2026-06-02,MUG,1\n";
    EXPECT_EQ(asksAbout([&] { importBoxes(boxes); }).substr(0, 38),
              "The oldest date is in boxes.csv line 3");
}

TEST_P(FarDates, OfTheFirstFileOfANewStoreAreAskedAboutOnlyWhenTheyAreYearsBack)
{
    openStore("USD", "0.00", 0);
    item("MUG");
    EXPECT_NO_THROW(importReceipts("received_on,sku,units,total_cost,reference,supplier,source\n"
                                   "2026-06-03,MUG,1,1.00,D,,purchase\n"
                                   "2025-07-03,MUG,1,1.00,A,,purchase\n"));
}

TEST_P(FarDates, OfAFileWithOtherFaultsAreNotSpokenOf)
{
    EXPECT_REFUSAL("import.rejected",
                   importReceipts("received_on,sku,units,total_cost,reference,supplier,source\n"
                                  "2024-01-03,MUG,1,1.00,A,,purchase\n"
                                  "2024-01-03,HAT,1,1.00,B,,purchase\n"));
}

TEST_P(FarDates, AreMonthsOfACapOrAPlanMoreThanTwoYearsAheadOrAYearBack)
{
    const auto caps = [&](const std::string& from) {
        return [this, from] { cap("month.program", "500.00", budget::CapAction::Stop, from); };
    };
    caps("2028-06")();
    caps("2025-06")();
    EXPECT_EQ(asksAbout(caps("2028-07"), "month.far"),
              "2028-07 is more than two years after the current month, 2026-06. Confirm it if the "
              "year is right.");
    EXPECT_EQ(asksAbout(caps("2025-05"), "month.far"),
              "2025-05 is more than a year before the current month, 2026-06. Confirm it if the "
              "year is right.");
    const auto plans = [&](const std::string& of) {
        return [this, of] {
            write([&](auto& tx) {
                return gifting::planBox(
                    tx, {.recipient = "C-1", .lines = {{"MUG", 1}}, .month = month(of)});
            });
        };
    };
    plans("2028-06")();
    asksAbout(plans("2126-06"), "month.far");
}

TEST_P(FarDates, AreLookedUpForOldDaysOnly)
{
    // A date within three months of today is never distant.
    openStore("USD", "0.00", 0);
    item("MUG");
    stock("MUG", 1, "1.00", "2026-06-15");
    EXPECT_NO_THROW(stock("MUG", 1, "1.00", "2026-03-15"));
}

} // namespace
} // namespace giftbox::tests::far_dates_test
