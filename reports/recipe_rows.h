#pragma once

#include "foundation/row_writer.h"
#include "gifting/buildable.h"

#include <vector>

namespace giftbox::reports {

/// The columns that identify a version of a recipe, and its cells, without ending the row.
const std::vector<foundation::Column>& recipeHeadColumns();
void writeRecipeHead(const gifting::Recipe& recipe, foundation::RowWriter& out);

/// A recipe as text in one row.
const std::vector<foundation::Column>& recipeColumns();
void writeRecipe(const gifting::Recipe& recipe, foundation::RowWriter& out);

/// Whether each row of a part begins with the cells of the whole.
enum class HeadCells { Repeated, Omitted };

/// Writes all lines of a recipe.
const std::vector<foundation::Column>& recipeLineColumns(HeadCells headCells);
void writeRecipeLines(const books::ReadTransaction& tx, const gifting::Recipe& recipe,
                      HeadCells headCells, foundation::RowWriter& out);

/// Writes the boxes possible for each part, in the order in which the parts limit the recipe.
const std::vector<foundation::Column>& recipePartColumns(HeadCells headCells);
void writeRecipeParts(const gifting::Recipe& recipe, const std::vector<gifting::RecipePart>& parts,
                      HeadCells headCells, foundation::RowWriter& out);

} // namespace giftbox::reports
