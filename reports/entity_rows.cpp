#include "reports/entity_rows.h"

#include "books/set_store.h"
#include "reports/cells.h"

namespace giftbox::reports {

using foundation::Cells;
using foundation::Column;
using foundation::ColumnType;

const std::vector<Column>& entityColumns()
{
    static const std::vector<Column> columns = [] {
        std::vector<Column> all = {{"entity", "Entity", ColumnType::Code},
                                   {"name", "Name", ColumnType::Text},
                                   {"country", "Country", ColumnType::Code}};
        for (const books::Setting setting : books::kEntitySettings) {
            all.push_back({std::string(toText(setting)),
                           std::string(books::storeField(toText(setting)).info.title),
                           ColumnType::Code});
        }
        return all;
    }();
    return columns;
}

void writeEntity(const books::Entity& entity, foundation::Month month, foundation::RowWriter& out)
{
    out.code(entity.code);
    out.text(entity.name);
    out.code(entity.country);
    for (const books::Setting setting : books::kEntitySettings) {
        out.code(books::shownSetting({}, setting, entity.settings.at(setting, month)));
    }
    out.endRow();
}

const std::vector<Column>& entityAccountColumns()
{
    static const std::vector<Column> columns = {
        {"role", "Role", ColumnType::Code},
        {"account", "Account", ColumnType::Text},
        {"from", "From", ColumnType::Date},
        {"department", "Department", ColumnType::Text, Cells::MaybeEmpty}};
    return columns;
}

void writeEntityAccount(const accounting::EntityAccount& account, foundation::RowWriter& out)
{
    out.code(accounting::toText(account.role));
    out.text(account.mapped.account);
    out.month(account.mapped.from);
    textOrEmpty(out, account.mapped.department.empty() ? std::nullopt
                                                       : std::optional(account.mapped.department));
    out.endRow();
}

} // namespace giftbox::reports
