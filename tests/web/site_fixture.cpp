#include "tests/web/site_fixture.h"

#include "access/add_user.h"
#include "access/find_session.h"
#include "foundation/digest.h"
#include "web/ui/event_sentence.h"

#include <algorithm>

namespace giftbox::web {

namespace {

/// Path and query of an address.
Request requestOf(const std::string& address)
{
    Request request;
    const auto mark = std::min(address.find('?'), address.size());
    request.path = address.substr(0, mark);
    request.query = mark < address.size() ? address.substr(mark + 1) : "";
    return request;
}

} // namespace

bool isPage(const Response& response)
{
    const auto type = std::ranges::find(response.headers, "Content-Type", &Header::name);
    return !response.body.empty() && type != response.headers.end() &&
           type->value.starts_with("text/html");
}

tests::ParsedPage parsed(const Response& response)
{
    EXPECT_TRUE(isPage(response)) << response.status << ": " << response.body.substr(0, 500);
    tests::ParsedPage page(response.body);
    EXPECT_EQ(page.complaints(), "") << page.title();
    return page;
}

void SiteFixture::prepare()
{
    imports_ = std::make_unique<ImportQueue>(ImportQueue::Options{
        .databaseUrl = url(), .log = [](const std::string& line) { ADD_FAILURE() << line; }});
    logins_ = std::make_unique<access::LoginDesk>(url());
    site_ = anotherSite();
}

void SiteFixture::TearDown()
{
    if (site_ != nullptr) {
        for (const auto& row :
             raw().rows("SELECT action, subject, detail FROM event e JOIN store s ON "
                        "s.store_id = e.store_id WHERE s.code = '" +
                        store() + "'")) {
            const EventSentence told =
                sentenceOf(StoreFormat(), {.action = row[0], .subject = row[1], .detail = row[2]});
            EXPECT_FALSE(told.before.starts_with(": "))
                << row[0] << " has no sentence for " << row[2];
        }
    }
    StoreFixture::TearDown();
}

std::unique_ptr<Site> SiteFixture::anotherSite(std::chrono::milliseconds longestRequest)
{
    return std::make_unique<Site>(
        SiteOptions{.databaseUrl = url(),
                    .now = [this] { return Now{.instant = {instant_}, .machineZone = "UTC"}; },
                    .log = [](const std::string& line) { ADD_FAILURE() << line; },
                    .imports = imports_.get(),
                    .logins = logins_.get(),
                    .longestRequest = longestRequest});
}

std::string SiteFixture::loggedInAs(access::Role role)
{
    // The stores of a database share logins, and PostgreSQL tests share a database.
    const std::string login = foundation::sha256(store()).substr(0, 12) + std::to_string(++users_);
    write([&](books::WriteTransaction& tx) {
        return access::addUser(
            tx,
            {.login = login, .displayName = "Somebody", .password = {"of no use"}, .role = role});
    });
    return access::writeShared(database(), [&] {
        return access::beginSession(database(), access::requireUser(database(), login), {instant_});
    });
}

Response SiteFixture::ask(Request request)
{
    request.headers.push_back({"Host", "giftbox.test"});
    if (request.peer.empty()) {
        request.peer = store(); // wrong passwords count per address, across all tests on a server
    }
    takeBasePath(request, base_);
    Response response = site_->answer(request);
    if (isPage(response)) {
        (void)parsed(response);
    }
    return response;
}

Response SiteFixture::get(const std::string& address, const std::string& token)
{
    Request request = requestOf(address);
    if (!token.empty()) {
        request.headers.push_back({"Cookie", cookie(token)});
    }
    return ask(std::move(request));
}

Response SiteFixture::post(const std::string& address, Fields fields, const std::string& token)
{
    return ask(formRequest(address, std::move(fields), token));
}

Response SiteFixture::postSeen(const std::string& address, Fields fields, const std::string& token)
{
    fields.emplace_back("seen", fieldOf(get(address, token), "seen"));
    return post(address, std::move(fields), token);
}

Request SiteFixture::formRequest(const std::string& address, Fields fields,
                                 const std::string& token)
{
    Request request = requestOf(address);
    request.method = "POST";
    request.headers = {{"Origin", "http://giftbox.test"},
                       {"Content-Type", "application/x-www-form-urlencoded"}};
    if (!token.empty()) {
        request.headers.push_back({"Cookie", cookie(token)});
        fields.emplace_back("form_token", access::formToken(token));
    }
    const bool hasKey =
        std::ranges::any_of(fields, [](const auto& field) { return field.first == "request_key"; });
    if (!hasKey) {
        fields.emplace_back("request_key", access::newToken());
    }
    for (const auto& [name, value] : fields) { // including empty ones
        request.body +=
            (request.body.empty() ? "" : "&") + encodePercent(name) + "=" + encodePercent(value);
    }
    return request;
}

Response SiteFixture::follow(const Response& response, const std::string& token)
{
    Request request = requestOf(headerOf(response, "Location"));
    const std::string notice = headerOf(response, "Set-Cookie");
    request.headers.push_back(
        {"Cookie", cookie(token) + "; " + notice.substr(0, notice.find(';'))});
    return ask(std::move(request));
}

std::string SiteFixture::cookie(const std::string& token) const
{
    Request request;
    request.base = base_;
    return sessionCookie(request) + "=" + token;
}

std::string SiteFixture::pathOf(const Route& route) const
{
    std::string path = base_ + std::string(route.pattern);
    for (const auto& [part, value] : {std::pair<std::string, std::string>{"{store}", store()},
                                      {"{no}", "1"},
                                      {"{file}", "stock.csv"},
                                      {"{sent}", "none"}}) {
        if (const auto at = path.find(part); at != std::string::npos) {
            path.replace(at, part.size(), value);
        }
    }
    return path;
}

std::string SiteFixture::addressOf(const Route& route) const
{
    const std::string path = pathOf(route);
    if (path.ends_with("/item") || path.ends_with("/item/edit")) {
        return path + "?sku=HAT";
    }
    const bool isOfRecipient =
        path.ends_with("/recipients/show") || path.ends_with("/recipients/edit");
    return isOfRecipient ? path + "?code=C-1" : path;
}

std::string SiteFixture::fieldOf(const Response& page, const std::string& name)
{
    if (!isPage(page)) {
        return "";
    }
    const tests::ParsedPage shown = parsed(page);
    return shown.hasField(name) ? shown.values(name).front() : "";
}

std::string SiteFixture::headerOf(const Response& response, const std::string& name)
{
    const auto found = std::ranges::find(response.headers, name, &Header::name);
    return found == response.headers.end() ? "" : found->value;
}

} // namespace giftbox::web
