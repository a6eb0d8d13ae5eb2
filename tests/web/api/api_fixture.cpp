#include "tests/web/api/api_fixture.h"

#include "access/add_user.h"
#include "access/api_token.h"
#include "foundation/digest.h"

namespace giftbox::web {

void ApiFixture::prepare()
{
    SiteFixture::prepare();
    item("HAT");
    recipient("C-1");
    stock("HAT", 9, "90.00", "2026-06-01");
    packAndGive("C-1", {{"HAT", 1}}, "2026-06-02");
}

std::string ApiFixture::tokenOf(access::Role role)
{
    const std::string label = "program " + std::to_string(++programs_);
    login_ = "p" + foundation::sha256(store()).substr(0, 12) + std::to_string(programs_);
    write([&](books::WriteTransaction& tx) {
        return access::addUser(
            tx,
            {.login = login_, .displayName = "A program", .password = {"of no use"}, .role = role});
    });
    return write([&](books::WriteTransaction& tx) {
        return access::createApiToken(tx, {.login = login_, .roles = {role}, .label = label});
    });
}

const std::string& ApiFixture::tokenFor(access::Action action)
{
    const auto role = std::ranges::find_if(
        access::kRoles, [&](access::Role one) { return access::may(one, action); });
    std::string& token = tokens_[*role];
    if (token.empty()) {
        token = tokenOf(*role);
    }
    return token;
}

Response ApiFixture::call(const ApiRequest& asked)
{
    Request request;
    request.method = asked.method;
    const auto mark = std::min(asked.path.find('?'), asked.path.size());
    request.path = "/api/v1" + asked.path.substr(0, mark);
    request.query = mark < asked.path.size() ? asked.path.substr(mark + 1) : "";
    if (!asked.token.empty()) {
        request.headers.push_back({"Authorization", "Bearer " + asked.token});
    }
    if (asked.method == "POST") {
        request.headers.push_back({"Content-Type", asked.type});
        request.headers.push_back(
            {"Idempotency-Key", asked.key.empty() ? "key " + std::to_string(++keys_) : asked.key});
    }
    request.body = asked.body;
    const std::string path = asked.path.substr(0, mark);
    Response response = ask(std::move(request));
    if (!response.body.empty()) {
        EXPECT_EQ(otherwiseThanDescribed(asked.method, path, response.status, response.body), "");
    }
    return response;
}

Json ApiFixture::jsonOf(const Response& response)
{
    Json json = Json::parse(response.body, nullptr, false);
    EXPECT_FALSE(json.is_discarded()) << response.body;
    EXPECT_EQ(headerOf(response, "Content-Type"), "application/json");
    EXPECT_EQ(headerOf(response, "Cache-Control"), "no-store");
    return json;
}

std::string ApiFixture::codeOf(const Response& response)
{
    const Json json = jsonOf(response);
    std::size_t size = 2;
    for (const char* more : {"field", "faults", "bad_rows", "substitutes"}) {
        size += json.contains(more) ? 1U : 0U;
    }
    EXPECT_EQ(json.size(), size) << response.body;
    EXPECT_TRUE(json.contains("sentence")) << response.body;
    return json.value("code", "(none)");
}

Json ApiFixture::rowsOf(const Response& response)
{
    EXPECT_EQ(response.status, 200) << response.body;
    const Json json = jsonOf(response);
    return json.contains("rows") ? json["rows"] : Json();
}

void ApiFixture::refused(const Response& response, int status, const std::string& code,
                         const std::string& before)
{
    EXPECT_EQ(response.status, status) << response.body;
    EXPECT_EQ(codeOf(response), code) << response.body;
    EXPECT_EQ(allRows(), before);
}

std::size_t ApiFixture::boxes()
{
    std::size_t count = 0;
    read([&](const books::ReadTransaction& tx) {
        gifting::listBoxes(tx, {}, [&](const gifting::Box&) { ++count; });
        return true;
    });
    return count;
}

} // namespace giftbox::web
