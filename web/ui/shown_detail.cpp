#include "web/ui/shown_detail.h"

#include "books/dated_settings.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cctype>

namespace giftbox::web {

namespace {

constexpr std::string_view kMonth = "month ";
const std::string kInterval(toText(books::Setting::MinimumGiftInterval));
constexpr std::string_view kIntervalInEvents = nameInEvents(books::Setting::MinimumGiftInterval);

bool isFigure(std::string_view key)
{
    constexpr auto kKeys = std::to_array<std::string_view>(
        {"amount", "carried", "contents", "cost", "estimated", "from", "labor", "labor_rate",
         "month", "moved", "on", "packaging", "total", "variance"});
    return key.ends_with("_on") || std::ranges::find(kKeys, key) != kKeys.end();
}

} // namespace

namespace {

bool isDigest(std::string_view key)
{
    return key == "facts" || key == "before" || key == "plans" || key == "month_facts" ||
           key == "report" || key == "stock";
}

/// Exceeded caps: the page Budget has the amounts.
bool isSaidElsewhere(std::string_view key) { return key == "warned" || key == "overridden"; }

} // namespace

std::string shownKind(std::string_view kind)
{
    return kind == "contents"         ? "Gift item"
           : kind == "parts_transfer" ? "Parts transfer"
                                      : shownCode(kind);
}

std::string shownCode(std::string_view code)
{
    std::string words(code);
    std::ranges::replace_if(
        words, [](char c) { return c == '.' || c == '_' || c == '-'; }, ' ');
    if (!words.empty()) {
        words.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(words.front())));
    }
    return words;
}

std::string shownSubject(const StoreFormat& format, const std::string& subject)
{
    return subject.starts_with(kMonth)
               ? std::string(kMonth) + format.shownFigure(subject.substr(kMonth.size()))
               : subject;
}

std::string shownDetail(const StoreFormat& format, std::string_view detail,
                        const RecipientCode& recipient)
{
    const auto object = nlohmann::ordered_json::parse(detail, nullptr, false);
    if (!object.is_object()) {
        return std::string(detail);
    }
    std::string words;
    for (const auto& [key, value] : object.items()) {
        if (isDigest(key)) {
            continue; // for verify only
        }
        if (isSaidElsewhere(key)) {
            words += (words.empty() ? "" : ", ") + key;
            continue;
        }
        std::string text = value.is_string() ? value.get<std::string>() : value.dump();
        if (recipient && key == "recipient" && value.is_number_integer()) {
            text = recipient(value.get<std::int64_t>()).value_or(text);
        }
        std::string name = key == kIntervalInEvents ? kInterval : key;
        std::ranges::replace(name, '_', ' ');
        words += (words.empty() ? "" : ", ") + name + ": ";
        words += isFigure(key) ? format.shownFigure(text) : text;
    }
    return words;
}

} // namespace giftbox::web
