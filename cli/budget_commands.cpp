#include "budget/set_cap.h"
#include "cli/commands.h"
#include "cli/context.h"
#include "reports/month_rows.h"

namespace giftbox::cli {

using budget::Cap;
using foundation::RowWriter;

int budgetSet(Context& context)
{
    const Arguments& given = context.arguments();
    return context.change(Shape::Record, [&](books::WriteTransaction& tx, RowWriter& out) {
        const Cap cap{.name = budget::parseCapName(given.text("CAP")),
                      .from = given.month("--from"),
                      .amount = given.amount("AMOUNT", tx.store().currency),
                      .action = budget::parseCapAction(given.text("--action"))};
        budget::setCap(tx, cap, given.text("--reason"));
        out.begin(reports::capSetColumns());
        reports::writeCapSet(cap, given.text("--reason"), out);
        out.end();
    });
}

int budgetShow(Context& context)
{
    const foundation::Month month = context.monthOr("MONTH");
    return context.read([&](const books::ReadTransaction& tx) {
        const auto out = context.output().writer(tx.store().currency, Shape::Rows);
        if (context.arguments().has("--history")) {
            out->begin(reports::capChangeColumns());
            for (const budget::CapChange& change : budget::listCapChanges(tx)) {
                reports::writeCapChange(change, *out);
            }
        } else {
            out->begin(reports::capsOfMonthColumns());
            reports::writeCapsOfMonth(tx, month, *out);
        }
        out->end();
    });
}

} // namespace giftbox::cli
