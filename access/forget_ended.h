#pragma once

#include "foundation/database.h"
#include "foundation/date.h"

namespace giftbox::access {

/// Deletes sessions and links that have ended, and wrong passwords that count no more; to be called now and then. Changes nothing that anybody can see.
/// Not within a transaction.
void forgetEnded(foundation::Database& database, foundation::Instant now);

} // namespace giftbox::access
