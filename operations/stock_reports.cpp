#include "operations/reports.h"
#include "operations/table.h"
#include "reports/roll_forward.h"

namespace giftbox::operations {

namespace {

void readRollForward(Call& call, const ReadTransaction& tx, RowWriter& out)
{
    reports::writeRollForward(reports::rollForward(tx, call.month("month")), out);
}

} // namespace

std::vector<Operation> stockReportOperations()
{
    return {
        {.command = "report roll-forward",
         .address = "/report/roll-forward",
         .summary = "stock of a month from opening to closing, and boxes packed, not handed over",
         .action = Action::ViewReport,
         .fields = {kReportMonth},
         .columns = {"RollForwardLine", reports::rollForwardColumns, "part:shelf|boxes"},
         .read = readRollForward,
         .example = "2026-11 -o roll-forward.csv"}};
}

} // namespace giftbox::operations
