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

/// The lines of a recipe, from beginning to end; each begins with the cells of its head.
const std::vector<foundation::Column>& recipeLineColumns();
void writeRecipeLines(const books::ReadTransaction& tx, const gifting::Recipe& recipe,
                      foundation::RowWriter& out);

/// Writes the boxes possible for each part, in the order in which the parts limit the recipe.
const std::vector<foundation::Column>& recipePartColumns();
void writeRecipeParts(const gifting::Recipe& recipe, const std::vector<gifting::RecipePart>& parts,
                      foundation::RowWriter& out);

} // namespace giftbox::reports
