#include "web/api/api_description.h"

#include "foundation/version.h"
#include "operations/call.h"
#include "web/api/api_table.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <map>
#include <mutex>
#include <nlohmann/json.hpp>

namespace giftbox::web {
namespace {

using foundation::FieldInfo;
using foundation::FieldType;
using Json = nlohmann::ordered_json;

constexpr const char* kAmount = "^-?[0-9]+(\\.[0-9]+)?$";

Json reference(const std::string& to) { return {{"$ref", "#/components/" + to}}; }

Json schemaNamed(std::string_view name) { return reference("schemas/" + std::string(name)); }

/// The form of the value of a field or column.
Json formOf(FieldType type)
{
    switch (type) {
    case FieldType::Integer:
        return {{"type", "integer"}, {"format", "int64"}};
    case FieldType::Amount:
        return {{"type", "string"}, {"pattern", kAmount}};
    case FieldType::Date:
        return {{"type", "string"}, {"format", "date"}};
    case FieldType::Month:
        return {{"type", "string"}, {"pattern", "^[0-9]{4}-[0-9]{2}$"}};
    case FieldType::YesNo:
        return {{"type", "string"}, {"enum", {"yes", "no"}}};
    default:
        return {{"type", "string"}};
    }
}

/// All choices and bounds.
void addRange(Json& schema, const FieldInfo& field)
{
    for (const std::string& one : choicesOf(field)) {
        schema["enum"].push_back(one);
    }
    if (field.least > std::numeric_limits<std::int64_t>::min()) {
        schema["minimum"] = field.least;
        schema["maximum"] = field.most;
    }
}

/// Null is allowed, too.
void mayBeNull(Json& schema)
{
    schema["type"] = {schema["type"], "null"};
    if (schema.contains("enum")) {
        schema["enum"].push_back(nullptr);
    }
}

/// A day, a month, or a time, as its name tells; a day or a month, where it does not.
Json formOfDate(std::string_view name)
{
    if (name.ends_with("_at") || name.ends_with("_until")) {
        return {{"type", "string"}, {"format", "date-time"}};
    }
    return name.ends_with("_on") || name.ends_with("_day") ? formOf(FieldType::Date)
           : name.ends_with("month")
               ? formOf(FieldType::Month)
               : Json{{"type", "string"}, {"pattern", "^[0-9]{4}-[0-9]{2}(-[0-9]{2})?$"}};
}

/// Numbers that the books give out, from 1.
bool isNumbered(std::string_view name)
{
    constexpr auto kNames =
        std::to_array<std::string_view>({"box", "lot", "seq", "event", "nomination", "version"});
    return std::ranges::find(kNames, name) != kNames.end();
}

/// What a column answers; whatever is unknown, does not apply, or may not be seen is null.
Json columnSchema(const foundation::Column& column, FieldInfo known)
{
    using foundation::ColumnType;
    Json schema = column.type == ColumnType::Date      ? formOfDate(column.name)
                  : column.type == ColumnType::Integer ? formOf(FieldType::Integer)
                  : column.type == ColumnType::Amount  ? formOf(FieldType::Amount)
                  : known.type == FieldType::YesNo     ? formOf(FieldType::YesNo)
                                                       : formOf(FieldType::Text);
    if (column.type == ColumnType::Integer && isNumbered(column.name)) {
        known.least = 1;
    }
    addRange(schema, known);
    if (column.cells == foundation::Cells::MaybeEmpty) {
        mayBeNull(schema);
    }
    schema["description"] = column.title;
    return schema;
}

Json fieldSchema(const FieldInfo& field);

/// Of the objects of a list.
std::string_view nameOfOne(FieldType list)
{
    switch (list) {
    case FieldType::Lines:
        return "Line";
    case FieldType::Categories:
        return "CategoryLine";
    case FieldType::Names:
        return "Name";
    case FieldType::Received:
        return "ReceivedLine";
    default:
        return "SeenRow";
    }
}

Json objectOf(std::span<const FieldInfo> fields)
{
    Json schema = {{"type", "object"}, {"additionalProperties", false}};
    schema["properties"] = Json::object();
    for (const FieldInfo& field : fields) {
        Json& one = schema["properties"][std::string(field.name)] = fieldSchema(field);
        if ((field.need == foundation::Need::Required)) {
            schema["required"].push_back(std::string(field.name));
        } else if (one["type"] != "array") {
            mayBeNull(one); // null is empty
        }
    }
    return schema;
}

Json fieldSchema(const FieldInfo& field)
{
    const bool isList =
        !operations::lineFields(field.type).empty() || field.type == FieldType::Rows;
    Json schema = isList ? Json{{"type", "array"}, {"items", schemaNamed(nameOfOne(field.type))}}
                         : formOf(field.type);
    addRange(schema, field);
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
            Json schema = fieldSchema(field);
            if (field.type == FieldType::Names) {
                schema["items"] = formOf(FieldType::Text); // repeated
            }
            all.push_back(parameter(std::string(field.name), "query",
                                    (field.need == foundation::Need::Required), std::move(schema)));
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

Json rowOf(const ApiRoute& route)
{
    Json row = {{"type", "object"}, {"additionalProperties", false}};
    for (const foundation::Column& column : route.columns()) {
        row["properties"][column.name] = columnSchema(column, route.columns.known(column.name));
        row["required"].push_back(column.name);
    }
    return row;
}

void addFile(Json& body, std::string_view types)
{
    for (const std::string& type : typesIn(types)) {
        body["content"][type]["schema"] = {{"type", "string"}};
    }
}

Json answerOf(const ApiRoute& route)
{
    Json answer = {{"description", "Done"}};
    if (!route.gives.empty()) {
        addFile(answer, route.gives);
        return answer;
    }
    Json schema = {{"type", "object"}, {"additionalProperties", false}, {"required", {"rows"}}};
    schema["properties"]["rows"] = {{"type", "array"}, {"items", schemaNamed(route.columns.name)}};
    if (route.isPaged) {
        schema["required"].push_back("next");
        schema["properties"]["next"] = {
            {"type", {"string", "null"}},
            {"description", "The `after` value for the next page; null on the last page."}};
    }
    if (route.isChange()) {
        schema["properties"]["unchanged"] = {
            {"type", "boolean"},
            {"description",
             "true when the values were already the same and nothing changed; otherwise absent."}};
    }
    if (route.removesForGood) {
        schema["properties"]["undone"] = {
            {"type", "string"},
            {"description", "What could not be done after the change was kept; otherwise absent."}};
    }
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

/// `PostBoxesNoGive`, of what is sent.
std::string bodyNameOf(const ApiRoute& route)
{
    std::string name;
    for (const char c : "_" + nameOf(route)) {
        const bool isFirst = name.ends_with('_');
        if (isFirst) {
            name.pop_back();
        }
        name += isFirst ? static_cast<char>(std::toupper(static_cast<unsigned char>(c))) : c;
    }
    return name;
}

Json operationOf(const ApiRoute& route)
{
    Json operation = {
        {"operationId", nameOf(route)},
        {"summary", foundation::sentenceOf(route.summary)},
        {"description", "Required right: " + std::string(toText(route.action)) +
                            (route.isChange() ? ". Read-only tokens are refused." : ".") +
                            (route.oneWay.empty() ? "" : " " + std::string(route.oneWay))}};
    operation["parameters"] = parametersOf(route);
    if (route.isChange()) {
        Json body = {{"required", true}};
        if (route.takesFile()) {
            addFile(body, route.takes);
        } else {
            body["content"]["application/json"]["schema"] = schemaNamed(bodyNameOf(route));
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

Json object(std::vector<const char*> required, Json properties)
{
    return {{"type", "object"},
            {"additionalProperties", false},
            {"required", std::move(required)},
            {"properties", std::move(properties)}};
}

Json listOf(std::string_view name, const char* what)
{
    return {{"type", "array"}, {"items", schemaNamed(name)}, {"description", what}};
}

/// The schema of a refusal.
void addRefusal(Json& schemas)
{
    const Json text = {{"type", "string"}};
    const Json number = {{"type", "integer"}};
    const Json fault = {
        {"code", text},
        {"sentence", text},
        {"field",
         {{"type", "string"}, {"description", "The field that caused the refusal, if known."}}}};
    Json refusal = fault;
    refusal["faults"] = listOf("Fault", "All faults, when there are several.");
    refusal["bad_rows"] = listOf("BadRow", "For a file: the first 1000 errors, with their places.");
    refusal["substitutes"] =
        listOf("Substitute", "For a box that is short of an item or over a cap: up to 3 "
                             "substitutes, with the new cost of the box.");
    schemas["Refusal"] = object({"code", "sentence"}, std::move(refusal));
    schemas["Fault"] = object({"code", "sentence"}, fault);
    schemas["BadRow"] = object({"line", "column", "sentence"},
                               {{"line", number}, {"column", text}, {"sentence", text}});
    schemas["Substitute"] = object({}, {{"instead_of", text},
                                        {"sku", text},
                                        {"item", text},
                                        {"units", number},
                                        {"cost", text},
                                        {"total_cost", text}});
}

/// One for each kind of row, each body, and what is in them.
Json schemas()
{
    Json all;
    for (const ApiRoute& route : apiRoutes()) {
        if (route.gives.empty()) {
            all[std::string(route.columns.name)] = rowOf(route);
        }
        if (route.isChange() && !route.takesFile()) {
            all[bodyNameOf(route)] = objectOf(saidFields(route));
        }
    }
    for (const FieldType list :
         {FieldType::Lines, FieldType::Categories, FieldType::Names, FieldType::Received}) {
        all[std::string(nameOfOne(list))] = objectOf(operations::lineFields(list));
    }
    all[std::string(nameOfOne(FieldType::Rows))] = {
        {"type", "object"}, {"additionalProperties", {{"type", {"string", "integer", "null"}}}}};
    addRefusal(all);
    return all;
}

Json components()
{
    Json all;
    all["securitySchemes"]["token"] = {
        {"type", "http"},
        {"scheme", "bearer"},
        {"description",
         "A token belongs to one store and has one or more roles of its user. A read-only token "
         "allows only the GET requests of its roles. A token may have a last day in the store's "
         "time zone. It ends when its user is disabled or loses one of the roles."}};
    all["parameters"]["dryRun"] =
        parameter("dry_run", "query", false,
                  {{"type", "string"},
                   {"enum", {"0", "1"}},
                   {"description", "1: show the result without changing anything."}});
    all["parameters"]["confirm"] =
        parameter("confirm", "query", false,
                  {{"type", "string"},
                   {"enum", {"0", "1"}},
                   {"description",
                    "1: confirms a distant day or month (date.far, month.far), or an unusual cost "
                    "(cost.unusual)."}});
    all["parameters"]["requestKey"] = parameter(
        "Idempotency-Key", "header", false,
        {{"type", "string"},
         {"description", "A text unique to this change. Repeating the request with the same key "
                         "runs the change only once. Required except for a dry run."}});
    Json refused = {{"description", "Refused or failed. Nothing was changed"}};
    refused["content"]["application/json"]["schema"] = schemaNamed("Refusal");
    all["responses"]["refused"] = std::move(refused);
    all["schemas"] = schemas();
    return all;
}

std::string describe(const std::string& base)
{
    Json all = {{"openapi", "3.1.0"}};
    all["info"] = {
        {"title", "Giftbox"},
        {"version", foundation::programVersion()},
        {"description",
         "The token determines the store. Amounts are text in the store's currency, dates "
         "are YYYY-MM-DD, months are YYYY-MM, and unknown values are null."}};
    all["servers"] = Json::array({{{"url", base + "/api/v1"}}});
    all["security"] = Json::array({{{"token", Json::array()}}});
    for (const ApiRoute& route : apiRoutes()) {
        all["paths"][std::string(route.address)][route.isChange() ? "post" : "get"] =
            operationOf(route);
    }
    all["components"] = components();
    return all.dump(1) + "\n";
}

} // namespace

const std::string& apiDescription(const std::string& base)
{
    static std::mutex mutex;
    static std::map<std::string, std::string> texts; // a server has one base path
    const std::lock_guard lock(mutex);
    std::string& text = texts[base];
    if (text.empty()) {
        text = describe(base);
    }
    return text;
}

} // namespace giftbox::web
