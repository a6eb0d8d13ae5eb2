#include "tests/web/api/api_fixture.h"
#include "web/api/api.h"

namespace giftbox::web::api_faults_test {
namespace {

class ApiFaults : public ApiFixture {};
GIFTBOX_ON_BOTH_ENGINES(ApiFaults);

TEST_P(ApiFaults, NamesTheFieldsOfAllThatIsWrongAtOnce)
{
    const std::string director = tokenOf(access::Role::PartsDirector);
    const std::string before = allRows();
    const Response one = change("/items/HUT/receive", director, R"({"units":1,"cost":"1.00"})");
    refused(one, 404, "item.unknown", before);
    EXPECT_EQ(
        Json::parse(one.body),
        Json::parse(R"({"code":"item.unknown","sentence":"There is no item HUT.","field":"sku"})"));
    const Response many =
        change("/items/HAT/receive", director, R"({"units":"x","on":"yesterday"})");
    refused(many, 422, "field.type", before);
    std::vector<std::string> faults;
    const Json body = jsonOf(many);
    for (const Json& fault : body.at("faults")) {
        faults.push_back(fault.at("field").get<std::string>() + " " +
                         fault.at("code").get<std::string>());
    }
    EXPECT_EQ(faults, (std::vector<std::string>{"units field.type", "cost field.missing",
                                                "on date.malformed"}));
}

TEST(ApiStatus, FollowsFromTheKind)
{
    const auto status = [](const std::string& code) {
        return apiError(foundation::Refusal(code)).status;
    };
    EXPECT_EQ(status("body.malformed"), 400);
    EXPECT_EQ(status("access.override"), 403);
    EXPECT_EQ(status("item.unknown"), 404);
    EXPECT_EQ(status("field.unknown"), 422);
    EXPECT_EQ(status("month.closed"), 409);
    EXPECT_EQ(status("body.type"), 415);
    EXPECT_EQ(status("database.replaced"), 503);
    EXPECT_EQ(status("plan.none"), 404);
    EXPECT_EQ(status("note.approved_already"), 409);
    EXPECT_EQ(status("stock.short"), 422);
}

} // namespace
} // namespace giftbox::web::api_faults_test
