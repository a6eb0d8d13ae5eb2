#include "gifting/set_recipe.h"
#include "reports/recipe_rows.h"
#include "web/api/api_table.h"

namespace giftbox::web {

using access::Action;
using books::ReadTransaction;
using books::WriteTransaction;
using foundation::Column;
using foundation::RowWriter;
using gifting::Recipe;
using reports::HeadCells;
using enum ApiType;

namespace {

constexpr ApiField kVersion[] = {
    {"version", Integer, false, "An older version; the newest when left out."}};
constexpr ApiField kSet[] = {
    {"recipe", Text, true, "Its name."},
    {"items", Lines, false, "Items of every box, packaging too."},
    {"categories", Categories, false, "For each line one item of its category."},
    {"minutes", Integer, false,
     "Minutes of labor; as in the version before when left out, the store's own when empty."},
    kSeen};

void readRecipes(ApiCall& call, const ReadTransaction& tx, RowWriter& out)
{
    if (call.after()) {
        call.spellAfter(gifting::requireRecipe(tx, *call.after()).name);
    }
    ApiPage page(call);
    out.begin(reports::recipeColumns());
    gifting::listRecipes(tx, [&](const Recipe& recipe) {
        if (page.takes(recipe.name, true)) {
            reports::writeRecipe(recipe, out);
        }
    });
    out.end();
    page.finish();
}

const std::vector<Column>& lineColumns() { return reports::recipeLineColumns(HeadCells::Repeated); }

void readRecipe(ApiCall& call, const ReadTransaction& tx, RowWriter& out)
{
    const Recipe recipe = gifting::requireRecipe(tx, call.part, call.maybeInteger("version"));
    reports::writeRecipeLines(tx, recipe, HeadCells::Repeated, out);
}

const std::vector<Column>& partColumns() { return reports::recipePartColumns(HeadCells::Repeated); }

void readCanMake(ApiCall& call, const ReadTransaction& tx, RowWriter& out)
{
    const Recipe recipe = gifting::requireRecipe(tx, call.part);
    reports::writeRecipeParts(recipe, gifting::canMake(recipe, inventory::itemsAvailable(tx)),
                              HeadCells::Repeated, out);
}

/// The recipe that the next version is of, as `/recipes/{recipe}` answers it; no rows where there is none.
void readNewest(ApiCall& call, const ReadTransaction& tx, RowWriter& out)
{
    if (const auto recipe = gifting::findRecipe(tx, call.text("recipe"))) {
        reports::writeRecipeLines(tx, *recipe, HeadCells::Repeated, out);
    } else {
        out.begin(lineColumns());
    }
}

void setRecipe(ApiCall& call, WriteTransaction& tx, RowWriter& out)
{
    requireSeen(call, tx, readNewest);
    const Recipe recipe = gifting::setRecipe(tx, {.name = call.text("recipe"),
                                                  .items = call.lines("items"),
                                                  .categories = call.categories("categories"),
                                                  .minutes = call.changedInteger("minutes")});
    out.begin(reports::recipeColumns());
    reports::writeRecipe(recipe, out);
    out.end();
}

const ApiRoute kRoutes[] = {{"/recipes",
                             "The newest version of every recipe, by name",
                             Action::EditRecipes,
                             {},
                             reports::recipeColumns,
                             readRecipes,
                             nullptr,
                             true},
                            {"/recipes/{recipe}", "The lines of a recipe", Action::EditRecipes,
                             kVersion, lineColumns, readRecipe},
                            {"/recipes/{recipe}/can-make",
                             "How many boxes the shelf allows; the line that limits them first",
                             Action::EditRecipes,
                             {},
                             partColumns,
                             readCanMake},
                            {"/recipes", "Make a recipe, or its next version", Action::EditRecipes,
                             kSet, reports::recipeColumns, nullptr, setRecipe}};

} // namespace

std::span<const ApiRoute> apiRecipeRoutes() { return kRoutes; }

} // namespace giftbox::web
