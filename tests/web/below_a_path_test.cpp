#include "access/add_user.h"
#include "access/grant_role.h"
#include "access/log_in.h"
#include "foundation/digest.h"
#include "tests/support/html_tree.h"
#include "tests/web/site_fixture.h"
#include "web/api/api_description.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>

namespace giftbox::web::below_a_path_test {
namespace {

using access::Role;

/// Where a browser would go from the page: links, pictures, style, script, forms, and what the script asks.
std::vector<std::string> addressesIn(const Response& page)
{
    static const std::set<std::string> names = {"href", "src", "action", "formaction", "data-find"};
    std::vector<std::string> all;
    if (!isPage(page)) {
        return all;
    }
    const tests::HtmlTree tree(page.body);
    for (const tests::HtmlNode* node : tree.all([](const auto*) { return true; })) {
        for (tests::HtmlAttribute& one : tests::attributesOf(node)) {
            if (names.contains(one.name)) {
                all.push_back(std::move(one.value));
            }
        }
    }
    return all;
}

std::vector<tests::PageForm> formsOf(const Response& page)
{
    return isPage(page) ? parsed(page).forms() : std::vector<tests::PageForm>();
}

/// Path and query without what only differs from row to row.
std::string kindOf(const std::string& address)
{
    std::string kind;
    for (const char c : address.substr(0, address.find('='))) {
        kind += c >= '0' && c <= '9' ? '0' : c;
    }
    return kind;
}

struct FoundForm {
    std::string address;
    tests::PageForm form;
};

/// A site that a proxy shows at /tools/gifts.
class SiteBelowAPath : public SiteFixture {
protected:
    void prepare() override
    {
        SiteFixture::prepare();
        standBelow("/tools/gifts");
        item("HAT");
        recipient("C-1");
        stock("HAT", 99, "990.00", "2026-06-01");
        pack("C-1", {{"HAT", 1}}, "2026-06-02");
    }
    bool isBelow(const std::string& address) const
    {
        return address.starts_with(base() + "/") && !address.starts_with(base() + "//");
    }
    /// Everything that an answer leads to is below the path.
    void expectBelow(const Response& response)
    {
        for (const Header& header : response.headers) {
            if (header.name == "Location") {
                EXPECT_TRUE(isBelow(header.value)) << header.value;
            }
            if (header.name == "Set-Cookie") {
                EXPECT_NE(header.value.find("; Path=" + base() + ";"), std::string::npos)
                    << header.value;
            }
        }
        for (const std::string& address : addressesIn(response)) {
            const bool isOnPage = address.starts_with('#') || address.starts_with('?');
            EXPECT_TRUE(isOnPage || isBelow(address)) << address;
        }
    }
    /// Follows links from the first page, one of each kind; returns the forms on the way.
    std::vector<FoundForm> walk(const std::string& token)
    {
        std::vector<FoundForm> forms;
        std::vector<std::string> waiting = {base() + "/"};
        std::set<std::string> reached;
        while (!waiting.empty()) {
            const std::string address = waiting.back();
            waiting.pop_back();
            if (address.starts_with('#') || !reached.insert(kindOf(address)).second) {
                continue;
            }
            SCOPED_TRACE(address);
            const Response page = get(address, token);
            EXPECT_TRUE(page.status == 200 || page.status == 303) << page.status;
            expectBelow(page);
            if (page.status == 303) {
                waiting.push_back(headerOf(page, "Location"));
            }
            for (std::string& next : addressesIn(page)) {
                const std::string here = address.substr(0, address.find('?'));
                const bool isForm = next.ends_with("/logout") || next.empty() ||
                                    next.ends_with("-checked") ||
                                    next.find("/sample/") != std::string::npos;
                waiting.push_back(isForm ? "#" : next.starts_with('?') ? here + next : next);
            }
            for (tests::PageForm& form : formsOf(page)) {
                forms.push_back({address, std::move(form)});
            }
        }
        EXPECT_GT(reached.size(), 10U);
        return forms;
    }
    Response send(const FoundForm& found, const std::string& token)
    {
        const std::string to = found.form.action.empty() ? found.address : found.form.action;
        Fields fields;
        for (const tests::PageField& field : found.form.fields) {
            if (field.name != "form_token") {
                fields.emplace_back(field.name, field.value);
            }
        }
        const std::string query = to.substr(0, to.find('?')) + "?" + queryText(fields);
        return found.form.method == "post" ? post(to, fields, token) : get(query, token);
    }
    /// The user who logs in on the page, as a browser sends it.
    Response logIn(const std::string& next, const std::string& kept)
    {
        const std::string login = foundation::sha256(store()).substr(0, 12) + "-ann";
        if (!hasAnn_) {
            hasAnn_ = true;
            write([&](books::WriteTransaction& tx) {
                return access::addUser(tx, {.login = login,
                                            .displayName = "Ann",
                                            .password = access::hashPassword(kPassword),
                                            .role = Role::PartsDirector});
            });
        }
        return post(base() + "/login",
                    {{"login", login}, {"password", kPassword}, {"next", next}, {"kept", kept}});
    }

private:
    static constexpr const char* kPassword = "a long enough one";
    bool hasAnn_ = false;
};

TEST_P(SiteBelowAPath, HasEveryLinkAndFormOfEveryRoleThere)
{
    std::size_t sent = 0;
    for (const Role role : access::kRoles) {
        SCOPED_TRACE(std::string(toText(role)));
        const std::string token = loggedInAs(role);
        for (const FoundForm& found : walk(token)) {
            SCOPED_TRACE(found.address + " " + found.form.action);
            const Response response = send(found, token);
            EXPECT_TRUE(response.status == 200 || response.status == 303 || response.status == 422)
                << response.status << response.body;
            expectBelow(response);
            ++sent;
        }
    }
    EXPECT_GT(sent, 60U);
}

TEST_P(SiteBelowAPath, LeadsBackThereThroughTheLogin)
{
    const Response away = get(at("/stock?q=hat"));
    EXPECT_EQ(headerOf(away, "Location"),
              base() + "/login?next=" + encodePercent("/s/" + store() + "/stock?q=hat"));
    const Response form = get(headerOf(away, "Location"));
    expectBelow(form);
    const Response done = logIn(fieldOf(form, "next"), "");
    EXPECT_EQ(headerOf(done, "Location"), at("/stock?q=hat"));
    EXPECT_TRUE(headerOf(done, "Set-Cookie").starts_with("giftbox.tools.gifts="));
    expectBelow(done);
    for (const char* elsewhere : {"//evil.example", "https://evil.example", "/other-program"}) {
        EXPECT_EQ(headerOf(logIn(elsewhere, ""), "Location"), base() + "/") << elsewhere;
    }
}

TEST_P(SiteBelowAPath, KeepsAFormThatWasTypedBeforeTheSessionEnded)
{
    const Fields typed = {{"sku", "CAP"}, {"name", "Cap"}, {"kind", "contents"}};
    const Response page = post(at("/item/add"), typed);
    expectBelow(page);
    const tests::PageForm login = formsOf(page).front();
    EXPECT_EQ(login.action, base() + "/login");
    const Response again = logIn(fieldOf(page, "next"), fieldOf(page, "kept"));
    ASSERT_EQ(again.status, 200) << again.body;
    expectBelow(again);
    const auto forms = formsOf(again);
    const auto form = std::ranges::find(forms, at("/item/add"), &tests::PageForm::action);
    ASSERT_NE(form, forms.end());
    EXPECT_TRUE(std::ranges::any_of(
        form->fields, [](const tests::PageField& one) { return one.value == "CAP"; }));
}

TEST_P(SiteBelowAPath, WorksBehindAProxyThatRemovesThePath)
{
    const std::string token = loggedInAs(Role::Manager);
    for (const std::string& path :
         {std::string("/"), std::string("/login"), "/s/" + store(), "/s/" + store() + "/stock"}) {
        const Response page = get(path, token);
        EXPECT_NE(page.status, 404) << path;
        expectBelow(page);
    }
    const Response style = get("/assets/style.css");
    EXPECT_EQ(style.status, 200);
    EXPECT_EQ(get("/healthz").body, "ok\n") << "for a monitor of this machine";
}

TEST_P(SiteBelowAPath, LeavesOtherPathsOfTheHostAlone)
{
    for (const std::string path : {"/tools", "/tools/giftsx", "/tools/gifts/tools/gifts/login"}) {
        EXPECT_EQ(get(path).status, 404) << path;
    }
}

TEST_P(SiteBelowAPath, LinksTheOtherStoresOfAUser)
{
    const std::string first = store();
    const std::string token = loggedInAs(Role::Manager);
    openStore("USD", "30.00", 0);
    const std::string second = store();
    const std::string login = foundation::sha256(first).substr(0, 12) + "1";
    write([&](books::WriteTransaction& tx) {
        access::grantRole(tx, login, Role::Manager, access::Reach::EveryStore);
        return true;
    });
    const Response page = get(base() + "/s/" + first, token);
    EXPECT_TRUE(parsed(page).linksTo(base() + "/s/" + second));
}

TEST_P(SiteBelowAPath, EndsASessionThere)
{
    const std::string token = loggedInAs(Role::Manager);
    const Response out = post(base() + "/logout", {}, token);
    EXPECT_EQ(headerOf(out, "Location"), base() + "/login");
    expectBelow(out);
    EXPECT_EQ(get(at("/stock"), token).status, 303);
}

TEST_P(SiteBelowAPath, DescribesItsApiThere)
{
    const Response response = get(base() + "/api/v1/openapi.json");
    ASSERT_EQ(response.status, 200);
    const auto json = nlohmann::json::parse(response.body);
    EXPECT_EQ(json["servers"][0]["url"], base() + "/api/v1");
    EXPECT_EQ(nlohmann::json::parse(apiDescription(""))["servers"][0]["url"], "/api/v1");
}

} // namespace
GIFTBOX_ON_BOTH_ENGINES(SiteBelowAPath);
} // namespace giftbox::web::below_a_path_test
