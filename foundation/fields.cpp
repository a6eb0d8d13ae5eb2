#include "foundation/fields.h"

#include "foundation/text.h"

#include <algorithm>
#include <cctype>
#include <charconv>

namespace giftbox::foundation {

std::string plainName(std::string_view name)
{
    std::string words(name);
    std::ranges::replace(words, '_', ' ');
    return words;
}

std::int64_t wholeNumber(std::string_view text, std::string_view what)
{
    std::int64_t value = 0;
    const char* const end = text.data() + text.size();
    const auto [at, error] = std::from_chars(text.data(), end, value);
    if (text.empty() || error != std::errc() || at != end) {
        throw Refusal("number.malformed", {{"what", what}, {"text", text}});
    }
    return value;
}

bool yesOrNo(std::string_view text, std::string_view what)
{
    if (text != "yes" && text != "no") {
        throw Refusal("field.type/flag", {{"field", what}, {"text", text}});
    }
    return text == "yes";
}

std::string sentenceOf(std::string_view words)
{
    std::string text(words);
    text.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(text.front())));
    return text + (text.ends_with('.') ? "" : ".");
}

std::vector<std::string> choicesOf(const FieldInfo& field)
{
    std::vector<std::string> choices;
    for (std::string_view rest = field.choices; !rest.empty();) {
        const auto bar = rest.find('|');
        choices.emplace_back(rest.substr(0, bar));
        rest.remove_prefix(bar == std::string_view::npos ? rest.size() : bar + 1);
    }
    return choices;
}

Column columnOf(const FieldInfo& field, bool isCode, Cells cells)
{
    const ColumnType type = field.type == FieldType::Integer           ? ColumnType::Integer
                            : field.type == FieldType::Amount          ? ColumnType::Amount
                            : field.type == FieldType::Month           ? ColumnType::Date
                            : isCode || field.type == FieldType::YesNo ? ColumnType::Code
                                                                       : ColumnType::Text;
    const bool isMaybeEmpty = field.type == FieldType::Month; // one that is not reached yet
    return {std::string(field.name), std::string(field.title), type,
            isMaybeEmpty ? Cells::MaybeEmpty : cells};
}

} // namespace giftbox::foundation
