#pragma once

#include "foundation/fields.h"
#include "foundation/refusal.h"

#include <string>
#include <string_view>

namespace giftbox::books {

/// A code that people type and scanners read (a SKU, a recipient, a store): 1 to `longest` ASCII letters, digits or
/// `. _ / -`, beginning with a letter or digit. Throws Refusal with `code`; `what` names it in the sentence.
void requireCode(std::string_view text, std::size_t longest, std::string_view code,
                 std::string_view what);

/// Text that somebody entered: not blank, valid UTF-8 without NUL or leading byte order mark, at most `kLongestText`
/// bytes. Throws Refusal `text.missing`, `text.malformed`, `text.too_long`, about `field`; `what` names it.
inline constexpr std::size_t kLongestText = 1000;
void requireText(std::string_view text, std::string_view what, std::string_view field = {});
/// Like requireText, but the text may be empty.
void requireOptionalText(std::string_view text, std::string_view what, std::string_view field = {});

/// Throws Refusal with `code`, about the field, if the number is not from `least` to `most`.
void requireBetween(std::int64_t number, std::int64_t least, std::int64_t most,
                    std::string_view code, std::string_view what, std::string_view field);
/// Checks one text or number against the table of fields. Throws like requireText, and Refusal with the field's code
/// for a number out of bounds.
template <class T>
void requireField(const foundation::Field<T>& field, const T& object)
{
    const foundation::FieldInfo& info = field.info;
    const std::string noun = nounOf(field);
    if (const auto* number = std::get_if<std::int64_t T::*>(&field.member)) {
        requireBetween(object.**number, info.least, info.most, field.malformed, noun, info.name);
    } else if (const auto* maybe = std::get_if<std::optional<std::int64_t> T::*>(&field.member)) {
        requireBetween((object.**maybe).value_or(info.least), info.least, info.most,
                       field.malformed, noun, info.name);
    } else if (info.type == foundation::FieldType::Text) {
        const std::string text = textOf(field, object);
        info.need == foundation::Need::Required ? requireText(text, noun, info.name)
                                                : requireOptionalText(text, noun, info.name);
    }
}
/// Checks all fields.
template <class T>
void checkFields(foundation::Faults& faults, foundation::Fields<T> fields, const T& object)
{
    for (const foundation::Field<T>& field : fields) {
        if (!field.isCode) { // the module checks codes
            faults.check([&] { requireField(field, object); });
        }
    }
}

} // namespace giftbox::books
