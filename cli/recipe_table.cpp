#include "cli/command_parts.h"
#include "cli/commands.h"

namespace giftbox::cli {

std::vector<Command> recipeCommands()
{
    const Parameter name{"NAME", "", "the recipe's name", Need::Required};
    return {
        {"recipe",
         "show",
         "the lines of a recipe",
         {name, {"VERSION", "", "an older version; the newest when left out", Need::Optional}},
         "giftbox recipe show Thanks 1",
         recipeShow},
        {"recipe",
         "buildable",
         "how many boxes the shelf allows, and which line limits them",
         {name},
         "giftbox recipe buildable Thanks",
         recipeBuildable},
    };
}

} // namespace giftbox::cli
