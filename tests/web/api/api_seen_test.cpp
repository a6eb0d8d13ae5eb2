#include "tests/web/api/api_fixture.h"

namespace giftbox::web::api_seen_test {
namespace {

using access::Role;

/// Programs that change the same data as others.
class ApiSeen : public ApiFixture {
protected:
    void prepare() override
    {
        ApiFixture::prepare();
        director_ = tokenOf(Role::PartsDirector);
        manager_ = tokenOf(Role::Manager);
    }
    Json hat() { return rowsOf(read("/items/HAT", director_))[0]; }
    Response editHat(const std::string& body, const std::string& key = {})
    {
        return change("/items/HAT/edit", director_, body, key);
    }
    std::string director_;
    std::string manager_;
};

TEST_P(ApiSeen, NullAndNothingEmptyAFieldAndAnAbsentOneStays)
{
    EXPECT_EQ(editHat(R"({"category":"hats","size":"L","reorder_point":2,"par_level":9,
                          "lead_time_days":4,"pack_size":3,"imprinted":"yes"})")
                  .status,
              200);
    EXPECT_EQ(editHat(R"({"size":null,"reorder_point":null,"lead_time_days":"","pack_size":null,
                          "imprinted":null})")
                  .status,
              200);
    const Json now = hat();
    EXPECT_EQ(now["size"], "");
    EXPECT_TRUE(now["reorder_point"].is_null());
    EXPECT_TRUE(now["lead_time_days"].is_null());
    EXPECT_EQ(now["pack_size"], 1);
    EXPECT_EQ(now["par_level"], 9);
    EXPECT_EQ(now["category"], "hats");
    const std::string before = allRows();
    refused(editHat(R"({"name":null})"), 422, "text.missing", before);
    refused(editHat(R"({"par_level":"9"})"), 422, "field.type", before);
    const std::string administrator = tokenOf(Role::Administrator);
    const std::string settled = allRows();
    refused(change("/settings", administrator,
                   R"({"minimum_gift_interval":null,"from":"2026-06","reason":"as agreed"})"),
            422, "store.setting", settled);
}

TEST_P(ApiSeen, WordsOfARecipientAreEmptied)
{
    const auto edit = [&](const std::string& body) {
        return rowsOf(change("/recipients/C-1/edit", manager_, body))[0];
    };
    edit(
        R"({"kind":"business","household":"H","sizes":"hat=L","preferences":"golf","do_not_gift":"yes"})");
    const Json now =
        edit(R"({"kind":null,"household":"","sizes":null,"preferences":"","do_not_gift":null})");
    EXPECT_EQ(now["kind"], "person");
    for (const char* word : {"household", "sizes", "preferences"}) {
        EXPECT_EQ(now[word], "") << word;
    }
    EXPECT_NE(now["do_not_gift"], "1");
}

TEST_P(ApiSeen, AnEditThatChangesNothingIsDoneAndSaysSo)
{
    const std::string before = allRows();
    const Response done = change("/items/HAT/edit?dry_run=1", director_, R"({"pack_size":1})");
    EXPECT_EQ(jsonOf(done)["unchanged"], true) << done.body;
    EXPECT_EQ(allRows(), before);
    const Response first = editHat(R"({"pack_size":1})", "k");
    EXPECT_EQ(first.status, 200);
    edit("HAT", {{"pack_size", "6"}});
    EXPECT_EQ(editHat(R"({"pack_size":1})", "k").body, first.body) << "said once more";
    EXPECT_EQ(hat()["pack_size"], 6) << "and not done";
    EXPECT_FALSE(jsonOf(editHat(R"({"pack_size":1})")).contains("unchanged"));
}

TEST_P(ApiSeen, AnEditOfWhatHasChangedSinceIsRefusedWithBothValues)
{
    const std::string seen = hat().dump();
    edit("HAT", {{"supplier", "Harbor"}, {"reorder_point", "5"}});
    const std::string before = allRows();
    const Response late = editHat(R"({"name":"Warm hat","seen":[)" + seen + "]}");
    refused(late, 409, "seen.changed", before);
    const std::string sentence = jsonOf(late)["sentence"];
    EXPECT_NE(sentence.find("reorder_point was empty and is \"5\"; supplier was empty and is "
                            "\"Harbor\""),
              std::string::npos)
        << sentence;
    refused(editHat(R"({"name":"Warm hat","seen":[{"reorder_point":null}]})"), 409, "seen.changed",
            before);
    refused(editHat(R"({"name":"Warm hat","seen":[{"colour":"x"}]})"), 422, "field.unknown",
            before);
    refused(editHat(R"({"name":"Warm hat","seen":"x"})"), 422, "field.type", before);
    EXPECT_EQ(editHat(R"({"name":"Warm hat","seen":[{"reorder_point":5}]})").status, 200);
}

TEST_P(ApiSeen, ACorrectionOfAReceiptSaysWhatItSaw)
{
    const auto correct = [&](const std::string& body) {
        return change("/lots/1/correct", director_, "{\"reason\":\"misread\"," + body + "}");
    };
    const auto seen = [](const std::string& units) {
        return R"("seen":[{"lot":1,"sku":"HAT","units":)" + units + R"(,"reversed_on":null}])";
    };
    EXPECT_EQ(correct(R"("units":12,)" + seen("9")).status, 200);
    const std::string before = allRows();
    const Response late = correct(R"("units":11,)" + seen("9"));
    refused(late, 409, "seen.changed", before);
    EXPECT_NE(late.body.find(R"(units was \"9\" and is \"12\")"), std::string::npos) << late.body;
    refused(correct(R"("units":11,"seen":[{"supplier":"Harbor"}])"), 409, "seen.changed", before);
    refused(correct(R"("units":11,"seen":[{"colour":"x"}])"), 422, "field.unknown", before);
    EXPECT_EQ(correct(R"("units":11,)" + seen("12")).status, 200);
    EXPECT_EQ(correct(R"("units":10)").status, 200) << "who does not ask is not guarded";
}

TEST_P(ApiSeen, WhatIsMadeIsToBeNew)
{
    const auto make = [&](const std::string& units, const std::string& seen) {
        return change("/recipes", manager_,
                      R"({"recipe":"Thanks","items":[{"sku":"HAT","units":)" + units +
                          "}],\"seen\":" + seen + "}");
    };
    EXPECT_EQ(make("1", "[]").status, 200);
    refused(make("2", "[]"), 409, "seen.changed", allRows());
    EXPECT_EQ(make("2", R"([{"sku":"HAT","units":1}])").status, 200);
}

TEST_P(ApiSeen, ACountSaysWhatItExpected)
{
    const auto count = [&](const std::string& more) {
        return change("/items/HAT/count", director_,
                      R"({"units":8,"reason":"weekly count")" + more + "}");
    };
    pack("C-1", {{"HAT", 2}}, "2026-06-15");
    const std::string before = allRows();
    const Response late = count(R"(,"expected":8)");
    refused(late, 409, "count.overtaken", before);
    EXPECT_NE(late.body.find("2 issued to box 2"), std::string::npos) << late.body;
    EXPECT_EQ(rowsOf(count(R"(,"expected":8,"adjust":"yes")"))[0]["units_now"], 6);
    EXPECT_EQ(rowsOf(count(R"(,"expected":null)"))[0]["units_now"], 8) << "as if it was not said";
}

GIFTBOX_ON_BOTH_ENGINES(ApiSeen);

} // namespace
} // namespace giftbox::web::api_seen_test
