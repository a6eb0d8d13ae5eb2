#pragma once

#include "foundation/date.h"

#include <string>
#include <string_view>

namespace giftbox::gifting {

/// The values of a note's merge fields `{recipient}`, `{store}`, `{month}` and `{signers}`.
struct NoteFields {
    std::string recipient;
    std::string store;
    std::string month;
    std::string signers;
};

/// The wording with every field replaced, without looking for fields in the values. Throws Refusal
/// `note.field_unknown` with the place of any braces that are not a field.
std::string mergeWording(std::string_view wording, const NoteFields& fields);

/// `November 2026`.
std::string inWords(foundation::Month month);

} // namespace giftbox::gifting
