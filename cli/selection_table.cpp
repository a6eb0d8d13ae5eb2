#include "cli/command_parts.h"
#include "cli/commands.h"

namespace giftbox::cli {
namespace {

const Parameter kMonthOrThis{"MONTH", "", "YYYY-MM; default: this month", Need::Optional};

std::vector<Command> stories()
{
    return {
        {"report",
         "pipeline",
         "pipeline of a month: nominated, selected, packed, handed over, waiting",
         {kMonthOrThis},
         "giftbox report pipeline 2026-12",
         reportPipeline},
        {"report",
         "nominations",
         "outcome of nominations, by adviser and department",
         {kMonthOrThis,
          {"--from", "MONTH", "first month", Need::Optional},
          {"--to", "MONTH", "last month", Need::Optional}},
         "giftbox report nominations --from 2026-07 --to 2026-12",
         reportNominations},
        {"report",
         "exceptions",
         "selections with warnings, cap warnings, and overrides for a month",
         {kMonthOrThis},
         "giftbox report exceptions 2026-12",
         reportExceptions},
    };
}

} // namespace

std::vector<Command> selectingCommands() { return stories(); }

} // namespace giftbox::cli
