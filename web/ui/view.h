#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace giftbox::web {

/// What a template shows, by name.
class View {
public:
    using Value = std::variant<std::string, bool, std::vector<View>>;

    View& text(std::string_view name, std::string value);
    View& flag(std::string_view name, bool value);
    View& number(std::string_view name, std::int64_t value);
    /// `{{#name}} … {{/name}}` once for each; `{{^name}}` where there is none.
    View& list(std::string_view name, std::vector<View> views);
    /// Takes over what the other shows.
    View& with(const View& other);

    /// Null where it shows nothing of that name.
    const Value* find(std::string_view name) const;

private:
    View& set(std::string_view name, Value value);

    std::map<std::string, Value, std::less<>> values_;
};

/// For text between tags and in quoted attributes.
std::string escaped(std::string_view text);
void appendEscaped(std::string& out, std::string_view text);

} // namespace giftbox::web
