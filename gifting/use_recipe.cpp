#include "gifting/use_recipe.h"

#include "gifting/recipe_fill.h"
#include "gifting/recipient.h"
#include "gifting/statements.h"
#include "inventory/item_code.h"

namespace giftbox::gifting {

using books::ReadTransaction;

namespace {

RecipeFilling fillingFor(const ReadTransaction& tx, const std::string& recipient)
{
    const NumberedRecipient found = requireRecipient(tx, recipient);
    RecipeFilling filling;
    filling.sizes = found.recipient.sizes;
    filling.hadLately = hadLately(tx, found.number);
    return filling;
}

/// Fills the request for a box to pack or plan.
template <class Request>
Request filled(const ReadTransaction& tx, Request request, const RecipeUse& use,
               foundation::Date on)
{
    const Recipe recipe = requireRecipe(tx, use.name);
    RecipeFilling filling = fillingFor(tx, request.recipient);
    filling.picks = use.picks;
    std::vector<std::string*> typed;
    for (std::string& pick : filling.picks) {
        typed.push_back(&pick);
    }
    inventory::toSkus(tx, typed);
    filling.on = on;
    request.lines = fillRecipe(recipe, inventory::itemsAvailable(tx), filling);
    request.minutes = request.minutes ? request.minutes : recipe.minutes;
    request.recipe = recipe.version;
    return request;
}

} // namespace

std::set<std::string> hadLately(const ReadTransaction& tx, books::RecipientNo recipient)
{
    std::set<std::string> skus;
    for (const auto& row : tx.database().query(sql::HadLately{
             .storeId = tx.storeId(), .recipientNo = recipient.value, .boxes = kLatelyBoxes})) {
        skus.emplace(row.sku);
    }
    return skus;
}

BoxRequest useRecipe(const ReadTransaction& tx, BoxRequest request, const RecipeUse& use)
{
    const foundation::Date on = request.packedOn;
    return filled(tx, std::move(request), use, on);
}

PlanRequest useRecipe(const ReadTransaction& tx, PlanRequest request, const RecipeUse& use)
{
    return filled(tx, std::move(request), use, inventory::kEver);
}

} // namespace giftbox::gifting
