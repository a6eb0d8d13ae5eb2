#include "books/event_hash.h"

#include "foundation/digest.h"

namespace giftbox::books {

const std::string kChainStart(64, '0');

std::string eventHash(std::string_view hashBefore, const Event& event)
{
    std::string text;
    text.reserve(160 + event.detail.size());
    const auto append = [&text](std::string_view field) {
        text += std::to_string(field.size());
        text += ':';
        text += field;
    };
    append(hashBefore);
    append(std::to_string(event.seq));
    append(std::to_string(event.recordedAt.unixMs));
    append(event.actor);
    append(event.action);
    append(event.subject);
    append(event.detail);
    return foundation::sha256(text);
}

} // namespace giftbox::books
