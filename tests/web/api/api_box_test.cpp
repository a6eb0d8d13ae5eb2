#include "tests/web/api/api_fixture.h"

namespace giftbox::web::api_box_test {
namespace {

using access::Role;

class ApiBox : public ApiFixture {
protected:
    void prepare() override
    {
        ApiFixture::prepare();
        item("CAP");
        stock("CAP", 900, "900.00", "2026-06-01");
        recipient("C-2");
        director_ = tokenOf(Role::PartsDirector);
    }
    Response box(const std::string& what, const std::string& fields)
    {
        return change("/boxes/" + what, director_, R"({"recipient":"C-2",)" + fields + "}");
    }
    std::string director_;
};

TEST_P(ApiBox, SaysWhatElseMayGoIn)
{
    for (const char* const what : {"pack", "plan"}) {
        const Response refused = box(what, R"("lines":[{"sku":"HAT","units":500}])");
        EXPECT_EQ(codeOf(refused), "stock.short");
        EXPECT_EQ(jsonOf(refused)["substitutes"],
                  Json::parse(R"([{"instead_of":"HAT","sku":"CAP","item":"Item CAP","units":500,)"
                              R"("cost":"500.00","total_cost":"500.00"}])"));
    }
    EXPECT_EQ(box("plan", R"("lines":[{"sku":"HAT"}])").status, 200);
    const Response planned =
        change("/boxes/2/pack", director_, R"({"lines":[{"sku":"HAT","units":500}]})");
    EXPECT_EQ(jsonOf(planned)["substitutes"][0]["sku"], "CAP") << planned.body;
    const Response unknown = box("pack", R"("lines":[{"sku":"HUT"}])");
    EXPECT_FALSE(jsonOf(unknown).contains("substitutes")) << unknown.body;
}

TEST_P(ApiBox, IsMadeByARecipeWhereItHasNoLines)
{
    EXPECT_EQ(change("/recipes", tokenOf(Role::Manager),
                     R"({"recipe":"Thanks","items":[{"sku":"CAP","units":2}]})")
                  .status,
              200);
    EXPECT_EQ(box("pack", R"("recipe":"Thanks")").status, 200);
    EXPECT_EQ(onShelf("CAP").units, 898);
    EXPECT_EQ(codeOf(box("pack", R"("recipe":"Thanks","lines":[{"sku":"CAP","units":2}])")),
              "recipe.or_lines");
    EXPECT_EQ(box("plan", R"("recipe":"Thanks")").status, 200);
    EXPECT_EQ(codeOf(box("pack", R"("recipe":"Thank")")), "recipe.unknown");
    EXPECT_EQ(codeOf(box("pack", R"("minutes":5)")), "box.empty");
}

GIFTBOX_ON_BOTH_ENGINES(ApiBox);

} // namespace
} // namespace giftbox::web::api_box_test
