#pragma once

#include "operations/operation.h"

#include <string>

namespace giftbox::web {

using ApiRoute = operations::Operation;

/// Every operation that has an address, in the order of the description.
std::span<const ApiRoute> apiRoutes();
/// Importing a file, which programs do in a way of their own.
ApiRoute importRoute();

inline std::string_view methodOf(const ApiRoute& route)
{
    return route.isChange() ? "POST" : "GET";
}
/// What is said stands in the query of a read, and beside a file; else in the body.
inline bool saysInQuery(const ApiRoute& route) { return !route.isChange() || route.takesFile; }
/// The name in braces of the address; empty where there is none.
std::string_view partOf(const ApiRoute& route);
/// What may be said beside the address.
std::vector<foundation::FieldInfo> saidFields(const ApiRoute& route);
/// What every page of a list takes.
std::span<const foundation::FieldInfo> pageFields();

inline constexpr std::string_view kDryRun = "dry_run";
inline constexpr std::string_view kConfirm = "confirm";

} // namespace giftbox::web
