#pragma once

#include "foundation/fields.h"

#include <string>
#include <string_view>

namespace giftbox::books {

/// A code that people type and scanners read (a SKU, a recipient, a store): 1 to `longest` letters, digits or `. _ / -` of ASCII, beginning with a letter or digit.
/// Throws Refusal with `code`; `what` names it in the sentence.
void requireCode(std::string_view text, std::size_t longest, std::string_view code,
                 std::string_view what);

/// Free text that somebody wrote: not empty after blanks are cut, valid UTF-8 without NUL and not led by a byte order mark, at most `kLongestText` bytes. Throws Refusal `text.missing`,
/// `text.malformed`, `text.too_long`; `what` names it.
inline constexpr std::size_t kLongestText = 1000;
void requireText(std::string_view text, std::string_view what);
/// As requireText, but may be empty.
void requireOptionalText(std::string_view text, std::string_view what);

/// Throws Refusal with `code` where it is not from `least` to `most`.
void requireBetween(std::int64_t number, std::int64_t least, std::int64_t most,
                    std::string_view code, std::string_view what);
/// What the table of fields says of texts and numbers. Throws those of requireText, and Refusal with the code of the field of a number out of bounds.
template <class T>
void requireFields(foundation::Fields<T> fields, const T& object)
{
    for (const foundation::Field<T>& field : fields) {
        const std::string noun = nounOf(field);
        if (const auto* text = std::get_if<std::string T::*>(&field.member)) {
            field.info.need == foundation::Need::Required
                ? requireText(object.**text, noun)
                : requireOptionalText(object.**text, noun);
        } else if (const auto* number = std::get_if<std::int64_t T::*>(&field.member)) {
            requireBetween(object.**number, field.info.least, field.info.most, field.malformed,
                           noun);
        } else if (const auto* maybe =
                       std::get_if<std::optional<std::int64_t> T::*>(&field.member)) {
            requireBetween((object.**maybe).value_or(field.info.least), field.info.least,
                           field.info.most, field.malformed, noun);
        } else if (field.info.type == foundation::FieldType::Text) {
            requireOptionalText(textOf(field, object), noun);
        }
    }
}

} // namespace giftbox::books
