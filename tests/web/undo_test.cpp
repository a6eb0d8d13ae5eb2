#include "exchange/import_batch.h"
#include "tests/web/site_fixture.h"

namespace giftbox::web::undo_test {
namespace {

using access::Role;

/// Lot 1 is 3 hats for 10.00; import 1 added items MUG and PEN.
class SiteUndo : public SiteFixture {
protected:
    void prepare() override
    {
        SiteFixture::prepare();
        director_ = loggedInAs(Role::PartsDirector);
        item("HAT");
        receive({.sku = "HAT",
                 .units = 3,
                 .cost = {1000},
                 .receivedOn = tests::day("2026-06-01"),
                 .reference = "INV-7"});
        importItems("sku,name,kind\nMUG,Mug,contents\nPEN,Pen,contents\n");
    }
    std::string director_;
};
GIFTBOX_ON_BOTH_ENGINES(SiteUndo);

TEST_P(SiteUndo, ReversesAReceiptFromThePageOfItsLot)
{
    const std::string form = at("/lots/1/reverse");
    EXPECT_EQ(parsed(get(at("/lots/1"), director_)).link("Reverse receipt"), form);
    const tests::ParsedPage asked = parsed(get(form, director_));
    EXPECT_TRUE(asked.says("Reverse receipt INV-7"));
    EXPECT_TRUE(asked.says("received 2026-06-01 for 10.00 USD"));
    EXPECT_TRUE(
        parsed(post(form, {{"reason", ""}}, director_)).says("Enter the reason for the reversal"));
    const Response done = post(form, {{"reason", "entered twice"}}, director_);
    EXPECT_EQ(headerOf(done, "Location"), at("/lots/1"));
    const tests::ParsedPage lot = parsed(follow(done, director_));
    EXPECT_TRUE(lot.says("Receipt INV-7 reversed: HAT, -3 units, -10.00 USD. On hand: 0."));
    EXPECT_EQ(lot.fact("Reversed"), "2026-06-01");
    EXPECT_TRUE(lot.says("INV-7, reversed 2026-06-01")) << "the receipt";
    EXPECT_TRUE(lot.says("Receipt INV-7 of 2026-06-01: entered twice")) << "its reversal";
    EXPECT_FALSE(lot.says("Reverse receipt"));
    EXPECT_TRUE(parsed(get(at("/movements?kind=received&month=2026-06"), director_))
                    .says("Receipt INV-7 of 2026-06-01: entered twice"));
}

TEST_P(SiteUndo, SaysWhichBoxesUsedTheReceipt)
{
    recipient("C-1");
    pack("C-1", {{"HAT", 2}}, "2026-06-02");
    EXPECT_FALSE(parsed(get(at("/lots/1"), director_)).says("Reverse receipt"));
    const std::string before = allRows();
    const Response refused = post(at("/lots/1/reverse"), {{"reason", "twice"}}, director_);
    EXPECT_EQ(refused.status, 422);
    EXPECT_TRUE(parsed(refused).says("2 of them were used: 2 in box 1."));
    EXPECT_EQ(allRows(), before);
}

TEST_P(SiteUndo, ReversesAWriteOffBesideItsMovement)
{
    writeOff("HAT", 2, "2026-06-02");
    const std::string form = at("/write-off/2/reverse");
    EXPECT_EQ(parsed(get(at("/item?sku=HAT"), director_)).link("Reverse"), form);
    EXPECT_TRUE(parsed(get(at("/movements?month=2026-06"), director_)).linksTo(form));
    EXPECT_FALSE(parsed(get(at("/item?sku=HAT"), loggedInAs(Role::Accounting))).says("Reverse"));
    const tests::ParsedPage asked = parsed(get(form, director_));
    EXPECT_TRUE(asked.says("2 units written off on 2026-06-02"));
    EXPECT_TRUE(asked.says("come back to the shelf for 6.67 USD"));
    const Response done = post(form, {{"reason", "behind the shelf"}}, director_);
    EXPECT_EQ(headerOf(done, "Location"), at("/item?sku=HAT"));
    const tests::ParsedPage item = parsed(follow(done, director_));
    EXPECT_TRUE(item.says("Write-off reversed: HAT, 2 units, 6.67 USD. On hand: 3."));
    EXPECT_TRUE(item.says("reversed 2026-06-02")) << "the write-off";
    EXPECT_TRUE(item.says("Write off of 2026-06-02: behind the shelf")) << "its reversal";
    EXPECT_FALSE(item.linksTo(form));
}

TEST_P(SiteUndo, ReversesACountBesideItsMovement)
{
    count("HAT", 1, "2026-06-02");
    const std::string form = at("/count/2/reverse");
    EXPECT_TRUE(parsed(get(at("/lots/1"), director_)).linksTo(form));
    EXPECT_TRUE(parsed(get(form, director_)).says("corrected the books by 2 missing units"));
    const Response done = post(form, {{"reason", "another bin"}}, director_);
    EXPECT_TRUE(parsed(follow(done, director_)).says("Count reversed: HAT, 2 units, 6.67 USD."));
    EXPECT_EQ(post(form, {{"reason", "again"}}, director_).status, 422);
}

TEST_P(SiteUndo, TakesAHandoverBackOnThePageOfItsBox)
{
    recipient("C-1");
    const auto box = pack("C-1", {{"HAT", 1}}, "2026-06-02");
    EXPECT_FALSE(parsed(get(at("/boxes/1"), director_)).says("Take back"));
    ASSERT_EQ(post(at("/boxes/1/give"), {{"on", "2026-06-03"}}, director_).status, 303);
    const std::string form = at("/boxes/1/take-back");
    EXPECT_EQ(parsed(get(at("/boxes/1"), director_)).link("Take back"), form);
    const std::string another = loggedInAs(Role::PartsDirector);
    const std::string before = allRows();
    EXPECT_TRUE(parsed(post(form, {{"reason", "no"}}, another)).says("Ask a manager"));
    EXPECT_EQ(allRows(), before);
    const Response done = post(form, {{"reason", "wrong box"}}, director_);
    EXPECT_EQ(headerOf(done, "Location"), at("/boxes/1"));
    const tests::ParsedPage page = parsed(follow(done, director_));
    EXPECT_TRUE(page.says("Box 1 is packed again: its handover was taken back."));
    EXPECT_TRUE(page.fact("Taken back").ends_with("handed over 2026-06-03: wrong box"));
    EXPECT_TRUE(page.says("Hand over"));
    EXPECT_TRUE(parsed(get(at("/audit"), loggedInAs(Role::Manager)))
                    .says("took back that box 1 was handed over on 2026-06-03"));
    give(box, "2026-06-03");
    EXPECT_EQ(post(form, {{"reason", "later"}}, loggedInAs(Role::Manager)).status, 303);
}

TEST_P(SiteUndo, StandsOnTheNoticeOfWhatOneJustRecorded)
{
    const Response done =
        post(at("/write-off?sku=HAT"),
             {{"sku", "HAT"}, {"units", "1"}, {"reason", "fell"}, {"on", "2026-06-02"}}, director_);
    const std::string undo = parsed(follow(done, director_)).link("Undo");
    EXPECT_EQ(undo, at("/write-off/2/reverse?reason=Recorded%20by%20mistake"));
    EXPECT_FALSE(parsed(get(at("/item?sku=HAT"), director_)).says("Undo")) << "only once";
    EXPECT_EQ(parsed(get(undo, director_)).value("reason"), "Recorded by mistake");
    const Response undone = post(undo, {{"reason", "Recorded by mistake"}}, director_);
    EXPECT_TRUE(parsed(follow(undone, director_)).says("Write-off reversed"));
    EXPECT_FALSE(parsed(follow(undone, director_)).says("Undo")) << "a reversal stays";
}

TEST_P(SiteUndo, TakesARetiredItemBack)
{
    const Response done = post(at("/item/retire?sku=HAT"), {{"sku", "HAT"}}, director_);
    const std::string undo = parsed(follow(done, director_)).link("Undo");
    EXPECT_TRUE(undo.starts_with(at("/undo?of=")));
    const tests::ParsedPage asked = parsed(get(undo, director_));
    EXPECT_TRUE(asked.says("is undone: reactivate a retired item."));
    const Response undone = post(undo, {}, director_);
    EXPECT_EQ(headerOf(undone, "Location"), headerOf(done, "Location"));
    const tests::ParsedPage page = parsed(follow(undone, director_));
    EXPECT_TRUE(page.says("Undone: \"Item HAT is retired.\""));
    const std::string again = page.link("Undo");
    EXPECT_NE(again, undo);
    EXPECT_EQ(post(again, {}, director_).status, 303) << "it is retired after all";
}

TEST_P(SiteUndo, GivesAnEditedItemItsEarlierValuesUntilItChangesAgain)
{
    const auto save = [&](const char* name) {
        return postSeen(at("/item/edit?sku=HAT"),
                        {{"sku", "HAT"}, {"name", name}, {"par_level", "24"}}, director_);
    };
    const std::string undo = parsed(follow(save("Cap"), director_)).link("Undo");
    EXPECT_TRUE(parsed(get(undo, director_)).says("goes back to: Name: \"Item HAT\""));
    const tests::ParsedPage page = parsed(follow(post(undo, {}, director_), director_));
    EXPECT_TRUE(page.says("Undone: "));
    EXPECT_FALSE(parsed(get(at("/item?sku=HAT"), director_)).says("Cap"));
    const std::string other = parsed(follow(save("Hat, blue"), director_)).link("Undo");
    ASSERT_EQ(save("Hat, red").status, 303);
    const std::string before = allRows();
    const Response refused = post(other, {}, director_);
    EXPECT_EQ(refused.status, 422);
    EXPECT_TRUE(parsed(refused).says(
        "This has changed since: Name was \"Hat, blue\" and is \"Hat, red\"."));
    EXPECT_EQ(allRows(), before);
}

TEST_P(SiteUndo, IsForWhoeverMadeTheChange)
{
    const Response done = post(at("/item/retire?sku=HAT"), {{"sku", "HAT"}}, director_);
    const std::string undo = parsed(follow(done, director_)).link("Undo");
    const std::string another = loggedInAs(Role::PartsDirector);
    const std::string before = allRows();
    EXPECT_TRUE(parsed(get(undo, another)).says("made this change, and only"));
    EXPECT_TRUE(parsed(post(undo, {}, another)).says("made this change, and only"));
    EXPECT_EQ(get(at("/undo?of=nothing"), director_).status, 404);
    EXPECT_EQ(post(at("/undo"), {}, director_).status, 404);
    EXPECT_EQ(allRows(), before);
}

TEST_P(SiteUndo, AsksForAReasonWhereWhatUndoesItDoes)
{
    const Fields said = {{"seen", parsed(get(at("/lots/1/correct"), director_)).value("seen")},
                         {"units", "3"},
                         {"cost", "12.00"},
                         {"supplier", ""},
                         {"reference", "INV-7"},
                         {"reason", "misread"}};
    const Response done = post(at("/lots/1/correct"), said, director_);
    const std::string undo = parsed(follow(done, director_)).link("Undo");
    EXPECT_EQ(parsed(get(undo, director_)).value("reason"), "Recorded by mistake");
    EXPECT_TRUE(parsed(post(undo, {{"reason", ""}}, director_)).says("reason"));
    ASSERT_EQ(post(undo, {{"reason", "read rightly"}}, director_).status, 303);
    const tests::ParsedPage lot = parsed(get(at("/lots/1"), director_));
    EXPECT_EQ(lot.fact("Cost"), "10.00 USD");
    EXPECT_TRUE(lot.says("read rightly"));
}

TEST_P(SiteUndo, IsNotThereForWhatWasAnonymized)
{
    recipient("C-1");
    const std::string manager = loggedInAs(Role::Manager);
    const Response done =
        postSeen(at("/recipients/edit?code=C-1"), {{"recipient", "C-1"}, {"name", "Ann"}}, manager);
    const std::string undo = parsed(follow(done, manager)).link("Undo");
    ASSERT_TRUE(undo.starts_with(at("/undo?of=")));
    EXPECT_EQ(get(undo, manager).status, 200);
    ASSERT_EQ(post(at("/recipients/anonymize?code=C-1"),
                   {{"recipient", "C-1"}, {"reason", "asked"}}, manager)
                  .status,
              303);
    EXPECT_EQ(get(undo, manager).status, 404);
}

TEST_P(SiteUndo, SaysBeforeWhatCannotBeUndone)
{
    recipient("C-1");
    pack("C-1", {{"HAT", 1}}, "2026-06-02");
    EXPECT_TRUE(parsed(get(at("/boxes/1/unpack"), director_))
                    .says("You cannot undo this, but you can pack another box."));
    EXPECT_TRUE(parsed(get(at("/recipients/anonymize?code=C-1"), loggedInAs(Role::Manager)))
                    .says("You cannot undo this."));
    EXPECT_TRUE(parsed(get(at("/recipients/add"), director_)).says("A recipient stays on record."))
        << "a form of its own";
}

TEST_P(SiteUndo, LeadsNowhereElseWhateverACookieSays)
{
    Response forged = post(at("/item/retire?sku=HAT"), {{"sku", "HAT"}}, director_);
    for (auto& [name, value] : forged.headers) {
        if (const auto at = value.find("%0A"); name == "Set-Cookie" && at != std::string::npos) {
            value.replace(at + 3, value.find(';') - at - 3, "https%3A%2F%2Felsewhere.example%2F");
        }
    }
    EXPECT_FALSE(parsed(follow(forged, director_)).says("Undo"));
}

TEST_P(SiteUndo, CorrectsAReceiptFromThePageOfItsLot)
{
    recipient("C-1");
    pack("C-1", {{"HAT", 1}}, "2026-06-02");
    const std::string form = at("/lots/1/correct");
    EXPECT_EQ(parsed(get(at("/lots/1"), director_)).link("Correct receipt"), form);
    const tests::ParsedPage asked = parsed(get(form, director_));
    EXPECT_TRUE(asked.says("Correct receipt INV-7"));
    EXPECT_EQ(asked.value("units"), "3");
    EXPECT_EQ(asked.value("cost"), "10.00");
    EXPECT_EQ(asked.value("reference"), "INV-7");
    const Fields said = {
        {"seen", asked.value("seen")}, {"units", "6"},         {"cost", "24.00"},
        {"supplier", "Hats & Co"},     {"reference", "INV-8"}, {"reason", "misread"}};
    const Response done = post(form, said, director_);
    EXPECT_EQ(headerOf(done, "Location"), at("/lots/1"));
    const tests::ParsedPage lot = parsed(follow(done, director_));
    EXPECT_TRUE(lot.says("Receipt INV-8 corrected: HAT, 6 units, 24.00 USD. On hand: 5."));
    EXPECT_EQ(lot.fact("Corrected"), "2026-06-01");
    EXPECT_EQ(lot.fact("Units"), "6 (received as 3)");
    EXPECT_EQ(lot.fact("Cost"), "24.00 USD (received as 10.00 USD)");
    EXPECT_EQ(lot.fact("Receipt"), "INV-8 (received as INV-7)");
    EXPECT_EQ(lot.fact("Supplier"), "Hats & Co (received as none)");
    EXPECT_TRUE(lot.says("INV-7, corrected 2026-06-01")) << "the receipt";
    EXPECT_TRUE(lot.says("Receipt INV-8 of 2026-06-01: misread")) << "its correction";
    EXPECT_TRUE(
        parsed(get(at("/movements?kind=variance&month=2026-06"), director_)).says("Variance"));
    EXPECT_TRUE(parsed(get(at("/audit"), loggedInAs(Role::Manager)))
                    .says("corrected receipt INV-8 of item HAT: 3 units, 13.33 USD"));
    const std::string before = allRows();
    const Response refused = post(form, {{"units", "0"}, {"reason", "twice"}}, director_);
    EXPECT_EQ(refused.status, 422);
    EXPECT_EQ(allRows(), before);
}

TEST_P(SiteUndo, RefusesACorrectionOfAReceiptThatSomebodyElseCorrectedSince)
{
    const std::string form = at("/lots/1/correct");
    const tests::ParsedPage opened = parsed(get(form, director_));
    const Fields said = {
        {"seen", opened.value("seen")}, {"units", "3"},       {"cost", "12.00"}, {"supplier", ""},
        {"reference", "INV-7"},         {"reason", "misread"}};
    EXPECT_EQ(post(form, said, director_).status, 303);
    const std::string before = allRows();
    const Response refused = post(form, said, director_);
    EXPECT_EQ(refused.status, 422);
    EXPECT_TRUE(parsed(refused).says("12.00"));
    EXPECT_EQ(allRows(), before);
}

TEST_P(SiteUndo, AsksAboutAnUnusualCostWithATick)
{
    Fields said = {{"sku", "HAT"}, {"units", "3"}, {"cost", "100.00"}, {"on", "2026-06-02"}};
    const std::string before = allRows();
    const Response asked = post(at("/receive"), said, director_);
    EXPECT_EQ(asked.status, 422);
    EXPECT_TRUE(parsed(asked).says("Item HAT would cost 33.33 USD per unit. The last time it cost "
                                   "3.33 USD."));
    EXPECT_TRUE(parsed(asked).says("The cost is correct. Record it"));
    EXPECT_EQ(allRows(), before);
    const tests::ParsedPage both = parsed(post(
        at("/receive"), {{"sku", "HAT"}, {"units", "3"}, {"cost", "100.00"}, {"on", "2025-01-02"}},
        director_));
    EXPECT_TRUE(both.says("Confirm it if the year is right."));
    EXPECT_TRUE(both.says("The year and the cost are correct. Record both"));
    EXPECT_EQ(allRows(), before);
    said.emplace_back("confirm", "yes");
    EXPECT_TRUE(parsed(follow(post(at("/receive"), said, director_), director_))
                    .says("Received 3 units of HAT for 100.00 USD."));
}

TEST_P(SiteUndo, UndoesAnImportFromThePageImport)
{
    const tests::ParsedPage page = parsed(get(at("/import"), director_));
    EXPECT_TRUE(page.says("Last imports"));
    EXPECT_TRUE(page.linksTo(at("/imports/1/undo")));
    EXPECT_TRUE(parsed(get(at("/imports/1/undo"), director_)).says("It added 2 items"));
    const Response done = post(at("/imports/1/undo"), {{"reason", "wrong file"}}, director_);
    EXPECT_EQ(headerOf(done, "Location"), at("/import"));
    const tests::ParsedPage after = parsed(follow(done, director_));
    EXPECT_TRUE(after.says("undone. Taken away: 2."));
    EXPECT_FALSE(after.linksTo(at("/imports/1/undo")));
    EXPECT_FALSE(parsed(get(at("/stock"), director_)).says("PEN"));
    EXPECT_TRUE(
        parsed(get(at("/audit"), loggedInAs(Role::Manager))).says("undid import 1 of items"));
}

} // namespace
} // namespace giftbox::web::undo_test
