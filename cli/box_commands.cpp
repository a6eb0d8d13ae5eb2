#include "cli/box_rows.h"
#include "cli/commands.h"
#include "cli/context.h"
#include "cli/planned_boxes.h"
#include "cli/substitutes.h"
#include "foundation/text.h"
#include "gifting/pack_box.h"
#include "gifting/plan_box.h"
#include "gifting/selection/candidates.h"
#include "gifting/use_recipe.h"

namespace giftbox::cli {

using foundation::Column;
using foundation::ColumnType;
using foundation::Money;
using foundation::RowWriter;
using gifting::Box;

namespace {

gifting::BoxRequest requestOf(Context& context)
{
    const Arguments& given = context.arguments();
    gifting::BoxRequest request{.recipient = given.text("--for"),
                                .lines = {},
                                .minutes = given.maybeInteger("--minutes"),
                                .packedOn = context.day(),
                                .givenOn = {},
                                .reference = {},
                                .override = given.maybeText("--override")};
    if (!given.has("--recipe")) {
        request.lines = linesOf(given.allRaw("--item"));
    }
    return request;
}

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

/// Why the recipient was chosen all the same, in the month for which the box is planned or, unplanned, in which it is packed.
std::optional<std::string> despiteOf(const books::ReadTransaction& tx, const Context& context,
                                     const gifting::BoxRequest& request)
{
    if (!context.arguments().has("NO")) {
        return gifting::approvedDespite(tx, request.recipient, request.packedOn.month());
    }
    const gifting::PlannedBox plan = gifting::requirePlanned(tx, numberOf(context), "packed");
    return gifting::approvedDespite(tx, plan.recipientCode, plan.month);
}

} // namespace

int boxPack(Context& context)
{
    const Arguments& given = context.arguments();
    const bool isPlanned = given.has("NO");
    if (isPlanned == given.has("--for") || (isPlanned && given.has("--recipe"))) {
        throw UsageError("giftbox box pack needs either the number of a planned box, or --for "
                         "RECIPIENT and its items or recipe");
    }
    gifting::BoxRequest request = requestOf(context);
    gifting::PlannedPacking packing{.number = isPlanned ? numberOf(context) : books::BoxNo{},
                                    .lines = request.lines,
                                    .minutes = request.minutes,
                                    .packedOn = request.packedOn,
                                    .override = request.override};
    const auto wanted = [&](const books::ReadTransaction& tx) {
        return isPlanned               ? gifting::requestOf(tx, packing)
               : given.has("--recipe") ? gifting::useRecipe(tx, request, recipeUse(context))
                                       : request;
    };
    return changeBox(
        context,
        [&](books::WriteTransaction& tx, RowWriter& out) {
            request.despite = packing.despite = despiteOf(tx, context, request);
            const gifting::PackedBox packed =
                isPlanned ? gifting::packPlannedBox(tx, packing) : gifting::packBox(tx, wanted(tx));
            out.begin(reports::packedColumns());
            reports::writePacked(tx.store(), context.day(), packed, out);
            out.end();
        },
        wanted);
}

namespace {

/// Of a box that stands above them.
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
