#include "gifting/buildable.h"
#include "web/pages/pages.h"
#include "web/ui/form_page.h"
#include "web/ui/list.h"
#include "web/ui/months.h"

namespace giftbox::web {

using books::ReadTransaction;
using gifting::Recipe;
using gifting::RecipePart;

namespace {

/// The name of the item that a part asks for.
std::string nameOf(const RecipePart& part, const std::vector<inventory::AvailableItem>& shelf)
{
    const inventory::AvailableItem* item = inventory::findAvailable(shelf, part.sku);
    return item == nullptr ? part.sku : item->name;
}

std::string limitOf(const RecipePart& part, const std::vector<inventory::AvailableItem>& shelf)
{
    return (part.sku.empty() ? "any " + part.category : nameOf(part, shelf)) + ": " +
           std::to_string(part.available) + " available";
}

std::vector<View> recipeTable(const RequestContext& context, const ReadTransaction& tx)
{
    const std::vector<inventory::AvailableItem> shelf = inventory::itemsAvailable(tx);
    Table table({{"Recipe"},
                 {"Version", true},
                 {"Items"},
                 {"Minutes", true},
                 {.title = "More boxes possible", .isNumber = true, .isMain = true},
                 {"Limited by"}},
                context.format);
    gifting::listRecipes(tx, [&](const Recipe& recipe) {
        const std::vector<RecipePart> parts = gifting::boxesBuildable(recipe, shelf);
        table.link(recipe.name, context.address("recipes/show?name=") + encodePercent(recipe.name))
            .number(recipe.version.version)
            .text(wordsOf(recipe))
            .number(recipe.minutes.value_or(tx.store().laborMinutes(context.today().month())))
            .number(parts.front().boxes)
            .text(limitOf(parts.front(), shelf))
            .endRow(parts.front().boxes == 0 ? "low" : "");
    });
    return listOf(context, tx, std::move(table),
                  {.place = "recipes",
                   .one = "recipe",
                   .many = "recipes",
                   .empty = context.whenEmpty("No recipes yet.", access::Action::EditRecipes,
                                              "Add a recipe.")});
}

} // namespace

Response recipesPage(RequestContext& context)
{
    return context.read([&](const ReadTransaction& tx) {
        View view;
        view.list("table", recipeTable(context, tx)).text("base", context.address());
        return context.page("recipes", "Recipes", view);
    });
}

Response recipePage(RequestContext& context)
{
    return context.read([&](const ReadTransaction& tx) {
        const Recipe recipe = gifting::requireRecipe(tx, context.query.text("name"),
                                                     maybeIntegerIn(context.query, "version"));
        const std::vector<inventory::AvailableItem> shelf = inventory::itemsAvailable(tx);
        const std::vector<RecipePart> parts = gifting::boxesBuildable(recipe, shelf);
        Table table({{"Part"},
                     {"Units per box", true},
                     {"Items", true},
                     {"Available", true},
                     {"More boxes possible", true}},
                    context.format);
        for (const RecipePart& part : parts) {
            if (part.sku.empty()) {
                table.text("any " + part.category);
            } else {
                table.named(nameOf(part, shelf), part.sku, context.itemAddress(part.sku));
            }
            table.number(part.units)
                .number(part.items)
                .number(part.available)
                .number(part.boxes)
                .endRow();
        }
        const bool isNewest = recipe.version == gifting::requireRecipe(tx, recipe.name).version;
        View view;
        view.list("table", table.views(""))
            .flag("may_pack", isNewest && context.may(access::Action::Pack))
            .text("pack", context.address("boxes/pack?recipe=") + encodePercent(recipe.name))
            .text("name", recipe.name)
            .number("version", recipe.version.version)
            .number("minutes",
                    recipe.minutes.value_or(tx.store().laborMinutes(context.today().month())))
            .number("boxes", parts.front().boxes)
            .flag("is_newest", isNewest)
            .text("next", context.address("recipes/set?name=") + encodePercent(recipe.name))
            .flag("has_earlier", recipe.version.version > 1)
            .text("earlier", context.address("recipes/show?name=") + encodePercent(recipe.name) +
                                 "&version=" + std::to_string(recipe.version.version - 1))
            .text("base", context.address());
        return context.page("recipe", recipe.name, view);
    });
}

} // namespace giftbox::web
