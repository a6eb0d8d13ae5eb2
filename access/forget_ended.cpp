#include "access/forget_ended.h"

#include "access/find_session.h"
#include "access/log_in.h"

namespace giftbox::access {

void forgetEnded(foundation::Database& database, foundation::Instant now)
{
    writeShared(database, [&] {
        database.execute("access/forget_failures", {{"before", now.unixMs - kFailuresLastMs}});
        database.execute("access/forget_sessions",
                         {{"now", now.unixMs}, {"idle_since", now.unixMs - kSessionIdleMs}});
        database.execute("access/forget_setup_links", {{"now", now.unixMs}});
        return 0;
    });
}

} // namespace giftbox::access
