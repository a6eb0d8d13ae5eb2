#pragma once

#include "foundation/row_writer.h"
#include "gifting/buildable.h"

#include <vector>

namespace giftbox::reports {

/// What names a version of a recipe, and its cells, without ending the row.
const std::vector<foundation::Column>& recipeHeadColumns();
void writeRecipeHead(const gifting::Recipe& recipe, foundation::RowWriter& out);

/// A recipe in words, a row.
const std::vector<foundation::Column>& recipeColumns();
void writeRecipe(const gifting::Recipe& recipe, foundation::RowWriter& out);

/// Whether each row of a part begins with the cells of its whole.
enum class HeadCells { Repeated, Omitted };

/// The lines of a recipe, from beginning to end.
const std::vector<foundation::Column>& recipeLineColumns(HeadCells headCells);
void writeRecipeLines(const books::ReadTransaction& tx, const gifting::Recipe& recipe,
                      HeadCells headCells, foundation::RowWriter& out);

/// What the shelf allows of each part, in the order in which they limit the recipe, from beginning to end.
const std::vector<foundation::Column>& recipePartColumns(HeadCells headCells);
void writeRecipeParts(const gifting::Recipe& recipe, const std::vector<gifting::RecipePart>& parts,
                      HeadCells headCells, foundation::RowWriter& out);

} // namespace giftbox::reports
