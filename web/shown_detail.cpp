#include "web/shown_detail.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace giftbox::web {

std::string shownDetail(const StoreFormat& format, std::string_view detail)
{
    const auto object = nlohmann::ordered_json::parse(detail, nullptr, false);
    if (!object.is_object()) {
        return std::string(detail);
    }
    std::string words;
    for (const auto& [key, value] : object.items()) {
        std::string name = key;
        std::ranges::replace(name, '_', ' ');
        words += (words.empty() ? "" : ", ") + name + ": ";
        words += value.is_string() ? format.shownFigure(value.get<std::string>()) : value.dump();
    }
    return words;
}

} // namespace giftbox::web
