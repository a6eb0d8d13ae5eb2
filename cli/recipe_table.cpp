#include "cli/command_parts.h"
#include "cli/commands.h"

namespace giftbox::cli {

std::vector<Command> recipeCommands()
{
    const Parameter name{"NAME", "", "recipe name", Need::Required};
    return {
        {"recipe",
         "show",
         "show the lines of a recipe",
         {name, {"VERSION", "", "an older version; default: the newest", Need::Optional}},
         "giftbox recipe show Thanks 1",
         recipeShow},
        {"recipe",
         "buildable",
         "more boxes possible from stock, and the limiting line",
         {name},
         "giftbox recipe buildable Thanks",
         recipeBuildable},
    };
}

} // namespace giftbox::cli
