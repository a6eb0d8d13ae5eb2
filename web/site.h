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
    /// Receives a line for each failure that is not the user's.
    std::function<void(const std::string&)> log;
    /// Shared by all sites of a server; must outlive them.
    ImportQueue* imports = nullptr;
    access::LoginDesk* logins = nullptr; ///< like imports
    std::chrono::milliseconds longestRequest = kLongestRequest;
};

/// Answers requests: finds the page and the user, checks access, and turns exceptions into answers. Ends requests
/// that take too long. Has its own database connection, opened at first use and again after a failure.
class Site : public Worker {
public:
    /// Opens the database early, so that replacing the file before the first request has no effect; retries at the
    /// first request when that fails.
    explicit Site(SiteOptions options);
    Response answer(const Request& request) override;

private:
    Response answerPage(const Request& request);
    foundation::Database& database();
    /// Once an hour, removes expired sessions and the like.
    void tidy(foundation::Instant now);

    SiteOptions options_;
    std::optional<foundation::Database> database_;
    foundation::Instant tidiedAt_;
};

} // namespace giftbox::web
