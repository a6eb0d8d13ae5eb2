#include "cli/substitutes.h"

#include "foundation/json.h"

namespace giftbox::cli {

using foundation::JsonObject;
using foundation::Refusal;
using gifting::Substitute;

BoxRefusal::BoxRefusal(const Refusal& refusal, std::vector<Substitute> substitutes,
                       const books::Store& store)
    : Refusal{refusal}, substitutes_(std::move(substitutes)), store_(store)
{}

std::vector<std::string> BoxRefusal::sentences() const
{
    std::vector<std::string> sentences;
    for (const Substitute& one : substitutes_) {
        sentences.push_back(sentenceOf(one, store_));
    }
    return sentences;
}

std::string BoxRefusal::json() const
{
    std::string array = "[";
    for (const Substitute& one : substitutes_) {
        array += array.size() > 1 ? "," : "";
        array += JsonObject()
                     .add("instead_of", one.insteadOf)
                     .add("sku", one.sku)
                     .add("item", one.name)
                     .add("units", one.units)
                     .add("cost", toText(one.cost, store_.currency))
                     .add("total_cost", toText(one.boxTotal, store_.currency))
                     .text();
    }
    return array + "]";
}

gifting::RecipeUse recipeUse(const Context& context)
{
    return {.name = context.arguments().text("--recipe"),
            .picks = context.arguments().all("--item")};
}

} // namespace giftbox::cli
