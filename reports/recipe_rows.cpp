#include "reports/recipe_rows.h"

#include "reports/cells.h"

namespace giftbox::reports {

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

const std::vector<Column>& ownLineColumns()
{
    static const std::vector<Column> columns = {{"sku", "SKU", ColumnType::Code},
                                                {"category", "Any from category", ColumnType::Text},
                                                {"item", "Item", ColumnType::Text},
                                                {"kind", "Kind", ColumnType::Code},
                                                {"units", "Units", ColumnType::Integer}};
    return columns;
}

const std::vector<Column>& ownPartColumns()
{
    static const std::vector<Column> columns = {{"sku", "SKU", ColumnType::Code},
                                                {"category", "Any from category", ColumnType::Text},
                                                {"units", "Units per box", ColumnType::Integer},
                                                {"items", "Items per box", ColumnType::Integer},
                                                {"available", "Available", ColumnType::Integer},
                                                {"boxes_of_line", "Boxes", ColumnType::Integer}};
    return columns;
}

} // namespace

const std::vector<Column>& recipeHeadColumns()
{
    static const std::vector<Column> columns = {
        {"recipe", "Recipe", ColumnType::Text},
        {"version", "Version", ColumnType::Integer},
        {"labor_minutes", "Labor minutes", ColumnType::Integer}};
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

const std::vector<Column>& recipeLineColumns(HeadCells headCells)
{
    static const std::vector<Column> whole = joined(recipeHeadColumns(), ownLineColumns());
    return headCells == HeadCells::Repeated ? whole : ownLineColumns();
}

void writeRecipeLines(const books::ReadTransaction& tx, const Recipe& recipe, HeadCells headCells,
                      RowWriter& out)
{
    out.begin(recipeLineColumns(headCells));
    const auto head = [&] {
        headCells == HeadCells::Repeated ? writeRecipeHead(recipe, out) : void();
    };
    for (const gifting::BoxLine& line : recipe.items) {
        head();
        const inventory::Item item = inventory::requireItem(tx, line.sku).item;
        out.code(line.sku);
        out.empty();
        out.text(item.name);
        out.code(toText(item.kind));
        out.integer(line.units);
        out.endRow();
    }
    for (const gifting::CategoryLine& line : recipe.categories) {
        head();
        out.empty();
        out.text(line.category);
        out.empty();
        out.code(toText(inventory::ItemKind::Contents));
        out.integer(line.units);
        out.endRow();
    }
    out.end();
}

const std::vector<Column>& recipePartColumns(HeadCells headCells)
{
    static const std::vector<Column> whole = joined(
        joined(recipeHeadColumns(), {{"boxes", "Boxes", ColumnType::Integer}}), ownPartColumns());
    return headCells == HeadCells::Repeated ? whole : ownPartColumns();
}

void writeRecipeParts(const Recipe& recipe, const std::vector<RecipePart>& parts,
                      HeadCells headCells, RowWriter& out)
{
    out.begin(recipePartColumns(headCells));
    for (const RecipePart& part : parts) {
        if (headCells == HeadCells::Repeated) {
            writeRecipeHead(recipe, out);
            out.integer(parts.front().boxes);
        }
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
