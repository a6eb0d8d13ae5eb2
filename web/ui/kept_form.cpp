#include "web/ui/kept_form.h"

#include "foundation/refusal.h"

#include <algorithm>
#include <array>

namespace giftbox::web {
namespace {

constexpr std::size_t kMostBytes = std::size_t{64} * 1024;
constexpr std::array<std::string_view, 3> kNeverKept = {"form_token", "password", "current"};

} // namespace

std::string keptText(const Form& form)
{
    std::vector<std::pair<std::string, std::string>> fields;
    bool isTyped = false;
    for (const auto& field : form.fields()) {
        if (std::ranges::find(kNeverKept, field.first) == kNeverKept.end()) {
            fields.push_back(field);
            isTyped = isTyped || field.first != "request_key";
        }
    }
    // Empty fields stay, because the rows of a box belong together by position.
    std::string text;
    for (const auto& [name, value] : fields) {
        text += (text.empty() ? "" : "&") + encodePercent(name) + "=" + encodePercent(value);
    }
    return isTyped && text.size() <= kMostBytes ? text : "";
}

std::optional<Form> keptForm(std::string_view text)
{
    try {
        return parseUrlEncoded(text);
    } catch (const foundation::Refusal&) {
        return std::nullopt;
    }
}

} // namespace giftbox::web
