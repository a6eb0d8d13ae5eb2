#pragma once

#include "web/ui/request_context.h"
#include "web/uploads/import_queue.h"

namespace giftbox::web {

/// The page that shows how a table is read, with its first rows, and lets people change it.
Response showReading(RequestContext& context, SentFile file,
                     const foundation::Refusal* refusal = nullptr);

/// Takes the answers of that page: checks the file with them, or shows the page again. Throws the refusals of
/// ImportQueue::checkAgain.
Response answerReading(RequestContext& context, SentFile file);

} // namespace giftbox::web
