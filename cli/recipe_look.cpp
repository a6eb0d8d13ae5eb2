#include "cli/context.h"
#include "cli/looks.h"
#include "gifting/buildable.h"
#include "operations/call.h"
#include "operations/shown_rows.h"
#include "reports/recipe_rows.h"

namespace giftbox::cli {

using foundation::Column;
using foundation::ColumnType;
using foundation::RowWriter;
using gifting::Recipe;
using gifting::RecipePart;

namespace {

/// The item of a line: `TISSUE`, or `any hats`.
std::string wordsOf(const RecipePart& part)
{
    return part.sku.empty() ? "any " + part.category : part.sku;
}

/// The recipe, the boxes possible, the limiting line, and the next limit, as one record.
void writeLimits(const Recipe& recipe, const std::vector<RecipePart>& parts, RowWriter& out)
{
    const auto limit = [&](std::size_t place) {
        place < parts.size() ? out.text(wordsOf(parts[place]) + ", " +
                                        std::to_string(parts[place].available) + " available")
                             : out.empty();
    };
    std::vector<Column> columns = reports::recipeHeadColumns();
    columns.insert(columns.end(), {{"boxes", "More boxes possible", ColumnType::Integer},
                                   {"limited_by", "Limited by", ColumnType::Text},
                                   {"then_by", "Then by", ColumnType::Text}});
    out.begin(columns);
    reports::writeRecipeHead(recipe, out);
    out.integer(parts.front().boxes);
    limit(0);
    limit(1);
    out.endRow();
    out.end();
}

/// What the operation answers, without what stands above it.
void showLines(Context& context, const books::ReadTransaction& tx, operations::Call& call)
{
    context.output().write("\n");
    const auto lines = context.output().writer(tx.store().currency, Shape::Rows);
    operations::ShownRows shown(*lines, "recipe|version|labor_minutes|boxes");
    call.operation().read(call, tx, shown);
    lines->end();
}

} // namespace

void showRecipe(Context& context, const books::ReadTransaction& tx, operations::Call& call)
{
    const Recipe recipe =
        gifting::requireRecipe(tx, call.text("recipe"), call.maybeInteger("version"));
    const auto record = context.output().writer(tx.store().currency, Shape::Record);
    record->begin(reports::recipeHeadColumns());
    reports::writeRecipeHead(recipe, *record);
    record->endRow();
    record->end();
    showLines(context, tx, call);
}

void showWhatCanBeMade(Context& context, const books::ReadTransaction& tx, operations::Call& call)
{
    const Recipe recipe = gifting::requireRecipe(tx, call.text("recipe"));
    writeLimits(recipe, gifting::boxesBuildable(recipe, inventory::itemsAvailable(tx)),
                *context.output().writer(tx.store().currency, Shape::Record));
    showLines(context, tx, call);
}

} // namespace giftbox::cli
