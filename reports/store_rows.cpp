#include "reports/store_rows.h"

#include "books/set_store.h"

namespace giftbox::reports {

using foundation::Column;
using foundation::ColumnType;

const std::vector<Column>& storeColumns()
{
    static const std::vector<Column> columns = {
        {"store", "Store", ColumnType::Code},
        {"name", "Name", ColumnType::Text},
        {"legal_entity", "Legal entity", ColumnType::Text},
        {"currency", "Currency", ColumnType::Code},
        {"labor_rate", "Labor of an hour", ColumnType::Amount},
        {"labor_minutes", "Minutes of a box", ColumnType::Integer},
        {"closed_through", "Closed through", ColumnType::Date},
        {"waiting_months", "Waiting months", ColumnType::Integer},
        {"locale", "Locale", ColumnType::Code},
        {"time_zone", "Time zone", ColumnType::Text}};
    return columns;
}

void writeStore(const books::Store& store, foundation::RowWriter& out)
{
    out.begin(storeColumns());
    out.code(store.code);
    out.text(store.name);
    out.text(store.legalEntity);
    out.code(store.currency.code);
    out.amount(store.laborRate);
    out.integer(store.laborMinutes);
    store.closedThrough ? out.month(*store.closedThrough) : out.empty();
    out.integer(store.waitingMonths);
    out.code(books::shownLocale(store));
    out.text(store.timeZones.text());
    out.endRow();
    out.end();
}

} // namespace giftbox::reports
