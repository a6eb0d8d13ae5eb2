#include "books/set_store.h"
#include "cli/commands.h"
#include "cli/context.h"

namespace giftbox::cli {

using foundation::Column;
using foundation::ColumnType;

int storeSet(Context& context)
{
    static const std::vector<Column> columns = {
        {"store", "Store", ColumnType::Code},
        {"waiting_months", "Waiting months", ColumnType::Integer},
        {"locale", "Locale", ColumnType::Code}};
    return context.change(Shape::Record, [&](books::WriteTransaction& tx,
                                             foundation::RowWriter& out) {
        books::setStore(tx, {.waitingMonths = context.arguments().maybeInteger("--waiting-months"),
                             .locale = context.arguments().maybeText("--locale")});
        out.begin(columns);
        out.code(tx.store().code);
        out.integer(tx.store().waitingMonths);
        out.code(tx.store().locale.empty() ? "iso" : tx.store().locale);
        out.endRow();
        out.end();
    });
}

} // namespace giftbox::cli
