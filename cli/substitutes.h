#pragma once

#include "cli/context.h"
#include "foundation/refusal.h"
#include "gifting/substitutes.h"
#include "gifting/use_recipe.h"

namespace giftbox::cli {

/// A box that was refused for want of stock or room, with what could go into it instead.
class BoxRefusal : public foundation::Refusal {
public:
    BoxRefusal(const foundation::Refusal& refusal, std::vector<gifting::Substitute> substitutes,
               const books::Store& store);
    /// One sentence a substitute.
    std::vector<std::string> sentences() const;
    /// An array of objects; amounts are text.
    std::string json() const;

private:
    std::vector<gifting::Substitute> substitutes_;
    books::Store store_;
};

/// Runs the change of one box. When it is refused and another item may help, `wanted(ReadTransaction&)` is the box that was asked for.
/// Throws BoxRefusal, and what Context::change throws.
template <class Change, class Wanted>
int changeBox(Context& context, const Change& change, const Wanted& wanted)
{
    try {
        return context.change(Shape::Record, change);
    } catch (const foundation::Refusal& refusal) {
        if (!gifting::asksForSubstitutes(refusal)) {
            throw;
        }
        throw books::read(
            context.database(), context.storeCode(), [&](const books::ReadTransaction& tx) {
                return BoxRefusal(refusal, gifting::substitutesFor(tx, wanted(tx)), tx.store());
            });
    }
}

/// `--recipe NAME` and the items chosen for it.
gifting::RecipeUse recipeUse(const Context& context);

} // namespace giftbox::cli
