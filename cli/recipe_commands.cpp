#include "cli/box_rows.h"
#include "cli/commands.h"
#include "cli/context.h"
#include "gifting/can_make.h"
#include "gifting/set_recipe.h"

namespace giftbox::cli {

using foundation::Column;
using foundation::ColumnType;
using foundation::RowWriter;
using gifting::Recipe;
using gifting::RecipePart;

namespace {

const std::vector<Column> kRecipeColumns = {
    {"recipe", "Recipe", ColumnType::Text},
    {"version", "Version", ColumnType::Integer},
    {"labor_minutes", "Labor minutes", ColumnType::Integer}};

std::vector<Column> recipeColumnsAnd(std::initializer_list<Column> more)
{
    std::vector<Column> columns = kRecipeColumns;
    columns.insert(columns.end(), more.begin(), more.end());
    return columns;
}

void writeRecipeCells(const Recipe& recipe, RowWriter& out)
{
    out.text(recipe.name);
    out.integer(recipe.version.version);
    recipe.minutes ? out.integer(*recipe.minutes) : out.empty();
}

void codeOrEmpty(const std::string& code, RowWriter& out)
{
    code.empty() ? out.empty() : out.code(code);
}

const std::vector<Column>& recipeInWordsColumns()
{
    static const std::vector<Column> columns =
        recipeColumnsAnd({{"lines", "Lines", ColumnType::Text}});
    return columns;
}

void writeRecipeInWords(const Recipe& recipe, RowWriter& out)
{
    writeRecipeCells(recipe, out);
    out.text(wordsOf(recipe));
    out.endRow();
}

/// What a line asks for: `TISSUE`, or `any hats`.
std::string wordsOf(const RecipePart& part)
{
    return part.sku.empty() ? "any " + part.category : part.sku;
}

void writePart(const RecipePart& part, RowWriter& out)
{
    codeOrEmpty(part.sku, out);
    part.category.empty() ? out.empty() : out.text(part.category);
    out.integer(part.units);
    out.integer(part.items);
    out.integer(part.available);
    out.integer(part.boxes);
    out.endRow();
}

std::vector<Column> partColumns(std::vector<Column> first)
{
    const std::vector<Column> own = {{"sku", "SKU", ColumnType::Code},
                                     {"category", "Any of category", ColumnType::Text},
                                     {"units", "Units a box", ColumnType::Integer},
                                     {"items", "Items a box", ColumnType::Integer},
                                     {"available", "Available", ColumnType::Integer},
                                     {"boxes_of_line", "Boxes", ColumnType::Integer}};
    first.insert(first.end(), own.begin(), own.end());
    return first;
}

/// The recipe, how many boxes, what limits them and what would be next, as one record.
void writeLimits(const Recipe& recipe, const std::vector<RecipePart>& parts, RowWriter& out)
{
    const auto limit = [&](std::size_t place) {
        place < parts.size() ? out.text(wordsOf(parts[place]) + ", " +
                                        std::to_string(parts[place].available) + " available")
                             : out.empty();
    };
    out.begin(recipeColumnsAnd({{"boxes", "Boxes", ColumnType::Integer},
                                {"limited_by", "Limited by", ColumnType::Text},
                                {"then_by", "Then by", ColumnType::Text}}));
    writeRecipeCells(recipe, out);
    out.integer(parts.front().boxes);
    limit(0);
    limit(1);
    out.endRow();
    out.end();
}

std::vector<Column> lineColumns(std::vector<Column> first)
{
    const std::vector<Column> own = {{"sku", "SKU", ColumnType::Code},
                                     {"category", "Any of category", ColumnType::Text},
                                     {"item", "Item", ColumnType::Text},
                                     {"kind", "Kind", ColumnType::Code},
                                     {"units", "Units", ColumnType::Integer}};
    first.insert(first.end(), own.begin(), own.end());
    return first;
}

/// The lines of the recipe; in a machine's format each row begins with the recipe.
void writeLines(const books::ReadTransaction& tx, const Recipe& recipe, bool withRecipe,
                RowWriter& out)
{
    out.begin(lineColumns(withRecipe ? kRecipeColumns : std::vector<Column>()));
    for (const gifting::BoxLine& line : recipe.items) {
        if (withRecipe) {
            writeRecipeCells(recipe, out);
        }
        const inventory::Item item = inventory::requireItem(tx, line.sku).item;
        out.code(line.sku);
        out.empty();
        out.text(item.name);
        out.code(toText(item.kind));
        out.integer(line.units);
        out.endRow();
    }
    for (const gifting::CategoryLine& line : recipe.categories) {
        if (withRecipe) {
            writeRecipeCells(recipe, out);
        }
        out.empty();
        out.text(line.category);
        out.empty();
        out.code(toText(inventory::ItemKind::Contents));
        out.integer(line.units);
        out.endRow();
    }
    out.end();
}

} // namespace

int recipeSet(Context& context)
{
    const Arguments& given = context.arguments();
    gifting::RecipeRequest request{.name = given.text("NAME"),
                                   .items = linesOf(given.all("--item")),
                                   .categories = {},
                                   .minutes = given.maybeInteger("--minutes")};
    for (const std::string& text : given.all("--any")) {
        const auto [category, units] = withUnits("--any", text);
        request.categories.push_back({.category = category, .units = units});
    }
    return context.change(Shape::Record, [&](books::WriteTransaction& tx, RowWriter& out) {
        const Recipe recipe = gifting::setRecipe(tx, request);
        out.begin(recipeInWordsColumns());
        writeRecipeInWords(recipe, out);
        out.end();
    });
}

int recipeList(Context& context)
{
    return context.read([&](const books::ReadTransaction& tx) {
        const auto out = context.output().writer(tx.store().currency, Shape::Rows);
        out->begin(recipeInWordsColumns());
        gifting::listRecipes(tx, [&](const Recipe& recipe) { writeRecipeInWords(recipe, *out); });
        out->end();
    });
}

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
            record->begin(kRecipeColumns);
            writeRecipeCells(recipe, *record);
            record->endRow();
            record->end();
            output.write("\n");
        }
        writeLines(tx, recipe, !isTable, *output.writer(tx.store().currency, Shape::Rows));
    });
}

int recipeCanMake(Context& context)
{
    return context.read([&](const books::ReadTransaction& tx) {
        const Recipe recipe = gifting::requireRecipe(tx, context.arguments().text("NAME"));
        const auto parts = gifting::canMake(recipe, inventory::itemsAvailable(tx));
        Output& output = context.output();
        const bool isTable = output.format() == Format::Table;
        if (isTable) {
            writeLimits(recipe, parts, *output.writer(tx.store().currency, Shape::Record));
            output.write("\n");
        }
        const auto out = output.writer(tx.store().currency, Shape::Rows);
        out->begin(partColumns(isTable
                                   ? std::vector<Column>()
                                   : recipeColumnsAnd({{"boxes", "Boxes", ColumnType::Integer}})));
        for (const RecipePart& part : parts) {
            if (!isTable) {
                writeRecipeCells(recipe, *out);
                out->integer(parts.front().boxes);
            }
            writePart(part, *out);
        }
        out->end();
    });
}

} // namespace giftbox::cli
