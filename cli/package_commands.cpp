#include "cli/commands.h"
#include "cli/context.h"
#include "exchange/check_package.h"
#include "exchange/month_package.h"
#include "reports/month_paper.h"

namespace giftbox::cli {

namespace {

constexpr int kDifferencesInPackage = 4;

} // namespace

int reportPack(Context& context)
{
    const foundation::Month month = context.arguments().month("MONTH");
    const foundation::Date today = context.today();
    return context.read([&](const books::ReadTransaction& tx) {
        context.output().open();
        exchange::writeMonthPackage(
            tx, month,
            [&](const books::ReadTransaction& reader, foundation::Month of) {
                return reports::printMonth(reader, of, today);
            })
            .passOn([&](std::string_view bytes) { context.output().write(bytes); });
    });
}

int verifyPackage(Context& context)
{
    const exchange::CheckedPackage checked =
        exchange::checkPackage(context.arguments().path("FILE"));
    for (const std::string& difference : checked.differences) {
        context.output().write(difference + "\n");
    }
    context.output().finish();
    context.note(checked.subject + "; audit log: " + checked.auditLog);
    return checked.differences.empty() ? 0 : kDifferencesInPackage;
}

} // namespace giftbox::cli
