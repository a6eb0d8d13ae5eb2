#include "reports/recipe_rows.h"

#include "reports/cells.h"

namespace giftbox::reports {

using foundation::Cells;
using foundation::Column;
using foundation::ColumnType;
using foundation::RowWriter;
using gifting::Recipe;
using gifting::RecipePart;

namespace {

std::vector<Column> joined(std::vector<Column> first, const std::vector<Column>& then)
{
    first.insert(first.end(), then.begin(), then.end());
    return first;
}

} // namespace

const std::vector<Column>& recipeHeadColumns()
{
    static const std::vector<Column> columns = {
        {"recipe", "Recipe", ColumnType::Text},
        {"version", "Version", ColumnType::Integer},
        {"labor_minutes", "Labor minutes", ColumnType::Integer, Cells::MaybeEmpty}};
    return columns;
}

void writeRecipeHead(const Recipe& recipe, RowWriter& out)
{
    out.text(recipe.name);
    out.integer(recipe.version.version);
    integerOrEmpty(out, recipe.minutes);
}

const std::vector<Column>& recipeColumns()
{
    static const std::vector<Column> columns =
        joined(recipeHeadColumns(), {{"lines", "Lines", ColumnType::Text}});
    return columns;
}

void writeRecipe(const Recipe& recipe, RowWriter& out)
{
    writeRecipeHead(recipe, out);
    out.text(wordsOf(recipe));
    out.endRow();
}

const std::vector<Column>& recipeLineColumns()
{
    static const std::vector<Column> columns =
        joined(recipeHeadColumns(),
               {{"sku", "SKU", ColumnType::Code, Cells::MaybeEmpty},
                {"category", "Any from category", ColumnType::Text, Cells::MaybeEmpty},
                {"item", "Item", ColumnType::Text, Cells::MaybeEmpty},
                {"kind", "Kind", ColumnType::Code},
                {"units", "Units", ColumnType::Integer}});
    return columns;
}

void writeRecipeLines(const books::ReadTransaction& tx, const Recipe& recipe, RowWriter& out)
{
    out.begin(recipeLineColumns());
    for (const gifting::BoxLine& line : recipe.items) {
        writeRecipeHead(recipe, out);
        const inventory::Item item = inventory::requireItem(tx, line.sku).item;
        out.code(line.sku);
        out.empty();
        out.text(item.name);
        out.code(toText(item.kind));
        out.integer(line.units);
        out.endRow();
    }
    for (const gifting::CategoryLine& line : recipe.categories) {
        writeRecipeHead(recipe, out);
        out.empty();
        out.text(line.category);
        out.empty();
        out.code(toText(inventory::ItemKind::Contents));
        out.integer(line.units);
        out.endRow();
    }
    out.end();
}

const std::vector<Column>& recipePartColumns()
{
    static const std::vector<Column> columns =
        joined(joined(recipeHeadColumns(), {{"boxes", "More boxes possible", ColumnType::Integer}}),
               {{"sku", "SKU", ColumnType::Code, Cells::MaybeEmpty},
                {"category", "Any from category", ColumnType::Text, Cells::MaybeEmpty},
                {"units", "Units per box", ColumnType::Integer},
                {"items", "Items per box", ColumnType::Integer},
                {"available", "Available", ColumnType::Integer},
                {"boxes_of_line", "Boxes it allows", ColumnType::Integer}});
    return columns;
}

void writeRecipeParts(const Recipe& recipe, const std::vector<RecipePart>& parts, RowWriter& out)
{
    out.begin(recipePartColumns());
    for (const RecipePart& part : parts) {
        writeRecipeHead(recipe, out);
        out.integer(parts.front().boxes);
        part.sku.empty() ? out.empty() : out.code(part.sku);
        sentenceOrEmpty(out, part.category);
        out.integer(part.units);
        out.integer(part.items);
        out.integer(part.available);
        out.integer(part.boxes);
        out.endRow();
    }
    out.end();
}

} // namespace giftbox::reports
