#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace giftbox::foundation {

/// Text, a whole number, or null. A body has no other values, because amounts are text.
using JsonScalar = std::variant<std::string, std::int64_t, std::nullptr_t>;
using JsonFields = std::map<std::string, JsonScalar, std::less<>>;

/// One JSON object: fields, and arrays of flat objects.
struct JsonBody {
    JsonFields fields;
    std::map<std::string, std::vector<JsonFields>, std::less<>> lists;

    bool has(std::string_view name) const { return fields.contains(name) || lists.contains(name); }
    bool operator==(const JsonBody&) const = default;
};

/// Reads strictly: UTF-8 without NUL, each field once, no numbers with a point, an exponent or over 64 bits. Memory
/// and stack do not grow with nesting, because deeper levels are refused where they begin. Throws Refusal
/// `body.malformed`.
JsonBody parseJsonBody(std::string_view text);

} // namespace giftbox::foundation
