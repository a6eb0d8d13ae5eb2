#include "tests/web/api/described.h"

#include "web/api/api_description.h"
#include "web/http/path_pattern.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <regex>

namespace giftbox::web {

namespace {

constexpr std::size_t kMostRows = 100;

bool isOfType(const Json& value, const std::string& type)
{
    return type == "null"      ? value.is_null()
           : type == "integer" ? value.is_number_integer()
           : type == "string"  ? value.is_string()
           : type == "boolean" ? value.is_boolean()
           : type == "array"   ? value.is_array()
                               : type == "object" && value.is_object();
}

bool isOfAType(const Json& value, const Json& types)
{
    return types.is_array()
               ? std::ranges::any_of(types, [&](const Json& one) { return isOfType(value, one); })
               : isOfType(value, types);
}

std::string inObject(const Json& schema, const Json& value, const std::string& place)
{
    for (const Json& name : schema.value("required", Json::array())) {
        if (!value.contains(name.get<std::string>())) {
            return place + " has no " + name.get<std::string>();
        }
    }
    const Json known = schema.value("properties", Json::object());
    const Json more = schema.value("additionalProperties", Json(true));
    for (const auto& [name, one] : value.items()) {
        const bool isKnown = known.contains(name);
        if (!isKnown && more == false) {
            return place + " has " + name + ", which is not described";
        }
        if (isKnown || more.is_object()) {
            const auto wrong = otherwiseThan(isKnown ? known[name] : more, one, place + "/" + name);
            if (!wrong.empty()) {
                return wrong;
            }
        }
    }
    return {};
}

const ApiRoute* routeAt(const std::string& method, const std::string& path)
{
    const ApiRoute* found = nullptr;
    for (const ApiRoute& route : apiRoutes()) {
        const bool isThis = methodOf(route) == method && matchPath(route.address, path);
        // A literal path wins over one with a part in braces.
        if (isThis && (found == nullptr || route.address == path)) {
            found = &route;
        }
    }
    return found;
}

} // namespace

const Json& description()
{
    static const Json json = Json::parse(apiDescription(""));
    return json;
}

const Json& resolved(const Json& json)
{
    if (!json.contains("$ref")) {
        return json;
    }
    const std::string to = json["$ref"].get<std::string>();
    EXPECT_TRUE(to.starts_with("#/"));
    return description().at(Json::json_pointer(to.substr(1)));
}

std::string otherwiseThan(const Json& reference, const Json& value, const std::string& place)
{
    const Json& schema = resolved(reference);
    if (!isOfAType(value, schema.at("type"))) {
        return place + " is " + value.dump() + ", not " + schema["type"].dump();
    }
    if (schema.contains("enum") &&
        std::ranges::find(schema["enum"], value) == schema["enum"].end()) {
        return place + " is " + value.dump() + ", none of " + schema["enum"].dump();
    }
    if (schema.contains("pattern") && value.is_string() &&
        !std::regex_search(value.get<std::string>(),
                           std::regex(schema["pattern"].get<std::string>()))) {
        return place + " is " + value.dump() + ", not like " + schema["pattern"].dump();
    }
    if (schema.contains("format") && value.is_string() &&
        !std::regex_match(value.get<std::string>(),
                          std::regex(schema["format"] == "date"
                                         ? "[0-9]{4}-[0-9]{2}-[0-9]{2}"
                                         : "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z"))) {
        return place + " is " + value.dump() + ", no " + schema["format"].dump();
    }
    if (value.is_number_integer() &&
        (value < schema.value("minimum", value) || value > schema.value("maximum", value))) {
        return place + " is " + value.dump() + ", out of bounds";
    }
    if (value.is_array()) {
        // Of a long list the beginning tells, and tests that measure time are not held up.
        for (std::size_t i = 0; i < std::min(value.size(), kMostRows); ++i) {
            const auto wrong =
                otherwiseThan(schema["items"], value[i], place + "/" + std::to_string(i));
            if (!wrong.empty()) {
                return wrong;
            }
        }
    }
    return value.is_object() ? inObject(schema, value, place) : "";
}

std::string otherwiseThanDescribed(const std::string& method, const std::string& path, int status,
                                   const std::string& body)
{
    const Json answer = Json::parse(body, nullptr, false);
    const ApiRoute* route = routeAt(method, path);
    if (status >= 400) {
        return otherwiseThan({{"$ref", "#/components/schemas/Refusal"}}, answer);
    }
    if (status != 200 || route == nullptr || !route->gives.empty()) {
        return {}; // a file may be anything
    }
    const Json& operation =
        description()["paths"][std::string(route->address)][route->isChange() ? "post" : "get"];
    return otherwiseThan(operation["responses"]["200"]["content"]["application/json"]["schema"],
                         answer);
}

} // namespace giftbox::web
