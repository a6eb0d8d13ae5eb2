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
        {"waiting_months", "Waiting months", ColumnType::Integer}};
    return context.change(
        Shape::Record, [&](books::WriteTransaction& tx, foundation::RowWriter& out) {
            books::setWaitingMonths(tx, context.arguments().integer("--waiting-months"));
            out.begin(columns);
            out.code(tx.store().code);
            out.integer(tx.store().waitingMonths);
            out.endRow();
            out.end();
        });
}

} // namespace giftbox::cli
