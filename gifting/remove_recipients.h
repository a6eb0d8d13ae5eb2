#pragma once

#include "gifting/recipient.h"

namespace giftbox::gifting {

/// Takes the recipients of a range of numbers away again, all added by one event; nothing about the persons stays, and
/// their codes are free. Their numbers stay used. Requires that nothing refers to them. The caller records the event.
/// Returns how many there were.
std::int64_t removeRecipients(books::WriteTransaction& tx, std::int64_t first, std::int64_t last,
                              books::EventSeq added);

} // namespace giftbox::gifting
