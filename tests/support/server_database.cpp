#include "tests/support/server_database.h"

#include "tests/support/program.h"
#include "tests/support/raw_database.h"

#include <atomic>
#include <unistd.h>

namespace giftbox::tests {

namespace {

std::string newName()
{
    static std::atomic<int> count = 0;
    return "test_" + std::to_string(::getpid()) + "_" + std::to_string(++count);
}

} // namespace

ServerDatabase::ServerDatabase(std::string server)
    : server_(std::move(server)), name_(newName()), url_(urlOf(server_, name_))
{
    const RawDatabase session(server_);
    isOfCluster_ = !session.rows("SELECT 1 FROM pg_extension WHERE extname = 'citus'").empty();
    if (!isOfCluster_) {
        session.execute("CREATE DATABASE " + name_);
        return;
    }
    session.execute("SET citus.enable_create_database_propagation = on");
    session.execute("CREATE DATABASE " + name_);
    const RawDatabase made(url_);
    for (const auto& node : session.rows("SELECT CASE groupid WHEN 0 THEN "
                                         "'citus_set_coordinator_host' ELSE 'citus_add_node' END, "
                                         "nodename, nodeport FROM pg_dist_node ORDER BY groupid")) {
        made.rows("SELECT " + node[0] + "('" + node[1] + "', " + node[2] + ")");
    }
}

ServerDatabase::~ServerDatabase()
{
    const RawDatabase session(server_);
    if (isOfCluster_) {
        session.execute("SET citus.enable_create_database_propagation = on");
    }
    session.execute("DROP DATABASE " + name_ + " WITH (FORCE)");
}

} // namespace giftbox::tests
