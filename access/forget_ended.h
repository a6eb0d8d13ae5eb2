#pragma once

#include "foundation/database/database.h"
#include "foundation/date.h"

namespace giftbox::access {

/// Deletes sessions and links that have ended, wrong passwords that count no more, places where nobody logs in any more and waits that are long over;
/// what a clock has dated ahead has ended. To be called now and then.
/// Not within a transaction.
void forgetEnded(foundation::Database& database, foundation::Instant now);

} // namespace giftbox::access
