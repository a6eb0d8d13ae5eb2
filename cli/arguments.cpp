#include "cli/arguments.h"

#include "foundation/fold.h"
#include "foundation/refusal.h"
#include "foundation/text.h"

#include <charconv>

namespace giftbox::cli {

bool Arguments::has(const std::string& name) const { return values.contains(name); }

std::string Arguments::text(const std::string& name) const { return maybeText(name).value_or(""); }

std::string Arguments::path(const std::string& name) const { return maybeRaw(name).value_or(""); }

std::optional<std::string> Arguments::maybeText(const std::string& name) const
{
    const auto raw = maybeRaw(name);
    return raw ? std::optional(foundation::entered(*raw)) : std::nullopt;
}

std::optional<std::string> Arguments::maybeRaw(const std::string& name) const
{
    const auto at = values.find(name);
    return at == values.end() || at->second.empty() ? std::nullopt
                                                    : std::optional(at->second.back());
}

std::vector<std::string> Arguments::all(const std::string& name) const
{
    std::vector<std::string> all = allRaw(name);
    for (std::string& one : all) {
        one = foundation::entered(one);
    }
    return all;
}

std::vector<std::string> Arguments::allRaw(const std::string& name) const
{
    const auto at = values.find(name);
    return at == values.end() ? std::vector<std::string>() : at->second;
}

foundation::Month Arguments::month(const std::string& name) const
{
    return foundation::parseMonth(path(name));
}

std::int64_t parseInteger(const std::string& text, const std::string& what)
{
    std::int64_t value = 0;
    const char* end = text.data() + text.size();
    const auto [at, error] = std::from_chars(text.data(), end, value);
    if (error != std::errc() || at != end || text.empty()) {
        throw foundation::Refusal("number.malformed", {{"what", what}, {"text", text}});
    }
    return value;
}

std::optional<std::int64_t> Arguments::maybeInteger(const std::string& name) const
{
    const auto value = maybeRaw(name);
    return value ? std::optional(parseInteger(*value, name)) : std::nullopt;
}

std::int64_t Arguments::integer(const std::string& name) const
{
    return parseInteger(path(name), name);
}

std::optional<bool> Arguments::maybeYesNo(const std::string& name) const
{
    const auto value = maybeText(name);
    if (value && !value->empty() && *value != "yes" && *value != "no") {
        throw UsageError(name + " is " + *value + "; expected yes or no");
    }
    return value ? std::optional(*value == "yes") : std::nullopt;
}

std::optional<foundation::Date> Arguments::maybeDate(const std::string& name) const
{
    const auto value = maybeRaw(name);
    return value ? std::optional(foundation::parseDate(*value)) : std::nullopt;
}

std::optional<foundation::Month> Arguments::maybeMonth(const std::string& name) const
{
    const auto value = maybeRaw(name);
    return value ? std::optional(foundation::parseMonth(*value)) : std::nullopt;
}

} // namespace giftbox::cli
