#include "web/pages/slots.h"

#include "web/http/form.h"

namespace giftbox::web {

namespace {

std::string valueOf(std::string_view slot, const foundation::Said& values)
{
    const auto one = slot.find('|');
    const auto found = values.find(slot.substr(0, one));
    const std::string value = found == values.end() ? "" : found->second;
    if (one == std::string_view::npos) {
        return value;
    }
    const auto many = slot.find('|', one + 1);
    const bool isOne = value == "1" || value == "-1";
    return std::string(isOne ? slot.substr(one + 1, many - one - 1) : slot.substr(many + 1));
}

template <class Write>
std::string fill(std::string_view text, const foundation::Said& values, Write write)
{
    std::string all;
    for (auto at = text.find('{'); at != std::string_view::npos; at = text.find('{')) {
        const auto end = text.find('}', at);
        all.append(text.substr(0, at))
            .append(write(valueOf(text.substr(at + 1, end - at - 1), values)));
        text.remove_prefix(end + 1);
    }
    return all.append(text);
}

} // namespace

std::string filled(std::string_view text, const foundation::Said& values)
{
    return fill(text, values, [](const std::string& value) { return value; });
}

std::string filledAddress(std::string_view text, const foundation::Said& values)
{
    return fill(text, values, [](const std::string& value) { return encodePercent(value); });
}

} // namespace giftbox::web
