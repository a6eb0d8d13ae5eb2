#include "books/set_store.h"
#include "cli/commands.h"
#include "cli/context.h"
#include "reports/store_rows.h"

namespace giftbox::cli {

int storeSet(Context& context)
{
    return context.change(Shape::Record, [&](books::WriteTransaction& tx,
                                             foundation::RowWriter& out) {
        books::setStore(tx,
                        {.waitingMonths = context.arguments().changedInteger("--waiting-months"),
                         .locale = context.arguments().maybeText("--locale"),
                         .timeZone = context.arguments().maybeText("--time-zone"),
                         .timeZoneFrom = context.arguments().maybeDate("--from")});
        reports::writeStore(tx.store(), out);
    });
}

} // namespace giftbox::cli
