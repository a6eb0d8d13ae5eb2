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
        {"labor_rate", "Labor rate per hour", ColumnType::Amount},
        {"labor_minutes", "Default minutes per box", ColumnType::Integer},
        {"closed_through", "Closed through", ColumnType::Date},
        {"minimum_gift_interval", "Minimum gift interval (months)", ColumnType::Integer},
        {"locale", "Locale", ColumnType::Code},
        {"time_zone", "Time zone", ColumnType::Text}};
    return columns;
}

void writeStore(const books::Store& store, foundation::Month month, foundation::RowWriter& out)
{
    out.begin(storeColumns());
    out.code(store.code);
    out.text(store.name);
    out.text(store.legalEntity);
    out.code(store.currency.code);
    out.amount(store.laborRate(month));
    out.integer(store.laborMinutes(month));
    store.closedThrough ? out.month(*store.closedThrough) : out.empty();
    out.integer(store.settings.at(books::Setting::MinimumGiftInterval, month));
    out.code(books::shownLocale(store));
    out.text(store.timeZones.text());
    out.endRow();
    out.end();
}

const std::vector<Column>& settingChangeColumns()
{
    static const std::vector<Column> columns = {
        {"setting", "Setting", ColumnType::Code}, {"from", "From", ColumnType::Date},
        {"value", "Value", ColumnType::Text},     {"reason", "Reason", ColumnType::Text},
        {"actor", "Who", ColumnType::Text},       {"recorded_at", "Recorded", ColumnType::Date}};
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
