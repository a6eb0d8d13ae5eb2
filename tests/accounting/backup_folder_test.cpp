#include "accounting/backup_folder.h"
#include "foundation/database/backup_list.h"
#include "tests/support/program.h"
#include "tests/support/store_fixture.h"

#include <algorithm>
#include <filesystem>

namespace giftbox::tests::backup_folder_test {
namespace {

namespace fs = std::filesystem;
using accounting::KeepRule;
using foundation::Instant;

constexpr std::int64_t kHour = 60LL * 60 * 1000;
constexpr std::int64_t kDay = 24 * kHour;
/// 2026-06-15T00:00:00Z, a Monday.
constexpr std::int64_t kMonday = 1'781'481'600'000;

std::vector<std::string> keptOf(std::vector<Instant> made, const KeepRule& rule)
{
    const std::vector<Instant> gone = accounting::outlived(made, rule);
    std::erase_if(made, [&](Instant one) { return std::ranges::find(gone, one) != gone.end(); });
    std::vector<std::string> kept;
    for (const Instant one : made) {
        kept.push_back(toText(one).substr(0, 13));
    }
    std::ranges::sort(kept);
    return kept;
}

using Texts = std::vector<std::string>;

TEST(Outlived, KeepsTheNewestOfEachDayWeekAndMonth)
{
    std::vector<Instant> made;
    for (int hour = 0; hour < 24 * 100; hour += 12) {
        made.push_back({kMonday - hour * kHour}); // midnight and noon, back to March
    }
    EXPECT_EQ(keptOf(made, {.days = 3}),
              (Texts{"2026-06-13T12", "2026-06-14T12", "2026-06-15T00"}));
    EXPECT_EQ(keptOf(made, {.weeks = 3}),
              (Texts{"2026-06-07T12", "2026-06-14T12", "2026-06-15T00"}));
    EXPECT_EQ(keptOf(made, {.months = 3}),
              (Texts{"2026-04-30T12", "2026-05-31T12", "2026-06-15T00"}));
    EXPECT_EQ(keptOf(made, {.days = 2, .weeks = 2, .months = 2}),
              (Texts{"2026-05-31T12", "2026-06-14T12", "2026-06-15T00"}));
}

TEST(Outlived, CountsOnlyDaysThatHaveABackup)
{
    // A wrong clock, or a month without backups, does not remove old ones.
    const std::vector<Instant> made = {
        {kMonday - 90 * kDay}, {kMonday - 60 * kDay}, {kMonday}, {kMonday + 3650 * kDay}};
    EXPECT_EQ(keptOf(made, {.days = 3}).size(), 3U);
    EXPECT_EQ(keptOf(made, {.days = 4}).size(), 4U);
}

TEST(Outlived, AlwaysKeepsTheNewest)
{
    EXPECT_EQ(keptOf({{kMonday}, {kMonday - 1}}, {}), Texts{"2026-06-15T00"});
    EXPECT_TRUE(accounting::outlived({}, {}).empty());
}

class BackupFolder : public StoreFixture {
protected:
    bool needsOwnDatabase() const override { return true; }
    void prepare() override
    {
        folder_ = fs::temp_directory_path() / ("giftbox-backups-" + store());
        fs::create_directory(folder_);
        item("HAT");
    }
    void TearDown() override
    {
        if (!folder_.empty()) {
            fs::remove_all(folder_);
        }
        StoreFixture::TearDown();
    }

    accounting::FolderBackup make(std::int64_t at, const std::optional<KeepRule>& rule)
    {
        return accounting::backUpInto(
            database(), folder_.string(), rule,
            {.url = url(), .path = "", .now = {at}, .progress = {}, .pathIfBad = ""});
    }

    Texts names() const
    {
        Texts all;
        for (const auto& entry : fs::directory_iterator(folder_)) {
            all.push_back(entry.path().filename());
        }
        std::ranges::sort(all);
        return all;
    }

    std::string name(const std::string& stamp) const
    {
        const bool isFile = GetParam() == Engine::Sqlite;
        const std::string path = url().substr(0, url().find('?'));
        return fs::path(path).stem().string() + "-" + stamp + (isFile ? ".db" : ".dump");
    }

    const fs::path& folder() const { return folder_; }

private:
    fs::path folder_;
};

TEST_P(BackupFolder, RemovesWhatItMadeAndTheRuleDoesNotKeepAndNothingElse)
{
    for (int day = 0; day < 4; ++day) {
        make(kMonday + day * kDay, std::nullopt);
    }
    EXPECT_EQ(names().size(), 4U) << "without a rule all stay";
    // Other files: one named like a backup, and one that replaced none.
    const std::string like = name("20250101T000000Z");
    writeFile(folder() / like, "not ours");
    writeFile(folder() / "letter.txt", "not ours");
    writeFile(folder() / (name("20250101T000000Z") + ".part"), "ours, from a run that was killed");
    const auto done = make(kMonday + 4 * kDay, KeepRule{.days = 2});
    EXPECT_EQ(names(),
              (Texts{"letter.txt", like, name("20260618T000000Z"), name("20260619T000000Z")}))
        << "the order is the one of the names";
    EXPECT_EQ(done.removed.size(), 3U);
    EXPECT_EQ(foundation::notedBackups(database()).size(), 2U);
    EXPECT_EQ(foundation::lastGoodBackup(database())->place, done.made.path);
}

TEST_P(BackupFolder, KeepsOldOnesInTheBooksOfOtherFoldersAndForgetsWhatIsGone)
{
    const auto first = make(kMonday, KeepRule{.days = 5});
    const auto second = make(kMonday + kDay, KeepRule{.days = 5});
    fs::remove(first.made.path);
    foundation::noteBackup(database(),
                           {.madeAt = {kMonday}, .place = "/elsewhere/x.db", .isGood = true});
    const auto third = make(kMonday + 2 * kDay, KeepRule{.days = 2});
    EXPECT_TRUE(fs::exists(second.made.path))
        << "a file that is gone does not count as one of the two days";
    EXPECT_TRUE(third.removed.empty());
    EXPECT_EQ(foundation::notedBackups(database()).size(), 3U);
}

GIFTBOX_ON_BOTH_ENGINES(BackupFolder);

} // namespace
} // namespace giftbox::tests::backup_folder_test
