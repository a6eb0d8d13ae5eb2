#include "cli/context.h"
#include "cli/looks.h"
#include "gifting/plan_box.h"
#include "gifting/recipe.h"
#include "gifting/take_back_box.h"
#include "operations/call.h"
#include "operations/shown_rows.h"
#include "reports/box_rows.h"
#include "reports/cells.h"

namespace giftbox::cli {

using books::ReadTransaction;
using foundation::Column;
using foundation::ColumnType;
using foundation::RowWriter;
using reports::textOrEmpty;

namespace {

void beginBox(RowWriter& out, std::initializer_list<Column> more)
{
    std::vector<Column> columns = reports::boxColumns();
    columns.insert(columns.end(), more);
    out.begin(columns);
}

/// `2026-03-07 by ann (given 2026-03-06): wrong box`
std::string textOf(const std::vector<gifting::TakenBack>& takenBack)
{
    std::string text;
    for (const gifting::TakenBack& one : takenBack) {
        text += (text.empty() ? "" : "; ") + toText(one.on) + " by " + one.actor + " (given " +
                toText(one.givenOn) + "): " + one.reason;
    }
    return text;
}

void writeRecord(const ReadTransaction& tx, const gifting::Box& box, RowWriter& out)
{
    beginBox(out, {{"labor_minutes", "Labor minutes", ColumnType::Integer},
                   {"unpacked_on", "Unpacked", ColumnType::Date},
                   {"taken_back", "Taken back", ColumnType::Text},
                   {"pack_override", "Override at packing", ColumnType::Text},
                   {"give_override", "Override at giving", ColumnType::Text}});
    reports::writeBoxCells(box, out);
    out.integer(box.laborMinutes);
    reports::dateOrEmpty(out, box.unpackedOn);
    const std::string takenBack = textOf(gifting::takenBack(tx, box.number));
    takenBack.empty() ? out.empty() : out.text(takenBack);
    textOrEmpty(out, box.packOverride);
    textOrEmpty(out, box.giveOverride);
}

void writeRecord(const ReadTransaction& tx, const gifting::PlannedBox& box, RowWriter& out)
{
    beginBox(out, {{"labor_minutes", "Labor minutes", ColumnType::Integer},
                   {"recipe", "Recipe", ColumnType::Text},
                   {"plan_override", "Override at planning", ColumnType::Text},
                   {"cancel_reason", "Reason canceled", ColumnType::Text}});
    reports::writeBoxCells(box, out);
    out.integer(box.laborMinutes);
    box.recipe ? out.text(wordsOf(tx, *box.recipe)) : out.empty();
    textOrEmpty(out, box.planOverride);
    textOrEmpty(out, box.cancelReason);
}

} // namespace

void showBox(Context& context, const ReadTransaction& tx, operations::Call& call)
{
    const books::BoxNo number{call.integer("no")};
    const auto plan = gifting::findPlannedBox(tx, number);
    const auto record = context.output().writer(tx.store().currency, Shape::Record);
    plan ? writeRecord(tx, *plan, *record)
         : writeRecord(tx, gifting::requireBox(tx, number), *record);
    record->endRow();
    record->end();
    if (plan && plan->state == gifting::PlanState::Cancelled) {
        return; // nothing is in it any more
    }
    context.output().write("\n");
    std::string ofBox = plan ? "cost" : "";
    for (const Column& column : reports::boxColumns()) {
        ofBox += "|" + column.name;
    }
    const auto lines = context.output().writer(tx.store().currency, Shape::Rows);
    operations::ShownRows shown(*lines, ofBox);
    call.operation().read(call, tx, shown);
    lines->end();
}

} // namespace giftbox::cli
