#pragma once

#include "cli/context.h"
#include "gifting/substitutes.h"
#include "gifting/use_recipe.h"

namespace giftbox::cli {

/// Runs the change of one box. When it is refused and another item may help, `wanted(ReadTransaction&)` is the box that was asked for.
/// Throws gifting::BoxRefusal, and what Context::change throws.
template <class Change, class Wanted>
int changeBox(Context& context, const Change& change, const Wanted& wanted)
{
    try {
        return context.change(Shape::Record, change);
    } catch (const foundation::Refusal& refusal) {
        if (!gifting::asksForSubstitutes(refusal)) {
            throw;
        }
        throw books::read(context.database(), context.storeCode(),
                          [&](const books::ReadTransaction& tx) {
                              return gifting::withSubstitutes(tx, refusal, wanted(tx));
                          });
    }
}

/// `--recipe NAME` and the items chosen for it.
gifting::RecipeUse recipeUse(const Context& context);

} // namespace giftbox::cli
