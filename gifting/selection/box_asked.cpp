#include "gifting/selection/box_asked.h"

#include "gifting/pack_box.h"
#include "gifting/selection/candidates.h"
#include "gifting/use_recipe.h"

namespace giftbox::gifting {

using books::ReadTransaction;
using books::WriteTransaction;
using foundation::Refusal;

namespace {

void requireOne(const BoxAsked& asked)
{
    if (asked.planned.has_value() == asked.recipient.has_value()) {
        throw Refusal("box.which");
    }
    if (asked.planned && asked.recipe) {
        throw Refusal("box.which/recipe");
    }
}

/// Without the lines from its recipe, and those that were planned.
template <class Request>
Request byRecipe(const ReadTransaction& tx, const BoxAsked& asked, Request request)
{
    if (!asked.recipe) {
        request.lines = asked.lines;
        return request;
    }
    RecipeUse use{.name = *asked.recipe, .picks = {}};
    for (const BoxLine& line : asked.lines) {
        if (line.units != 1) {
            throw Refusal("recipe.or_lines", {{"sku", line.sku}});
        }
        use.picks.push_back(line.sku);
    }
    return useRecipe(tx, std::move(request), use);
}

PlannedPacking packingOf(const ReadTransaction& tx, const BoxAsked& asked, foundation::Date on)
{
    const PlannedBox plan = requirePlanned(tx, *asked.planned, "packed");
    return {.number = plan.number,
            .lines = asked.lines,
            .minutes = asked.minutes,
            .packedOn = on,
            .override = asked.override,
            .exemption = approvedException(tx, plan.recipientCode, plan.month),
            .tax = asked.tax};
}

} // namespace

BoxRequest requestOf(const ReadTransaction& tx, const BoxAsked& asked, foundation::Date on)
{
    requireOne(asked);
    if (asked.planned) {
        return requestOf(tx, packingOf(tx, asked, on));
    }
    BoxRequest request{.recipient = *asked.recipient,
                       .lines = {},
                       .minutes = asked.minutes,
                       .packedOn = on,
                       .givenOn = {},
                       .reference = {},
                       .override = asked.override,
                       .tax = asked.tax};
    request.exemption = approvedException(tx, request.recipient, on.month());
    return byRecipe(tx, asked, std::move(request));
}

PlanRequest requestOf(const ReadTransaction& tx, const BoxAsked& asked, foundation::Month month)
{
    requireOne(asked);
    PlanRequest request{.recipient = asked.recipient.value_or(""),
                        .lines = {},
                        .minutes = asked.minutes,
                        .month = month,
                        .override = asked.override,
                        .exemption = approvedException(tx, asked.recipient.value_or(""), month),
                        .recipe = {},
                        .tax = asked.tax};
    return byRecipe(tx, asked, std::move(request));
}

PackedBox pack(WriteTransaction& tx, const BoxAsked& asked, foundation::Date on)
{
    requireOne(asked);
    return asked.planned ? packPlannedBox(tx, packingOf(tx, asked, on))
                         : packBox(tx, requestOf(tx, asked, on));
}

PlannedResult plan(WriteTransaction& tx, const BoxAsked& asked, foundation::Month month)
{
    return planBox(tx, requestOf(tx, asked, month));
}

} // namespace giftbox::gifting
