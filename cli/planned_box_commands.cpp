#include "cli/box_rows.h"
#include "cli/commands.h"
#include "cli/planned_boxes.h"
#include "gifting/plan_box.h"
#include "gifting/recipe.h"

namespace giftbox::cli {

using foundation::Column;
using foundation::ColumnType;
using foundation::RowWriter;
using gifting::PlannedBox;

namespace {

void writeLines(const PlannedBox& box, const std::vector<gifting::PlannedLine>& lines, bool withBox,
                RowWriter& out)
{
    std::vector<Column> columns = withBox ? boxColumns() : std::vector<Column>();
    const std::vector<Column> own = {{"sku", "SKU", ColumnType::Code},
                                     {"item", "Item", ColumnType::Text},
                                     {"kind", "Kind", ColumnType::Code},
                                     {"units", "Units", ColumnType::Integer}};
    columns.insert(columns.end(), own.begin(), own.end());
    out.begin(columns);
    for (const gifting::PlannedLine& line : lines) {
        if (withBox) {
            writeBoxCells(box, out);
        }
        out.code(line.sku);
        out.text(line.name);
        out.code(toText(line.kind));
        out.integer(line.units);
        out.endRow();
    }
    out.end();
}

} // namespace

void showPlannedBox(Context& context, const books::ReadTransaction& tx, const PlannedBox& box)
{
    const std::vector<gifting::PlannedLine> lines = linesOf(tx, box);
    Output& output = context.output();
    if (output.format() == Format::Table) {
        std::vector<Column> columns = boxColumns();
        columns.insert(columns.end(), {{"labor_minutes", "Labor minutes", ColumnType::Integer},
                                       {"recipe", "Recipe", ColumnType::Text},
                                       {"plan_override", "Override at planning", ColumnType::Text},
                                       {"cancel_reason", "Reason canceled", ColumnType::Text}});
        const auto record = output.writer(tx.store().currency, Shape::Record);
        record->begin(columns);
        writeBoxCells(box, *record);
        record->integer(box.laborMinutes);
        box.recipe ? record->text(wordsOf(tx, *box.recipe)) : record->empty();
        textOrEmpty(*record, box.planOverride);
        textOrEmpty(*record, box.cancelReason);
        record->endRow();
        record->end();
        output.write("\n");
    }
    writeLines(box, lines, output.format() != Format::Table,
               *output.writer(tx.store().currency, Shape::Rows));
}

} // namespace giftbox::cli
