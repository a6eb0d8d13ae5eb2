#include "cli/commands.h"
#include "cli/context.h"
#include "foundation/text.h"
#include "reports/alike.h"
#include "reports/exceptions.h"
#include "reports/month_pipeline.h"
#include "reports/nomination_counts.h"

namespace giftbox::cli {

using foundation::Month;

namespace {

Month monthOf(Context& context) { return context.monthOr("MONTH"); }

} // namespace

int reportPipeline(Context& context)
{
    return context.read([&](const books::ReadTransaction& tx) {
        const Month month = monthOf(context);
        const reports::MonthPipeline pipeline = reports::monthPipeline(tx, month);
        Output& output = context.output();
        if (output.format() == Format::Table) {
            output.write(foundation::printable(tx.store().name) + ": the gift program in " +
                         toText(month) + "\n\n");
            writePipelineCounts(pipeline, *output.writer(tx.store().currency, Shape::Rows));
            output.write("\n");
        }
        writePipelineLines(pipeline, *output.writer(tx.store().currency, Shape::Rows));
    });
}

int alike(Context& context)
{
    return context.read([&](const books::ReadTransaction& tx) {
        reports::writeAlike(tx, *context.output().writer(tx.store().currency, Shape::Rows));
    });
}

int reportNominations(Context& context)
{
    const Arguments& given = context.arguments();
    if (given.has("MONTH") && (given.has("--from") || given.has("--to"))) {
        throw UsageError("give one MONTH, or --from and --to, not both");
    }
    const Month first = given.maybeMonth("--from").value_or(monthOf(context));
    const Month last = given.maybeMonth("--to").value_or(std::max(first, monthOf(context)));
    if (first > last) {
        throw foundation::Refusal("month.range/command", {{"from", first}, {"to", last}});
    }
    return context.read([&](const books::ReadTransaction& tx) {
        reports::writeNominationCounts(tx, first, last,
                                       *context.output().writer(tx.store().currency, Shape::Rows));
    });
}

int reportExceptions(Context& context)
{
    return context.read([&](const books::ReadTransaction& tx) {
        reports::writeExceptions(tx, monthOf(context),
                                 *context.output().writer(tx.store().currency, Shape::Rows));
    });
}

} // namespace giftbox::cli
