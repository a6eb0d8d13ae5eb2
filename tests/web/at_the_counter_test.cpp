#include "tests/web/site_fixture.h"

namespace giftbox::web::at_the_counter_test {
namespace {

using access::Role;

/// What a form says and asks for while somebody stands at the counter.
class SiteCounter : public SiteFixture {
protected:
    void prepare() override
    {
        SiteFixture::prepare();
        item("HAT");
        recipient("C-1");
        director_ = loggedInAs(Role::PartsDirector);
        manager_ = loggedInAs(Role::Manager);
    }
    Response received(const std::string& cost, const std::string& price)
    {
        return post(at("/receive"),
                    {{"sku", "HAT"},
                     {"units", "12"},
                     {"cost", cost},
                     {"price", price},
                     {"on", "2026-06-15"},
                     {"source", "purchase"}},
                    director_);
    }
    Response packed(const std::string& as)
    {
        return post(at("/boxes/pack"), {{"recipient", "C-1"}, {"on", "2026-06-15"}, {"sku", "HAT"}},
                    as);
    }
    std::string director_;
    std::string manager_;
};
GIFTBOX_ON_BOTH_ENGINES(SiteCounter);

TEST_P(SiteCounter, StockIsReceivedAtItsTotalOrAtThePriceOfOne)
{
    EXPECT_TRUE(parsed(received("", "")).refuses("cost", "Enter the total cost, or the price"));
    EXPECT_TRUE(parsed(received("30.00", "2.25"))
                    .refuses("cost", "12 units at 2.25 USD are 27.00 USD, not 30.00 USD."));
    EXPECT_EQ(onShelf("HAT").units, 0);
    EXPECT_EQ(received("", "$2.25").status, 303);
    EXPECT_EQ(received("27.00", "").status, 303);
    EXPECT_EQ(received("27.00", "2.25").status, 303);
    EXPECT_EQ(onShelf("HAT").units, 36);
    EXPECT_EQ(onShelf("HAT").cost, "81.00");
}

TEST_P(SiteCounter, AnItemThatWasNeverReceivedHasNoCost)
{
    EXPECT_EQ(parsed(get(at("/item?sku=HAT"), director_)).fact("Cost"), "—, none on hand");
    EXPECT_FALSE(parsed(get(at("/receive?sku=HAT"), director_)).hasFact("Cost"));
}

TEST_P(SiteCounter, APageSaysThatNoCapIsSetAndLeadsToOne)
{
    EXPECT_TRUE(parsed(get(at("/budget"), manager_)).says("No cap is set, so nothing limits this"));
    EXPECT_TRUE(parsed(get(at("/budget"), manager_)).linksTo(at("/budget/set?cap=month.restock")));
    EXPECT_FALSE(parsed(get(at("/budget"), director_)).hasLink("Set a cap"));
    EXPECT_EQ(parsed(get(at("/receive"), director_)).fact("Remaining for receipts"),
              "No cap is set");
    cap("month.program", "500.00", budget::CapAction::Stop);
    cap("month.restock", "500.00", budget::CapAction::Stop);
    EXPECT_FALSE(parsed(get(at("/budget"), manager_)).says("No cap is set, so nothing"));
}

TEST_P(SiteCounter, AFormAsksForAnExceptionOnceThereIsSomethingToExcept)
{
    stock("HAT", 5, "100.00", "2026-06-01");
    EXPECT_FALSE(parsed(get(at("/boxes/pack"), manager_)).hasField("override"));
    EXPECT_EQ(parsed(get(at("/boxes/pack"), manager_)).link("Back"), at("/boxes"));
    cap("box.total", "15.00", budget::CapAction::Stop);
    const tests::ParsedPage over = parsed(packed(manager_));
    EXPECT_TRUE(over.refuses("override", "over the limit"));
    EXPECT_FALSE(parsed(packed(director_)).hasField("override")) << "who may not allow it";
}

TEST_P(SiteCounter, AStoreWithoutRecipesIsNotAskedForOne)
{
    const tests::ParsedPage page = parsed(get(at("/boxes/pack"), director_));
    EXPECT_FALSE(page.says("Recipe optional"));
    EXPECT_FALSE(page.says("Fill in from the recipe"));
}

TEST_P(SiteCounter, ASecondBoxOfTheMonthIsSaidBeforeItIsPacked)
{
    stock("HAT", 5, "100.00", "2026-06-01");
    const std::string form = at("/boxes/pack?recipient=C-1");
    EXPECT_EQ(parsed(get(form, director_)).found("recipient"), "Customer C-1, service");
    EXPECT_FALSE(parsed(get(form, director_)).hasFact("Already this month"));
    EXPECT_EQ(packed(director_).status, 303);
    EXPECT_EQ(parsed(get(form, director_)).fact("Already this month"), "box 1 packed");
    EXPECT_EQ(parsed(get(form, director_)).found("recipient"),
              "Customer C-1, service (this month: box 1 packed)");
    EXPECT_EQ(packed(director_).status, 303) << "it is said, not refused";
}

TEST_P(SiteCounter, TheSelectionLeadsToTheBoxOfEachPersonApproved)
{
    stock("HAT", 5, "100.00", "2026-06-01");
    const std::string pack = at("/boxes/pack?recipient=C-1");
    const auto isOffered = [&] {
        return bool(parsed(get(at("/select?month=2026-06"), manager_)).linksTo(pack));
    };
    post(at("/nominations/add"),
         {{"recipient", "C-1"}, {"month", "2026-06"}, {"reason", "kind"}, {"department", "s"}},
         loggedInAs(Role::Adviser));
    post(at("/select/add"), {{"recipient", "C-1"}, {"month", "2026-06"}}, manager_);
    EXPECT_FALSE(isOffered()) << "not approved yet";
    postSeen(at("/select/approve?month=2026-06"), {{"month", "2026-06"}}, manager_);
    EXPECT_TRUE(isOffered());
    EXPECT_EQ(packed(director_).status, 303);
    EXPECT_FALSE(isOffered()) << "the box is packed";
}

TEST_P(SiteCounter, AHandoverLeadsToTheNoteThatIsMissing)
{
    stock("HAT", 5, "100.00", "2026-06-01");
    EXPECT_EQ(packed(director_).status, 303);
    postSeen(at("/notes/set"), {{"wording", "Dear {recipient}"}, {"signers", "Ann\r\nBen"}},
             director_);
    post(at("/notes/approve"), {{"no", "1"}}, manager_);
    const tests::ParsedPage before = parsed(get(at("/boxes/1/give"), director_));
    EXPECT_TRUE(before.says("No note is written yet."));
    EXPECT_EQ(before.link("Write the note"), at("/notes/write?month=2026-06"));
    post(at("/notes/write"), {{"month", "2026-06"}}, director_);
    EXPECT_EQ(parsed(get(at("/boxes/1/give"), director_)).link("Sign the note"),
              at("/boxes/1/note/sign"));
    EXPECT_EQ(parsed(get(at("/notes?month=2026-06"), director_)).link("Sign"),
              at("/boxes/1/note/sign"))
        << "one page for one signature";
    post(at("/boxes/1/note/sign"), {{"signer", "Ann"}}, director_);
    const tests::ParsedPage sign = parsed(get(at("/boxes/1/note/sign"), director_));
    EXPECT_TRUE(sign.offers("signer", "Ben"));
    EXPECT_FALSE(sign.offers("signer", "Ann")) << "has signed";
    post(at("/boxes/1/note/sign"), {{"signer", "Ben"}}, director_);
    EXPECT_FALSE(parsed(get(at("/boxes/1/give"), director_)).hasLink("Sign the note"));
}

} // namespace
} // namespace giftbox::web::at_the_counter_test
