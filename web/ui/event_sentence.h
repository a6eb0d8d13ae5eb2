#pragma once

#include "web/ui/shown_detail.h"

namespace giftbox::web {

/// What an event says to people: ` approved 5 people for `, `Nov 2026`, ``. The name of who did it stands before it,
/// and the subject may lead to its page.
struct EventSentence {
    std::string before;
    std::string subject;
    std::string after;

    bool operator==(const EventSentence&) const = default;
};

/// An event as it was recorded; `subject` as people name it, such as `box 12`.
struct ToldEvent {
    std::string_view action;
    std::string subject;
    std::string_view detail;
};

/// Every action that has a sentence, sorted.
std::vector<std::string_view> toldActions();

/// The sentence of the event's action, with the facts of its detail. Events of another action, or without a fact that
/// the sentence needs, are told by their code: `: Box pack, `.
EventSentence sentenceOf(const StoreFormat& format, const ToldEvent& event,
                         const RecipientCode& recipient = {});

} // namespace giftbox::web
