#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace giftbox::web {

/// The values of a template, by name.
class View {
public:
    using Value = std::variant<std::string, bool, std::vector<View>>;

    View& text(std::string_view name, std::string value);
    View& flag(std::string_view name, bool value);
    View& number(std::string_view name, std::int64_t value);
    /// Shows `{{#name}} … {{/name}}` once per view; `{{^name}}` when there are none.
    View& list(std::string_view name, std::vector<View> views);
    /// Takes over the values of the other view.
    View& with(const View& other);

    /// Null for an unknown name.
    const Value* find(std::string_view name) const;

private:
    View& set(std::string_view name, Value value);

    std::map<std::string, Value, std::less<>> values_;
};

/// Escapes text between tags and in quoted attributes.
std::string escaped(std::string_view text);
void appendEscaped(std::string& out, std::string_view text);

} // namespace giftbox::web
