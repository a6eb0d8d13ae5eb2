#include "gifting/can_make.h"
#include "web/pages/pages.h"
#include "web/ui/form_page.h"
#include "web/ui/months.h"
#include "web/ui/table.h"

namespace giftbox::web {

using books::ReadTransaction;
using gifting::Recipe;
using gifting::RecipePart;

namespace {

std::string limitOf(const RecipePart& part)
{
    return (part.sku.empty() ? "any " + part.category : part.sku) + ": " +
           std::to_string(part.available) + " available";
}

std::vector<View> recipeTable(const Visit& visit, const ReadTransaction& tx)
{
    const std::vector<inventory::AvailableItem> shelf = inventory::itemsAvailable(tx);
    Table table({{"Recipe"},
                 {"Version", true},
                 {"What goes into it"},
                 {"Minutes", true},
                 {"Boxes it allows", true},
                 {"Limited by"}},
                visit.format);
    gifting::listRecipes(tx, [&](const Recipe& recipe) {
        const std::vector<RecipePart> parts = gifting::canMake(recipe, shelf);
        table.link(recipe.name, visit.address("recipes/show?name=") + encodePercent(recipe.name))
            .number(recipe.version.version)
            .text(wordsOf(recipe))
            .number(recipe.minutes.value_or(tx.store().laborMinutes(visit.today().month())))
            .number(parts.front().boxes)
            .text(limitOf(parts.front()))
            .endRow(parts.front().boxes == 0 ? "low" : "");
    });
    return table.views(
        visit.whenEmpty("There is no recipe yet.", access::Action::EditRecipes, "Make the first."));
}

} // namespace

Response recipesPage(Visit& visit)
{
    return visit.read([&](const ReadTransaction& tx) {
        View view;
        view.list("table", recipeTable(visit, tx)).text("base", visit.address());
        return visit.page("recipes", "Recipes", view);
    });
}

Response recipePage(Visit& visit)
{
    return visit.read([&](const ReadTransaction& tx) {
        const Recipe recipe = gifting::requireRecipe(tx, visit.query.text("name"),
                                                     maybeIntegerIn(visit.query, "version"));
        const std::vector<RecipePart> parts =
            gifting::canMake(recipe, inventory::itemsAvailable(tx));
        Table table({{"Part"},
                     {"Units of a box", true},
                     {"Items", true},
                     {"Available", true},
                     {"Boxes it allows", true}},
                    visit.format);
        for (const RecipePart& part : parts) {
            if (part.sku.empty()) {
                table.text("any " + part.category);
            } else {
                table.link(part.sku, visit.itemAddress(part.sku));
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
            .flag("may_pack", isNewest && visit.may(access::Action::Pack))
            .text("pack", visit.address("boxes/pack?recipe=") + encodePercent(recipe.name))
            .text("name", recipe.name)
            .number("version", recipe.version.version)
            .number("minutes",
                    recipe.minutes.value_or(tx.store().laborMinutes(visit.today().month())))
            .number("boxes", parts.front().boxes)
            .flag("is_newest", isNewest)
            .text("next", visit.address("recipes/set?name=") + encodePercent(recipe.name))
            .flag("has_earlier", recipe.version.version > 1)
            .text("earlier", visit.address("recipes/show?name=") + encodePercent(recipe.name) +
                                 "&version=" + std::to_string(recipe.version.version - 1))
            .text("base", visit.address());
        return visit.page("recipe", recipe.name, view);
    });
}

} // namespace giftbox::web
