#include "cli/substitutes.h"

namespace giftbox::cli {

gifting::RecipeUse recipeUse(const Context& context)
{
    return {.name = context.arguments().text("--recipe"),
            .picks = context.arguments().all("--item")};
}

} // namespace giftbox::cli
