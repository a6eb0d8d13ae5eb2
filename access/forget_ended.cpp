#include "access/forget_ended.h"

#include "access/find_session.h"
#include "access/log_in.h"
#include "access/setup_link.h"
#include "access/statements.h"

namespace giftbox::access {

void forgetEnded(foundation::Database& database, foundation::Instant now)
{
    writeShared(database, [&] {
        database.execute(sql::ForgetFailures{.before = now.unixMs - kFailuresLastMs});
        database.execute(sql::RightFailures{.now = now});
        database.execute(sql::ForgetSessions{.now = now,
                                             .idleSince = now.unixMs - kSessionIdleMs,
                                             .latest = now.unixMs + kClockSkewMs});
        database.execute(sql::ForgetSetupLinks{
            .now = now, .latest = now.unixMs + kSetupLinkLastsMs + kClockSkewMs});
        database.execute(sql::ForgetPlaces{.before = now.unixMs - kPlacesLastMs});
        database.execute(sql::ForgetLockOuts{.before = now.unixMs - kLockOutsLastMs});
        return 0;
    });
}

} // namespace giftbox::access
