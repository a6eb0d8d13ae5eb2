#pragma once

#include "web/http/bounds.h"
#include "web/http/worker_pool.h"
#include "web/ui/request_context.h"

#include <functional>

namespace giftbox::web {

class ImportQueue;

struct SiteOptions {
    std::string databaseUrl;
    std::function<Now()> now;
    /// Gets a line where something failed that is not the asker's fault.
    std::function<void(const std::string&)> log;
    /// Shared by all sites of a server, and outlives them.
    ImportQueue* imports = nullptr;
    access::LoginDesk* logins = nullptr; ///< as imports
    std::chrono::milliseconds longestRequest = kLongestRequest;
};

/// Answers every request: finds the page, who asks, whether they may, and turns what was thrown into an answer. What takes too long is ended. It has a
/// database connection of its own, opened at first use and anew after it failed.
class Site : public Worker {
public:
    /// Opens the database, so that its pages are there also when the file is replaced before the first request; one that cannot be opened is looked for
    /// with the first.
    explicit Site(SiteOptions options);
    Response answer(const Request& request) override;

private:
    Response answerPage(const Request& request);
    foundation::Database& database();
    /// Once an hour: what has ended is forgotten.
    void tidy(foundation::Instant now);

    SiteOptions options_;
    std::optional<foundation::Database> database_;
    foundation::Instant tidiedAt_;
};

} // namespace giftbox::web
