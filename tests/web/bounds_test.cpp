#include "web/http/bounds.h"

#include "tests/web/api/api_fixture.h"
#include "web/ui/table.h"
#include "web/ui/template.h"

namespace giftbox::web::bounds_test {
namespace {

using access::Role;
using Clock = std::chrono::steady_clock;

constexpr const char* kHostile[] = {
    "from=1900-01&to=9999-12&month=9999-12&as_of=9999-12-31&on=9999-12-31",
    "from=1900-01-01&to=9999-12-31&month=1900-01&as_of=1900-01-01",
    "from=1900-01&to=1900-01&month=0001-01&as_of=0001-01-01&year=1",
    "from=9999-12&to=9999-12&month=10000-01&as_of=10000-01-01&year=9999",
    "page=9000000000000000000&before=9000000000000000000&limit=9000000000000000000&after=9",
    "page=-9223372036854775808&before=-9223372036854775808&limit=-1&after=-1",
    "page=99999999999999999999999&before=1e18&limit=0&after=x&units=9223372036854775807"};

/// Every page and call with the largest requests, for a store with years of data.
class Bounds : public ApiFixture {
protected:
    static constexpr std::chrono::milliseconds kLongest{2000};
    static constexpr std::size_t kMostBytes = 1024 * 1024;

    void prepare() override
    {
        ApiFixture::prepare();
        std::string receipts = "received_on,sku,units,total_cost,reference\n";
        std::string boxes = "box,recipient,packed_on,given_on,sku,units\n";
        for (int month = 1; month <= 12; ++month) {
            for (int year = 2021; year <= 2025; ++year) {
                const std::string begins =
                    std::to_string(year) + (month < 10 ? "-0" : "-") + std::to_string(month);
                receipts += begins + "-01,HAT,20,200.00,R-" + begins + "\n";
            }
        }
        importReceipts(receipts);
        for (int i = 0; i < 600; ++i) {
            const int month = i / 10 % 12 + 1;
            const std::string day = std::to_string(2021 + i / 120) + (month < 10 ? "-0" : "-") +
                                    std::to_string(month) + "-1" + std::to_string(i % 10);
            boxes += "B-" + std::to_string(i) + ",C-1," + day + "," + (i % 9 == 0 ? "" : day) +
                     ",HAT,1\n";
        }
        importBoxes(boxes);
    }

    static std::size_t sizeOf(const Response& response)
    {
        return response.spool ? response.spool->size() : response.body.size();
    }
    static void isBounded(const std::function<Response()>& ask)
    {
        const Clock::time_point began = Clock::now();
        const Response response = ask();
        EXPECT_LT(Clock::now() - began, kLongest);
        EXPECT_LT(sizeOf(response), kMostBytes);
        EXPECT_LT(response.status, 500) << response.body;
    }
    /// The token of a user who may open the page.
    const std::string& sessionFor(const Route& route)
    {
        const auto role = std::ranges::find_if(access::kRoles, [&](Role one) {
            return !route.action || access::may(one, *route.action);
        });
        std::string& session = sessions_[*role];
        if (session.empty()) {
            session = loggedInAs(*role);
        }
        return session;
    }
    static std::string widest(const foundation::FieldInfo& field, bool isUpper)
    {
        switch (field.type) {
        case foundation::FieldType::Integer:
            return isUpper ? "9223372036854775807" : "-9223372036854775808";
        case foundation::FieldType::Date:
            return isUpper ? "9999-12-31" : "1900-01-01";
        case foundation::FieldType::Month:
            return isUpper ? "9999-12" : "1900-01";
        case foundation::FieldType::YesNo:
            return isUpper ? "yes" : "no";
        default:
            return isUpper ? "%25" : "";
        }
    }

private:
    std::map<Role, std::string> sessions_;
};
GIFTBOX_ON_BOTH_ENGINES(Bounds);

TEST_P(Bounds, HoldOnEveryPage)
{
    for (const Route& route : routes()) {
        if (route.methods == Methods::Post) {
            continue;
        }
        for (const char* query : kHostile) {
            SCOPED_TRACE(std::string(route.pattern) + "?" + query);
            const std::string address = addressOf(route);
            const char* mark = address.find('?') == std::string::npos ? "?" : "&";
            isBounded([&] { return get(address + mark + query, sessionFor(route)); });
        }
        for (const char* part : {"9223372036854775807", "99999999999999999999", "-1", "0"}) {
            std::string path(route.pattern);
            if (const auto at = path.find("{no}"); at != std::string::npos) {
                path.replace(at, 4, part).replace(path.find("{store}"), 7, store());
                SCOPED_TRACE(path);
                isBounded([&] { return get(path, sessionFor(route)); });
            }
        }
    }
}

TEST_P(Bounds, HoldOnEveryCall)
{
    for (const ApiRoute& route : apiRoutes()) {
        if (route.read == nullptr) {
            continue;
        }
        std::string path(route.address);
        for (const auto& [part, value] : {std::pair{"{sku}", "HAT"},
                                          {"{recipient}", "C-1"},
                                          {"{no}", "9223372036854775807"},
                                          {"{recipe}", "Thanks"},
                                          {"{month}", "9999-12"}}) {
            if (const auto at = path.find(part); at != std::string::npos) {
                path.replace(at, std::string(part).size(), value);
            }
        }
        for (const bool isUpper : {false, true}) {
            std::string query = route.isPaged ? "limit=1000" : "";
            for (const foundation::FieldInfo& field : saidFields(route)) {
                const bool begins = field.name == "from";
                query += (query.empty() ? "" : "&") + std::string(field.name) + "=" +
                         widest(field, isUpper && !begins);
            }
            SCOPED_TRACE(path + "?" + query);
            isBounded([&] { return read(path + "?" + query, tokenFor(route.action)); });
        }
    }
}

TEST_P(Bounds, OfAReportAreThoseOfItsFactsWhereMoreIsAskedFor)
{
    const std::string manager = loggedInAs(Role::Manager);
    itIs("2026-06-15");
    const Response all = get(at("/report.csv?from=1900-01&to=9999-12"), manager);
    EXPECT_EQ(all.status, 200);
    const std::string csv = all.spool->read(0, 100'000);
    EXPECT_EQ(std::ranges::count(csv, '\n'), 67) << "2021-01 to 2026-06, and the names";
    EXPECT_NE(csv.find("\n2021-01,"), std::string::npos);
    EXPECT_NE(csv.find("\n2026-06,"), std::string::npos);
    const Response few = get(at("/report.csv?from=2019-01&to=2021-01"), manager);
    EXPECT_EQ(std::ranges::count(few.spool->read(0, 100'000), '\n'), 26)
        << "so many may be asked for without facts too";
    stock("HAT", 1, "10.00", "1990-01-01");
    for (const char* page : {"/report", "/report.csv", "/report.json"}) {
        const Response refused = get(at(page) + "?from=1900-01&to=9999-12", manager);
        EXPECT_EQ(refused.status, 422);
        const std::string said = isPage(refused) ? parsed(refused).text() : refused.body;
        EXPECT_NE(said.find("438 months"), std::string::npos) << said;
        EXPECT_NE(said.find("range.too_long"), std::string::npos) << said;
    }
    EXPECT_EQ(get(at("/report?from=1990-01&to=1999-12"), manager).status, 200);
}

/// Only assets may be cached by browsers and proxies.
TEST_P(Bounds, LetNoAnswerBeKeptThatIsNoAsset)
{
    const auto isNotKept = [](const Response& response) {
        EXPECT_EQ(headerOf(response, "Cache-Control"), "no-store") << response.status;
    };
    for (const Route& route : routes()) {
        SCOPED_TRACE(std::string(route.pattern));
        if (route.methods != Methods::Post) {
            isNotKept(get(addressOf(route), sessionFor(route)));
            isNotKept(get(addressOf(route)));
        }
        if (route.methods != Methods::Get && route.pattern != "/logout" &&
            !route.pattern.ends_with("/sample/add")) {
            isNotKept(post(pathOf(route), {}, sessionFor(route)));
        }
    }
    for (const ApiRoute& route : apiRoutes()) {
        SCOPED_TRACE(std::string(route.address));
        isNotKept(call({.method = std::string(methodOf(route)),
                        .path = std::string(route.address),
                        .token = tokenFor(route.action)}));
    }
    isNotKept(get("/healthz"));
    isNotKept(get("/nowhere"));
    isNotKept(get("/assets/nothing.css"));
    isNotKept(post("/healthz", {}));
    EXPECT_NE(headerOf(get("/assets/style.css"), "Cache-Control"), "no-store");
}

TEST(LongAnswers, AreNotMade)
{
    EXPECT_NO_THROW(requireShort(kLongestAnswer));
    EXPECT_EQ(tests::codeOf([] { requireShort(kLongestAnswer + 1); }), "answer.too_large");
    EXPECT_NO_THROW(requireFewBoxes(kMostPrinted));
    EXPECT_EQ(tests::codeOf([] { requireFewBoxes(kMostPrinted + 1); }), "print.too_many");
    const Template page("{{#rows}}{{text}}{{/rows}}");
    View row;
    row.text("text", std::string(kLongestAnswer / 10, 'x'));
    View view;
    view.list("rows", std::vector<View>(11, row));
    EXPECT_EQ(tests::codeOf([&] { (void)page.render(view); }), "answer.too_large");
    Table table({{"Name"}}, {});
    EXPECT_EQ(tests::codeOf([&] {
                  for (std::size_t i = 0; i <= kMostCells; ++i) {
                      table.text("x").endRow();
                  }
              }),
              "answer.too_large");
}

/// Forms that run once per key.
TEST_P(Bounds, OfAFormsKeyAreTheFormItself)
{
    const std::string key = access::newToken();
    const std::string director = loggedInAs(Role::PartsDirector);
    ASSERT_EQ(
        post(at("/boxes/pack"),
             {{"recipient", "C-1"}, {"sku", "HAT"}, {"on", "2026-06-15"}, {"request_key", key}},
             director)
            .status,
        303);
    int forms = 0;
    for (const Route& route : routes()) {
        const std::string address = addressOf(route);
        const Response page =
            route.methods == Methods::GetAndPost ? get(address, sessionFor(route)) : Response();
        if (!isPage(page)) {
            continue;
        }
        for (const tests::PageForm& form : parsed(page).forms()) {
            if (!form.action.empty() || form.isFile || fieldOf(page, "request_key").empty()) {
                continue;
            }
            SCOPED_TRACE(address);
            Fields fields;
            for (const tests::PageField& field : form.fields) {
                if (field.name == "request_key") {
                    fields.emplace_back(field.name, key);
                } else if (field.name != "form_token" && !field.name.empty()) {
                    const bool isTyped = field.type == "text" || field.type == "textarea";
                    fields.emplace_back(field.name, isTyped && field.value.empty() ? "typed by hand"
                                                                                   : field.value);
                }
            }
            const std::string before = allRows();
            const Response refused = post(address, fields, sessionFor(route));
            EXPECT_EQ(allRows(), before);
            EXPECT_NE(refused.status, 303) << headerOf(refused, "Location");
            const tests::ParsedPage shown = parsed(refused);
            forms += shown.says("This form was sent before") ? 1 : 0;
            const bool hasTyped = std::ranges::any_of(
                fields, [](const auto& field) { return field.second == "typed by hand"; });
            EXPECT_EQ(bool(shown.mentions("typed by hand")), hasTyped) << shown.text();
        }
    }
    EXPECT_GT(forms, 15);
}

} // namespace
} // namespace giftbox::web::bounds_test
