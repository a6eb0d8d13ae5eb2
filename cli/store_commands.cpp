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
                         .locale = context.arguments().maybeText("--locale")});
        reports::writeStore(tx.store(), out);
    });
}

} // namespace giftbox::cli
