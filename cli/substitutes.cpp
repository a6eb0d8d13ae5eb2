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
        sentences.push_back("instead of " + one.insteadOf + ": " + one.sku + " (" + one.name +
                            "), " + std::to_string(one.units) + " for " + store_.amount(one.cost) +
                            "; the box then costs " + store_.amount(one.boxTotal));
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

bool asksForSubstitutes(const Refusal& refusal)
{
    return refusal.code() == "stock.short" || refusal.code() == "budget.box_total_exceeded" ||
           refusal.code() == "budget.box_contents_exceeded" ||
           refusal.code() == "budget.month_program_exceeded";
}

gifting::RecipeUse recipeUse(const Context& context)
{
    return {.name = context.arguments().text("--recipe"),
            .picks = context.arguments().all("--item")};
}

} // namespace giftbox::cli
