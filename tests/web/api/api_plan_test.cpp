#include "tests/web/api/api_fixture.h"

namespace giftbox::web::api_plan_test {
namespace {

using access::Action;
using access::Role;

/// One recipient on the approved list for July, and a recipe for their box.
class ApiPlan : public ApiFixture {
protected:
    void prepare() override
    {
        ApiFixture::prepare();
        manager_ = tokenOf(Role::Manager);
        recipient("C-2");
        done(change("/recipes", manager_, R"({"recipe":"A/B & C","items":[{"sku":"HAT"}]})"));
        done(change(
            "/nominations", manager_,
            R"({"recipient":"C-2","reason":"kind","department":"parts","month":"2026-07"})"));
        done(change("/selections", manager_, R"({"recipient":"C-2","month":"2026-07"})"));
        done(change("/selections/approve", manager_, R"({"month":"2026-07"})"));
        for (const char* sku : {"PEN", "CUP"}) {
            inventory::Item one;
            one.sku = sku;
            one.name = sku;
            one.category = std::string(sku) + "s";
            one.unit = "each";
            add(one);
        }
        stock("CUP", 5, "25.00", "2026-06-01");
        cap("month.program", "100.00", budget::CapAction::Stop);
        stock("PEN", 5, "10.00", "2026-06-01");
    }
    static void done(const Response& response) { EXPECT_EQ(response.status, 200) << response.body; }
    Response propose(const std::string& key = {})
    {
        return change("/plan", manager_, R"({"month":"2026-07"})", key);
    }
    Response setBox(const Json& seen, const std::string& lines)
    {
        return change("/plan/C-2/change", manager_,
                      R"({"month":"2026-07","seen":)" + seen.dump() + ",\"lines\":" + lines + "}");
    }
    Response accept(const Json& seen)
    {
        return change("/plan/accept", manager_,
                      R"({"month":"2026-07","seen":)" + seen.dump() + "}");
    }
    Json plan() { return rowsOf(read("/plan?month=2026-07", manager_)); }
    std::string manager_;
};

TEST_P(ApiPlan, IsProposedChangedAndAccepted)
{
    refused(read("/plan?month=2026-07", manager_), 404, "plan.none", allRows());
    const Json proposed = rowsOf(propose());
    ASSERT_EQ(proposed.size(), 1U);
    EXPECT_EQ(proposed[0]["recipient"], "C-2");
    EXPECT_FALSE(proposed[0]["items"].get<std::string>().empty());
    EXPECT_EQ(proposed, plan());
    const Json changed = rowsOf(setBox(proposed[0]["seen"], R"([{"sku":"PEN","units":2}])"));
    EXPECT_EQ(changed[0]["items"], "PEN:2");
    EXPECT_TRUE(changed[0]["objective"].is_null());
    EXPECT_EQ(changed, plan());
    const std::string before = allRows();
    refused(setBox(proposed[0]["seen"], "[]"), 409, "plan.changed", before);
    refused(accept(proposed[0]["seen"]), 409, "plan.changed", before);
    const Json accepted = rowsOf(accept(changed[0]["seen"]));
    EXPECT_EQ(accepted[0]["contents_cost"], "4.00");
    EXPECT_EQ(rowsOf(read("/boxes/2", manager_))[0]["state"], "planned");
    refused(accept(changed[0]["seen"]), 404, "plan.none", allRows());
}

TEST_P(ApiPlan, LosesABoxWithoutLines)
{
    const Json proposed = rowsOf(propose());
    EXPECT_TRUE(rowsOf(setBox(proposed[0]["seen"], "[]")).empty());
    EXPECT_EQ(read("/plan?month=2026-07", manager_).status, 404);
}

TEST_P(ApiPlan, SaysTheFirstAnswerAgainWithoutLookingAnew)
{
    const Response first = propose("july");
    done(first);
    done(accept(rowsOf(first)[0]["seen"]));
    const std::string before = allRows();
    // Nobody waits for a box now, so another proposal would be refused.
    EXPECT_EQ(propose("july").body, first.body);
    EXPECT_EQ(allRows(), before);
    refused(propose(), 422, "plan.nobody", before);
}

TEST_P(ApiPlan, IsRehearsedWithoutAKeptProposal)
{
    const std::string before = allRows();
    EXPECT_EQ(
        rowsOf(change("/plan?dry_run=1", manager_, R"({"month":"2026-07","boxes":1})")).size(), 1U);
    EXPECT_EQ(allRows(), before);
}

TEST_P(ApiPlan, IsMadeByRecipesThatHaveVersions)
{
    const std::string path = "/recipes/A%2FB%20%26%20C";
    done(change("/recipes", manager_,
                R"({"recipe":"A/B & C","items":[{"sku":"HAT","units":3}],"minutes":9})"));
    EXPECT_EQ(rowsOf(read(path + "?version=1", manager_))[0]["units"], 1);
    const Json newest = rowsOf(read(path, manager_));
    EXPECT_EQ(newest[0]["version"], 2);
    EXPECT_EQ(newest[0]["units"], 3);
    const Json parts = rowsOf(read(path + "/buildable", manager_));
    EXPECT_EQ(parts[0]["available"], 8);
    EXPECT_EQ(parts[0]["boxes"], 2);
    done(change("/recipes", manager_, R"({"recipe":"Z","items":[{"sku":"PEN"}]})"));
    const Json page = jsonOf(read("/recipes?limit=1", manager_));
    EXPECT_EQ(page["next"], "A/B & C");
    const Json last = jsonOf(read("/recipes?limit=1&after=A%2FB%20%26%20C", manager_));
    EXPECT_EQ(last["rows"][0]["recipe"], "Z");
    EXPECT_TRUE(last["next"].is_null());
    const std::string before = allRows();
    refused(read("/recipes/NONE", manager_), 404, "recipe.unknown", before);
    refused(read("/recipes?after=NONE", manager_), 404, "recipe.unknown", before);
    refused(read(path + "?version=3", manager_), 404, "recipe.unknown", before);
    refused(change("/recipes", manager_, R"({"recipe":"Y"})"), 422, "recipe.empty", before);
    refused(change("/recipes", manager_, R"({"recipe":"Y","categories":[{"sku":"PEN"}]})"), 422,
            "field.unknown", before);
    refused(change("/recipes", manager_, R"({"recipe":"Y","categories":["PEN"]})"), 400,
            "body.malformed", before);
}

TEST_P(ApiPlan, NotesAreWrittenApprovedAndSigned)
{
    const std::string director = tokenOf(Role::PartsDirector);
    const std::string wording = R"({"wording":"Dear {recipient}","signers":[{"name":"Zoë, A."}]})";
    EXPECT_EQ(rowsOf(change("/templates", director, wording))[0]["wording"], "Dear {recipient}");
    const std::string month = R"({"month":"2026-06"})";
    std::string before = allRows();
    EXPECT_TRUE(rowsOf(read("/notes?month=2026-06", director))[0]["version"].is_null());
    refused(change("/notes/write", director, month), 422, "note.no_template", before);
    refused(change("/templates/9/approve", manager_, "{}"), 404, "note.template_unknown", before);
    refused(change("/templates/1/approve", director, "{}"), 403, "access.not_allowed", before);
    done(change("/templates/1/approve", manager_, "{}"));
    const Json seen = rowsOf(read("/boxes/1/note", director));
    EXPECT_TRUE(seen[0]["version"].is_null());
    EXPECT_TRUE(seen[0]["wording"].get<std::string>().starts_with("Dear "));
    before = allRows();
    refused(change("/templates/1/approve", manager_, "{}"), 409, "note.approved_already", before);
    EXPECT_EQ(rowsOf(change("/notes/write?dry_run=1", director, month)).size(), 1U);
    EXPECT_EQ(allRows(), before);
    done(change("/notes/write", director, month));
    EXPECT_EQ(rowsOf(read("/boxes/1/note", director))[0]["missing"], "Zoë, A.");
    done(change("/boxes/1/note/sign", director, R"({"signer":"Zoë, A."})"));
    refused(change("/boxes/1/note/sign", director, R"({"signer":"Zoë, A."})"), 409,
            "note.signed_already", allRows());
    EXPECT_EQ(rowsOf(read("/notes?month=2026-06", director))[0]["signed"], 1);
    refused(change("/templates", director, R"({"wording":"x","signers":[]})"), 422,
            "note.signers_malformed", allRows());
}

TEST_P(ApiPlan, TellsTheHistoryOfARecipient)
{
    const Json months = rowsOf(read("/recipients/C-1/history", manager_));
    ASSERT_EQ(months.size(), 1U);
    EXPECT_EQ(months[0]["month"], "2026-06");
    EXPECT_EQ(months[0]["total_cost"], "10.00");
    EXPECT_EQ(rowsOf(read("/recipients/C-2/history", manager_))[0]["selected"], "approved");
    refused(read("/recipients/NONE/history", manager_), 404, "recipient.unknown", allRows());
}

GIFTBOX_ON_BOTH_ENGINES(ApiPlan);

} // namespace
} // namespace giftbox::web::api_plan_test
