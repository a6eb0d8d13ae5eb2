#include "cli/command_parts.h"
#include "cli/commands.h"

namespace giftbox::cli {

std::vector<Command> recipeCommands()
{
    const Parameter name{"NAME", "", "the recipe's name", Need::Required};
    return {
        {"recipe",
         "set",
         "make a recipe, or its next version",
         {name,
          {"--item", "SKU[:UNITS]",
           "an item of every box and how many, 1 when left out; packaging too", Need::Repeatable},
          {"--any", "CATEGORY[:UNITS]",
           "one item of contents of this category and how many, 1 when left out", Need::Repeatable},
          {"--minutes", "MINUTES",
           "labor of a box; as in the version before when left out, the store's own when empty",
           Need::Optional}},
         "giftbox recipe set Thanks --item BOX-M --item TISSUE:2 --any hats --any mugs "
         "--minutes 20",
         recipeSet},
        {"recipe",
         "list",
         "the newest version of every recipe",
         {},
         "giftbox recipe list",
         recipeList},
        {"recipe",
         "show",
         "the lines of a recipe",
         {name, {"VERSION", "", "an older version; the newest when left out", Need::Optional}},
         "giftbox recipe show Thanks 1",
         recipeShow},
        {"recipe",
         "can-make",
         "how many boxes the shelf allows, and which line limits them",
         {name},
         "giftbox recipe can-make Thanks",
         recipeCanMake},
    };
}

} // namespace giftbox::cli
