#pragma once

#include "foundation/database/database.h"
#include "foundation/date.h"

namespace giftbox::access {

/// Deletes ended sessions and links, wrong passwords that no longer count, unused places, and old lockouts; rows
/// dated ahead count as ended. Call it now and then. Not within a transaction.
void forgetEnded(foundation::Database& database, foundation::Instant now);

} // namespace giftbox::access
