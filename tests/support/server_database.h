#pragma once

#include <string>

namespace giftbox::tests {

/// A separate empty database on a PostgreSQL server, for tests that would affect the shared one: sessions that end
/// for all stores, users of all stores, the schema. On a Citus cluster it has the same nodes. It is dropped with the
/// object, even with open connections. Throws DatabaseError.
class ServerDatabase {
public:
    /// `server` is the URL of any database there.
    explicit ServerDatabase(std::string server);
    ServerDatabase(const ServerDatabase&) = delete;
    ServerDatabase& operator=(const ServerDatabase&) = delete;
    ~ServerDatabase();

    const std::string& url() const { return url_; }
    /// Whether it is on the coordinator of a Citus cluster.
    bool isOfCluster() const { return isOfCluster_; }

private:
    std::string server_;
    std::string name_;
    std::string url_;
    bool isOfCluster_ = false;
};

} // namespace giftbox::tests
