#include "reports/close_checklist.h"

#include "accounting/account_map.h"
#include "accounting/make_batch.h"
#include "foundation/database/backup_list.h"
#include "gifting/counting/start_count.h"
#include "purchasing/record_bill.h"
#include "tests/support/store_fixture.h"

#include <map>

namespace giftbox::tests::close_checklist_test {
namespace {

class CloseChecklist : public StoreFixture {
protected:
    void prepare() override
    {
        item("MUG-01");
        recipient("C-1");
        recipient("C-2");
        stock("MUG-01", 20, "200.00", "2026-03-01");
        packAndGive("C-1", {{"MUG-01", 1}}, "2026-03-05");
    }
    std::map<std::string, reports::CloseCheck> checks(const std::string& of,
                                                      const std::string& on = "2026-04-03")
    {
        std::map<std::string, reports::CloseCheck> all;
        for (const auto& one : read(
                 [&](const auto& tx) { return reports::closeChecklist(tx, month(of), day(on)); })) {
            all.emplace(one.name, one);
        }
        return all;
    }
    std::int64_t left(const std::string& check, const std::string& of = "2026-03",
                      const std::string& on = "2026-04-03")
    {
        return checks(of, on).at(check).number.value_or(-1);
    }
};
GIFTBOX_ON_BOTH_ENGINES(CloseChecklist);

TEST_P(CloseChecklist, CountsWhatIsLeftOfEach)
{
    write([&](auto& tx) { return gifting::startCount(tx, {.on = day("2026-03-31")}); });
    pack("C-2", {{"MUG-01", 1}}, "2026-03-06");
    write([&](auto& tx) {
        return gifting::planBox(tx, {.recipient = "C-2",
                                     .lines = {{"MUG-01", 1}},
                                     .minutes = {},
                                     .month = month("2026-03")});
    });
    const auto all = checks("2026-03");
    EXPECT_EQ(all.size(), 10U);
    for (const auto& [name, number] :
         std::map<std::string, std::int64_t>{{"earlier_months", 0},
                                             {"days_left", 0},
                                             {"open_counts", 1},
                                             {"planned_boxes", 1},
                                             {"packed_boxes", 1},
                                             {"unsigned_notes", 0},
                                             {"unbilled_receipts", 1},
                                             {"unmapped_accounts", 4},
                                             {"unbatched_entries", 4}}) {
        EXPECT_EQ(all.at(name).number, number) << name;
        EXPECT_EQ(all.at(name).isDone, number == 0) << name;
    }
    EXPECT_EQ(all.at("packed_boxes").page, "boxes");
    EXPECT_EQ(left("open_counts", "2026-02"), 0);
}

TEST_P(CloseChecklist, CountsTheMonthsBeforeAndTheDaysLeft)
{
    EXPECT_EQ(left("earlier_months", "2026-05"), 2);
    EXPECT_EQ(left("days_left", "2026-05", "2026-05-31"), 1);
    EXPECT_EQ(left("days_left", "2026-05", "2026-05-01"), 31);
    close("2026-03");
    EXPECT_EQ(left("earlier_months", "2026-05"), 1);
    EXPECT_EQ(left("earlier_months", "2026-03"), 0);
}

TEST_P(CloseChecklist, IsDoneOnceEverythingIsDone)
{
    for (const auto& rule : accounting::kJournalRoles) {
        write([&](auto& tx) {
            accounting::setAccount(tx, rule.role, month("2026-03"), std::string(rule.text));
            return 0;
        });
    }
    write([&](auto& tx) {
        return purchasing::recordBill(tx, {.supplier = "Mug Works",
                                           .reference = "B-1",
                                           .on = day("2026-03-20"),
                                           .amount = Money{20000},
                                           .lots = {books::LotNo{1}}});
    });
    EXPECT_EQ(left("unmapped_accounts"), 0);
    EXPECT_EQ(left("unbilled_receipts"), 0);
    write([&](auto& tx) { return accounting::makeBatch(tx, month("2026-03")); });
    EXPECT_EQ(left("unbatched_entries"), 0);
}

TEST_P(CloseChecklist, SaysHowOldTheLastBackupIs)
{
    if (GetParam() == Engine::Postgresql) {
        GTEST_SKIP() << "other tests note backups of the same database";
    }
    EXPECT_EQ(checks("2026-03").at("backup_days").number, std::nullopt);
    EXPECT_FALSE(checks("2026-03").at("backup_days").isDone);
    foundation::noteBackup(database(), {.madeAt = foundation::parseInstant("2026-04-01T12:00:00Z"),
                                        .place = "/tmp/" + store() + ".db",
                                        .isGood = true});
    EXPECT_EQ(left("backup_days"), 2);
    EXPECT_TRUE(checks("2026-03", "2026-04-02").at("backup_days").isDone);
}

} // namespace
} // namespace giftbox::tests::close_checklist_test
