#pragma once

#include "tests/web/api/described.h"
#include "tests/web/site_fixture.h"

namespace giftbox::web {

/// A request to the API.
struct ApiRequest {
    std::string method = "GET";
    std::string path; ///< below `/api/v1`, with its query
    std::string token;
    std::string body = {};
    std::string key = {}; ///< empty: a new key for each change
    std::string type = "application/json";
};

/// A store with an item, a recipient, a given box, and programs with tokens.
class ApiFixture : public SiteFixture {
protected:
    void prepare() override;

    /// A token of a new user with the role in the open store.
    std::string tokenOf(access::Role role);
    /// The token of a role with the right.
    const std::string& tokenFor(access::Action action);
    /// The user of the last tokenOf.
    const std::string& lastLogin() const { return login_; }

    /// The answer is one that is described.
    Response call(const ApiRequest& request);
    Response read(const std::string& path, const std::string& token)
    {
        return call({.path = path, .token = token});
    }
    Response change(const std::string& path, const std::string& token, const std::string& body,
                    const std::string& key = {})
    {
        return call({.method = "POST", .path = path, .token = token, .body = body, .key = key});
    }
    using SiteFixture::read;

    static Json jsonOf(const Response& response);
    static std::string codeOf(const Response& response);
    /// The rows of a successful answer.
    static Json rowsOf(const Response& response);
    std::size_t boxes();
    /// Expects a refusal with the code and status, without any change.
    void refused(const Response& response, int status, const std::string& code,
                 const std::string& before);

private:
    std::map<access::Role, std::string> tokens_;
    std::string login_;
    int programs_ = 0;
    int keys_ = 0;
};

} // namespace giftbox::web
