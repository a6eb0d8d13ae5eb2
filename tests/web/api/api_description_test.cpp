#include "web/api/api_description.h"

#include "books/movement_kind.h"
#include "tests/support/pictures.h"
#include "tests/support/program.h"
#include "tests/web/api/api_fixture.h"
#include "tests/web/api/month_of_calls.h"

#include <set>

namespace giftbox::web::api_description_test {
namespace {

const Json& operationOf(const ApiRoute& route)
{
    return description()["paths"][std::string(route.address)]
                        [route.read != nullptr ? "get" : "post"];
}

std::set<std::string> namesIn(const Json& operation, const std::string& in)
{
    std::set<std::string> names;
    for (const Json& one : operation["parameters"]) {
        const Json& parameter = resolved(one);
        if (parameter["in"] == in) {
            EXPECT_TRUE(names.insert(parameter["name"]).second) << parameter;
        }
    }
    return names;
}

const Json& bodyOf(const Json& operation)
{
    return resolved(operation["requestBody"]["content"].begin().value()["schema"]);
}

const Json& rowOf(const Json& operation)
{
    return resolved(operation["responses"]["200"]["content"]["application/json"]["schema"]
                             ["properties"]["rows"]["items"]);
}

void expectSchema(const Json& reference)
{
    const Json& schema = resolved(reference);
    ASSERT_TRUE(schema.contains("type")) << schema;
    if (schema["type"] == "array") {
        expectSchema(schema["items"]);
    }
    if (schema.contains("properties")) {
        for (const auto& [name, property] : schema["properties"].items()) {
            expectSchema(property);
        }
        for (const Json& name : schema.value("required", Json::array())) {
            EXPECT_TRUE(schema["properties"].contains(name)) << name;
        }
    }
}

TEST(ApiDescription, HasWhatOpenApiRequires)
{
    EXPECT_EQ(description()["openapi"], "3.1.0");
    EXPECT_TRUE(description()["info"]["title"].is_string());
    EXPECT_TRUE(description()["info"]["version"].is_string());
    EXPECT_EQ(resolved({{"$ref", "#/components/securitySchemes/token"}})["scheme"], "bearer");
    std::set<std::string> ids;
    for (const auto& [path, methods] : description()["paths"].items()) {
        EXPECT_TRUE(path.starts_with("/"));
        for (const auto& [method, operation] : methods.items()) {
            SCOPED_TRACE(method + " " + path);
            EXPECT_TRUE(ids.insert(operation["operationId"]).second);
            EXPECT_FALSE(operation["summary"].get<std::string>().empty());
            for (const Json& one : operation["parameters"]) {
                const Json& parameter = resolved(one);
                expectSchema(parameter["schema"]);
                EXPECT_FALSE(parameter["description"] == "" && parameter["in"] != "path");
                EXPECT_TRUE(parameter["in"] != "path" || parameter["required"] == true);
            }
            if (operation.contains("requestBody")) {
                expectSchema(bodyOf(operation));
            }
            for (const auto& [status, one] : operation["responses"].items()) {
                EXPECT_TRUE(resolved(one)["description"].is_string()) << status;
                expectSchema(resolved(one)["content"].begin().value()["schema"]);
            }
        }
    }
}

TEST(ApiDescription, NamesEachKindOfRowOnce)
{
    std::map<std::string_view, operations::Columns> columns;
    for (const ApiRoute& route : apiRoutes()) {
        SCOPED_TRACE(std::string(route.address));
        if (!route.gives.empty()) {
            continue;
        }
        EXPECT_FALSE(route.columns.name.empty());
        const auto [known, isNew] = columns.emplace(route.columns.name, route.columns.columns);
        EXPECT_EQ(known->second, route.columns.columns) << known->first;
    }
    std::set<operations::Columns> distinct;
    for (const auto& [name, one] : columns) {
        EXPECT_TRUE(distinct.insert(one).second) << name << " has a second name";
    }
}

TEST(ApiDescription, SaysTheFormatsChoicesAndBoundsOfColumns)
{
    const auto column = [](const char* row, const char* name) {
        return description()["components"]["schemas"][row]["properties"][name];
    };
    EXPECT_EQ(column("Item", "kind")["enum"], Json::parse(R"(["contents","packaging"])"));
    EXPECT_EQ(column("Item", "retired")["enum"], Json::parse(R"(["yes","no"])"));
    EXPECT_EQ(column("Item", "pack_size")["minimum"], 1);
    EXPECT_EQ(column("Item", "pack_size")["format"], "int64");
    EXPECT_EQ(column("Box", "box")["minimum"], 1);
    EXPECT_EQ(column("Box", "state")["enum"].size(), 5U);
    EXPECT_EQ(column("Box", "packed_on")["format"], "date");
    EXPECT_EQ(column("Box", "packed_on")["type"], Json::parse(R"(["string","null"])"));
    EXPECT_EQ(column("Box", "month")["pattern"], "^[0-9]{4}-[0-9]{2}$");
    EXPECT_EQ(column("Event", "recorded_at")["format"], "date-time");
    EXPECT_EQ(column("Candidate", "listed")["enum"],
              Json::parse(R"(["selected","approved",null])"));
    std::vector<std::string> kinds;
    for (const books::MovementRule& rule : books::kMovementRules) {
        kinds.emplace_back(rule.text);
    }
    EXPECT_EQ(column("Movement", "kind")["enum"], kinds);
}

TEST(ApiDescription, ChoicesAreOfColumnsThatThereAre)
{
    for (const ApiRoute& route : apiRoutes()) {
        std::string_view rest = route.columns.choices;
        while (!rest.empty()) {
            const std::string_view one = rest.substr(0, rest.find(' '));
            const auto& columns = route.columns();
            EXPECT_NE(
                std::ranges::find(columns, one.substr(0, one.find(':')), &foundation::Column::name),
                columns.end())
                << route.address << ": " << one;
            rest.remove_prefix(std::min(one.size() + 1, rest.size()));
        }
    }
}

TEST(ApiDescription, SaysWhatAnAnswerIsNot)
{
    const Json box = {{"box", nullptr}, {"version", 1}, {"signers", 2}, {"not_written", nullptr}};
    const auto wrong = [](const Json& row, const std::string& more = "") {
        return otherwiseThanDescribed("POST", "/notes/write", 200,
                                      R"({"rows":[)" + row.dump() + "]" + more + "}");
    };
    EXPECT_EQ(wrong(box), R"(/rows/0/box is null, not "integer")");
    EXPECT_EQ(wrong({{"box", 1}}), "/rows/0 has no version");
    const Json whole = {{"box", 1}, {"version", 1}, {"signers", 2}, {"not_written", nullptr}};
    EXPECT_EQ(wrong(whole), "");
    EXPECT_EQ(wrong(whole, R"(,"next":null)"), " has next, which is not described");
    EXPECT_EQ(wrong({{"box", 0}, {"version", 1}, {"signers", 2}, {"not_written", nullptr}}),
              "/rows/0/box is 0, out of bounds");
    EXPECT_EQ(otherwiseThanDescribed("POST", "/notes/write", 404, R"({"code":"x"})"),
              " has no sentence");
}

TEST(ApiDescription, HasEveryRouteAndNoOther)
{
    std::size_t described = 0;
    for (const auto& [path, methods] : description()["paths"].items()) {
        described += methods.size();
    }
    EXPECT_EQ(described, apiRoutes().size());
    for (const ApiRoute& route : apiRoutes()) {
        SCOPED_TRACE(std::string(route.address));
        EXPECT_NE(route.read == nullptr, route.write == nullptr);
        const Json& operation = operationOf(route);
        ASSERT_TRUE(operation.is_object());
        std::set<std::string> query;
        std::set<std::string> body;
        for (const foundation::FieldInfo& field : saidFields(route)) {
            (saysInQuery(route) ? query : body).insert(std::string(field.name));
        }
        if (route.isPaged) {
            query.insert({"limit", "after"});
        }
        if (route.write != nullptr) {
            query.insert({"dry_run", "confirm"});
            EXPECT_EQ(namesIn(operation, "header"), std::set<std::string>{"Idempotency-Key"});
            std::set<std::string> names;
            const Json said = bodyOf(operation).value("properties", Json::object());
            for (const auto& [name, schema] : said.items()) {
                names.insert(name);
            }
            EXPECT_EQ(names, body);
            EXPECT_EQ(operation["requestBody"]["content"].contains("text/csv"),
                      route.takes.find("text/csv") != std::string_view::npos);
        }
        EXPECT_EQ(namesIn(operation, "query"), query);
        const auto brace = route.address.find('{');
        EXPECT_EQ(namesIn(operation, "path").size(), brace == std::string_view::npos ? 0U : 1U);
        for (const std::string& name : namesIn(operation, "path")) {
            EXPECT_NE(route.address.find("{" + name + "}"), std::string_view::npos);
        }
    }
}

class ApiDescribed : public ApiFixture {
protected:
    static const ApiRoute& routeOf(const Step& step)
    {
        const auto found = std::ranges::find_if(apiRoutes(), [&](const ApiRoute& route) {
            return route.address == step.pattern &&
                   (route.write != nullptr) == (step.body != nullptr);
        });
        EXPECT_NE(found, apiRoutes().end()) << step.pattern;
        return *found;
    }
    /// A user with every right that the story needs.
    Response play(const Step& step)
    {
        const ApiRoute& route = routeOf(step);
        if (step.body == nullptr) {
            return read(step.path, tokenFor(route.action));
        }
        const bool overrides =
            std::string_view(step.body).find("override") != std::string_view::npos ||
            step.pattern == std::string_view("/nominations/{no}/reopen"); // of a declined one
        Response response =
            call({.method = "POST",
                  .path = step.path,
                  .token = tokenFor(overrides ? access::Action::Override : route.action),
                  .body = isPicture(route.takes) ? tests::png() : withSeen(step.body),
                  .type = isPicture(route.takes) ? "image/png"
                          : route.takesFile()    ? "text/csv"
                                                 : "application/json"});
        const Json rows = jsonOf(response).value("rows", Json::array());
        if (!rows.empty() && rows[0].contains("seen")) {
            seen_ = rows[0]["seen"].dump();
        }
        return response;
    }

    static bool isPicture(std::string_view types) { return types.starts_with("image/"); }

private:
    /// 0 stands for the event of the proposal.
    std::string withSeen(std::string body) const
    {
        const std::string mark = "\"seen\":0";
        const auto at = body.find(mark);
        return at == std::string::npos ? body : body.replace(at, mark.size(), "\"seen\":" + seen_);
    }
    std::string seen_;
};

TEST_P(ApiDescribed, AnswersTheColumnsThatAreDescribedAndTakesEveryField)
{
    raw().execute("DELETE FROM legal_entity WHERE code = 'STORY'"); // stores share it
    std::set<const ApiRoute*> seen;
    std::map<const ApiRoute*, std::set<std::string>> said;
    for (const Step& step : kSteps) {
        SCOPED_TRACE(step.path);
        const ApiRoute& route = routeOf(step);
        seen.insert(&route);
        const Response response = play(step);
        if (isPicture(route.gives)) {
            EXPECT_EQ(response.body, tests::png());
            continue;
        }
        if (response.spool != nullptr) { // a file of any length
            EXPECT_EQ(response.spool->read(0, 2), "PK");
            continue;
        }
        if (!route.gives.empty()) {
            EXPECT_EQ(response.body.starts_with("%PDF"), route.gives == "application/pdf")
                << response.body;
            continue;
        }
        const Json rows = rowsOf(response);
        std::vector<std::string> described;
        for (const auto& [name, schema] : rowOf(operationOf(route))["properties"].items()) {
            described.push_back(name);
        }
        const bool mayBeEmpty = route.address == "/events";
        EXPECT_TRUE(mayBeEmpty || !rows.empty()) << response.body;
        for (const Json& row : rows) {
            std::vector<std::string> answered;
            for (const auto& [name, value] : row.items()) {
                answered.push_back(name);
            }
            EXPECT_EQ(answered, described);
        }
        EXPECT_EQ(jsonOf(response).contains("next"), route.isPaged);
        if (step.body != nullptr && !route.takesFile()) {
            const Json body = Json::parse(step.body);
            EXPECT_EQ(otherwiseThan(bodyOf(operationOf(route)), body), "");
            for (const auto& [name, value] : body.items()) {
                said[&route].insert(name);
            }
        }
    }
    for (const ApiRoute& route : apiRoutes()) {
        EXPECT_TRUE(seen.contains(&route)) << route.address << " is not in the story";
        for (const foundation::FieldInfo& field : saidFields(route)) {
            EXPECT_TRUE(saysInQuery(route) || said[&route].contains(std::string(field.name)))
                << route.address << " is not told " << field.name;
        }
    }
}

GIFTBOX_ON_BOTH_ENGINES(ApiDescribed);

} // namespace
} // namespace giftbox::web::api_description_test
