#include "web/recipe_field.h"

#include "gifting/recipe.h"

namespace giftbox::web {

Field recipeField(const books::ReadTransaction& tx, std::string none)
{
    Field field{.name = "recipe",
                .label = "By the recipe",
                .type = "select",
                .isNeeded = false,
                .answersTo = {"recipe."},
                .options = {{"", std::move(none)}}};
    gifting::listRecipes(tx, [&](const gifting::Recipe& recipe) {
        field.options.push_back({recipe.name, recipe.name + ": " + wordsOf(recipe)});
    });
    return field;
}

} // namespace giftbox::web
