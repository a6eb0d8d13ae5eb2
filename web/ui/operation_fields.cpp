#include "foundation/fold.h"
#include "web/ui/operation_form.h"

#include <algorithm>
#include <cctype>
#include <stdexcept>

namespace giftbox::web {

using foundation::FieldInfo;
using foundation::FieldType;

namespace {

std::string capitalized(std::string_view words)
{
    std::string text(words);
    if (!text.empty()) {
        text.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(text.front())));
    }
    return text;
}

/// Field::type of a field.
std::string typeOf(const FieldInfo& info)
{
    if (info.isFlag) {
        return "tick";
    }
    if (!info.choices.empty() || info.type == FieldType::YesNo) {
        return "select";
    }
    switch (info.type) {
    case FieldType::Integer:
        return "units";
    case FieldType::Amount:
        return "amount";
    case FieldType::Date:
        return "date";
    case FieldType::Month:
        return "month";
    case FieldType::Names:
        return "textarea";
    default:
        return info.isInFile ? "textarea" : "text";
    }
}

std::vector<Option> optionsOf(const FieldInfo& info)
{
    if (info.type == FieldType::YesNo) {
        return {{"no", "No"}, {"yes", "Yes"}};
    }
    std::vector<Option> options;
    for (const std::string& selection : choicesOf(info)) {
        options.push_back({selection, capitalized(selection)});
    }
    return options;
}

/// Whether the help has no word that the title lacks: `the item's SKU` beside `SKU` tells nobody anything.
bool restates(std::string_view help, std::string_view title)
{
    static constexpr std::string_view kSmall[] = {
        "the",   "a",    "an",  "of",       "its",         "it",        "new",  "their", "item's",
        "box's", "item", "box", "person's", "recipient's", "recipient", "name", "number"};
    const std::vector<std::string> said = foundation::searchWords(title);
    for (const std::string& word : foundation::searchWords(help)) {
        if (std::ranges::find(kSmall, word) == std::end(kSmall) &&
            std::ranges::find(said, word) == said.end()) {
            return false;
        }
    }
    return true;
}

} // namespace

std::vector<Field> fieldsOf(std::span<const FieldInfo> infos, const foundation::Said& now)
{
    std::vector<Field> fields;
    for (const FieldInfo& info : infos) {
        if (info.type != FieldType::Names && !operations::lineFields(info.type).empty()) {
            continue;
        }
        const auto value = now.find(info.name);
        const bool isDated = info.type == FieldType::Date || info.type == FieldType::Month;
        Field field{.name = std::string(info.name),
                    .label = std::string(info.title),
                    .type = typeOf(info),
                    .value = value == now.end() ? "" : value->second,
                    .hint = restates(info.help, info.title) ? "" : capitalized(info.help),
                    .isNeeded = info.need != foundation::Need::Optional,
                    .answersTo =
                        isDated ? std::vector<std::string>{"month"} : std::vector<std::string>(),
                    .options = optionsOf(info)};
        field.isNeeded = field.isNeeded || field.type == "select";
        fields.push_back(std::move(field));
    }
    return fields;
}

std::vector<Field> fieldsOf(std::string_view command, const std::vector<std::string_view>& names)
{
    std::vector<FieldInfo> infos;
    for (const std::string_view name : names) {
        infos.push_back(operations::operationOf(command)->field(name));
    }
    return fieldsOf(infos);
}

Field& fieldNamed(std::vector<Field>& fields, std::string_view name)
{
    const auto found = std::ranges::find(fields, name, &Field::name);
    if (found == fields.end()) {
        throw std::logic_error("the form has no field " + std::string(name));
    }
    return *found;
}

} // namespace giftbox::web
