#include "books/set_store.h"
#include "cli/commands.h"
#include "cli/context.h"
#include "reports/store_rows.h"

namespace giftbox::cli {

int storeSet(Context& context)
{
    const Arguments& given = context.arguments();
    return context.change(
        Shape::Record, [&](books::WriteTransaction& tx, foundation::RowWriter& out) {
            books::StoreSettings settings{.from = given.maybeMonth("--from"),
                                          .reason = given.text("--reason"),
                                          .locale = given.maybeText("--locale"),
                                          .timeZone = given.maybeText("--time-zone"),
                                          .timeZoneFrom = given.maybeDate("--time-zone-from")};
            if (const auto rate = given.maybeAmount("--labor-rate", tx.store().currency)) {
                settings.dated[books::Setting::LaborRate] = rate->minor;
            }
            if (const auto minutes = given.changedInteger("--labor-minutes")) {
                settings.dated[books::Setting::LaborMinutes] = *minutes;
            }
            if (const auto months = given.changedInteger("--waiting-months")) {
                settings.dated[books::Setting::WaitingMonths] = *months;
            }
            books::setStore(tx, settings);
            reports::writeStore(tx.store(), tx.today().month(), out);
        });
}

int storeShow(Context& context)
{
    const bool isHistory = context.arguments().has("--history");
    const foundation::Month month = context.today().month();
    return context.read([&](const books::ReadTransaction& tx) {
        const auto out =
            context.output().writer(tx.store().currency, isHistory ? Shape::Rows : Shape::Record);
        isHistory ? reports::writeSettingChanges(tx, *out)
                  : reports::writeStore(tx.store(), month, *out);
    });
}

} // namespace giftbox::cli
