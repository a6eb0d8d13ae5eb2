#pragma once

#include "web/api/api_table.h"

#include <nlohmann/json.hpp>

namespace giftbox::web {

using Json = nlohmann::ordered_json;

/// The API's description.
const Json& description();
/// Follows `$ref` within it.
const Json& resolved(const Json& json);
/// What the value is not that its schema says, with the place in it; empty where it is all of that. Of a list the first
/// 100 are looked at.
std::string otherwiseThan(const Json& schema, const Json& value, const std::string& place = "");
/// The same for what a request of this method and path (below `/api/v1`) was answered.
std::string otherwiseThanDescribed(const std::string& method, const std::string& path, int status,
                                   const std::string& body);

} // namespace giftbox::web
