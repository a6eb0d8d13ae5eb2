#include "web/api/api_table.h"

#include "operations/call.h"

#include <algorithm>

namespace giftbox::web {

using foundation::FieldInfo;

namespace {

constexpr FieldInfo kPageFields[] = {
    {.name = "limit",
     .type = foundation::FieldType::Integer,
     .title = "Limit",
     .help = "rows per page, 1 to 1000; default: 100",
     .least = 1,
     .most = operations::kLongestPage},
    {.name = "after", .title = "After", .help = "the `next` value of the previous page"}};

} // namespace

std::span<const ApiRoute> apiRoutes()
{
    static const std::vector<ApiRoute> routes = [] {
        std::vector<ApiRoute> all = {importRoute()};
        std::ranges::copy_if(operations::operations(), std::back_inserter(all),
                             [](const ApiRoute& one) { return !one.address.empty(); });
        return all;
    }();
    return routes;
}

std::string_view partOf(const ApiRoute& route)
{
    const auto begin = route.address.find('{');
    return begin == std::string_view::npos
               ? std::string_view()
               : route.address.substr(begin + 1, route.address.find('}') - begin - 1);
}

std::vector<FieldInfo> saidFields(const ApiRoute& route)
{
    std::vector<FieldInfo> fields;
    std::ranges::copy_if(route.fields, std::back_inserter(fields), [&](const FieldInfo& field) {
        return field.name != partOf(route) && field.asked != foundation::Asked::OnCommandLine;
    });
    if (route.seen != nullptr) {
        fields.push_back(operations::kSeen);
    }
    return fields;
}

std::vector<std::string> typesIn(std::string_view types)
{
    return choicesOf(FieldInfo{.name = {}, .title = {}, .help = {}, .choices = types});
}

std::span<const FieldInfo> pageFields() { return kPageFields; }

} // namespace giftbox::web
