#include "accounting/account_map.h"
#include "accounting/department.h"
#include "accounting/journal_file.h"
#include "accounting/make_batch.h"
#include "gifting/take_back_box.h"
#include "tests/gifting/selection/month_fixture.h"

namespace giftbox::tests::department_test {
namespace {

using accounting::JournalRole;

class Department : public MonthFixture {
protected:
    void prepare() override
    {
        openStore("USD", "30.00", 12);
        item("MUG-01");
        importRecipients("recipient,name,group\nF-1,Fleet,fleet\nN-1,Nobody,\n");
        stock("MUG-01", 10, "100.00", "2026-05-01");
    }

    void mapAll()
    {
        std::vector<accounting::AccountAsked> all;
        for (const auto& rule : accounting::kJournalRoles) {
            all.push_back({rule.role, "A-" + std::string(rule.text)});
        }
        write([&](auto& tx) { return accounting::setAccounts(tx, all, month("2026-01")), 0; });
    }
    void map(JournalRole role, const std::string& account, const std::string& department)
    {
        write([&](auto& tx) {
            return accounting::setAccount(tx, role, month("2026-01"), account, department), 0;
        });
    }
    gifting::PackedBox given(const std::string& to, const std::string& on = "2026-06-04")
    {
        return packAndGive(to, {{"MUG-01", 1}}, on);
    }
    std::string of(const gifting::PackedBox& box)
    {
        const auto one =
            read([&](const auto& tx) { return accounting::departmentOf(tx, box.number); });
        return one.department + " by " + std::string(one.from);
    }
    void charge(const gifting::PackedBox& box, const std::string& department,
                const std::string& reason = "the counter gave it")
    {
        write([&](auto& tx) {
            return accounting::setBoxDepartment(tx, box.number, department, reason), 0;
        });
    }
    void standard(const std::string& department, const std::string& from = "2026-01")
    {
        write([&](auto& tx) {
            return accounting::setDefaultDepartment(tx, month(from), department), 0;
        });
    }
    accounting::JournalBatch batch(const std::string& of)
    {
        return write([&](auto& tx) { return accounting::makeBatch(tx, month(of)); });
    }
    /// `gift-expense fleet 10.00 A-gift-expense` for each line of expenses.
    std::string expenses(const std::string& of, std::int64_t batch = 0)
    {
        std::string all;
        const auto take = [&](const accounting::LedgerEntry& entry) {
            for (const auto& line : entry.lines) {
                if (line.role == JournalRole::GiftExpense || !line.department.empty()) {
                    all += std::string(toText(line.role)) + " " + line.department + " " +
                           toText(line.amount, foundation::currencyOf("USD")) + " " + line.account +
                           "\n";
                }
            }
        };
        read([&](const auto& tx) {
            batch > 0
                ? accounting::eachEntryOf(tx, accounting::requireBatch(tx, batch), take)
                : accounting::previewJournal(tx, month(of), accounting::JournalDetail::Month, take);
            return 0;
        });
        return all;
    }
};
GIFTBOX_ON_BOTH_ENGINES(Department);

TEST_P(Department, OfABoxIsItsOwnOrThatOfTheNominationOrTheGroupOrTheDefault)
{
    const auto one = given("N-1");
    EXPECT_EQ(of(one), " by none");
    EXPECT_EQ(expenses("2026-06"), "gift-expense  10.00 \n");
    standard("sales");
    EXPECT_EQ(of(one), "sales by default");
    const auto fleet = given("F-1");
    EXPECT_EQ(of(fleet), "fleet by group");
    nominate("F-1", "2026-06");
    EXPECT_EQ(of(fleet), "service by nomination");
    charge(fleet, "parts");
    EXPECT_EQ(of(fleet), "parts by box");
    charge(fleet, "body shop");
    EXPECT_EQ(expenses("2026-06"), "gift-expense body shop 10.00 \ngift-expense sales 10.00 \n");
}

TEST_P(Department, OfANominationCountsUntilTheMonthOfTheBoxAndWhileItIsOpen)
{
    const auto number = nominate("N-1", "2026-06");
    const auto may = given("N-1", "2026-05-20");
    EXPECT_EQ(of(may), " by none");
    const auto june = given("N-1", "2026-06-02");
    EXPECT_EQ(of(june), "service by nomination");
    withdraw(number);
    EXPECT_EQ(of(june), " by none");
}

TEST_P(Department, OfOtherBoxesChangesByMonth)
{
    standard("sales", "2026-01");
    standard("parts", "2026-06");
    standard("lot", "2026-06");
    given("N-1", "2026-05-20");
    given("N-1");
    EXPECT_EQ(expenses("2026-05"), "gift-expense sales 10.00 \n");
    EXPECT_EQ(expenses("2026-06"), "gift-expense lot 10.00 \n");
    EXPECT_REFUSAL("text.missing", standard(""));
}

TEST_P(Department, MayHaveAccountsOfItsOwnInAnyCapitals)
{
    mapAll();
    map(JournalRole::GiftExpense, "6310-F", "Fleet");
    given("N-1");
    given("F-1");
    EXPECT_EQ(expenses("2026-06"),
              "gift-expense fleet 10.00 6310-F\ngift-expense  10.00 A-gift-expense\n");
    EXPECT_EQ(batch("2026-06").debit, money("40.00"));
    EXPECT_EQ(verify(), std::vector<std::string>{});
    const Refusal refusal =
        EXPECT_REFUSAL("journal.no_department", map(JournalRole::Grni, "1", "fleet"));
    EXPECT_NE(refusal.sentence().find("gift-expense, packaging-expense, labor-applied"),
              std::string::npos);
}

TEST_P(Department, IsNamedWhereItHasNoAccount)
{
    map(JournalRole::BoxesPacked, "1482", "");
    map(JournalRole::GiftStock, "1480", "");
    map(JournalRole::GiftExpense, "6310-S", "service");
    given("N-1");
    given("F-1");
    nominate("N-1", "2026-06");
    const Refusal refusal = EXPECT_REFUSAL("journal.unmapped", batch("2026-06"));
    EXPECT_EQ(refusal.sentence().substr(0, 67),
              "2026-06 needs accounts that are not mapped: gift-expense (fleet). M");
}

TEST_P(Department, ChangesUntilTheGivingStandsInABatch)
{
    mapAll();
    const auto box = given("F-1");
    const auto packed = pack("N-1", {{"MUG-01", 1}}, "2026-06-05");
    batch("2026-06");
    EXPECT_REFUSAL("journal.department_booked", charge(box, "parts"));
    charge(packed, "parts");
    give(packed, "2026-06-06");
    write([&](auto& tx) { return accounting::voidBatch(tx, 1, "wrong department"); });
    charge(box, "parts");
    EXPECT_EQ(expenses("2026-06"), "gift-expense parts 20.00 A-gift-expense\n");
    EXPECT_REFUSAL("text.missing", charge(box, ""));
    EXPECT_REFUSAL("text.missing", charge(box, "service", ""));
    EXPECT_EQ(of(box), "parts by box");
    EXPECT_EQ(verify(), std::vector<std::string>{});
}

TEST_P(Department, OfABoxThatIsUnpackedOrUnknownIsRefused)
{
    const auto box = pack("N-1", {{"MUG-01", 1}}, "2026-06-05");
    unpack(box, "2026-06-06");
    EXPECT_REFUSAL("journal.box_unpacked", charge(box, "parts"));
    EXPECT_EQ(of(box), " by none");
    EXPECT_REFUSAL("box.unknown", write([](auto& tx) {
                       return accounting::setBoxDepartment(tx, books::BoxNo{9}, "parts", "why");
                   }));
}

TEST_P(Department, OfAGivingThatIsTakenBackIsTheOneThatWasBooked)
{
    mapAll();
    const auto box = given("F-1");
    batch("2026-06");
    nominate("F-1", "2026-06");
    write([&](auto& tx) { return gifting::takeBackBox(tx, box.number, "the wrong box"); });
    charge(box, "parts");
    EXPECT_EQ(expenses("2026-06"), "gift-expense fleet -10.00 A-gift-expense\n");
    give(box, "2026-06-09");
    batch("2026-06");
    EXPECT_EQ(expenses("2026-06", 2), "gift-expense parts 10.00 A-gift-expense\n"
                                      "gift-expense fleet -10.00 A-gift-expense\n");
}

// One event gave all boxes of a file.
TEST_P(Department, OfAGivingFromAFileIsThatOfItsOwnBox)
{
    mapAll();
    nominate("N-1", "2026-06");
    importBoxes("box,recipient,packed_on,given_on,sku,units\n"
                "B-1,F-1,2026-06-04,2026-06-04,MUG-01,1\n"
                "B-2,N-1,2026-06-04,2026-06-04,MUG-01,1\n");
    batch("2026-06");
    for (const std::int64_t number : {1, 2}) {
        EXPECT_REFUSAL("journal.department_booked", write([&](auto& tx) {
                           return accounting::setBoxDepartment(tx, books::BoxNo{number}, "parts",
                                                               "the counter gave it");
                       }));
        write([&](auto& tx) {
            return gifting::takeBackBox(tx, books::BoxNo{number}, "the wrong box");
        });
    }
    EXPECT_EQ(expenses("2026-06"), "gift-expense fleet -10.00 A-gift-expense\n"
                                   "gift-expense service -10.00 A-gift-expense\n");
}

} // namespace
} // namespace giftbox::tests::department_test
