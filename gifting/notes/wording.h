#pragma once

#include "foundation/date.h"

#include <string>
#include <string_view>

namespace giftbox::gifting {

/// What the merge fields `{recipient}`, `{store}`, `{month}` and `{signers}` of a note stand for.
struct NoteFields {
    std::string recipient;
    std::string store;
    std::string month;
    std::string signers;
};

/// The wording with every field replaced, once: what a name says is not looked at again. Throws Refusal `note.field_unknown`, which names the place of
/// whatever stands in braces and is no field.
std::string mergeWording(std::string_view wording, const NoteFields& fields);

/// `November 2026`.
std::string inWords(foundation::Month month);

} // namespace giftbox::gifting
