#include "gifting/box.h"
#include "tests/support/printed.h"
#include "tests/web/site_fixture.h"

namespace giftbox::web::many_test {
namespace {

using access::Role;

/// Three boxes for three people, packed in June.
class SiteMany : public SiteFixture {
protected:
    void prepare() override
    {
        SiteFixture::prepare();
        item("HAT");
        stock("HAT", 9, "90.00", "2026-06-01");
        for (const char* code : {"C-1", "C-2", "C-3"}) {
            recipient(code);
            pack(code, {{"HAT", 1}}, "2026-06-02");
        }
        director_ = loggedInAs(Role::PartsDirector);
        manager_ = loggedInAs(Role::Manager);
    }
    Response sent(const std::string& page, const std::vector<std::string>& rows, Fields fields,
                  const std::string& token)
    {
        for (const std::string& row : rows) {
            fields.emplace_back("row", row);
        }
        return post(at(page), fields, token);
    }
    std::string events()
    {
        return raw().rows("SELECT COUNT(*) FROM event WHERE store_id = " + storeId()).front()[0];
    }
    std::vector<std::string> states()
    {
        return read([](const auto& tx) {
            std::vector<std::string> found;
            for (const std::int64_t number : {1, 2, 3}) {
                found.emplace_back(toText(gifting::requireBox(tx, books::BoxNo{number}).state));
            }
            return found;
        });
    }
    std::string director_;
    std::string manager_;
};

TEST_P(SiteMany, HandsOverTheBoxesThatAreCheckedEachInAnEventOfItsOwn)
{
    const tests::ParsedPage list = parsed(get(at("/boxes?month=2026-06"), director_));
    EXPECT_EQ(list.values("row").size(), 3U);
    const int before = std::stoi(events());
    const Response done =
        sent("/boxes/hand-over-checked", {"1", "3"}, {{"query", "month=2026-06"}}, director_);
    EXPECT_EQ(headerOf(done, "Location"), at("/boxes?month=2026-06"));
    EXPECT_TRUE(parsed(follow(done, director_)).says("2 boxes handed over."));
    EXPECT_EQ(states(), (std::vector<std::string>{"given", "packed", "given"}));
    EXPECT_EQ(std::stoi(events()), before + 2);
}

TEST_P(SiteMany, SaysOfEachRowWhyItWasNotDoneAndDoesTheOthers)
{
    sent("/boxes/hand-over-checked", {"1"}, {}, director_);
    const Response part = sent("/boxes/hand-over-checked", {"1", "2", "77"}, {}, director_);
    EXPECT_EQ(part.status, 422);
    const tests::ParsedPage page = parsed(part);
    EXPECT_TRUE(page.says("2 of 3 could not be done"));
    EXPECT_TRUE(page.says("1 box handed over."));
    EXPECT_TRUE(page.mentions("Box 77")) << page.text();
    EXPECT_EQ(states(), (std::vector<std::string>{"given", "given", "packed"}));
}

TEST_P(SiteMany, SentTwiceIsDoneOnce)
{
    const Fields fields = {{"request_key", std::string(43, 'k')}};
    const int before = std::stoi(events());
    for (int i = 0; i < 2; ++i) {
        EXPECT_EQ(sent("/boxes/hand-over-checked", {"1", "2"}, fields, director_).status, 303);
    }
    EXPECT_EQ(std::stoi(events()), before + 2);
}

TEST_P(SiteMany, RefusesNoRowAndTooManyRows)
{
    EXPECT_TRUE(
        parsed(sent("/boxes/hand-over-checked", {}, {}, director_)).mentions("No row is checked."));
    EXPECT_TRUE(
        parsed(sent("/boxes/hand-over-checked", std::vector<std::string>(101, "1"), {}, director_))
            .mentions("at most 100 rows"));
    EXPECT_EQ(states(), (std::vector<std::string>{"packed", "packed", "packed"}));
}

TEST_P(SiteMany, SelectsAndApprovesWhoIsChecked)
{
    const std::string adviser = loggedInAs(Role::Adviser);
    for (const char* code : {"C-4", "C-5"}) {
        recipient(code);
        post(at("/nominations/add"),
             {{"recipient", code},
              {"month", "2026-07"},
              {"department", "service"},
              {"reason", "cake"}},
             adviser);
    }
    const Fields july = {{"month", "2026-07"}, {"query", "month=2026-07"}};
    const auto says = [&](const Response& done) { return parsed(follow(done, manager_)).text(); };
    EXPECT_EQ(parsed(get(at("/select?month=2026-07"), manager_)).values("row").size(), 2U);
    EXPECT_NE(says(sent("/select/add-checked", {"C-4", "C-5"}, july, manager_))
                  .find("2 people selected."),
              std::string::npos);
    EXPECT_NE(
        says(sent("/select/approve-checked", {"C-5"}, july, manager_)).find("1 person approved."),
        std::string::npos);
    EXPECT_TRUE(parsed(sent("/select/approve-checked", {"C-5", "C-1"}, july, manager_))
                    .says("2 of 2 could not be done"));
    EXPECT_EQ(sent("/select/approve-checked", {"C-4"}, july, director_).status, 403);
}

TEST_P(SiteMany, SignsAndPrintsTheNotesThatAreChecked)
{
    postSeen(at("/notes/set"), {{"wording", "Dear {recipient}"}, {"signers", "Ann\r\nBen\r\n"}},
             director_);
    post(at("/notes/approve"), {{"no", "1"}}, manager_);
    post(at("/notes/write"), {{"month", "2026-06"}}, director_);
    EXPECT_TRUE(parsed(get(at("/notes?month=2026-06"), director_)).says("Sign for Ann"));
    const Response done = sent("/notes/sign-checked", {"1", "2"},
                               {{"signer", "Ann"}, {"query", "month=2026-06"}}, director_);
    EXPECT_TRUE(parsed(follow(done, director_)).says("2 notes signed by Ann."));
    const Response printed = sent("/notes/print-checked", {"1", "3"}, {}, director_);
    EXPECT_EQ(headerOf(printed, "Location"), at("/notes.pdf?box=1&box=3"));
    EXPECT_EQ(tests::Printed(get(at("/notes.pdf?box=1&box=3"), director_).body).count(), 2U);
    EXPECT_EQ(tests::Printed(get(at("/slips.pdf?box=2"), director_).body).count(), 1U);
    EXPECT_EQ(get(at("/slips.pdf?box=two"), director_).status, 422);
}

TEST_P(SiteMany, OffersWhatTheVisitorMayDo)
{
    const std::string accountant = loggedInAs(Role::Accounting);
    EXPECT_FALSE(parsed(get(at("/boxes?month=2026-06"), accountant)).mentions("Check rows"));
    EXPECT_EQ(sent("/boxes/hand-over-checked", {"1"}, {}, accountant).status, 403);
}

GIFTBOX_ON_BOTH_ENGINES(SiteMany);

} // namespace
} // namespace giftbox::web::many_test
