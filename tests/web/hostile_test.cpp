#include "access/find_session.h"
#include "foundation/csv.h"
#include "foundation/fold.h"
#include "tests/web/site_fixture.h"
#include "web/http/http_text.h"
#include "web/router.h"

#include <algorithm>
#include <map>
#include <set>
#include <sstream>

namespace giftbox::web::hostile_test {
namespace {

using access::Role;
using namespace std::string_literals;

/// Hostile input. That nothing of it runs in a page is looked at with every page; see ParsedPage::complaints.
const std::vector<std::string>& hostileTexts()
{
    static const std::vector<std::string> all = {
        "<script>hostile(1)</script>",
        "\"><img src=hostile onerror=hostile(1)>",
        "\" onfocus=\"hostile(1)\" autofocus=\"",
        "' onfocus='hostile(1)' autofocus='",
        "` onclick=hostile(1) x=`",
        "javascript:hostile(1)",
        "{{{form_token}}}{{#fields}}{{> layout}}",
        "'; DROP TABLE item; --",
        "%27 OR 1=1 :store_id ? $1",
        "a\0b"s,
        "\xC3\x28 \xFF",
        "\xE2\x80\xAEgnp.exe\xE2\x80\xAC \xD7\xA9",
        std::string(100'000, 'A'),
        "=cmd|' /C calc'!A0",
        "x\r\nX-Hostile: yes\r\n\r\n<script>hostile(2)</script>",
        "../../../../etc/passwd",
        "99999999999999999999"};
    return all;
}

/// Whether one of the page's fields with the name has the value. HTML knows one kind of line end.
bool isShownIn(const Response& page, const std::string& name, std::string value)
{
    for (std::size_t at = 0; (at = value.find("\r\n", at)) != std::string::npos;) {
        value.erase(at, 1);
    }
    const tests::ParsedPage shown = parsed(page);
    const auto values = shown.hasField(name) ? shown.values(name) : std::vector<std::string>();
    return std::ranges::find(values, value) != values.end();
}

/// The text as a page shows it, with one space between words.
std::string oneBlank(const std::string& text)
{
    std::istringstream words(text);
    std::string all;
    for (std::string word; words >> word;) {
        all += (all.empty() ? "" : " ") + word;
    }
    return all;
}

class SiteHostile : public SiteFixture {
protected:
    void prepare() override
    {
        SiteFixture::prepare();
        item("HAT");
        recipient("C-1");
        stock("HAT", 99, "990.00", "2026-06-01");
        pack("C-1", {{"HAT", 1}}, "2026-06-02");
        for (const Role role : access::kRoles) {
            tokens_.emplace_back(role, loggedInAs(role));
        }
    }
    /// A user who may see the route.
    std::string tokenFor(const Route& route) const
    {
        for (const auto& [role, token] : tokens_) {
            if (!route.action || access::may(role, *route.action)) {
                return token;
            }
        }
        return "";
    }
    /// Valid values for the rest of a form, so that hostile text gets as far as possible.
    std::string rightValue(const Route& route, const tests::PageField& field)
    {
        static const std::map<std::string, std::string> values = {
            {"sku", "HAT"},      {"recipient", "C-1"},  {"units", "1"},  {"cost", "1.00"},
            {"amount", "99.00"}, {"minutes", "5"},      {"name", "N"},   {"reason", "because"},
            {"login", "l"},      {"password", "short"}, {"override", ""}};
        if (field.name == "seen") {
            return fieldOf(get(addressOf(route), tokenFor(route)), "seen");
        }
        if (field.name == "request_key") {
            return access::newToken(); // a new form each time
        }
        const bool isNew =
            (field.name == "sku" && route.pattern.ends_with("/item/add")) ||
            (field.name == "recipient" && route.pattern.ends_with("/recipients/add"));
        if (isNew) {
            return "N-" + std::to_string(++count_);
        }
        const auto known = values.find(field.name);
        return known != values.end() && field.type != "select" ? known->second : field.value;
    }
    /// ask() has looked at the page itself.
    static void expectInert(const Response& response)
    {
        EXPECT_LT(response.status, 500) << response.body.substr(0, 500);
        const std::string head = responseHead(response, {});
        EXPECT_EQ(head.find("\r\nX-Hostile"), std::string::npos) << head;
        EXPECT_EQ(response.body.find("root:x:0"), std::string::npos);
    }
    Response send(const Route& route, const tests::PageForm& form, std::size_t field,
                  const std::string& text, const std::string& token)
    {
        Fields fields;
        for (std::size_t i = 0; i < form.fields.size(); ++i) {
            if (form.fields[i].name != "form_token" || i == field) {
                fields.emplace_back(form.fields[i].name,
                                    i == field ? text : rightValue(route, form.fields[i]));
            }
        }
        const std::string address =
            form.action.empty() ? addressOf(route) : form.action.substr(0, form.action.find('?'));
        return form.method == "post"
                   ? post(address, fields, token)
                   : get(address.substr(0, address.find('?')) + "?" + queryText(fields), token);
    }
    /// Whether the field has the code of somebody whom another form has given this name.
    bool isCodeShownIn(const Response& page, const std::string& name, const std::string& text)
    {
        const tests::ParsedPage shown = parsed(page);
        const auto values = shown.hasField(name) ? shown.values(name) : std::vector<std::string>();
        return read([&](const auto& tx) {
            return std::ranges::any_of(values, [&](const std::string& value) {
                const auto one = gifting::findRecipient(tx, value);
                return one &&
                       foundation::sameFolded(one->recipient.name, foundation::entered(text));
            });
        });
    }
    /// Sends every hostile text in every field of the form; returns the number accepted.
    int attack(const Route& route, const tests::PageForm& form, const std::string& token)
    {
        int accepted = 0;
        for (std::size_t i = 0; i < form.fields.size(); ++i) {
            const tests::PageField& field = form.fields[i];
            for (const std::string& text : hostileTexts()) {
                SCOPED_TRACE(std::string(route.pattern) + " " + field.name + " " +
                             text.substr(0, 40));
                if (field.name == "form_token") {
                    continue; // must be valid for other checks to run; see below
                }
                const Response response = send(route, form, i, text, token);
                expectInert(response);
                const bool isShown = response.status == 422 && field.type == "text" &&
                                     decodePercent(encodePercent(text), Plus::IsItself);
                if (isShown && form.method == "post") {
                    EXPECT_TRUE(isShownIn(response, field.name, text) ||
                                isShownIn(response, field.name, foundation::entered(text)) ||
                                isCodeShownIn(response, field.name, text))
                        << "what was typed is kept, or the code of what has this name";
                }
                if (response.status == 303 && form.method == "post") {
                    ++accepted;
                    expectInert(follow(response, token));
                }
            }
        }
        return accepted;
    }
    /// Where the form goes, and what it sends that nobody types.
    static std::string keyOf(const Route& route, const tests::PageForm& form)
    {
        std::string key =
            form.method + " " + (form.action.empty() ? std::string(route.pattern) : form.action);
        for (const tests::PageField& field : form.fields) {
            const bool isOwn = field.name == "form_token" || field.name == "request_key" ||
                               field.name == "seen" || field.type != "hidden";
            key += " " + field.name + (isOwn ? "" : "=" + field.value);
        }
        return key;
    }
    std::vector<std::pair<Role, std::string>> tokens_;
    int count_ = 0;
};

TEST_P(SiteHostile, TextInEveryFieldOfEveryFormDoesNothing)
{
    std::set<std::string> attacked;
    int accepted = 0;
    for (const Route& route : routes()) {
        if (route.methods == Methods::Post) {
            continue;
        }
        const std::string token = route.who == Who::Anybody ? "" : tokenFor(route);
        const Response page = get(addressOf(route), token);
        if (!isPage(page)) {
            continue;
        }
        for (const tests::PageForm& form : parsed(page).forms()) {
            // Those of the header are on every page.
            if (attacked.insert(keyOf(route, form)).second) {
                accepted += attack(route, form, token);
            }
        }
    }
    EXPECT_GT(attacked.size(), 60U) << "the forms are found in the pages";
    EXPECT_GT(accepted, 50) << "the rest of a form is right";
    // Accepted text is on the pages and in the files, without effect.
    for (const Route& route : routes()) {
        if (route.methods != Methods::Post && route.who == Who::InStore) {
            SCOPED_TRACE(std::string(route.pattern));
            expectInert(get(addressOf(route), tokenFor(route)));
        }
    }
}

TEST_P(SiteHostile, NamesComeBackAsTheyWereTyped)
{
    const std::string token = loggedInAs(Role::PartsDirector);
    std::map<std::string, std::string> names;
    for (const std::string& text : hostileTexts()) {
        const std::string sku = "H-" + std::to_string(names.size());
        const Response response =
            post(at("/item/add"),
                 {{"sku", sku}, {"name", text}, {"kind", "contents"}, {"pack_size", "1"}}, token);
        if (response.status == 303) {
            names[sku] = foundation::entered(text);
        }
    }
    EXPECT_EQ(names.size(), hostileTexts().size() - 3)
        << "all but the NUL, what is no UTF-8, and what is too long";
    const auto items = parsed(get(at("/stock"), token)).column("Item code");
    const Response file = get(at("/stock.csv"), token);
    ASSERT_NE(file.spool, nullptr);
    std::istringstream in(file.spool->read(0, 1'000'000));
    foundation::CsvReader rows(in, "stock.csv");
    std::map<std::string, std::string> read;
    while (rows.next()) {
        const std::string cell(rows.cell(1));
        EXPECT_TRUE(cell.find_first_of("=+-@") != 0) << cell << " would be a formula";
        read[std::string(rows.cell(0))] = foundation::unguarded(cell);
    }
    for (const auto& [sku, name] : names) {
        EXPECT_EQ(read[sku], name);
        const std::string shown = oneBlank(name) + " " + sku;
        EXPECT_EQ(std::ranges::count(items, shown), 1) << shown;
    }
}

TEST_P(SiteHostile, PartsOfAnAddressLeadNowhere)
{
    for (const Route& route : routes()) {
        const std::string pattern(route.pattern);
        for (const std::string& text : hostileTexts()) {
            for (auto at = pattern.find('{'); at != std::string::npos && text.size() < 8000;
                 at = pattern.find('{', at + 1)) {
                SCOPED_TRACE(pattern + " " + text);
                std::string address = pattern;
                address.replace(at, address.find('}', at) + 1 - at, encodePercent(text));
                if (const auto code = address.find("{store}"); code != std::string::npos) {
                    address.replace(code, 7, store());
                }
                address = address.substr(0, address.find('{'));
                const std::string token = tokenFor(route);
                for (const Response& response : {get(address, token), post(address, {}, token)}) {
                    expectInert(response);
                    EXPECT_GE(response.status, 400) << headerOf(response, "Location");
                }
            }
        }
    }
}

TEST_P(SiteHostile, NoFileButTheAssetsIsServed)
{
    for (const char* name :
         {"../main.cpp", "..%2fmain.cpp", "%2e%2e/%2e%2e/etc/passwd", "..\\style.css",
          "/etc/passwd", "//etc/passwd", "style.css/", "style.css%00", "./style.css", "STYLE.CSS",
          "", ".", "..", "templates/layout.html", "../templates/layout.html"}) {
        EXPECT_EQ(get("/assets/"s + name).status, 404) << name;
    }
    for (const char* name : {"../stock.csv", "%2e%2e%2fstock.csv", "stock.csv%00", "STOCK.CSV",
                             "/etc/passwd", "..%5cstock.csv"}) {
        EXPECT_EQ(get(at("/accounting/") + name, tokens_[2].second).status, 404) << name;
    }
}

TEST_P(SiteHostile, SessionsThatAreForgedOrCutShortOpenNothing)
{
    const std::string token = tokens_[0].second;
    ASSERT_EQ(get(at("/stock"), token).status, 200);
    std::vector<std::string> forged = {token.substr(1),
                                       token.substr(0, token.size() - 1),
                                       token + "A",
                                       token + "=",
                                       std::string(4096, 'A'),
                                       "' OR '1'='1",
                                       "%00",
                                       "null"};
    std::string changed = token;
    changed.back() = changed.back() == 'A' ? 'B' : 'A';
    changed[0] = changed[0] == 'A' ? 'B' : 'A';
    forged.push_back(changed);
    for (const std::string& one : forged) {
        EXPECT_EQ(get(at("/stock"), one).status, 303) << one;
    }
    const Response twice = get(at("/stock"), token + "; giftbox=" + tokens_[1].second);
    EXPECT_EQ(twice.status, 303) << "which of the two is meant?";
}

TEST_P(SiteHostile, FormTokensThatAreForgedOrCutShortDoNothing)
{
    const std::string before = allRows();
    const std::string token = tokens_[0].second;
    const std::string right = access::formToken(token);
    for (const std::string& forged :
         {right.substr(1), right.substr(0, right.size() - 1), right + "A", right + right, ""s,
          access::formToken(tokens_[1].second), access::formToken("")}) {
        Request request;
        request.method = "POST";
        request.path = at("/item/add");
        request.headers = {{"Origin", "http://giftbox.test"},
                           {"Cookie", "giftbox=" + token},
                           {"Content-Type", "application/x-www-form-urlencoded"}};
        request.body = queryText({{"form_token", forged},
                                  {"request_key", access::newToken()},
                                  {"sku", "X"},
                                  {"name", "X"},
                                  {"kind", "contents"},
                                  {"pack_size", "1"}});
        EXPECT_EQ(ask(request).status, 403) << forged;
    }
    EXPECT_EQ(allRows(), before);
}

TEST_P(SiteHostile, AFormIsDoneOnceHoweverOftenItIsReplayed)
{
    const std::string director = tokens_[0].second;
    const std::string key = access::newToken();
    const Fields box = {
        {"recipient", "C-1"}, {"sku", "HAT"}, {"on", "2026-06-15"}, {"request_key", key}};
    const Response first = post(at("/boxes/pack"), box, director);
    ASSERT_EQ(first.status, 303);
    const std::string before = allRows();
    EXPECT_EQ(headerOf(post(at("/boxes/pack"), box, director), "Location"),
              headerOf(first, "Location"));
    EXPECT_EQ(post(at("/boxes/plan"), box, director).status, 422) << "the key is of another form";
    EXPECT_EQ(allRows(), before);
    const std::string mine = store();
    openStore("USD", "30.00", 0);
    const std::string other = store();
    useStore(mine);
    EXPECT_EQ(post("/s/" + other + "/boxes/pack", box, director).status, 403);
    EXPECT_EQ(allRows(), before);
}

TEST_P(SiteHostile, NoAddressThatALoginLeadsToBeginsAnotherHeaderOrLeavesTheSite)
{
    for (const char* next : {"/s/x\r\nSet-Cookie: a=b", "//evil", "/\\evil", "https://evil",
                             "/s\\evil", "javascript:alert(1)", "\r\nX-Hostile: yes"}) {
        const Response page = get("/login?next="s + encodePercent(next));
        expectInert(page);
        EXPECT_FALSE(parsed(page).mentions("evil")) << next;
    }
}

GIFTBOX_ON_BOTH_ENGINES(SiteHostile);

} // namespace
} // namespace giftbox::web::hostile_test
