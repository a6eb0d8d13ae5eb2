#include "foundation/digest.h"
#include "gifting/recipient.h"
#include "tests/web/site_fixture.h"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>

namespace giftbox::web::people_test {
namespace {

using access::Role;

class SiteRecipients : public SiteFixture {
protected:
    void prepare() override
    {
        SiteFixture::prepare();
        director_ = loggedInAs(Role::PartsDirector);
        post(at("/recipients/add"),
             {{"recipient", "K-17/4"}, {"name", "Ada Quillfeather"}, {"kind", "person"}},
             director_);
    }
    Fields words(const std::string& sizes) const
    {
        return {{"name", "Ada Quillfeather"},  {"kind", "person"},
                {"household", "mill"},         {"sizes", sizes},
                {"preferences", "golf, mugs"}, {"do_not_gift", "yes"},
                {"note", "likes the window"}};
    }
    /// The current form, filled in.
    Response edit(const std::string& sizes)
    {
        const std::string address = at("/recipients/edit?code=K-17%2F4");
        Fields fields = words(sizes);
        fields.emplace_back("seen", fieldOf(get(address, director_), "seen"));
        return post(address, fields, director_);
    }
    gifting::Recipient recipientNow(const std::string& code)
    {
        return read([&](const auto& tx) { return gifting::requireRecipient(tx, code).recipient; });
    }
    std::string director_;
};

TEST_P(SiteRecipients, AreEditedWordByWord)
{
    EXPECT_EQ(parsed(get(at("/recipients/edit?code=K-17%2F4"), director_)).value("name"),
              "Ada Quillfeather");
    const Response refused = edit("hats");
    EXPECT_EQ(refused.status, 422);
    EXPECT_TRUE(parsed(refused).refuses("sizes"));
    EXPECT_EQ(edit("hats=M").status, 303);
    const gifting::Recipient now = recipientNow("K-17/4");
    EXPECT_EQ(gifting::toText(now.preferences), "golf,mugs");
    EXPECT_TRUE(now.doNotGift);
    EXPECT_TRUE(parsed(follow(edit("hats=M"), director_)).says("No changes were made"));
    const tests::ParsedPage page = parsed(get(at("/recipients/show?code=K-17%2F4"), director_));
    EXPECT_EQ(page.fact("Household"), "mill");
    EXPECT_TRUE(page.says("do not gift"));
}

TEST_P(SiteRecipients, EditedByTwoAtOnceLoseNobodysChange)
{
    const std::string address = at("/recipients/edit?code=K-17%2F4");
    Fields second = words("hats=L");
    second.emplace_back("seen", fieldOf(get(address, director_), "seen"));
    EXPECT_EQ(edit("hats=M").status, 303);
    const Response refused = post(address, second, director_);
    EXPECT_EQ(refused.status, 422);
    EXPECT_TRUE(parsed(refused).says("Somebody changed this"));
    EXPECT_EQ(parsed(refused).value("sizes"), "hats=L") << "what was typed is still there";
    EXPECT_EQ(gifting::toText(recipientNow("K-17/4").sizes), "hats=M");
}

TEST_P(SiteRecipients, AndUsersAreNamedInTheAuditToWhoMayKnowThem)
{
    post(at("/nominations/add"),
         {{"recipient", "K-17/4"},
          {"reason", "brings cake"},
          {"department", "parts"},
          {"month", "2026-06"}},
         director_);
    const Response manager = get(at("/audit"), loggedInAs(Role::Manager));
    EXPECT_EQ(parsed(manager).link("recipient K-17/4"), at("/recipients/show?code=K-17%2F4"));
    EXPECT_TRUE(parsed(manager).says("recipient: K-17/4")) << "in the figures of the nomination";
    const auto hasNumberOfUser = [](const Response& seen) {
        return std::regex_search(parsed(seen).text(), std::regex("\\buser [0-9]+\\b"));
    };
    EXPECT_TRUE(hasNumberOfUser(manager)) << "who is a user is for administrators to know";
    const Response accounting = get(at("/audit"), loggedInAs(Role::Accounting));
    EXPECT_TRUE(parsed(accounting).says("recipient K-17/4"));
    EXPECT_FALSE(parsed(accounting).mentions("recipients/show")) << "there is no page for them";
    EXPECT_TRUE(hasNumberOfUser(accounting));
    const Response administrator = get(at("/audit"), loggedInAs(Role::Administrator));
    EXPECT_TRUE(parsed(administrator).says("recipient 1"));
    EXPECT_FALSE(parsed(administrator).mentions("K-17/4"));
    EXPECT_FALSE(hasNumberOfUser(administrator));
}

TEST_P(SiteRecipients, ShowTheirHistory)
{
    item("HAT");
    stock("HAT", 9, "90.00", "2026-06-01");
    packAndGive("K-17/4", {{"HAT", 1}}, "2026-06-02");
    const tests::ParsedPage page = parsed(get(at("/recipients/show?code=K-17%2F4"), director_));
    EXPECT_TRUE(page.says("2026-06-02"));
    EXPECT_EQ(page.column("Cost").front(), "10.00");
}

TEST_P(SiteRecipients, AreAnonymizedWithoutATrace)
{
    const std::string address = at("/recipients/anonymize?code=K-17%2F4");
    EXPECT_EQ(edit("hats=M").status, 303);
    EXPECT_TRUE(parsed(get(address, director_)).says("Retype the code"));
    EXPECT_EQ(post(address, {{"recipient", "K-1"}, {"reason", "asked for it"}}, director_).status,
              422);
    EXPECT_EQ(
        post(address, {{"recipient", "K-17/4"}, {"reason", "K-17/4 asked"}}, director_).status,
        422);
    EXPECT_EQ(recipientNow("K-17/4").name, "Ada Quillfeather");
    EXPECT_EQ(
        post(address, {{"recipient", "K-17/4"}, {"reason", "asked for it"}}, director_).status,
        303);
    EXPECT_EQ(get(at("/recipients/show?code=K-17%2F4"), director_).status, 404);
    EXPECT_EQ(raw()
                  .rows("SELECT COUNT(*) FROM request WHERE store_id = " + storeId() +
                        " AND (result LIKE '%K-17%' OR result LIKE '%Quill%' OR command LIKE "
                        "'%K-17%')")
                  .front()[0],
              "0");
    for (const char* end : {"", "-wal"}) {
        std::ifstream file(url() + end, std::ios::binary); // on PostgreSQL there is none
        const std::string all{std::istreambuf_iterator<char>(file),
                              std::istreambuf_iterator<char>()};
        EXPECT_EQ(all.find("Quillfeather"), std::string::npos) << end;
    }
}

GIFTBOX_ON_BOTH_ENGINES(SiteRecipients);

class SiteUsers : public SiteFixture {
protected:
    void prepare() override
    {
        SiteFixture::prepare();
        administrator_ = loggedInAs(Role::Administrator);
        somebody_ = loggedInAs(Role::Adviser);
        login_ = foundation::sha256(store()).substr(0, 12) + "2";
    }
    std::string administrator_;
    std::string somebody_;
    std::string login_;
};

TEST_P(SiteUsers, AreGivenRolesAndLoseThem)
{
    EXPECT_EQ(get(at("/stock"), somebody_).status, 403);
    const Fields role = {{"login", login_}, {"role", "accounting"}};
    EXPECT_EQ(post(at("/users/grant"), role, administrator_).status, 303);
    EXPECT_EQ(get(at("/stock"), somebody_).status, 200);
    const Response held = post(at("/users/grant"), role, administrator_);
    EXPECT_EQ(held.status, 422);
    EXPECT_TRUE(parsed(held).refuses("role"));
    EXPECT_TRUE(parsed(get(at("/users"), administrator_)).says("Accounting, Adviser"));
    const tests::ParsedPage form = parsed(get(at("/users/revoke?login=") + login_, administrator_));
    EXPECT_TRUE(form.offers("role", "accounting"));
    EXPECT_FALSE(form.offers("role", "manager")) << "only what they have";
    EXPECT_EQ(post(at("/users/revoke"), role, administrator_).status, 303);
    EXPECT_EQ(get(at("/stock"), somebody_).status, 403);
    EXPECT_EQ(post(at("/users/revoke"), role, administrator_).status, 422);
}

TEST_P(SiteUsers, KeepAnAdministrator)
{
    const std::string only = foundation::sha256(store()).substr(0, 12) + "1";
    const Fields disable = {{"login", only}};
    const Fields revoke = {{"login", only}, {"role", "administrator"}};
    const std::string before = allRows();
    for (const Response& refused : {post(at("/users/disable"), disable, administrator_),
                                    post(at("/users/revoke"), revoke, administrator_)}) {
        EXPECT_EQ(refused.status, 422);
        EXPECT_TRUE(parsed(refused).says("Make somebody else an administrator first"));
    }
    EXPECT_EQ(allRows(), before);
    const Fields second = {{"login", login_}, {"role", "administrator"}};
    EXPECT_EQ(post(at("/users/grant"), second, administrator_).status, 303);
    EXPECT_EQ(post(at("/users/revoke"), revoke, administrator_).status, 303);
    EXPECT_EQ(post(at("/users/disable"), {{"login", login_}}, somebody_).status, 422)
        << "who is disabled or has lost the role does not count";
}

TEST_P(SiteUsers, AreLoggedOutByANewPassword)
{
    const tests::ParsedPage brief = parsed(post(
        at("/users/password"), {{"login", login_}, {"password", "too short"}}, administrator_));
    EXPECT_TRUE(brief.refuses("password"));
    EXPECT_EQ(brief.value("password"), "");
    EXPECT_EQ(get(at(""), somebody_).status, 200);
    EXPECT_EQ(post(at("/users/password"), {{"login", login_}, {"password", "a long enough one"}},
                   administrator_)
                  .status,
              303);
    EXPECT_EQ(get(at(""), somebody_).status, 303);
    EXPECT_EQ(post("/login", {{"login", login_}, {"password", "a long enough one"}}).status, 303);
}

TEST_P(SiteUsers, AreToldWhenAFormIsSentAgainWithAnotherPassword)
{
    const std::string key = fieldOf(get(at("/users/password"), administrator_), "request_key");
    const auto set = [&](const std::string& password) {
        return post(at("/users/password"),
                    {{"login", login_}, {"password", password}, {"request_key", key}},
                    administrator_);
    };
    EXPECT_EQ(set("a long enough one").status, 303);
    EXPECT_EQ(set("a long enough one").status, 303);
    const Response refused = set("another long enough one");
    EXPECT_EQ(refused.status, 422);
    EXPECT_TRUE(parsed(refused).says("This form was sent before"));
    EXPECT_EQ(post("/login", {{"login", login_}, {"password", "a long enough one"}}).status, 303);
}

TEST_P(SiteUsers, SetTheStore)
{
    EXPECT_EQ(parsed(get(at("/settings"), administrator_)).fact("Minimum gift interval (months)"),
              "6");
    const auto set = [&](const std::string& months, const std::string& locale) {
        const Response form = get(at("/settings/set"), administrator_);
        return post(at("/settings/set"),
                    {{"minimum_gift_interval", months},
                     {"from", months.empty() ? "" : "2026-06"},
                     {"reason", months.empty() ? "" : "as agreed"},
                     {"locale", locale},
                     {"seen", fieldOf(form, "seen")}},
                    administrator_);
    };
    const std::string before = fieldOf(get(at("/settings/set"), administrator_), "seen");
    const tests::ParsedPage refused = parsed(set("121", "iso"));
    EXPECT_TRUE(refused.refuses("minimum_gift_interval"));
    EXPECT_TRUE(parsed(set("6", "english")).refuses("locale"));
    EXPECT_EQ(set("9", "en-US").status, 303);
    const tests::ParsedPage page = parsed(get(at("/settings"), administrator_));
    EXPECT_EQ(page.fact("Minimum gift interval (months)"), "9");
    EXPECT_TRUE(page.says("reason: as agreed, minimum gift interval: 9, locale: en-US"));
    EXPECT_TRUE(page.says("6/15/2026, 1,234.56 (en-US)"));
    const auto late = [&](const std::string& seen) {
        return post(at("/settings/set"), {{"locale", "iso"}, {"seen", seen}}, administrator_);
    };
    EXPECT_TRUE(parsed(late(before)).says("Language and country was \"iso\" and is \"en-US\""));
    EXPECT_TRUE(parsed(late("x")).says("The form does not say which values it showed"));
    EXPECT_EQ(set("9", "").status, 303);
    const auto pays = [&](const std::string& from, const std::string& reason) {
        const Response form = get(at("/settings/set"), administrator_);
        return post(at("/settings/set"),
                    {{"labor_rate", "32.50"},
                     {"from", from},
                     {"reason", reason},
                     {"locale", "iso"},
                     {"seen", fieldOf(form, "seen")}},
                    administrator_);
    };
    EXPECT_TRUE(parsed(pays("", "wages")).refuses("from"));
    EXPECT_TRUE(parsed(pays("2026-06", "")).refuses("reason"));
    EXPECT_EQ(pays("2026-06", "wages of June").status, 303);
    const tests::ParsedPage dated = parsed(get(at("/settings"), administrator_));
    EXPECT_EQ(dated.fact("Labor rate per hour"), "32.50 USD");
    EXPECT_TRUE(dated.says("wages of June"));
    EXPECT_TRUE(parsed(get(at("/settings/set"), administrator_)).says("This month 32.50 USD"));
    EXPECT_TRUE(parsed(get(at("/settings"), administrator_)).says("2026-06-15, 1,234.56 (iso)"));
    EXPECT_TRUE(parsed(follow(set("9", "iso"), administrator_)).says("No changes were made"));
}

GIFTBOX_ON_BOTH_ENGINES(SiteUsers);

} // namespace
} // namespace giftbox::web::people_test
