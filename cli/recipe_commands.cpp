#include "cli/box_rows.h"
#include "cli/commands.h"
#include "cli/context.h"
#include "gifting/buildable.h"
#include "reports/recipe_rows.h"

namespace giftbox::cli {

using foundation::Column;
using foundation::ColumnType;
using foundation::RowWriter;
using gifting::Recipe;
using gifting::RecipePart;
using reports::HeadCells;

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

} // namespace

int recipeShow(Context& context)
{
    const Arguments& given = context.arguments();
    return context.read([&](const books::ReadTransaction& tx) {
        const Recipe recipe =
            gifting::requireRecipe(tx, given.text("NAME"), given.maybeInteger("VERSION"));
        Output& output = context.output();
        const bool isTable = output.format() == Format::Table;
        if (isTable) {
            const auto record = output.writer(tx.store().currency, Shape::Record);
            record->begin(reports::recipeHeadColumns());
            reports::writeRecipeHead(recipe, *record);
            record->endRow();
            record->end();
            output.write("\n");
        }
        reports::writeRecipeLines(tx, recipe, isTable ? HeadCells::Omitted : HeadCells::Repeated,
                                  *output.writer(tx.store().currency, Shape::Rows));
    });
}

int recipeBuildable(Context& context)
{
    return context.read([&](const books::ReadTransaction& tx) {
        const Recipe recipe = gifting::requireRecipe(tx, context.arguments().text("NAME"));
        const auto parts = gifting::boxesBuildable(recipe, inventory::itemsAvailable(tx));
        Output& output = context.output();
        const bool isTable = output.format() == Format::Table;
        if (isTable) {
            writeLimits(recipe, parts, *output.writer(tx.store().currency, Shape::Record));
            output.write("\n");
        }
        reports::writeRecipeParts(recipe, parts, isTable ? HeadCells::Omitted : HeadCells::Repeated,
                                  *output.writer(tx.store().currency, Shape::Rows));
    });
}

} // namespace giftbox::cli
