#include "books/set_store.h"
#include "tests/support/details.h"
#include "tests/support/store_fixture.h"

namespace giftbox::tests::set_store_test {
namespace {

using books::Setting;

class SetStore : public StoreFixture {
protected:
    void waits(std::int64_t months) { setFrom(Setting::MinimumGiftInterval, months); }
    void sets(const books::StoreSettings& settings)
    {
        write([&](auto& tx) { return books::setStore(tx, settings), 0; });
    }
    std::int64_t holds(Setting setting, const std::string& of)
    {
        return read([&](const auto& tx) { return tx.store().settings.at(setting, month(of)); });
    }
    std::string said() { return withoutDigests(lastDetail()); }
};
GIFTBOX_ON_BOTH_ENGINES(SetStore);

TEST_P(SetStore, KeepsWhatHoldsFromAMonthOn)
{
    EXPECT_EQ(holds(Setting::MinimumGiftInterval, "2026-06"), 6);
    setFrom(Setting::MinimumGiftInterval, 9, "2026-07");
    setFrom(Setting::MinimumGiftInterval, 0, "2026-09");
    setFrom(Setting::MinimumGiftInterval, 120, "2026-08");
    EXPECT_EQ(holds(Setting::MinimumGiftInterval, "2026-06"), 6);
    EXPECT_EQ(holds(Setting::MinimumGiftInterval, "2026-07"), 9);
    EXPECT_EQ(holds(Setting::MinimumGiftInterval, "2026-08"), 120);
    EXPECT_EQ(holds(Setting::MinimumGiftInterval, "2026-09"), 0);
    EXPECT_EQ(said(), R"({"from":"2026-08","reason":"as agreed","waiting_months":120})");
}

TEST_P(SetStore, KeepsSeveralWithOneEventAndWhoSetThemAndWhy)
{
    sets({.dated = {{Setting::LaborRate, 3200}, {Setting::LaborMinutes, 20}},
          .from = month("2027-01"),
          .reason = "wages of 2027"});
    EXPECT_EQ(said(), R"({"from":"2027-01","reason":"wages of 2027","labor_minutes":20,)"
                      R"("labor_rate":"32.00"})");
    const auto history = read([](const auto& tx) { return books::listSettingChanges(tx); });
    ASSERT_EQ(history.size(), 2U);
    EXPECT_EQ(history[1].row.setting, Setting::LaborRate);
    EXPECT_EQ(history[1].row.value, 3200);
    EXPECT_EQ(history[1].row.from, month("2027-01"));
    EXPECT_EQ(history[1].reason, "wages of 2027");
    EXPECT_EQ(history[1].actor, "ann");
    EXPECT_EQ(holds(Setting::LaborRate, "2026-12"), 3000);
    EXPECT_EQ(holds(Setting::LaborRate, "2027-01"), 3200);
    EXPECT_EQ(holds(Setting::LaborMinutes, "2027-01"), 20);
}

TEST_P(SetStore, RecordsNothingWhereItIsSoAlready)
{
    waits(7);
    const std::string before = allRows();
    waits(7);
    EXPECT_EQ(allRows(), before);
}

TEST_P(SetStore, KeepsForItsMonthWhatHeldAnyway)
{
    setFrom(Setting::LaborRate, 3000, "2026-05");
    setFrom(Setting::LaborRate, 2800, "2026-03");
    EXPECT_EQ(holds(Setting::LaborRate, "2026-04"), 2800);
    EXPECT_EQ(holds(Setting::LaborRate, "2026-05"), 3000);
}

TEST_P(SetStore, IsRefusedForWhatASettingCannotBe)
{
    EXPECT_REFUSAL("store.setting", waits(-1));
    EXPECT_REFUSAL("store.setting", waits(121));
    EXPECT_REFUSAL("store.setting", setFrom(Setting::LaborRate, -1));
    EXPECT_REFUSAL("store.setting", setFrom(Setting::LaborMinutes, -1));
    EXPECT_REFUSAL("store.setting", setFrom(Setting::LaborMinutes, 100'001));
    for (const Setting setting : books::kSettings) {
        EXPECT_REFUSAL(
            "store.setting",
            sets({.dated = {{setting, {}}}, .from = month("2026-07"), .reason = "none"}));
    }
}

TEST_P(SetStore, IsRefusedForAClosedMonth)
{
    close("2026-03");
    for (const char* closed : {"2026-03", "2026-01"}) {
        const Refusal refusal =
            EXPECT_REFUSAL("month.closed", setFrom(Setting::LaborRate, 1, closed));
        EXPECT_EQ(refusal.sentence(),
                  std::string(closed) + " is closed. A new setting can begin in 2026-04 or later.");
    }
    EXPECT_NO_THROW(setFrom(Setting::LaborRate, 1, "2026-04"));
}

TEST_P(SetStore, IsRefusedWithoutMonthOrReasonAndForThoseAlone)
{
    EXPECT_REFUSAL("store.setting_from",
                   sets({.dated = {{Setting::LaborRate, 1}}, .reason = "wages"}));
    EXPECT_REFUSAL("text.missing",
                   sets({.dated = {{Setting::LaborRate, 1}}, .from = month("2026-07")}));
    EXPECT_REFUSAL("store.setting_from", sets({.from = month("2026-07")}));
    EXPECT_REFUSAL("store.setting_from", sets({.reason = "wages", .locale = "en-US"}));
}

TEST_P(SetStore, AsksAboutAFarMonth)
{
    nothingIsConfirmed();
    EXPECT_REFUSAL("month.far", setFrom(Setting::LaborRate, 1, "2926-01"));
}

TEST_P(SetStore, KeepsHowDaysAndAmountsAreWritten)
{
    const auto writes = [&](const std::string& locale) {
        sets({.locale = locale});
        return read([](const auto& tx) { return tx.store().locale; });
    };
    EXPECT_EQ(writes("en-US"), "en-US");
    EXPECT_EQ(lastDetail(), R"({"locale":"en-US"})");
    waits(9);
    EXPECT_EQ(said(),
              R"({"from":"2026-01","reason":"as agreed","waiting_months":9,"locale":"en-US"})")
        << "what is not said stays";
    const std::string before = allRows();
    writes("en-US");
    EXPECT_EQ(allRows(), before);
    EXPECT_REFUSAL("store.locale", writes("en-XX"));
    EXPECT_EQ(verify(), std::vector<std::string>{});
    EXPECT_EQ(writes(""), "");
    EXPECT_EQ(lastDetail(), "{}");
    EXPECT_EQ(verify(), std::vector<std::string>{});
}

TEST_P(SetStore, LeavesALocaleAloneThatIsNotKnownHereAndNotSpokenOf)
{
    booksAreFalsified();
    raw().execute("UPDATE store SET locale = 'xx-YY' WHERE store_id = " + storeId());
    waits(9);
    EXPECT_EQ(said(),
              R"({"from":"2026-01","reason":"as agreed","waiting_months":9,"locale":"xx-YY"})");
}

TEST_P(SetStore, VerifyFindsSettingsThatNoEventHasSet)
{
    booksAreFalsified();
    const std::string where = " WHERE store_id = " + storeId();
    const auto falsify = [&](const std::string& cell) {
        raw().execute("UPDATE store_books SET " + cell + where);
        return verify();
    };
    EXPECT_EQ(falsify("minimum_gift_interval = 5"),
              (std::vector<std::string>{"store " + store() +
                                        ": the minimum gift interval in months was first 5, which "
                                        "no event has set"}));
    EXPECT_EQ(falsify("minimum_gift_interval = 6"), std::vector<std::string>{});
    waits(9);
    const std::string kept = "dated_settings = dated_settings ";
    EXPECT_EQ(falsify(kept + "|| ' labor_rate 202601 2 1'"),
              (std::vector<std::string>{"store " + store() +
                                        ": 2 settings by month are stored, but 1 were recorded"}));
    EXPECT_EQ(codeOf([&] { falsify(kept + "|| ' labor_rate'"); }), "store.damaged");
    EXPECT_EQ(falsify("dated_settings = 'minimum_gift_interval 202601 2 9'"),
              std::vector<std::string>{});
    raw().execute("UPDATE store SET locale = 'en-US'" + where);
    EXPECT_EQ(verify().size(), 1U);
    raw().execute("UPDATE store SET locale = ''" + where);
    EXPECT_EQ(verify(), std::vector<std::string>{});
}

TEST_P(SetStore, VerifyFindsThatWhatWasSetBesideADatedSettingIsGone)
{
    sets({.locale = "en-US"});
    waits(9);
    EXPECT_EQ(verify(), std::vector<std::string>{});
    booksAreFalsified();
    raw().execute("UPDATE store SET locale = '' WHERE store_id = " + storeId());
    EXPECT_EQ(verify().size(), 1U);
}

} // namespace
} // namespace giftbox::tests::set_store_test
