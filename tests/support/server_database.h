#pragma once

#include <string>

namespace giftbox::tests {

/// An empty database of the test's own on a PostgreSQL server, for what would be seen, or would do harm, in the one that all tests share: sessions
/// that end for all stores, users of all stores, the schema. It ends with the object, whoever is still connected.
/// Throws DatabaseError.
class ServerDatabase {
public:
    /// `server` is the URL of any database there.
    explicit ServerDatabase(std::string server);
    ServerDatabase(const ServerDatabase&) = delete;
    ServerDatabase& operator=(const ServerDatabase&) = delete;
    ~ServerDatabase();

    const std::string& url() const { return url_; }

private:
    std::string server_;
    std::string name_;
    std::string url_;
};

} // namespace giftbox::tests
