#include "gifting/set_recipe.h"
#include "operations/table.h"
#include "reports/recipe_rows.h"

namespace giftbox::operations {

using gifting::Recipe;

namespace {

constexpr RowShape kRecipeRow{"Recipe", reports::recipeColumns};

constexpr FieldInfo kRecipe{
    .name = "recipe", .title = "Recipe", .help = "recipe name", .need = Required, .option = "NAME"};

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

void readRecipe(Call& call, const ReadTransaction& tx, RowWriter& out)
{
    const Recipe recipe =
        gifting::requireRecipe(tx, call.text("recipe"), call.maybeInteger("version"));
    reports::writeRecipeLines(tx, recipe, out);
}

void readBuildable(Call& call, const ReadTransaction& tx, RowWriter& out)
{
    const Recipe recipe = gifting::requireRecipe(tx, call.text("recipe"));
    reports::writeRecipeParts(recipe,
                              gifting::boxesBuildable(recipe, inventory::itemsAvailable(tx)), out);
}

/// The recipe that the next version is of, as `/recipes/{recipe}` answers it; no rows where there is none.
void readNewest(Call& call, const ReadTransaction& tx, RowWriter& out)
{
    if (const auto recipe = gifting::findRecipe(tx, call.text("recipe"))) {
        reports::writeRecipeLines(tx, *recipe, out);
    } else {
        out.begin(reports::recipeLineColumns());
    }
}

/// The lines of the earlier version.
void giveBackLines(const SeenRows& before, foundation::JsonBody& undo)
{
    undo.lists = {{"items", {}}, {"categories", {}}};
    for (const SeenRow& line : before) {
        const bool isItem = !line.at("sku").empty();
        const std::string what = isItem ? "sku" : "category";
        undo.lists[isItem ? "items" : "categories"].push_back(
            {{what, line.at(what)}, {"units", foundation::wholeNumber(line.at("units"), "units")}});
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
                     .help = "an item in every box, including packaging, and its units; default: 1",
                     .option = "--item"},
                    {.name = "categories",
                     .type = Categories,
                     .title = "Categories",
                     .help = "one gift item from this category and its units; default: 1",
                     .option = "--any"},
                    {.name = "minutes",
                     .type = Integer,
                     .title = "Labor minutes",
                     .help =
                         "labor per box; default: as in the previous version; empty: the store's "
                         "default",
                     .value = "MINUTES",
                     .mayBeEmptied = true}},
         .columns = kRecipeRow,
         .write = setRecipe,
         .answer = Answer::Row,
         .example = "Thanks --item BOX-M --item TISSUE:2 --any hats --any mugs --minutes 20",
         .seen = readNewest,
         .inverse = {.command = "recipe set",
                     .column = "recipe",
                     .thing = readNewest,
                     .earlier = "minutes=labor_minutes",
                     .fit = giveBackLines},
         .oneWay = "A recipe and its versions stay on record."},
        {.command = "recipe list",
         .address = "/recipes",
         .summary = "the newest version of every recipe, by name",
         .action = Action::EditRecipes,
         .columns = kRecipeRow,
         .read = readRecipes,
         .isPaged = true},
        {.command = "recipe show",
         .address = "/recipes/{recipe}",
         .summary = "show the lines of a recipe",
         .action = Action::EditRecipes,
         .fields = {kRecipe,
                    {.name = "version",
                     .type = Integer,
                     .title = "Version",
                     .help = "an older version; default: the newest",
                     .option = "VERSION"}},
         .columns = {"RecipeLine", reports::recipeLineColumns, "kind:contents|packaging"},
         .read = readRecipe,
         .example = "Thanks 1"},
        {.command = "recipe buildable",
         .address = "/recipes/{recipe}/buildable",
         .summary = "how many boxes the shelf allows; the line that limits them first",
         .action = Action::EditRecipes,
         .fields = {kRecipe},
         .columns = {"RecipePart", reports::recipePartColumns},
         .read = readBuildable,
         .example = "Thanks"}};
}

} // namespace giftbox::operations
