#include "reports/store_rows.h"

#include "books/set_store.h"

namespace giftbox::reports {

using foundation::Cells;
using foundation::Column;
using foundation::ColumnType;

const std::vector<Column>& storeColumns()
{
    static const std::vector<Column> columns = columnsOf(books::storeFields());
    return columns;
}

void writeStore(const books::Store& store, foundation::Month month, foundation::RowWriter& out)
{
    out.begin(storeColumns());
    writeCells(books::storeFields(), store.asOf(month), out);
    out.endRow();
    out.end();
}

const std::vector<Column>& settingChangeColumns()
{
    static const std::vector<Column> columns = {
        {"setting", "Setting", ColumnType::Code},
        {"from", "From", ColumnType::Date, Cells::MaybeEmpty},
        {"value", "Value", ColumnType::Text},
        {"reason", "Reason", ColumnType::Text, Cells::MaybeEmpty},
        {"actor", "Who", ColumnType::Text, Cells::MaybeEmpty},
        {"recorded_at", "Recorded", ColumnType::Date, Cells::MaybeEmpty}};
    return columns;
}

void writeSettingChanges(const books::ReadTransaction& tx, foundation::RowWriter& out)
{
    const books::Store& store = tx.store();
    out.begin(settingChangeColumns());
    for (const books::Setting setting : books::kSettings) {
        out.code(toText(setting));
        out.empty();
        out.text(shownSetting(store, setting, store.settings.first(setting)));
        out.empty();
        out.empty();
        out.empty();
        out.endRow();
    }
    for (const books::SettingChange& change : books::listSettingChanges(tx)) {
        out.code(toText(change.row.setting));
        out.month(change.row.from);
        out.text(shownSetting(store, change.row.setting, change.row.value));
        out.text(change.reason);
        out.text(change.actor);
        out.code(toText(change.recordedAt));
        out.endRow();
    }
    out.end();
}

} // namespace giftbox::reports
