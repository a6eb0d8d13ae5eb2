#include "gifting/selection/nominate_recipient.h"
#include "gifting/selection/select_recipient.h"
#include "tests/web/api/api_fixture.h"

namespace giftbox::web::waiting_boxes_test {
namespace {

using access::Role;

/// Two boxes packed in May for 12.00 each wait in June, which has a cap of 100.00.
class SiteWaiting : public ApiFixture {
protected:
    void prepare() override
    {
        ApiFixture::prepare();
        item("CAP");
        stock("CAP", 90, "90.00", "2026-05-01");
        for (const char* code : {"C-2", "C-3"}) {
            recipient(code);
            pack(code, {{"CAP", 12}}, "2026-05-20");
        }
        cap("month.program", "100.00", budget::CapAction::Stop, "2026-01");
        manager_ = loggedInAs(Role::Manager);
        token_ = tokenOf(Role::Manager);
        const budget::MonthTotals june = total("2026-06");
        left_ = money("100.00") - june.spent() - june.committed;
        cost_ = total("2026-05").committed;
    }
    std::string sentence()
    {
        return "2 boxes packed in 2026-05 (" + text(cost_) +
               " USD) count there until given, then here.";
    }
    std::string onceThey(foundation::Money more = {})
    {
        return "Remaining after that: " + text(left_ - cost_ - more) + " USD.";
    }
    tests::ParsedPage saying(const std::string& page)
    {
        tests::ParsedPage shown = parsed(get(at(page), manager_));
        EXPECT_TRUE(shown.says(sentence())) << page;
        return shown;
    }
    void expectWaiting(const Json& row, foundation::Money more = {})
    {
        ASSERT_TRUE(row.contains("waiting_boxes"));
        EXPECT_EQ(row["waiting_boxes"], 2);
        EXPECT_EQ(row["waiting_cost"], text(cost_));
        EXPECT_EQ(row["remaining_once_given"], text(left_ - cost_ - more));
        EXPECT_EQ(row["waiting"].get<std::string>() + ".", sentence());
    }
    std::string manager_;
    std::string token_;
    foundation::Money left_;
    foundation::Money cost_;
};
GIFTBOX_ON_BOTH_ENGINES(SiteWaiting);

TEST_P(SiteWaiting, IsSaidBesideTheRemainingOfTheMonth)
{
    for (const char* page : {"", "/budget"}) {
        EXPECT_EQ(saying(page).fact("Remaining after waiting boxes"), text(left_ - cost_)) << page;
    }
    EXPECT_FALSE(parsed(get(at("/budget?month=2026-05"), manager_)).mentions("will count here"));
}

TEST_P(SiteWaiting, IsSaidBeforeABoxIsPackedPlannedOrApproved)
{
    for (const char* page :
         {"/boxes/pack", "/boxes/plan", "/select?month=2026-06", "/select/approve?month=2026-06"}) {
        EXPECT_TRUE(saying(page).says(onceThey()));
    }
}

TEST_P(SiteWaiting, IsSaidOnceABoxIsPackedOrPlanned)
{
    const tests::ParsedPage packed = parsed(follow(post(at("/boxes/pack"),
                                                        {{"recipient", "C-2"},
                                                         {"minutes", "0"},
                                                         {"on", "2026-06-10"},
                                                         {"sku", "CAP"},
                                                         {"line_units", "3"}},
                                                        manager_),
                                                   manager_));
    EXPECT_TRUE(packed.says(sentence()));
    EXPECT_TRUE(packed.says(onceThey(money("3.00"))));
}

TEST_P(SiteWaiting, IsInTheRowsOfTheApi)
{
    for (const Json& row : rowsOf(read("/budget?month=2026-06", token_))) {
        if (row["cap"] == "month.program") {
            expectWaiting(row);
        } else {
            EXPECT_TRUE(row["waiting_boxes"].is_null());
        }
    }
    const auto rowOf = [&](const std::string& path, const std::string& body) {
        const Json rows = rowsOf(change(path, token_, body));
        return rows.empty() ? Json() : rows[0];
    };
    const std::string box = R"({"recipient":"C-2","minutes":0,"lines":[{"sku":"CAP"}])";
    expectWaiting(rowOf("/boxes/pack", box + "}"), money("1.00"));
    expectWaiting(rowOf("/boxes/plan", box + R"(,"month":"2026-06"})"), money("2.00"));
    write([&](auto& tx) {
        return gifting::nominateRecipient(tx, {.recipient = "C-1",
                                               .month = foundation::parseMonth("2026-06"),
                                               .adviser = "Bo",
                                               .department = "service",
                                               .reason = "asks how we are"});
    });
    write([&](auto& tx) {
        return gifting::selectRecipient(tx, {.recipient = "C-1",
                                             .month = foundation::parseMonth("2026-06"),
                                             .exceptionReason = "all the same"});
    });
    expectWaiting(rowOf("/selections/approve", R"({"month":"2026-06"})"), money("2.00"));
}

} // namespace
} // namespace giftbox::web::waiting_boxes_test
