#include "books/set_store.h"
#include "cli/commands.h"
#include "cli/context.h"
#include "reports/store_rows.h"

namespace giftbox::cli {

int storeSet(Context& context)
{
    return context.change(
        Shape::Record, [&](books::WriteTransaction& tx, foundation::RowWriter& out) {
            books::setStore(tx, {.locale = context.arguments().maybeText("--locale"),
                                 .timeZone = context.arguments().maybeText("--time-zone"),
                                 .timeZoneFrom = context.arguments().maybeDate("--from")});
            reports::writeStore(tx.store(), tx.today().month(), out);
        });
}

} // namespace giftbox::cli
