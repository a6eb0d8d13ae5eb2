#include "access/add_user.h"
#include "access/log_in.h"
#include "foundation/csv.h"
#include "foundation/digest.h"
#include "tests/web/site_fixture.h"

namespace giftbox::web::site_test {
namespace {

using access::Role;

class SiteForms : public SiteFixture {
protected:
    void prepare() override
    {
        SiteFixture::prepare();
        item("HAT");
        recipient("C-1");
        stock("HAT", 9, "90.00", "2026-06-01");
        director_ = loggedInAs(Role::PartsDirector);
    }
    static Fields box() { return {{"recipient", "C-1"}, {"sku", "HAT"}, {"on", "2026-06-15"}}; }
    std::size_t boxes()
    {
        std::size_t count = 0;
        read([&](const books::ReadTransaction& tx) {
            gifting::listBoxes(tx, {}, [&](const gifting::Box&) { ++count; });
            return true;
        });
        return count;
    }
    std::string director_;
};

TEST_P(SiteForms, SentTwiceDoItOnce)
{
    const std::string key = fieldOf(get(at("/boxes/pack"), director_), "request_key");
    Fields fields = box();
    fields.emplace_back("request_key", key);
    const Response first = post(at("/boxes/pack"), fields, director_);
    const Response second = post(at("/boxes/pack"), fields, director_);
    EXPECT_EQ(first.status, 303);
    EXPECT_EQ(headerOf(first, "Location"), at("/boxes/1"));
    EXPECT_EQ(headerOf(second, "Location"), headerOf(first, "Location"));
    EXPECT_EQ(headerOf(second, "Set-Cookie"), headerOf(first, "Set-Cookie"));
    EXPECT_EQ(boxes(), 1U);
    const Response page = follow(first, director_);
    EXPECT_TRUE(parsed(page).says("Box 1 packed. Total cost: 10.00 USD."));
    EXPECT_TRUE(headerOf(page, "Set-Cookie").starts_with("giftbox_notice=;"));
}

TEST_P(SiteForms, WithoutAKeyOfTheirOwnAreRefused)
{
    Fields fields = box();
    fields.emplace_back("request_key", "");
    EXPECT_EQ(post(at("/boxes/pack"), fields, director_).status, 422);
    EXPECT_EQ(boxes(), 0U);
}

TEST_P(SiteForms, RefusedKeepWhatWasTypedAndSayWhyAtTheField)
{
    const Response refused = post(at("/receive"),
                                  {{"sku", "HAT"},
                                   {"units", "12"},
                                   {"cost", "1,50"},
                                   {"on", "2026-06-15"},
                                   {"reference", "INV \"7\""},
                                   {"source", "parts_transfer"}},
                                  director_);
    EXPECT_EQ(refused.status, 422);
    const tests::ParsedPage page = parsed(refused);
    EXPECT_EQ(page.value("sku"), "HAT");
    EXPECT_EQ(page.value("units"), "12");
    EXPECT_EQ(page.value("cost"), "1,50");
    EXPECT_EQ(page.value("reference"), "INV \"7\"");
    EXPECT_EQ(page.chosen("source"), "parts_transfer");
    EXPECT_TRUE(page.refuses("cost"));
    EXPECT_EQ(page.fault("units"), "");
}

TEST_P(SiteForms, EditAnItemThatNobodyElseHasChangedMeanwhile)
{
    const std::string address = at("/item/edit?sku=HAT");
    const std::string seen = fieldOf(get(address, director_), "seen");
    const auto edit = [&](const std::string& name, const std::string& par) {
        return post(address,
                    {{"name", name},
                     {"category", "hats"},
                     {"par_level", par},
                     {"pack_size", "6"},
                     {"seen", seen}},
                    director_);
    };
    EXPECT_EQ(edit("Warm hat", "12").status, 303);
    const Response refused = edit("Cold hat", "24");
    EXPECT_EQ(refused.status, 422);
    EXPECT_TRUE(parsed(refused).says("Somebody changed this"));
    const auto item = read([](const auto& tx) { return inventory::requireItem(tx, "HAT").item; });
    EXPECT_EQ(item.name, "Warm hat");
    EXPECT_EQ(item.parLevel, 12);
    EXPECT_EQ(item.packSize, 6);
}

TEST_P(SiteForms, SayTheRefusalOfARule)
{
    const Response page =
        post(at("/boxes/pack"),
             {{"recipient", "C-1"}, {"sku", "HAT"}, {"line_units", "10"}, {"on", "2026-06-15"}},
             director_);
    EXPECT_EQ(page.status, 422);
    EXPECT_TRUE(parsed(page).says("This needs 10 of item HAT, but 9 were in stock"));
    EXPECT_EQ(boxes(), 0U);
}

TEST_P(SiteForms, RefusedMayBeSentAgainWithTheSameKey)
{
    Fields fields = box();
    fields[0].second = "NOBODY";
    const Response refused = post(at("/boxes/pack"), fields, director_);
    EXPECT_TRUE(parsed(refused).refuses("recipient"));
    Fields again = box();
    again.emplace_back("request_key", fieldOf(refused, "request_key"));
    EXPECT_EQ(post(at("/boxes/pack"), again, director_).status, 303);
    EXPECT_EQ(boxes(), 1U);
}

TEST_P(SiteForms, TakeABoxThroughItsLife)
{
    post(at("/boxes/pack"), box(), director_);
    EXPECT_EQ(post(at("/boxes/1/give"), {{"on", "2026-06-15"}}, director_).status, 303);
    EXPECT_EQ(
        post(at("/boxes/1/unpack"), {{"on", "2026-06-15"}, {"reason", "x"}}, director_).status,
        422);
    Fields plan = box();
    plan.emplace_back("month", "2026-07");
    EXPECT_EQ(headerOf(post(at("/boxes/plan"), plan, director_), "Location"), at("/boxes/2"));
    EXPECT_EQ(post(at("/boxes/2/pack"), {{"on", "2026-06-15"}}, director_).status, 303);
    EXPECT_EQ(
        post(at("/boxes/2/unpack"), {{"on", "2026-06-15"}, {"reason", "moved"}}, director_).status,
        303);
    Fields third = box();
    third.emplace_back("month", "2026-07");
    post(at("/boxes/plan"), third, director_);
    EXPECT_EQ(post(at("/boxes/3/cancel"), {{"reason", "moved"}}, director_).status, 303);
    EXPECT_TRUE(parsed(get(at("/boxes/3"), director_)).heading().ends_with("Box 3 cancelled"));
    EXPECT_EQ(onShelf("HAT").units, 8);
}

GIFTBOX_ON_BOTH_ENGINES(SiteForms);

class SitePages : public SiteFixture {
protected:
    void prepare() override
    {
        SiteFixture::prepare();
        item("HAT");
        recipient("C-1");
        stock("HAT", 9, "90.00", "2026-06-01");
        packAndGive("C-1", {{"HAT", 1}}, "2026-06-02");
        cap("month.program", "750.00", budget::CapAction::Stop);
    }
};

TEST_P(SitePages, ReportIsTheCommandLinesByteForByte)
{
    const std::string token = loggedInAs(Role::Manager);
    const Response csv = get(at("/report.csv?from=2026-05&to=2026-06"), token);
    ASSERT_NE(csv.spool, nullptr);
    EXPECT_EQ(csv.spool->read(0, 100'000),
              std::string(foundation::kByteOrderMark) + monthlyReport("2026-05", "2026-06"))
        << "as giftbox report month -o report.csv writes it";
}

TEST_P(SitePages, EveryNumberOfTheReportOpensDownToTheReceipt)
{
    const std::string token = loggedInAs(Role::Accounting);
    stock("HAT", 1, "12.00", "2026-06-03");
    writeOff("HAT", 1, "2026-06-04");
    const auto leads = [&](const std::string& from, const std::string& to,
                           const std::string& shown) {
        EXPECT_TRUE(parsed(get(at(from), token)).linksTo(at(to))) << from;
        EXPECT_TRUE(parsed(get(at(to.substr(0, to.find('#'))), token)).says(shown)) << to;
    };
    const std::string explained = "/reports/explain-report?month=2026-06&column=";
    leads("/report", explained + "contents_cost", "10.00");
    leads(explained + "contents_cost", "/reports/explain-box?no=1", "R-1");
    leads("/reports/explain-box?no=1", "/reports/explain-lot?no=1", "R-1");
    leads("/boxes/1", "/lots/1", "R-1");
    leads("/lots/1", "/boxes/1", "given");
    leads("/report", explained + "restock_cost", "12.00");
    leads("/report", explained + "write_off_cost", "Written off");
    EXPECT_TRUE(parsed(get(at("/movements?month=2026-06&kind=boxes"), token)).says("Issue"));
    EXPECT_FALSE(parsed(get(at("/movements?month=2026-06&kind=boxes"), token)).says("Write off"));
    leads("/report", explained + "overrides", "0");
    EXPECT_EQ(get(at("/lots/99"), token).status, 404);
}

TEST_P(SitePages, StockCsvIsTheView)
{
    item("MUG");
    const Response csv = get(at("/stock.csv?q=ha"), loggedInAs(Role::Accounting));
    ASSERT_NE(csv.spool, nullptr);
    const std::string text = csv.spool->read(0, 100'000);
    EXPECT_NE(text.find("HAT,"), std::string::npos);
    EXPECT_EQ(text.find("MUG,"), std::string::npos);
    const Response sorted = get(at("/stock.csv?sort=-item"), loggedInAs(Role::Accounting));
    const std::string down = sorted.spool->read(0, 100'000);
    EXPECT_LT(down.find("MUG,"), down.find("HAT,")) << down;
    EXPECT_NE(down.find("HAT,"), std::string::npos);
}

TEST_P(SitePages, AccountingFilesAreTheExports)
{
    const Response file = get(at("/accounting/movements.csv?from=2026-06-01&to=2026-06-30"),
                              loggedInAs(Role::Accounting));
    ASSERT_NE(file.spool, nullptr);
    EXPECT_EQ(file.spool->read(0, 100'000),
              std::string(foundation::kByteOrderMark) + csv([](const books::ReadTransaction& tx,
                                                               foundation::RowWriter& out) {
                  exchange::exportMovements(
                      tx, {.from = tests::day("2026-06-01"), .to = tests::day("2026-06-30")}, out);
              }));
    const std::string accounting = loggedInAs(Role::Accounting);
    EXPECT_EQ(headerOf(file, "Content-Disposition"),
              "attachment; filename=\"" + store() + "-2026-06-01-2026-06-30-movements.csv\"");
    EXPECT_TRUE(parsed(get(at("/accounting?from=2026-04-02&to=2026-06-30"), accounting))
                    .linksTo(at("/report.csv?from=2026-04&to=2026-06")));
    EXPECT_EQ(parsed(get(at("/close"), accounting)).value("month"), "2026-06")
        << "the first month that is open";
    EXPECT_EQ(get(at("/accounting/passwd"), accounting).status, 404);
}

TEST_P(SitePages, NamesComeBackAsTheyAreAndDoNothing)
{
    const std::string token = loggedInAs(Role::PartsDirector);
    int number = 0;
    for (const std::string name :
         {"<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "'; DROP TABLE item; --",
          "{{#each}}{{{x}}}", "a` onclick=`x", "&lt;b&gt;", "日本語 \xF0\x9F\x8E\x81"}) {
        const std::string sku = "H-" + std::to_string(++number);
        ASSERT_EQ(post(at("/item/add"),
                       {{"sku", sku}, {"name", name}, {"kind", "contents"}, {"pack_size", "1"}},
                       token)
                      .status,
                  303)
            << name;
        for (const std::string& address :
             {at("/stock"), at("/item?sku=" + sku), at("/stock?q=") + encodePercent(name)}) {
            const tests::ParsedPage page = parsed(get(address, token));
            EXPECT_TRUE(page.says(name)) << address;
            EXPECT_EQ(page.complaints(), "") << address << ": nothing of it runs";
        }
        EXPECT_EQ(read([&](const auto& tx) { return inventory::requireItem(tx, sku).item.name; }),
                  name);
    }
}

TEST_P(SitePages, AnswerAtOnceWhatAScannerTyped)
{
    add({.sku = "MUG", .name = "Mug", .barcode = "4006381333931"});
    const std::string token = loggedInAs(Role::PartsDirector);
    EXPECT_EQ(headerOf(get(at("/stock?q=4006381333931"), token), "Location"), at("/item?sku=MUG"));
}

TEST_P(SitePages, ThatDoNotExistAreNotFound)
{
    const std::string token = loggedInAs(Role::PartsDirector);
    for (const std::string& address :
         {std::string("/nowhere"), at("/nowhere"), at("/boxes/99"), at("/boxes/-1"),
          at("/boxes/1x"), at("/item?sku=NONE"), std::string("/assets/../style.css"),
          std::string("/assets/%2e%2e/x"), std::string("/s//stock"),
          std::string("/../etc/passwd")}) {
        EXPECT_EQ(get(address, token).status, 404) << address;
    }
    EXPECT_EQ(post(at("/stock"), {}, token).status, 405);
    EXPECT_EQ(get(at("/stock?q=%zz"), token).status, 422);
}

TEST_P(SitePages, AssetsAreKeptByTheBrowser)
{
    const auto assets = parsed(get("/login")).assets();
    const auto address = std::ranges::find_if(
        assets, [](const std::string& one) { return one.starts_with("/assets/style.css?v="); });
    ASSERT_NE(address, assets.end());
    const Response style = get(*address);
    EXPECT_EQ(style.status, 200);
    EXPECT_NE(headerOf(style, "Cache-Control").find("immutable"), std::string::npos);
    Request again;
    again.path = "/assets/style.css";
    again.headers = {{"If-None-Match", headerOf(style, "ETag")}};
    const Response same = ask(again);
    EXPECT_EQ(same.status, 304);
    EXPECT_TRUE(same.body.empty());
}

TEST_P(SitePages, HealthIsTheDatabases) { EXPECT_EQ(get("/healthz").body, "ok\n"); }

GIFTBOX_ON_BOTH_ENGINES(SitePages);

class SiteLogin : public SiteFixture {};

TEST_P(SiteLogin, SaysTheSameWhetherTheLoginExists)
{
    loggedInAs(Role::Manager);
    const std::string exists = foundation::sha256(store()).substr(0, 12) + "1";
    const Response one = post("/login", {{"login", exists}, {"password", "typed in error"}});
    const tests::ParsedPage other =
        parsed(post("/login", {{"login", exists + "x"}, {"password", "typed in error"}}));
    EXPECT_EQ(one.status, 422);
    EXPECT_TRUE(parsed(one).refuses("password"));
    EXPECT_EQ(parsed(one).fault("password"), other.fault("password"));
    EXPECT_FALSE(parsed(one).mentions("typed in error"));
    EXPECT_EQ(headerOf(one, "Set-Cookie"), "");
}

TEST_P(SiteLogin, GivesASessionThatScriptsAndOtherSitesCannotReach)
{
    const std::string login = foundation::sha256(store()).substr(0, 12) + "l";
    write([&](books::WriteTransaction& tx) {
        return access::addUser(tx, {.login = login,
                                    .displayName = "Lee",
                                    .password = access::hashPassword("a long enough one"),
                                    .role = Role::Manager});
    });
    Fields fields = {
        {"login", login}, {"password", "a long enough one"}, {"next", "//evil.example"}};
    const Response response = post("/login", fields);
    ASSERT_EQ(response.status, 303) << response.body;
    EXPECT_EQ(headerOf(response, "Location"), "/");
    const std::string cookie = headerOf(response, "Set-Cookie");
    EXPECT_NE(cookie.find("; HttpOnly; SameSite=Lax"), std::string::npos) << cookie;
    const std::string token = cookie.substr(8, cookie.find(';') - 8);
    EXPECT_EQ(get(at(""), token).status, 200);
    fields[2].second = at("/stock?low=yes");
    EXPECT_EQ(headerOf(post("/login", fields), "Location"), at("/stock?low=yes"));
    EXPECT_EQ(post("/logout", {}, token).status, 303);
    EXPECT_EQ(get(at(""), token).status, 303);
}

/// A user who was away for longer than a session.
class SiteKeptForm : public SiteFixture {
protected:
    bool needsOwnDatabase() const override { return true; } // sessions of all stores end
    void prepare() override
    {
        SiteFixture::prepare();
        login_ = foundation::sha256(store()).substr(0, 12) + "k";
        write([&](books::WriteTransaction& tx) {
            return access::addUser(tx, {.login = login_,
                                        .displayName = "Kim",
                                        .password = access::hashPassword("a long enough one"),
                                        .role = Role::PartsDirector});
        });
        token_ = tokenOf(post("/login", {{"login", login_}, {"password", "a long enough one"}}));
    }
    static std::string tokenOf(const Response& response)
    {
        const std::string cookie = headerOf(response, "Set-Cookie");
        return cookie.substr(8, cookie.find(';') - 8);
    }
    Fields typed() const
    {
        return {{"sku", "MUG"},
                {"name", "Mug \"of the year\""},
                {"kind", "packaging"},
                {"pack_size", "6"},
                {"request_key", key_}};
    }
    Response logInWith(const Response& page, const std::string& password)
    {
        return post("/login", {{"login", login_},
                               {"password", password},
                               {"next", at("/item/add")},
                               {"kept", fieldOf(page, "kept")}});
    }
    static bool isAsTyped(const Response& page)
    {
        const tests::ParsedPage shown = parsed(page);
        return shown.value("name") == "Mug \"of the year\"" && shown.chosen("kind") == "packaging";
    }
    std::string login_;
    std::string token_;
    std::string key_ = access::newToken();
};

TEST_P(SiteKeptForm, IsShownAgainAfterTheLoginAndNotSent)
{
    waitMs(access::kSessionIdleMs + access::kSessionSeenMs + 1);
    const Response login = post(at("/item/add"), typed(), token_);
    EXPECT_EQ(login.status, 200);
    EXPECT_TRUE(parsed(login).sendsTo("/login"));
    EXPECT_EQ(fieldOf(login, "next"), at("/item/add"));
    const std::string before = allRows();
    const Response wrong = logInWith(login, "typed in error");
    EXPECT_EQ(wrong.status, 422);
    const Response again = logInWith(wrong, "a long enough one");
    EXPECT_EQ(again.status, 200) << again.body;
    EXPECT_TRUE(isAsTyped(again)) << again.body;
    EXPECT_TRUE(parsed(again).says("Review it and send it again."));
    EXPECT_TRUE(parsed(again).sendsTo(at("/item/add")));
    EXPECT_EQ(fieldOf(again, "request_key"), key_) << "done once, whatever became of the first";
    EXPECT_FALSE(parsed(get(at("/stock"), tokenOf(again))).mentions("MUG"));
    EXPECT_EQ(post(at("/item/add"), typed(), tokenOf(again)).status, 303);
    EXPECT_NE(allRows(), before);
}

TEST_P(SiteKeptForm, IsShownAgainToWhoLoggedInElsewhereMeanwhile)
{
    const std::string newer =
        tokenOf(post("/login", {{"login", login_}, {"password", "a long enough one"}}));
    Fields stale = typed();
    stale.emplace_back("form_token", access::formToken(token_)); // before the valid one
    const Response page = post(at("/item/add"), stale, newer);
    EXPECT_EQ(page.status, 403);
    EXPECT_TRUE(isAsTyped(page)) << page.body;
    EXPECT_EQ(fieldOf(page, "form_token"), access::formToken(newer));
    EXPECT_FALSE(parsed(get(at("/stock"), newer)).mentions("MUG"));
}

TEST_P(SiteKeptForm, HoldsNoPasswordAndNothingForWhoMayNotSeeThePage)
{
    waitMs(access::kSessionIdleMs + access::kSessionSeenMs + 1);
    const Response login =
        post(at("/users/add"), {{"login", "new"}, {"name", "New"}, {"password", "secret words"}},
             token_);
    EXPECT_NE(fieldOf(login, "kept").find("name=New"), std::string::npos) << login.body;
    EXPECT_FALSE(parsed(login).mentions("secret"));
    const Response refused = post("/login", {{"login", login_},
                                             {"password", "a long enough one"},
                                             {"next", at("/users/add")},
                                             {"kept", "name=New"}});
    EXPECT_EQ(refused.status, 303) << "the page itself says that it is not theirs";
    EXPECT_EQ(post(at("/item/add"), {{"name", std::string(70'000, 'x')}}).status, 303)
        << "too long to be kept";
    for (const char* kept : {"%zz", "\r\nSet-Cookie: a=b", "=&=&=", "request_key=x"}) {
        const Response odd = post("/login", {{"login", login_},
                                             {"password", "a long enough one"},
                                             {"next", at("/item/add")},
                                             {"kept", kept}});
        EXPECT_LT(odd.status, 400) << kept;
        EXPECT_FALSE(headerOf(odd, "Set-Cookie").empty()) << kept;
    }
}

GIFTBOX_ON_BOTH_ENGINES(SiteKeptForm);

GIFTBOX_ON_BOTH_ENGINES(SiteLogin);

} // namespace
} // namespace giftbox::web::site_test
