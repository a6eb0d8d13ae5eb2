#include "web/api/api_description.h"

#include "foundation/version.h"
#include "operations/call.h"
#include "web/api/api_table.h"

#include <nlohmann/json.hpp>

namespace giftbox::web {
namespace {

using foundation::FieldInfo;
using foundation::FieldType;
using Json = nlohmann::ordered_json;

constexpr const char* kAmount = "^-?[0-9]+(\\.[0-9]+)?$";

Json reference(const std::string& to) { return {{"$ref", "#/components/" + to}}; }

/// What a column answers; whatever is unknown or does not apply is null.
Json columnSchema(const foundation::Column& column)
{
    Json schema;
    const bool isInteger = column.type == foundation::ColumnType::Integer;
    schema["type"] = Json::array({isInteger ? "integer" : "string", "null"});
    schema["description"] = column.title;
    if (column.type == foundation::ColumnType::Amount) {
        schema["pattern"] = kAmount;
    }
    return schema;
}

Json fieldSchema(const FieldInfo& field);

Json objectOf(std::span<const FieldInfo> fields)
{
    Json schema = {{"type", "object"}, {"additionalProperties", false}};
    schema["properties"] = Json::object();
    for (const FieldInfo& field : fields) {
        Json& one = schema["properties"][std::string(field.name)] = fieldSchema(field);
        if ((field.need == foundation::Need::Required)) {
            schema["required"].push_back(std::string(field.name));
        } else if (one["type"] != "array") {
            one["type"] = {one["type"], "null"}; // what is null is empty
            if (one.contains("enum")) {
                one["enum"].push_back(nullptr);
            }
        }
    }
    return schema;
}

Json fieldSchema(const FieldInfo& field)
{
    Json schema;
    switch (field.type) {
    case FieldType::Text:
        schema = {{"type", "string"}};
        for (const std::string& selection : choicesOf(field)) {
            schema["enum"].push_back(selection);
        }
        break;
    case FieldType::Integer:
        schema = {{"type", "integer"}, {"format", "int64"}};
        if (field.least > std::numeric_limits<std::int64_t>::min()) {
            schema["minimum"] = field.least;
            schema["maximum"] = field.most;
        }
        break;
    case FieldType::Amount:
        schema = {{"type", "string"}, {"pattern", kAmount}};
        break;
    case FieldType::Date:
        schema = {{"type", "string"}, {"format", "date"}};
        break;
    case FieldType::Month:
        schema = {{"type", "string"}, {"pattern", "^[0-9]{4}-[0-9]{2}$"}};
        break;
    case FieldType::YesNo:
        schema = {{"type", "string"}, {"enum", {"yes", "no"}}};
        break;
    case FieldType::Lines:
    case FieldType::Categories:
    case FieldType::Names:
        schema = {{"type", "array"}, {"items", objectOf(operations::lineFields(field.type))}};
        break;
    case FieldType::Rows:
        schema = {{"type", "array"}, {"items", {{"type", "object"}}}};
        break;
    }
    schema["description"] = foundation::sentenceOf(field.help);
    return schema;
}

Json parameter(const std::string& name, const char* in, bool isNeeded, Json schema)
{
    Json description = schema.contains("description") ? schema["description"] : Json("");
    schema.erase("description");
    return {{"name", name},
            {"in", in},
            {"required", isNeeded},
            {"description", std::move(description)},
            {"schema", std::move(schema)}};
}

Json parametersOf(const ApiRoute& route)
{
    Json all = Json::array();
    if (const std::string_view part = partOf(route); !part.empty()) {
        all.push_back(parameter(std::string(part), "path", true, fieldSchema(route.field(part))));
    }
    const auto addQuery = [&](std::span<const FieldInfo> fields) {
        for (const FieldInfo& field : fields) {
            all.push_back(parameter(std::string(field.name), "query",
                                    (field.need == foundation::Need::Required),
                                    fieldSchema(field)));
        }
    };
    if (route.isPaged) {
        addQuery(pageFields());
    }
    if (saysInQuery(route)) {
        addQuery(saidFields(route));
    }
    if (route.isChange()) {
        all.push_back(reference("parameters/dryRun"));
        all.push_back(reference("parameters/confirm"));
        all.push_back(reference("parameters/requestKey"));
    }
    return all;
}

Json answerOf(const ApiRoute& route)
{
    Json row = {{"type", "object"}, {"additionalProperties", false}};
    row["properties"] = Json::object();
    for (const foundation::Column& column : route.columns()) {
        row["properties"][column.name] = columnSchema(column);
        row["required"].push_back(column.name);
    }
    Json schema = {{"type", "object"}, {"required", {"rows"}}};
    schema["properties"]["rows"] = {{"type", "array"}, {"items", std::move(row)}};
    if (route.isPaged) {
        schema["required"].push_back("next");
        schema["properties"]["next"] = {
            {"type", {"string", "null"}},
            {"description", "The `after` of the page that follows; null at the end."}};
    }
    if (route.isChange()) {
        schema["properties"]["unchanged"] = {
            {"type", "boolean"},
            {"description", "true where it was so already, and nothing was changed; else absent."}};
    }
    Json answer = {{"description", "Done"}};
    answer["content"]["application/json"]["schema"] = std::move(schema);
    return answer;
}

/// `post_boxes_no_give`.
std::string nameOf(const ApiRoute& route)
{
    std::string name = route.isChange() ? "post" : "get";
    for (const char c : route.address) {
        if (c == '/' || c == '-') {
            name += '_';
        } else if (c != '{' && c != '}') {
            name += c;
        }
    }
    return name;
}

Json operationOf(const ApiRoute& route)
{
    Json operation = {
        {"operationId", nameOf(route)},
        {"summary", foundation::sentenceOf(route.summary)},
        {"description", "Needs a role that may: " + std::string(toText(route.action)) +
                            (route.isChange() ? "; a token for reading only is refused." : ".")}};
    operation["parameters"] = parametersOf(route);
    if (route.isChange()) {
        Json body = {{"required", true}};
        if (route.takesFile) {
            body["content"]["text/csv"]["schema"] = {{"type", "string"}};
        } else {
            body["content"]["application/json"]["schema"] = objectOf(saidFields(route));
        }
        operation["requestBody"] = std::move(body);
    }
    operation["responses"]["200"] = answerOf(route);
    for (const char* status :
         {"400", "401", "403", "404", "409", "413", "415", "422", "500", "503"}) {
        operation["responses"][status] = reference("responses/refused");
    }
    return operation;
}

/// What a refusal answers.
Json refusalSchema()
{
    Json fault = {{"type", "object"}, {"required", {"code", "sentence"}}};
    fault["properties"]["code"] = {{"type", "string"}};
    fault["properties"]["sentence"] = {{"type", "string"}};
    fault["properties"]["field"] = {{"type", "string"},
                                    {"description", "What it is about, where that is known."}};
    Json error = fault;
    error["properties"]["faults"] = {
        {"type", "array"},
        {"items", std::move(fault)},
        {"description", "Where several things are wrong, all of them."}};
    Json place = {{"type", "object"}, {"required", {"line", "column", "sentence"}}};
    place["properties"]["line"] = {{"type", "integer"}};
    place["properties"]["column"] = {{"type", "string"}};
    place["properties"]["sentence"] = {{"type", "string"}};
    error["properties"]["bad_rows"] = {
        {"type", "array"},
        {"items", std::move(place)},
        {"description", "Of a file: what is wrong and where, the first 1000 of them."}};
    Json other = {{"type", "object"}};
    for (const char* field : {"instead_of", "sku", "item", "units", "cost", "total_cost"}) {
        other["properties"][field] = {
            {"type", std::string_view(field) == "units" ? "integer" : "string"}};
    }
    error["properties"]["substitutes"] = {
        {"type", "array"},
        {"items", std::move(other)},
        {"description", "Of a box for which an item is short or a cap is in the way: what could go "
                        "in instead, and what the box would then cost; at most 3."}};
    return error;
}

Json components()
{
    Json all;
    all["securitySchemes"]["token"] = {
        {"type", "http"},
        {"scheme", "bearer"},
        {"description",
         "Of one store, with one or several roles of its user. It may be for reading only: then "
         "every GET that its roles allow, and nothing else. It may have a last day, by the store's "
         "clocks; it ends when its user loses one of the roles or is disabled."}};
    all["parameters"]["dryRun"] =
        parameter("dry_run", "query", false,
                  {{"type", "string"},
                   {"enum", {"0", "1"}},
                   {"description", "1: say what would happen and change nothing."}});
    all["parameters"]["confirm"] = parameter(
        "confirm", "query", false,
        {{"type", "string"},
         {"enum", {"0", "1"}},
         {"description", "1: a day or month that is asked about (date.far, month.far) is right."}});
    all["parameters"]["requestKey"] = parameter(
        "Idempotency-Key", "header", false,
        {{"type", "string"},
         {"description", "A text that no other change has; sent again with the same, it is done "
                         "once. Only a dry run goes without."}});
    Json refused = {{"description", "Refused or failed; nothing was changed"}};
    refused["content"]["application/json"]["schema"] = refusalSchema();
    all["responses"]["refused"] = std::move(refused);
    return all;
}

std::string describe()
{
    Json all = {{"openapi", "3.1.0"}};
    all["info"] = {{"title", "Giftbox"},
                   {"version", foundation::programVersion()},
                   {"description",
                    "The store is the token's. Amounts are text in the store's currency, dates "
                    "YYYY-MM-DD, months YYYY-MM; what is unknown is null."}};
    all["servers"] = Json::array({{{"url", "/api/v1"}}});
    all["security"] = Json::array({{{"token", Json::array()}}});
    for (const ApiRoute& route : apiRoutes()) {
        all["paths"][std::string(route.address)][route.isChange() ? "post" : "get"] =
            operationOf(route);
    }
    all["components"] = components();
    return all.dump(1) + "\n";
}

} // namespace

const std::string& apiDescription()
{
    static const std::string text = describe();
    return text;
}

} // namespace giftbox::web
