#pragma once

#include "access/role.h"
#include "tests/support/parsed_page.h"
#include "tests/support/store_fixture.h"
#include "web/router.h"
#include "web/site.h"
#include "web/uploads/import_queue.h"

#include <optional>

namespace giftbox::web {

using Fields = std::vector<std::pair<std::string, std::string>>;

bool isPage(const Response& response);
/// Expects clean HTML (see ParsedPage::complaints).
tests::ParsedPage parsed(const Response& response);

/// A store with users, and the site without sockets.
class SiteFixture : public tests::StoreFixture {
protected:
    void prepare() override;
    /// Expects that people can read every event as a sentence.
    void TearDown() override;

    /// The session token of a new user with the role in the open store.
    std::string loggedInAs(access::Role role);
    Response get(const std::string& address, const std::string& token = {});
    /// Sends a form like a browser on a page of the site.
    Response post(const std::string& address, Fields fields, const std::string& token = {});
    /// Like post, for a form opened just now, with the rows it showed.
    Response postSeen(const std::string& address, Fields fields, const std::string& token);
    /// Expects that a page is clean HTML.
    Response ask(Request request);
    /// The request of a browser on a page of the site.
    Request formRequest(const std::string& address, Fields fields, const std::string& token);
    /// A site with its own database connection, for another thread.
    std::unique_ptr<Site> anotherSite(std::chrono::milliseconds longestRequest = kLongestRequest);
    /// The page after an accepted form.
    Response follow(const Response& response, const std::string& token);
    /// From now on the site is below a path, `/gifts`; see parseBasePath.
    void standBelow(std::string base) { base_ = std::move(base); }
    const std::string& base() const { return base_; }
    std::string at(const std::string& page) const { return base_ + "/s/" + store() + page; }
    /// A page of the open store; for an item or recipient, HAT or C-1.
    std::string pathOf(const Route& route) const;
    std::string addressOf(const Route& route) const;
    /// What the first field of the name would send; empty where a page, or a response, has none.
    static std::string fieldOf(const Response& page, const std::string& name);
    static std::string headerOf(const Response& response, const std::string& name);
    /// The `Cookie` header of a browser with that session.
    std::string cookie(const std::string& token) const;
    void waitMs(std::int64_t milliseconds) { instant_ += milliseconds; }

    ImportQueue& imports() { return *imports_; }

private:
    std::unique_ptr<ImportQueue> imports_;
    std::unique_ptr<access::LoginDesk> logins_;
    std::unique_ptr<Site> site_;
    std::string base_;
    std::int64_t instant_ = 1'781'524'800'000; // 2026-06-15T12:00:00Z
    int users_ = 0;
};

} // namespace giftbox::web
