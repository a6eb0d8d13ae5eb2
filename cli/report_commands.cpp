#include "cli/commands.h"
#include "cli/context.h"
#include "cli/report_table.h"
#include "reports/monthly_cost.h"

namespace giftbox::cli {

using foundation::Month;
using foundation::Refusal;
using reports::MonthlyCost;

namespace {

constexpr int kMonthsAsked = 12;

struct Range {
    Month first;
    Month last;
};

/// The requested months; default: the last twelve up to the latest month with activity.
Range rangeOf(Context& context, const books::ReadTransaction& tx)
{
    const Arguments& given = context.arguments();
    if (const auto one = given.maybeMonth("MONTH")) {
        if (given.has("--from") || given.has("--to")) {
            throw UsageError("give one MONTH, or --from and --to, not both");
        }
        return {*one, *one};
    }
    const auto facts = budget::monthsWithFacts(tx);
    const Month last =
        given.maybeMonth("--to").value_or(facts ? facts->last : context.today().month());
    Month first = last;
    for (int i = 1; i < kMonthsAsked && facts && first > facts->first; ++i) {
        first = first.previous();
    }
    first = given.maybeMonth("--from").value_or(first);
    if (first > last) {
        throw Refusal("month.range/command", {{"from", first}, {"to", last}});
    }
    return {first, last};
}

} // namespace

int reportMonth(Context& context)
{
    return context.read([&](const books::ReadTransaction& tx) {
        const Range range = rangeOf(context, tx);
        const std::vector<MonthlyCost> months = reports::monthlyCosts(tx, range.first, range.last);
        Output& output = context.output();
        if (output.format() == Format::Table) {
            output.write(monthlyCostTable(months, tx.store(),
                                          output.isTerminal() ? Bars::Shown : Bars::Hidden));
        } else {
            reports::writeMonthlyCosts(months, *output.writer(tx.store().currency, Shape::Rows));
        }
    });
}

} // namespace giftbox::cli
