#include "budget/gift_limit.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <stdexcept>

namespace giftbox::budget::gift_limit_test {
namespace {

using books::Setting;
using foundation::Date;
using foundation::Money;
using foundation::Refusal;

books::Store storeIn(const char* currency, Setting setting, LimitAction action)
{
    books::Store store;
    store.currency = foundation::currencyOf(currency);
    store.settings.setFirst(setting, static_cast<std::int64_t>(action));
    return store;
}

const GiftLimit& named(std::string_view name)
{
    return *std::ranges::find(giftLimits(), name, &GiftLimit::name);
}

Gift gift(std::int64_t box, std::int32_t on, std::int64_t contents, std::int64_t packaging = 0,
          std::int64_t imprinted = 0)
{
    return {.box = box,
            .on = Date(on),
            .contents = {contents},
            .packaging = {packaging},
            .imprinted = {imprinted}};
}

/// What counts before a gift of this day; -1 where the limit has no amount.
std::int64_t before(const books::Store& store, const char* limit, const std::vector<Gift>& others,
                    std::int32_t on)
{
    const auto use = useOf(store, named(limit), others, gift(0, on, 0));
    return use ? use->before.minor : -1;
}

TEST(GiftLimits, AreThoseOfTheFolderWithASourceEach)
{
    std::string names;
    for (const GiftLimit& limit : giftLimits()) {
        names += limit.name + " " + std::string(toText(limit.kind)) + " " +
                 std::string(toText(limit.window)) + "; ";
        EXPECT_FALSE(limit.source.empty());
    }
    EXPECT_EQ(names, "de-gift cliff tax year; uk-gift cliff tax year; uk-vat cliff 12 months; "
                     "us-gift cap tax year; ");
}

TEST(GiftLimits, AreRefusedWhereAFileIsWrong)
{
    const std::string right = "title = T\ncurrency = USD\nsource = S\n";
    EXPECT_NO_THROW(parseGiftLimit("a", right + "amount = 1.00 from 2020-01-01\n"));
    for (const char* wrong :
         {"", "kind = slope\n", "window = week\n", "amount = 1.00\n", "counts = labor\n", "x\n"}) {
        EXPECT_THROW(parseGiftLimit("a", right + wrong), std::logic_error) << wrong;
    }
}

TEST(GiftLimits, CountContentsAndWhatTheirLawSays)
{
    const Gift one = gift(1, 20260301, 1000, 200, 300);
    EXPECT_EQ(countedOf(named("us-gift"), one), Money{700});
    EXPECT_EQ(countedOf(named("uk-gift"), one), Money{1200});
    EXPECT_EQ(countedOf(named("uk-vat"), one), Money{1200});
    EXPECT_EQ(countedOf(named("de-gift"), one), Money{1000});
}

TEST(GiftLimits, RunByTheTaxYearOfTheStore)
{
    books::Store store = storeIn("USD", Setting::LimitUsGift, LimitAction::Warn);
    const std::vector<Gift> others = {gift(1, 20251231, 100),  gift(2, 20260101, 200),
                                      gift(3, 20260405, 400),  gift(4, 20260406, 800),
                                      gift(5, 20261231, 1600), gift(6, 20270101, 3200)};
    EXPECT_EQ(before(store, "us-gift", others, 20260615), 200 + 400 + 800 + 1600);
    EXPECT_EQ(before(store, "us-gift", others, 20251201), 100);
    store.settings.setFirst(Setting::TaxYearStart, 406);
    EXPECT_EQ(before(store, "us-gift", others, 20260405), 100 + 200 + 400);
    EXPECT_EQ(before(store, "us-gift", others, 20260406), 800 + 1600 + 3200);
    EXPECT_EQ(taxYearOf(store, Date(20260405)), Date(20250406));
    EXPECT_EQ(taxYearOf(store, Date(20260406)), Date(20260406));
}

TEST(GiftLimits, RunOverAnyTwelveMonthsWithTheGift)
{
    const books::Store store = storeIn("GBP", Setting::LimitUkVat, LimitAction::Warn);
    const std::vector<Gift> others = {gift(1, 20250615, 100), gift(2, 20250616, 200),
                                      gift(3, 20260614, 400), gift(4, 20270101, 8000),
                                      gift(5, 20270615, 16000)};
    EXPECT_EQ(before(store, "uk-vat", others, 20260615), 400 + 8000)
        << "of the windows with this day, the one to 2027-01-01 has the most";
    EXPECT_EQ(before(store, "uk-vat", {others.data(), others.data() + 3}, 20260615), 200 + 400);
    EXPECT_EQ(before(store, "uk-vat", {others.data(), others.data() + 3}, 20260614),
              100 + 200 + 400)
        << "another gift of the same day counts, too";
}

TEST(GiftLimits, HaveTheAmountOfTheDayOnWhichTheYearBegan)
{
    books::Store store = storeIn("EUR", Setting::LimitDeGift, LimitAction::Warn);
    const auto amount = [&](std::int32_t on) {
        const auto use = useOf(store, named("de-gift"), {}, gift(0, on, 0));
        return use ? use->amount.minor : -1;
    };
    EXPECT_EQ(amount(20031231), -1);
    EXPECT_EQ(amount(20231231), 3500);
    EXPECT_EQ(amount(20240101), 5000);
    store.settings.setFirst(Setting::TaxYearStart, 701);
    EXPECT_EQ(amount(20240630), 3500) << "the business year began in 2023";
    EXPECT_EQ(amount(20240701), 5000);
}

TEST(GiftLimits, ArePassedOnlyAboveTheAmount)
{
    const std::vector<Gift> others = {gift(1, 20260301, 1840)};
    const auto codeOf = [&](LimitAction action, std::int64_t contents, bool isOverridden) {
        try {
            const Verdict verdict =
                authorizeGift(storeIn("USD", Setting::LimitUsGift, action), others,
                              gift(0, 20260601, contents), isOverridden);
            return "warned " + std::to_string(verdict.warned.size()) + ", overridden " +
                   std::to_string(verdict.overridden.size());
        } catch (const Refusal& refusal) {
            return refusal.code();
        }
    };
    EXPECT_EQ(codeOf(LimitAction::Block, 660, false), "warned 0, overridden 0");
    EXPECT_EQ(codeOf(LimitAction::Block, 661, false), "limit.exceeded");
    EXPECT_EQ(codeOf(LimitAction::Block, 661, true), "warned 0, overridden 1");
    EXPECT_EQ(codeOf(LimitAction::Warn, 661, true), "warned 1, overridden 0");
    EXPECT_EQ(codeOf(LimitAction::None, 661, false), "warned 0, overridden 0");
}

TEST(GiftLimits, DoNotTouchAStoreOfAnotherCurrency)
{
    const books::Store store = storeIn("EUR", Setting::LimitUsGift, LimitAction::Block);
    EXPECT_EQ(actionOf(store, named("us-gift"), foundation::Month(202606)), LimitAction::None);
    EXPECT_FALSE(actsOnLimits(store, foundation::Month(202606)));
    EXPECT_EQ(imprintedLimit(store, foundation::Month(202606)), std::nullopt);
}

TEST(GiftLimits, SayWhatWasGivenAndWhatTheBoxAdds)
{
    const books::Store store = storeIn("USD", Setting::LimitUsGift, LimitAction::Warn);
    const Verdict verdict = authorizeGift(store, std::vector<Gift>{gift(1, 20260301, 1840)},
                                          gift(0, 20260601, 1300), false);
    ASSERT_EQ(verdict.warned.size(), 1U);
    const PassedCap& passed = verdict.warned.front();
    EXPECT_EQ(passed.name(), "limit.us-gift");
    EXPECT_EQ(sentenceOf(store, passed).text(),
              "Gift limit us-gift: 31.40 USD is 6.40 USD over the 25.00 USD limit (18.40 USD so "
              "far, and this box adds 13.00 USD)");
    const PassedCap kept = passedOf("limit.us-gift", passed.cap.amount, passed.wouldBe);
    EXPECT_EQ(sentenceOf(store, kept).text(),
              "Gift limit us-gift: 31.40 USD is 6.40 USD over the 25.00 USD limit");
    EXPECT_EQ(passedOf("box.total", {100}, {200}).name(), "box.total");
}

} // namespace
} // namespace giftbox::budget::gift_limit_test
