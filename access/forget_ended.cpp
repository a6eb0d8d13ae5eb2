#include "access/forget_ended.h"

#include "access/find_session.h"
#include "access/log_in.h"
#include "access/setup_link.h"

namespace giftbox::access {

void forgetEnded(foundation::Database& database, foundation::Instant now)
{
    writeShared(database, [&] {
        database.execute("access/forget_failures", {{"before", now.unixMs - kFailuresLastMs}});
        database.execute("access/right_failures", {{"now", now.unixMs}});
        database.execute("access/forget_sessions", {{"now", now.unixMs},
                                                    {"idle_since", now.unixMs - kSessionIdleMs},
                                                    {"latest", now.unixMs + kClockSkewMs}});
        database.execute(
            "access/forget_setup_links",
            {{"now", now.unixMs}, {"latest", now.unixMs + kSetupLinkLastsMs + kClockSkewMs}});
        database.execute("access/forget_places", {{"before", now.unixMs - kPlacesLastMs}});
        database.execute("access/forget_lock_outs", {{"before", now.unixMs - kLockOutsLastMs}});
        return 0;
    });
}

} // namespace giftbox::access
