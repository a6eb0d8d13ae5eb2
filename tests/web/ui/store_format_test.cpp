#include "books/set_store.h"
#include "foundation/csv.h"
#include "foundation/refusal.h"
#include "gifting/plan_box.h"
#include "gifting/selection/nominate_recipient.h"
#include "gifting/selection/select_recipient.h"
#include "tests/web/site_fixture.h"
#include "web/ui/shown_detail.h"

#include <algorithm>
#include <regex>

namespace giftbox::web::store_format_test {
namespace {

using foundation::Money;

const foundation::Currency kUsd{.code = "USD", .exponent = 2};

TEST(StoreFormat, WritesTheValuesOfASentence)
{
    const StoreFormat german(kUsd, "de-DE");
    const auto amount = [](std::int64_t minor) { return foundation::Amount{{minor}, kUsd}; };
    const foundation::Refusal cap("budget.month_restock_exceeded",
                                  {{"limit", amount(123450)},
                                   {"sum", amount(123455)},
                                   {"over", amount(5)},
                                   {"month", foundation::parseMonth("2026-11")},
                                   {"received", amount(-5)}});
    EXPECT_EQ(cap.sentence(german),
              "This receipt would put restocking in Nov 2026 over its 1.234,50 USD limit by 0,05 "
              "USD: -0,05 USD received, 1.234,55 USD with this receipt. Receive less, or ask a "
              "manager to raise the limit.");
    EXPECT_NE(cap.sentence(StoreFormat(kUsd, "")).find("1,234.50 USD"), std::string::npos);
    EXPECT_EQ(foundation::Refusal("box.unpacked_before_packed",
                                  {{"number", 2026},
                                   {"packed_on", foundation::parseDate("2026-11-22")},
                                   {"on", foundation::parseDate("2026-11-21")}})
                  .sentence(german),
              "Box 2026 was packed on 22.11.2026, so it cannot be unpacked on 21.11.2026. Enter "
              "the day it was packed or a later day.");
    EXPECT_EQ(
        foundation::Refusal("selection.nothing_to_approve/approved",
                            {{"month", foundation::parseMonth("2026-11")},
                             {"actor", "2026-11-22"},
                             {"approved_at", foundation::parseInstant("2026-11-22T23:23:26Z")}})
            .sentence(german),
        "2026-11-22 approved the list for Nov 2026 on 22.11.2026 23:23, and nobody was added "
        "since.")
        << "what was typed stays";
}

/// Minor units, or the code and sentence of the refusal.
std::string readAmount(const StoreFormat& format, const std::string& typed)
{
    try {
        return std::to_string(format.parseAmount(typed).minor);
    } catch (const foundation::Refusal& refusal) {
        return refusal.code() + " " + refusal.sentence(format);
    }
}

TEST(StoreFormat, ReadsAmountsAsPeopleTypeThem)
{
    const StoreFormat american(kUsd, "en-US");
    for (const char* typed :
         {"1234.50", "1,234.50", "$1,234.50", "1234.5", "USD 1,234.50", "1,234.50 usd", "$ 1234.50",
          " 1 234.50 ", "1'234.50", "US$1,234.50"}) {
        EXPECT_EQ(readAmount(american, typed), "123450") << typed;
    }
    EXPECT_EQ(readAmount(american, "24"), "2400");
    EXPECT_EQ(readAmount(american, "$24.00"), "2400");
    EXPECT_EQ(readAmount(american, "1,234"), "123400");
    EXPECT_EQ(readAmount(american, "$.50"), "50");
    EXPECT_EQ(readAmount(american, "-$24.00"), "-2400");
    EXPECT_EQ(readAmount(american, "$-24.00"), "-2400");
    const StoreFormat german({.code = "EUR", .exponent = 2}, "de-DE");
    for (const char* typed : {"1234,50", "1.234,50", "1.234,50 €", "€ 1.234,50", "1 234,50",
                              "1.234,50\xC2\xA0€", "EUR 1234,50"}) {
        EXPECT_EQ(readAmount(german, typed), "123450") << typed;
    }
    EXPECT_EQ(readAmount(german, "1.234"), "123400");
    EXPECT_EQ(readAmount(german, german.typed(Money{-123456})), "-123456");
    EXPECT_EQ(readAmount(german, "\xE2\x88\x92"
                                 "5,00"),
              "-500");
    const StoreFormat yen({.code = "JPY", .exponent = 0}, "de-DE");
    EXPECT_EQ(readAmount(yen, "-5"), "-5");
    EXPECT_EQ(readAmount(yen, "¥1.250"), "1250");
    EXPECT_EQ(readAmount(StoreFormat({.code = "DKK", .exponent = 2}, "da-DK"), "kr. 24"), "2400");
    EXPECT_EQ(readAmount(StoreFormat({.code = "CHF", .exponent = 2}, "de-CH"), "Fr.24"), "2400");
    EXPECT_EQ(readAmount(StoreFormat({.code = "KWD", .exponent = 3}, "de-DE"), "1,25"), "1250");
}

TEST(StoreFormat, ReadsEveryAmountAsItShowsIt)
{
    const std::vector<foundation::Currency> currencies = {
        kUsd, {.code = "JPY", .exponent = 0}, {.code = "KWD", .exponent = 3}};
    for (const char* locale : {"", "en-US", "de-DE", "fr-FR", "de-CH", "sv-SE", "pl-PL", "pt-BR"}) {
        for (const foundation::Currency& currency : currencies) {
            const StoreFormat format(currency, locale);
            for (const std::int64_t minor : {0, 1, -5, 99, 100, -123456, 123456789}) {
                const Money amount{minor};
                for (const std::string& text :
                     {format.shown(amount), format.withCode(amount), format.typed(amount)}) {
                    EXPECT_EQ(readAmount(format, text), std::to_string(minor)) << locale << text;
                }
            }
        }
    }
}

TEST(StoreFormat, RefusesAmountsThatAreNotClear)
{
    const StoreFormat american(kUsd, "en-US");
    const StoreFormat german(kUsd, "de-DE");
    const auto meant = [](const std::string& typed, const std::string& amount) {
        return "money.malformed \"" + typed +
               "\" is not written like the amounts of this store. If you mean " + amount +
               ", enter it like that.";
    };
    EXPECT_EQ(readAmount(american, "12,50"), meant("12,50", "12.50"));
    EXPECT_EQ(readAmount(american, "1.234,50"), meant("1.234,50", "1,234.50"));
    EXPECT_EQ(readAmount(american, "12.345"), meant("12.345", "12,345.00"));
    EXPECT_EQ(readAmount(german, "12.50"), meant("12.50", "12,50"));
    EXPECT_EQ(readAmount(german, "1,234.50"), meant("1,234.50", "1.234,50"));
    EXPECT_EQ(readAmount(StoreFormat({.code = "KWD", .exponent = 3}, "de-DE"), "1.250"),
              "money.malformed \"1.250\" can mean 1.250,000 or 1,250. Enter one of them.");
    EXPECT_EQ(readAmount(StoreFormat({.code = "KWD", .exponent = 3}, "de-DE"), "0.250"),
              meant("0.250", "0,250"));
    for (const char* typed : {"1,23,450", "1,234 567.00", "12a", "24.", "1e3", "--5", "5-5", "$",
                              "", "1,2345", "12.50.10", "1 23"}) {
        EXPECT_EQ(readAmount(american, typed), "money.malformed \"" + std::string(typed) +
                                                   "\" is not an amount. Write it like 1,234.50.");
    }
    EXPECT_EQ(readAmount(german, "99999999999999999999,00"),
              "money.overflow \"99999999999999999999,00\" is too large. Check the figure.");
}

TEST(StoreFormat, RefusesTheCurrencyOfAnotherStore)
{
    const StoreFormat american(kUsd, "en-US");
    EXPECT_EQ(readAmount(american, "€24.00"),
              "money.other_currency \"€24.00\" is in another currency: this store keeps its books "
              "in USD, not in €. Enter the amount in USD.");
    for (const char* typed : {"24 EUR", "£24", "24 kr", "cad 24", "R$ 24", "C$24"}) {
        EXPECT_TRUE(readAmount(american, typed).starts_with("money.other_currency")) << typed;
    }
    const StoreFormat german({.code = "EUR", .exponent = 2}, "de-DE");
    EXPECT_TRUE(readAmount(german, "$24,00").starts_with("money.other_currency"));
    EXPECT_EQ(readAmount(StoreFormat({.code = "CAD", .exponent = 2}, "en-CA"), "$24"), "2400");
}

TEST(StoreFormat, WritesCountsWithSeparatorsAndNumbersOfThingsWithout)
{
    const foundation::Refusal bound("units.malformed", {{"units", 2500000}, {"most", 1000000}});
    EXPECT_EQ(bound.sentence(StoreFormat(kUsd, "en-US")),
              "The units are 2,500,000. Enter a whole number from 1 to 1,000,000.");
    EXPECT_EQ(bound.sentence(StoreFormat(kUsd, "de-DE")),
              "The units are 2.500.000. Enter a whole number from 1 to 1.000.000.");
    EXPECT_EQ(bound.sentence(), "The units are 2500000. Enter a whole number from 1 to 1000000.")
        << "programs and the command line read plain digits";
    EXPECT_TRUE(foundation::Refusal("box.unknown", {{"number", 12345}})
                    .sentence(StoreFormat(kUsd, "en-US"))
                    .starts_with("There is no box 12345."));
}

TEST(ShownDetail, SaysWhatAnEventSaysInWords)
{
    const StoreFormat german(kUsd, "de-DE");
    EXPECT_EQ(shownDetail(german,
                          R"({"contents":"1016.90","packed_on":"2026-11-22","month":"2026-11",)"
                          R"("recipe_version":1,"warned":"60.00 USD, not 1234.50 USD"})"),
              "contents: 1.016,90, packed on: 22.11.2026, month: Nov 2026, recipe version: 1, "
              "warned");
    const StoreFormat yen({.code = "JPY", .exponent = 0}, "de-DE");
    EXPECT_EQ(shownDetail(yen, R"({"reference":"4711001","name":"2026-11","reason":"a: \"b\""})"),
              "reference: 4711001, name: 2026-11, reason: a: \"b\"")
        << "what was typed stays";
    EXPECT_EQ(shownSubject(german, "month 2026-11"), "month Nov 2026");
    EXPECT_EQ(shownSubject(german, "item 2026-11"), "item 2026-11");
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

/// A store in Germany with books in dollars.
class SiteLocale : public SiteFixture {
protected:
    void prepare() override
    {
        SiteFixture::prepare();
        item("HAT");
        stock("HAT", 9, "1234.50", "2026-05-02");
        recipient("C-1");
        setLocale("de-DE");
        director_ = loggedInAs(access::Role::PartsDirector);
    }
    void setLocale(const std::string& locale)
    {
        write([&](auto& tx) { return books::setStore(tx, {.locale = locale}), 0; });
    }
    /// Boxes and selections of all kinds, including exceptions, and a closed month.
    void liveThroughAMonth();
    std::string director_;
};

void SiteLocale::liveThroughAMonth()
{
    recipient("C-2");
    cap("box.total", "100.00", budget::CapAction::Warn, "2026-05");
    packAndGive("C-1", {{"HAT", 1}}, "2026-05-03");
    pack("C-2", {{"HAT", 2}}, "2026-06-02");
    writeOff("HAT", 1, "2026-06-03");
    write([&](auto& tx) {
        return gifting::planBox(tx, {.recipient = "C-2",
                                     .lines = {{"HAT", 1}},
                                     .month = foundation::parseMonth("2026-06")});
    });
    write([&](auto& tx) {
        return gifting::nominateRecipient(tx, {.recipient = "C-1",
                                               .month = foundation::parseMonth("2026-06"),
                                               .adviser = "ann",
                                               .department = "service",
                                               .reason = "kind"});
    });
    write([&](auto& tx) {
        return gifting::selectRecipient(tx, {.recipient = "C-1",
                                             .month = foundation::parseMonth("2026-06"),
                                             .exceptionReason = "a friend"});
    });
    close("2026-05");
}

TEST_P(SiteLocale, IsThatOfEveryRoute)
{
    liveThroughAMonth();
    std::map<access::Role, std::string> tokens;
    for (const access::Role role : access::kRoles) {
        tokens[role] = loggedInAs(role);
    }
    const std::regex foreign(R"([0-9]{4}-[0-9]{2}|[0-9]\.[0-9]{2} USD|[0-9],[0-9]{3}\b)");
    int pages = 0;
    for (const Route& route : routes()) {
        if (route.methods == Methods::Post || route.who != Who::InStore ||
            route.pattern.ends_with("/settings/set") || route.pattern.ends_with("/entities/add") ||
            route.pattern.ends_with("/entities/edit")) { // which have examples
            continue;
        }
        const auto role = std::ranges::find_if(
            access::kRoles, [&](access::Role one) { return access::may(one, *route.action); });
        for (const char* box : {"1", "2", "3"}) {
            std::string address = addressOf(route);
            if (const auto number = address.find("/1"); number != std::string::npos) {
                address.replace(number, 2, std::string("/") + box);
            }
            const Response page = get(address, tokens[*role]);
            if (!headerOf(page, "Content-Type").starts_with("text/html")) {
                continue;
            }
            ++pages;
            const std::string words = parsed(page).text();
            std::smatch found;
            EXPECT_FALSE(std::regex_search(words, found, foreign))
                << address << ": " << found.str() << " in " << words;
        }
    }
    EXPECT_GT(pages, 60);
}

TEST_P(SiteLocale, ThatIsNotKnownHereIsIso)
{
    booksAreFalsified();
    raw().execute("UPDATE store SET locale = 'xx-YY' WHERE store_id = " + storeId());
    EXPECT_EQ(parsed(get(at("/item?sku=HAT"), director_)).column("Received").front(), "2026-05-02");
    const std::string administrator = loggedInAs(access::Role::Administrator);
    const Response form = get(at("/settings/set"), administrator);
    EXPECT_EQ(form.status, 200);
    const Fields fields = {{"months", "6"}, {"locale", "en-US"}, {"seen", fieldOf(form, "seen")}};
    EXPECT_EQ(post(at("/settings/set"), fields, administrator).status, 303);
    EXPECT_EQ(parsed(get(at("/item?sku=HAT"), director_)).column("Received").front(), "5/2/2026");
}

TEST_P(SiteLocale, IsThatOfEveryPage)
{
    const tests::ParsedPage item = parsed(get(at("/item?sku=HAT"), director_));
    EXPECT_EQ(item.column("Received").front(), "02.05.2026");
    EXPECT_EQ(item.column("Cost remaining").front(), "1.234,50");
    EXPECT_FALSE(item.mentions("2026-05-02"));
    const std::string manager = loggedInAs(access::Role::Manager);
    const tests::ParsedPage report = parsed(get(at("/report"), manager));
    EXPECT_TRUE(report.says("May 2026"));
    EXPECT_EQ(report.value("to"), "2026-05") << "a field of the browser's own";
    EXPECT_TRUE(parsed(get(at("/stock"), director_)).says("USD 1.234,50"));
    EXPECT_NE(get(at("/report.csv"), manager).spool->read(0, 100'000).find("1234,50"),
              std::string::npos)
        << "as the spreadsheets of the country read it";
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
    const Response refused = receive("1000.50");
    EXPECT_EQ(refused.status, 422);
    EXPECT_TRUE(parsed(refused).refuses("cost"));
    EXPECT_EQ(parsed(refused).value("cost"), "1000.50") << "what was typed is kept";
    EXPECT_EQ(allRows(), before);
    const Response done = receive("1000,50");
    ASSERT_EQ(done.status, 303) << done.body;
    EXPECT_TRUE(parsed(follow(done, director_)).says("Received 3 units of HAT for 1.000,50 USD."));
}

TEST_P(SiteLocale, IsThatOfRefusals)
{
    cap("box.total", "1000.00", budget::CapAction::Stop);
    const Response refused =
        post(at("/boxes/pack"),
             {{"recipient", "C-1"}, {"sku", "HAT"}, {"line_units", "9"}, {"on", "2026-06-02"}},
             director_);
    EXPECT_EQ(refused.status, 422);
    EXPECT_TRUE(parsed(refused).says("1.234,50 USD"));
    EXPECT_TRUE(parsed(refused).says("1.000,00 USD"));
    EXPECT_FALSE(parsed(refused).mentions("1234.50 USD"));
}

GIFTBOX_ON_BOTH_ENGINES(SiteLocale);

TEST_P(SiteLocale, FilesOfPagesOpenInTheSpreadsheetsOfTheCountry)
{
    const auto file = [&] { return get(at("/stock.csv"), director_).spool->read(0, 100'000); };
    const std::string german = file();
    EXPECT_TRUE(german.starts_with(std::string(foundation::kByteOrderMark) + "sku;")) << german;
    EXPECT_NE(german.find(";1234,50;"), std::string::npos) << german;
    setLocale("en-US");
    const std::string american = file();
    EXPECT_TRUE(american.starts_with(std::string(foundation::kByteOrderMark) + "sku,")) << american;
    EXPECT_NE(american.find(",1234.50,"), std::string::npos) << american;
}

} // namespace
} // namespace giftbox::web::store_format_test
