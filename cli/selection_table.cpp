#include "cli/command_parts.h"
#include "cli/commands.h"

namespace giftbox::cli {
namespace {

const Parameter kMonthOrThis{"MONTH", "", "YYYY-MM; this month when left out", Need::Optional};

std::vector<Command> stories()
{
    return {
        {"report",
         "pipeline",
         "a month: nominated, chosen, packed, given, waiting",
         {kMonthOrThis},
         "giftbox report pipeline 2026-12",
         reportPipeline},
        {"report",
         "nominations",
         "what became of nominations, by adviser and department",
         {kMonthOrThis,
          {"--from", "MONTH", "from this month on", Need::Optional},
          {"--to", "MONTH", "up to and with this month", Need::Optional}},
         "giftbox report nominations --from 2026-07 --to 2026-12",
         reportNominations},
        {"report",
         "exceptions",
         "choices against a warning, caps that warned, and overrides of a month",
         {kMonthOrThis},
         "giftbox report exceptions 2026-12",
         reportExceptions},
    };
}

} // namespace

std::vector<Command> selectingCommands() { return stories(); }

} // namespace giftbox::cli
