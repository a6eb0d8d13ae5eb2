#include "books/set_store.h"
#include "foundation/refusal.h"
#include "gifting/receive_stock.h"
#include "tests/web/site_fixture.h"
#include "web/shown_detail.h"

namespace giftbox::web {
namespace {

using foundation::Money;

const foundation::Currency kUsd{.code = "USD", .exponent = 2};

TEST(StoreFormat, WritesTheFiguresOfASentence)
{
    const StoreFormat german(kUsd, "de-DE");
    const std::vector<std::pair<std::string, std::string>> all = {
        {"the cap of 2026-11 leaves 1234.50 USD.", "the cap of Nov 2026 leaves 1.234,50 USD."},
        {"on 2026-11-22, at -0.05 USD", "on 22.11.2026, at -0,05 USD"},
        {"12.00 USD", "12,00 USD"},
        {"12 USD", "12 USD"},
        {"(2026-11-22)", "(22.11.2026)"},
        {"2026-11-22.", "22.11.2026."},
        // Not figures of the rules, or not of this currency.
        {"12 units of HAT-2026-11 and 2026-11-HAT", "12 units of HAT-2026-11 and 2026-11-HAT"},
        {"\"2026-11\" is typed", "\"2026-11\" is typed"},
        {"2026-13, 2026-02-30 and 1.234 USD", "2026-13, 2026-02-30 and 1.234 USD"},
        {"12.50 EUR", "12.50 EUR"},
        {"2026-11-22T23:23:26Z", "2026-11-22T23:23:26Z"},
        {"a/2026-11 _2026-11 \u00E92026-11", "a/2026-11 _2026-11 \u00E92026-11"},
        {"- . .. --", "- . .. --"},
        {"", ""}};
    for (const auto& [said, shown] : all) {
        EXPECT_EQ(german.sentence(said), shown);
    }
    EXPECT_EQ(StoreFormat(kUsd, "").sentence("1234.50 USD in 2026-11"), "1,234.50 USD in 2026-11");
}

TEST(StoreFormat, ReadsAmountsAsTheStoreWritesThem)
{
    const StoreFormat german(kUsd, "de-DE");
    EXPECT_EQ(german.parseAmount("1234,50"), Money{123450});
    EXPECT_EQ(german.parseAmount("12"), Money{1200});
    EXPECT_EQ(german.parseAmount(german.typed(Money{-123456})), Money{-123456});
    const StoreFormat american(kUsd, "en-US");
    EXPECT_EQ(american.parseAmount("1234.50"), Money{123450});
    const auto codeOf = [](const StoreFormat& format, const std::string& typed) {
        try {
            return std::to_string(format.parseAmount(typed).minor);
        } catch (const foundation::Refusal& refusal) {
            return refusal.code() + " " + refusal.sentence();
        }
    };
    for (const char* typed : {"1.234", "12.50", "1.234,50", "1,234,50", ",5", ""}) {
        EXPECT_EQ(codeOf(german, typed),
                  "money.malformed \"" + std::string(typed) +
                      "\" is no amount; write it as 1234,50, with nothing between thousands");
    }
    EXPECT_TRUE(codeOf(american, "12,50").starts_with("money.malformed"));
    EXPECT_TRUE(codeOf(german, "99999999999999999999,00").starts_with("money.overflow"));
}

TEST(ShownDetail, SaysWhatAnEventSaysInWords)
{
    const StoreFormat german(kUsd, "de-DE");
    EXPECT_EQ(shownDetail(german, R"({"contents":"1016.90","packed_on":"2026-11-22",)"
                                  R"("recipe":{"x":[1]},"recipe_version":1,"reason":"a: \"b\""})"),
              "contents: 1.016,90, packed on: 22.11.2026, recipe: {\"x\":[1]}, recipe version: 1, "
              "reason: a: \"b\"");
    EXPECT_EQ(shownDetail(german, "{}"), "");
    for (const char* text : {"", "{", "[1]", "plain", "\xFF"}) {
        EXPECT_EQ(shownDetail(german, text), text);
    }
}

TEST(StoreFormat, WritesMoments)
{
    EXPECT_EQ(StoreFormat(kUsd, "en-US").shown(foundation::Instant{1'795'303'406'000}),
              "11/21/2026 23:23");
}

/// A store in Germany that is billed in dollars.
class SiteLocale : public SiteFixture {
protected:
    void prepare() override
    {
        SiteFixture::prepare();
        item("HAT");
        stock("HAT", 9, "1234.50", "2026-05-02");
        recipient("C-1");
        write([](auto& tx) {
            books::setStore(tx, {.waitingMonths = {}, .locale = "de-DE"});
            return 0;
        });
        director_ = loggedInAs(access::Role::PartsDirector);
    }
    bool shows(const Response& page, const std::string& text)
    {
        return page.body.find(text) != std::string::npos;
    }
    std::string director_;
};

TEST_P(SiteLocale, IsThatOfEveryPage)
{
    const Response item = get(at("/item?sku=HAT"), director_);
    EXPECT_TRUE(shows(item, ">02.05.2026<")) << item.body;
    EXPECT_TRUE(shows(item, ">1.234,50<"));
    EXPECT_FALSE(shows(item, "2026-05-02"));
    const std::string manager = loggedInAs(access::Role::Manager);
    const Response report = get(at("/report"), manager);
    EXPECT_TRUE(shows(report, "May 2026"));
    EXPECT_TRUE(shows(report, "value=\"2026-05\"")) << "a field of the browser's own";
    EXPECT_TRUE(shows(get(at("/stock"), director_), "USD 1.234,50"));
    EXPECT_TRUE(shows(get(at("/report.csv"), manager), "1234.50")) << "for accounting as ever";
}

TEST_P(SiteLocale, IsThatOfAmountsTyped)
{
    const auto receive = [&](const std::string& cost) {
        return post(at("/receive"),
                    {{"sku", "HAT"},
                     {"units", "3"},
                     {"cost", cost},
                     {"on", "2026-06-02"},
                     {"source", "purchase"}},
                    director_);
    };
    const std::string before = allRows();
    const Response refused = receive("12.50");
    EXPECT_EQ(refused.status, 422);
    EXPECT_TRUE(shows(refused, "id=\"e-cost\"")) << refused.body;
    EXPECT_TRUE(shows(refused, "value=\"12.50\"")) << "what was typed is kept";
    EXPECT_EQ(allRows(), before);
    const Response done = receive("12,50");
    ASSERT_EQ(done.status, 303) << done.body;
    EXPECT_TRUE(shows(follow(done, director_), "3 units for 12,50 USD."));
}

TEST_P(SiteLocale, IsThatOfRefusals)
{
    cap("box.total", "1000.00", budget::CapAction::Stop);
    const Response refused =
        post(at("/boxes/pack"),
             {{"recipient", "C-1"}, {"sku", "HAT"}, {"line_units", "9"}, {"on", "2026-06-02"}},
             director_);
    EXPECT_EQ(refused.status, 422);
    EXPECT_TRUE(shows(refused, "1.234,50 USD")) << refused.body;
    EXPECT_TRUE(shows(refused, "1.000,00 USD"));
    EXPECT_FALSE(shows(refused, "1234.50 USD"));
}

GIFTBOX_ON_BOTH_ENGINES(SiteLocale);

} // namespace
} // namespace giftbox::web
