#include "gifting/set_recipe.h"
#include "operations/call.h"
#include "reports/recipe_rows.h"

namespace giftbox::operations {

using access::Action;
using books::ReadTransaction;
using books::WriteTransaction;
using foundation::Column;
using foundation::FieldInfo;
using foundation::RowWriter;
using gifting::Recipe;
using reports::HeadCells;
using enum foundation::FieldType;
using enum foundation::Need;

namespace {

constexpr FieldInfo kRecipe{.name = "recipe",
                            .title = "Recipe",
                            .help = "the recipe's name",
                            .need = Required,
                            .option = "NAME"};

void readRecipes(Call& call, const ReadTransaction& tx, RowWriter& out)
{
    if (call.after()) {
        call.spellAfter(gifting::requireRecipe(tx, *call.after()).name);
    }
    Page page(call);
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

void readRecipe(Call& call, const ReadTransaction& tx, RowWriter& out)
{
    const Recipe recipe =
        gifting::requireRecipe(tx, call.text("recipe"), call.maybeInteger("version"));
    reports::writeRecipeLines(tx, recipe, HeadCells::Repeated, out);
}

const std::vector<Column>& partColumns() { return reports::recipePartColumns(HeadCells::Repeated); }

void readBuildable(Call& call, const ReadTransaction& tx, RowWriter& out)
{
    const Recipe recipe = gifting::requireRecipe(tx, call.text("recipe"));
    reports::writeRecipeParts(recipe,
                              gifting::boxesBuildable(recipe, inventory::itemsAvailable(tx)),
                              HeadCells::Repeated, out);
}

/// The recipe that the next version is of, as `/recipes/{recipe}` answers it; no rows where there is none.
void readNewest(Call& call, const ReadTransaction& tx, RowWriter& out)
{
    if (const auto recipe = gifting::findRecipe(tx, call.text("recipe"))) {
        reports::writeRecipeLines(tx, *recipe, HeadCells::Repeated, out);
    } else {
        out.begin(lineColumns());
    }
}

void setRecipe(Call& call, WriteTransaction& tx, RowWriter& out)
{
    const Recipe recipe = gifting::setRecipe(tx, {.name = call.text("recipe"),
                                                  .items = call.lines("items"),
                                                  .categories = call.categories("categories"),
                                                  .minutes = call.changedInteger("minutes")});
    writeRow(out, reports::recipeColumns(), [&] { reports::writeRecipe(recipe, out); });
}

} // namespace

std::vector<Operation> recipeOperations()
{
    return {
        {.command = "recipe set",
         .address = "/recipes",
         .summary = "make a recipe, or its next version",
         .action = Action::EditRecipes,
         .fields = {kRecipe,
                    {.name = "items",
                     .type = Lines,
                     .title = "Items",
                     .help = "an item of every box and how many, 1 when left out; packaging too",
                     .option = "--item"},
                    {.name = "categories",
                     .type = Categories,
                     .title = "Categories",
                     .help = "one item of contents of this category and how many, 1 when left out",
                     .option = "--any"},
                    {.name = "minutes",
                     .type = Integer,
                     .title = "Minutes",
                     .help = "labor of a box; as in the version before when left out, the store's "
                             "own when empty",
                     .value = "MINUTES",
                     .mayBeEmptied = true}},
         .columns = reports::recipeColumns,
         .write = setRecipe,
         .answer = Answer::Row,
         .example = "Thanks --item BOX-M --item TISSUE:2 --any hats --any mugs --minutes 20",
         .seen = readNewest},
        {.command = "recipe list",
         .address = "/recipes",
         .summary = "the newest version of every recipe, by name",
         .action = Action::EditRecipes,
         .columns = reports::recipeColumns,
         .read = readRecipes,
         .isPaged = true},
        {.address = "/recipes/{recipe}",
         .summary = "the lines of a recipe",
         .action = Action::EditRecipes,
         .fields = {kRecipe,
                    {.name = "version",
                     .type = Integer,
                     .title = "Version",
                     .help = "an older version; the newest when left out"}},
         .columns = lineColumns,
         .read = readRecipe},
        {.address = "/recipes/{recipe}/buildable",
         .summary = "how many boxes the shelf allows; the line that limits them first",
         .action = Action::EditRecipes,
         .fields = {kRecipe},
         .columns = partColumns,
         .read = readBuildable}};
}

} // namespace giftbox::operations
