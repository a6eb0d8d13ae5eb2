#include "cli/box_rows.h"
#include "cli/commands.h"
#include "cli/context.h"
#include "cli/planned_boxes.h"

namespace giftbox::cli {

using foundation::Column;
using foundation::ColumnType;
using foundation::Money;
using foundation::RowWriter;
using gifting::Box;

namespace {

std::vector<Column> boxColumnsAnd(std::initializer_list<Column> more)
{
    std::vector<Column> columns = boxColumns();
    columns.insert(columns.end(), more.begin(), more.end());
    return columns;
}

books::BoxNo numberOf(const Context& context)
{
    return books::BoxNo{context.arguments().integer("NO")};
}

/// The lines below a box.
void writeLines(const std::vector<gifting::PackedLine>& lines, RowWriter& out)
{
    static const std::vector<Column> columns = {{"sku", "SKU", ColumnType::Code},
                                                {"item", "Item", ColumnType::Text},
                                                {"kind", "Kind", ColumnType::Code},
                                                {"units", "Units", ColumnType::Integer},
                                                {"cost", "Cost", ColumnType::Amount}};
    out.begin(columns);
    for (const gifting::PackedLine& line : lines) {
        out.code(line.sku);
        out.text(line.name);
        out.code(toText(line.kind));
        out.integer(line.units);
        out.amount(line.cost);
        out.endRow();
    }
    out.end();
}

} // namespace

int boxShow(Context& context)
{
    static const std::vector<Column> columns =
        boxColumnsAnd({{"labor_minutes", "Labor minutes", ColumnType::Integer},
                       {"unpacked_on", "Unpacked", ColumnType::Date},
                       {"pack_override", "Override at packing", ColumnType::Text},
                       {"give_override", "Override at giving", ColumnType::Text}});
    return context.read([&](const books::ReadTransaction& tx) {
        const auto plan = gifting::findPlannedBox(tx, numberOf(context));
        if (plan) {
            showPlannedBox(context, tx, *plan);
            return;
        }
        const Box box = gifting::requireBox(tx, numberOf(context));
        const std::vector<gifting::PackedLine> lines = linesOf(tx, box);
        Output& output = context.output();
        if (output.format() != Format::Table) {
            const auto out = output.writer(tx.store().currency, Shape::Rows);
            out->begin(reports::boxLineColumns());
            for (const gifting::PackedLine& line : lines) {
                reports::writeBoxLine(box, line, *out);
            }
            out->end();
            return;
        }
        const auto record = output.writer(tx.store().currency, Shape::Record);
        record->begin(columns);
        writeBoxCells(box, *record);
        record->integer(box.laborMinutes);
        dateOrEmpty(*record, box.unpackedOn);
        textOrEmpty(*record, box.packOverride);
        textOrEmpty(*record, box.giveOverride);
        record->endRow();
        record->end();
        output.write("\n");
        writeLines(lines, *output.writer(tx.store().currency, Shape::Rows));
    });
}

} // namespace giftbox::cli
