#include "web/api/api_description.h"

#include "books/movement_kind.h"
#include "tests/support/pictures.h"
#include "tests/support/program.h"
#include "tests/web/api/api_fixture.h"

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
            EXPECT_EQ(operation["requestBody"]["content"].contains("text/csv"), route.takesTable());
        }
        EXPECT_EQ(namesIn(operation, "query"), query);
        const auto brace = route.address.find('{');
        EXPECT_EQ(namesIn(operation, "path").size(), brace == std::string_view::npos ? 0U : 1U);
        for (const std::string& name : namesIn(operation, "path")) {
            EXPECT_NE(route.address.find("{" + name + "}"), std::string_view::npos);
        }
    }
}

struct Step {
    const char* pattern;
    const char* path;
    const char* body = nullptr; ///< null for a read
};

/// A month in which every address is used.
constexpr Step kSteps[] = {
    {"/items", "/items",
     R"({"sku":"MUG","kind":"contents","name":"Mug","category":"mugs","unit":"each","size":"M",
         "barcode":"4006381","supplier":"Cups","reorder_point":20,"par_level":30,"pack_size":6,
         "lead_time_days":3,"imprinted":"yes","bin":"A-3"})"},
    {"/items/{sku}/edit", "/items/MUG/edit",
     R"({"name":"Big mug","category":"cups","unit":"pair","size":"L","barcode":"1","supplier":"X",
         "reorder_point":5,"par_level":30,"pack_size":2,"lead_time_days":9,"imprinted":"no","bin":"",
         "seen":[{"name":"Mug","reorder_point":20}]})"},
    {"/items/{sku}/receive", "/items/MUG/receive",
     R"({"units":10,"cost":"50.00","on":"2026-06-03","reference":"R1","supplier":"Cups",
         "source":"parts_transfer"})"},
    {"/items/{sku}/write-off", "/items/MUG/write-off",
     R"({"units":8,"reason":"fell","on":"2026-06-04"})"},
    {"/items/{sku}/count", "/items/MUG/count",
     R"({"units":4,"reason":"counted","on":"2026-06-05","cost":"9.00","expected":2,"adjust":"no"})"},
    {"/items/{sku}/picture", "/items/MUG/picture", ""},
    {"/items/{sku}/picture", "/items/MUG/picture"},
    {"/items/{sku}/remove-picture", "/items/MUG/remove-picture", "{}"},
    {"/items", "/items", R"({"sku":"OLD","kind":"packaging","name":"Old box"})"},
    {"/items/{sku}/retire", "/items/OLD/retire", "{}"},
    {"/items/{sku}/unretire", "/items/OLD/unretire", "{}"},
    {"/items/{sku}/receive", "/items/OLD/receive",
     R"({"units":2,"cost":"1.00","on":"2026-06-04"})"},
    {"/lots/{no}/correct", "/lots/4/correct",
     R"({"units":7,"cost":"50.00","supplier":"Acme & Co","reference":"INV-99","reason":"misread"})"},
    {"/lots/{no}/reverse", "/lots/4/reverse", R"({"reason":"entered twice"})"},
    {"/recipients", "/recipients",
     R"({"recipient":"C-2","name":"Zoë","group":"fleet","kind":"business","household":"H",
         "sizes":"hat=M","preferences":"golf","do_not_gift":"no","note":"calls ahead"})"},
    {"/recipients/{recipient}/edit", "/recipients/C-2/edit",
     R"({"name":"Zoé","group":"parts","kind":"person","household":"","sizes":"hat=L",
         "preferences":"golf,hat","do_not_gift":"no","note":"",
         "seen":[{"name":"Zoë"}]})"},
    {"/nominations", "/nominations",
     R"({"recipient":"C-2","reason":"laughs","department":"parts","month":"2026-06"})"},
    {"/nominations", "/nominations", R"({"recipient":"C-1","reason":"kind","department":"parts"})"},
    {"/nominations/{no}/withdraw", "/nominations/2/withdraw", R"({"reason":"twice"})"},
    {"/nominations", "/nominations",
     R"({"recipient":"C-1","reason":"kind","department":"parts","month":"2026-07"})"},
    {"/nominations/{no}/decline", "/nominations/3/decline", R"({"reason":"had one"})"},
    {"/selections", "/selections", R"({"recipient":"C-2","month":"2026-06"})"},
    {"/selections/{recipient}/remove", "/selections/C-2/remove",
     R"({"month":"2026-06","reason":"away"})"},
    {"/selections", "/selections",
     R"({"recipient":"C-2","month":"2026-06","exception_reason":"no need"})"},
    {"/selections/approve", "/selections/approve",
     R"({"month":"2026-06","seen":[{"recipient":"C-2","listed":"selected"}]})"},
    {"/selections", "/selections?month=2026-06"},
    {"/budget", "/budget",
     R"({"cap":"box.total","amount":"15.00","from":"2026-06","action":"stop","reason":"agreed",
         "seen":[{"cap":"box.total","amount":null},{"cap":"box.contents"},{"cap":"month.program"},
         {"cap":"month.restock"}]})"},
    {"/boxes/pack", "/boxes/pack",
     R"({"recipient":"C-2","lines":[{"sku":"HAT","units":1},{"sku":"MUG"}],"minutes":6,
         "on":"2026-06-10","override":"a friend"})"},
    {"/boxes/{no}/give", "/boxes/2/give", R"({"on":"2026-06-11","override":"a friend"})"},
    {"/boxes/plan", "/boxes/plan",
     R"({"recipient":"C-1","lines":[{"sku":"HAT"}],"minutes":2,"month":"2026-06",
         "override":"a friend"})"},
    {"/boxes/{no}/pack", "/boxes/3/pack",
     R"({"lines":[{"sku":"MUG"}],"minutes":3,"on":"2026-06-12","override":"a friend"})"},
    {"/boxes/{no}/unpack", "/boxes/3/unpack", R"({"reason":"mistake","on":"2026-06-13"})"},
    {"/boxes/plan", "/boxes/plan", R"({"recipient":"C-1","lines":[{"sku":"HAT"}]})"},
    {"/boxes/{no}/cancel", "/boxes/4/cancel", R"({"reason":"away"})"},
    {"/boxes/plan", "/boxes/plan", R"({"recipient":"C-1","lines":[{"sku":"HAT"}]})"},
    {"/imports/{kind}", "/imports/items?ignored=color",
     "sku,name,kind,category,unit,color\nPEN,Pen,contents,pens,each,red\n"},
    {"/imports/{kind}", "/imports/items", "sku,name,kind\nCAP,Cap,contents\n"},
    {"/imports/{no}/undo", "/imports/2/undo", R"({"reason":"wrong file"})"},
    {"/imports", "/imports"},
    {"/items/{sku}/receive", "/items/PEN/receive", R"({"units":5,"cost":"5.00"})"},
    {"/recipes", "/recipes",
     R"({"recipe":"Thanks","items":[],"categories":[{"category":"pens","units":1}],
         "minutes":5,"seen":[]})"},
    {"/nominations", "/nominations",
     R"({"recipient":"C-2","reason":"laughs","department":"parts","month":"2026-07"})"},
    {"/selections", "/selections",
     R"({"recipient":"C-2","month":"2026-07","exception_reason":"a friend of the house"})"},
    {"/selections/approve", "/selections/approve", R"({"month":"2026-07"})"},
    {"/plan", "/plan", R"({"month":"2026-07","boxes":1,"recipe":"Thanks"})"},
    {"/plan/{recipient}/change", "/plan/C-2/change",
     R"({"month":"2026-07","seen":0,"lines":[{"sku":"MUG"}]})"},
    {"/plan", "/plan?month=2026-07"},
    {"/plan/accept", "/plan/accept", R"({"month":"2026-07","seen":0})"},
    {"/boxes/pack", "/boxes/pack", R"({"recipient":"C-1","recipe":"Thanks"})"},
    {"/boxes/plan", "/boxes/plan", R"({"recipient":"C-1","recipe":"Thanks"})"},
    {"/templates", "/templates",
     R"({"wording":"Dear {recipient}, thank you.","signers":[{"name":"Ann"},{"name":"Bo"}],
         "seen":[]})"},
    {"/templates/{no}/approve", "/templates/1/approve", "{}"},
    {"/notes/write", "/notes/write", R"({"month":"2026-06","size":"5x7in"})"},
    {"/boxes/{no}/note/sign", "/boxes/2/note/sign", R"({"signer":"Ann"})"},
    {"/months/{month}/close", "/months/2026-05/close", R"({"with_empty":"no"})"},
    {"/nominations", "/nominations",
     R"({"new_name":"Pat","kind":"person","note":"the red van","reason":"sings",
         "department":"parts"})"},
    {"/nominations", "/nominations", R"({"new_name":"Sam","reason":"sings","department":"parts"})"},
    {"/recipients/{recipient}/confirm", "/recipients/NEW-3/confirm", R"({"code":"C-3"})"},
    {"/recipients", "/recipients?unconfirmed=yes"},
    {"/recipients/{recipient}/confirm", "/recipients/NEW-4/confirm", R"({"same_as":"C-3"})"},
    {"/stock", "/stock?low=no&as_of=2026-06-14&limit=1&after=HAT"},
    {"/restock", "/restock"},
    {"/items", "/items?category=cups"},
    {"/items/{sku}", "/items/MUG"},
    {"/items/{sku}/lots", "/items/MUG/lots"},
    {"/items/{sku}/movements", "/items/MUG/movements"},
    {"/movements", "/movements"},
    {"/recipients", "/recipients"},
    {"/recipients/{recipient}", "/recipients/C-2"},
    {"/recipients/{recipient}/history", "/recipients/C-2/history"},
    {"/recipients/{recipient}/boxes", "/recipients/C-2/boxes"},
    {"/recipes", "/recipes"},
    {"/recipes/{recipe}", "/recipes/Thanks?version=1"},
    {"/recipes/{recipe}/buildable", "/recipes/Thanks/buildable"},
    {"/notes", "/notes?month=2026-06"},
    {"/boxes/{no}/note", "/boxes/2/note"},
    {"/boxes/{no}/note", "/boxes/6/note"},
    {"/templates", "/templates"},
    {"/nominations", "/nominations?month=2026-06&state=withdrawn"},
    {"/boxes", "/boxes?month=2026-06&state=given"},
    {"/boxes/{no}", "/boxes/2"},
    {"/boxes/{no}", "/boxes/4"},
    {"/boxes/{no}", "/boxes/5"},
    {"/budget", "/budget?month=2026-06"},
    {"/budget/history", "/budget/history"},
    {"/find", "/find?words=HAT&kind=item&most=3"},
    {"/report", "/report?from=2026-06&to=2026-06"},
    {"/report/story", "/report/story?month=2026-06"},
    {"/report/nominations", "/report/nominations?from=2026-06&to=2026-07"},
    {"/report/exceptions", "/report/exceptions?month=2026-06"},
    {"/events", "/events?actor=ann&action=stock."},
    {"/settings", "/settings",
     R"({"labor_rate":"26.00","labor_minutes":20,"minimum_gift_interval":3,"from":"2026-07",
         "reason":"wages of July","locale":"en-US","time_zone":"America/New_York",
         "time_zone_from":"2026-07-01","seen":[{"minimum_gift_interval":6}]})"},
    {"/settings", "/settings"},
    {"/settings/history", "/settings/history"},
    {"/users", "/users"},
    {"/tokens", "/tokens"},
};

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
            std::string_view(step.body).find("override") != std::string_view::npos;
        Response response =
            call({.method = "POST",
                  .path = step.path,
                  .token = tokenFor(overrides ? access::Action::Override : route.action),
                  .body = isPicture(route.takes) ? tests::png() : withSeen(step.body),
                  .type = route.takesTable()  ? "text/csv"
                          : route.takesFile() ? "image/png"
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
