#include "accounting/table_places.h"
#include "cli/commands.h"
#include "cli/context.h"

namespace giftbox::cli {

using foundation::Column;
using foundation::ColumnType;

namespace {

std::string_view nameOf(foundation::Place place)
{
    switch (place) {
    case foundation::Place::ByStore:
        return "by store";
    case foundation::Place::EveryNode:
        return "on every node";
    case foundation::Place::Coordinator:
        break;
    }
    return "on the coordinator";
}

} // namespace

int distribute(Context& context)
{
    static const std::vector<Column> columns = {{"table", "Table", ColumnType::Code},
                                                {"rows", "Rows", ColumnType::Text}};
    foundation::Database& database = context.database();
    context.output().open();
    const auto placed = foundation::distribute(database, accounting::tablePlaces());
    const auto out = context.output().writer({}, Shape::Rows);
    out->begin(columns);
    for (const foundation::PlacedTable& table : placed) {
        out->code(table.name);
        out->text(nameOf(table.place));
        out->endRow();
    }
    out->end();
    context.output().finish();
    context.note(placed.empty() ? "every table was distributed already"
                                : std::to_string(placed.size()) + " tables distributed in " +
                                      context.shownDatabase());
    return 0;
}

} // namespace giftbox::cli
