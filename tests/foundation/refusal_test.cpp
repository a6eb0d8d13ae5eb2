#include "foundation/refusal.h"

#include "foundation/date.h"
#include "foundation/money.h"

#include <gtest/gtest.h>

namespace giftbox::foundation::refusal_test {
namespace {

const Currency kUsd{.code = "USD", .exponent = 2};

/// Writes values like a page in another country.
class Strange final : public Wording {
public:
    std::string written(const Figure& value) const override
    {
        return "<" + std::to_string(value.number) + ">";
    }
    bool isForCommands() const override { return false; }
};

TEST(Refusal, SaysItsValuesAndAdviceAsTheEdgeDoes)
{
    const Refusal refusal("plan.none", {{"month", Month(202611)}});
    EXPECT_EQ(refusal.code(), "plan.none");
    EXPECT_EQ(refusal.kind(), RefusalKind::Unknown);
    EXPECT_EQ(refusal.field(), "month");
    EXPECT_EQ(refusal.sentence(),
              "There is no proposal for 2026-11, or it was already accepted. `giftbox plan "
              "2026-11` makes one, and `giftbox box list --month` shows the planned boxes.");
    EXPECT_EQ(refusal.what(), refusal.sentence());
    EXPECT_EQ(refusal.sentence(Strange()),
              "There is no proposal for <202611>, or it was already accepted.");
    EXPECT_EQ(refusal.said().withoutAdvice(),
              "There is no proposal for 2026-11, or it was already accepted.");
}

TEST(Refusal, LeavesOutWhatIsNotGivenAndCountsWords)
{
    const auto shortOf = [](std::optional<std::int64_t> reserved) {
        return Refusal("stock.short",
                       {{"sku", "HAT"}, {"units", 3}, {"there", 2}, {"reserved", reserved}})
            .sentence();
    };
    EXPECT_EQ(
        shortOf(std::nullopt),
        "This needs 3 of item HAT, but 2 are in stock. Receive more, or select another item.");
    EXPECT_EQ(shortOf(1), "This needs 3 of item HAT, but 2 are in stock, 1 of them reserved for "
                          "planned boxes. Receive more, or select another item.");
    for (const auto& [seconds, said] :
         {std::pair(1, "1 second."), {2, "2 seconds."}, {0, "0 seconds."}}) {
        EXPECT_TRUE(Refusal("access.slow_down", {{"seconds", seconds}}).sentence().ends_with(said));
    }
}

TEST(Refusal, QuotesWhatWasTypedAndKeepsBraces)
{
    EXPECT_EQ(Refusal("note.field_unknown", {{"line", 1}, {"character", 2}, {"text", "{na\nme}"}})
                  .sentence(),
              "Line 1, character 2: \"{na\\x0Ame}\" is not a merge field. Use {recipient}, "
              "{store}, {month} or {signers}.");
}

TEST(Refusal, JoinsSentencesWithinSentences)
{
    const std::vector<Slot> slots = {{"limit", Amount{{6000}, kUsd}},
                                     {"sum", Amount{{6310}, kUsd}},
                                     {"over", Amount{{310}, kUsd}}};
    const Sentence passed("part.cap_box_total", slots);
    const Refusal refusal("budget.box_total_exceeded", slots);
    EXPECT_EQ(refusal.sentence(),
              "This box would cost 63.10 USD, 3.10 USD over the limit of 60.00 USD per box. Choose "
              "cheaper items, or ask a manager to approve it.");
    EXPECT_EQ(textOf({passed, passed}, Strange()),
              "Total per box: <6310> is <310> over the <6000> limit; "
              "Total per box: <6310> is <310> over the <6000> limit");
    EXPECT_EQ(refusal
                  .saidAs(Sentence("part.plan_of_recipient",
                                   {{"recipient", "C-1"}, {"why", refusal.said()}}))
                  .sentence(),
              "Box for C-1: " + refusal.sentence());
}

TEST(Sentences, AreKeptWithTheirValues)
{
    const std::vector<Sentence> all = {
        Sentence("part.warning_given", {{"given_on", Date(20260702)}, {"months", 6}}),
        Sentence("part.warning_household", {{"month", Month(202607)}, {"who", ""}}),
        Sentence("part.warning_marked")};
    const auto kept = keptSentences(keptText(all));
    EXPECT_EQ(textOf(kept), textOf(all));
    EXPECT_EQ(textOf(kept, Strange()),
              "Given a box on <20260702> (minimum gift interval: 6 months); Somebody else in the "
              "household or fleet gets a box in <202607>; Marked do-not-gift");
    EXPECT_EQ(keptText({}), "");
    EXPECT_TRUE(keptSentences("").empty());
    EXPECT_EQ(textOf(keptSentences("given a box on 2026-07-02; so\nit was")),
              "given a box on 2026-07-02; so\nit was")
        << "as an earlier version kept it";
}

TEST(Refusal, IsAboutTheFieldThatItIsToldToBe)
{
    const Refusal refusal =
        Refusal("date.malformed", {{"text", "x"}, {"fault", "y"}}).about("from");
    EXPECT_EQ(refusal.field(), "from");
    EXPECT_EQ(refusal.code(), "date.malformed");
}

TEST(Faults, ThrowTheFirstWithAllTheOthers)
{
    Faults none;
    none.throwIfAny();
    Faults faults;
    EXPECT_EQ(faults.read([]() -> int { throw Refusal("box.empty"); }), 0);
    EXPECT_EQ(faults.read([] { return 3; }), 3);
    Faults inner;
    inner.add(Refusal("recipe.empty"));
    inner.add(Refusal("plan.changed"));
    faults.check([&] { inner.throwIfAny(); });
    try {
        faults.throwIfAny();
        FAIL();
    } catch (const Refusal& refusal) {
        std::vector<std::string> codes;
        for (const Refusal* fault : refusal.faults()) {
            codes.push_back(fault->code());
        }
        EXPECT_EQ(codes, (std::vector<std::string>{"box.empty", "recipe.empty", "plan.changed"}));
    }
}

TEST(Refusal, WithoutARowIsAFaultOfTheProgram)
{
    EXPECT_THROW(Refusal("no.such_code"), std::logic_error);
}

} // namespace
} // namespace giftbox::foundation::refusal_test
