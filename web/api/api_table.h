#pragma once

#include "operations/operation.h"

#include <string>

namespace giftbox::web {

using ApiRoute = operations::Operation;

/// All operations with an address, in the order of the description.
std::span<const ApiRoute> apiRoutes();
/// The file import, which has its own protocol.
ApiRoute importRoute();

inline std::string_view methodOf(const ApiRoute& route)
{
    return route.isChange() ? "POST" : "GET";
}
/// Whether fields are in the query (reads and files) or in the body.
inline bool saysInQuery(const ApiRoute& route) { return !route.isChange() || route.takesFile(); }
/// The types of a file that a route takes or gives.
std::vector<std::string> typesIn(std::string_view types);
/// The name in braces in the address; empty without one.
std::string_view partOf(const ApiRoute& route);
/// The fields that are not in the address.
std::vector<foundation::FieldInfo> saidFields(const ApiRoute& route);
/// The fields of every paged list.
std::span<const foundation::FieldInfo> pageFields();

inline constexpr std::string_view kDryRun = "dry_run";
inline constexpr std::string_view kConfirm = "confirm";

} // namespace giftbox::web
