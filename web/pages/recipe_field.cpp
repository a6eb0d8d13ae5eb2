#include "web/pages/recipe_field.h"

#include "gifting/recipe.h"

namespace giftbox::web {

Field recipeField(std::string none)
{
    return {.name = "recipe",
            .label = "Recipe",
            .type = "select",
            .isNeeded = false,
            .options = {{"", std::move(none)}},
            .beforeShown = [](const books::ReadTransaction& tx, Field& field) {
                gifting::listRecipes(tx, [&](const gifting::Recipe& recipe) {
                    field.options.push_back({recipe.name, recipe.name + ": " + wordsOf(recipe)});
                });
            }};
}

} // namespace giftbox::web
