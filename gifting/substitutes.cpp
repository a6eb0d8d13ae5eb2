#include "gifting/substitutes.h"

#include "foundation/fold.h"
#include "foundation/json.h"
#include "gifting/gift_limits.h"
#include "gifting/recipient.h"
#include "inventory/item_code.h"

#include <algorithm>
#include <tuple>

namespace giftbox::gifting {

using books::ReadTransaction;
using budget::BoxCost;
using foundation::Money;
using inventory::AvailableItem;
using inventory::ItemKind;

namespace {

constexpr std::size_t kMostSubstitutes = 3;

/// A line of the refused box: its item, and its cost if enough units are available.
struct CostedLine {
    const AvailableItem* item = nullptr;
    std::int64_t units = 0;
    std::optional<Money> cost;
};

/// The line's cost; none if too few units are available.
std::optional<Money> costOf(const AvailableItem& item, std::int64_t units, const RefusedBox& box)
{
    if (item.available(box.on) < units) {
        return std::nullopt;
    }
    return fifoCost(item.lotsBy(box.on), units, box.step == Step::Planning ? item.reserved : 0);
}

/// Empty if an item is unknown.
std::vector<CostedLine> costedLines(const RefusedBox& box, std::span<const AvailableItem> shelf)
{
    std::vector<CostedLine> lines;
    for (const BoxLine& line : box.lines) {
        const AvailableItem* item = inventory::findAvailable(shelf, line.sku);
        if (item == nullptr) {
            return {};
        }
        lines.push_back(
            {.item = item, .units = line.units, .cost = costOf(*item, line.units, box)});
    }
    return lines;
}

/// The line to replace; nullptr if there is none.
const CostedLine* lineToReplace(const std::vector<CostedLine>& lines)
{
    const CostedLine* dearest = nullptr;
    for (const CostedLine& line : lines) {
        if (!line.cost) {
            return &line;
        }
        if (line.item->kind == ItemKind::Contents &&
            (dearest == nullptr || *line.cost > *dearest->cost)) {
            dearest = &line;
        }
    }
    return dearest;
}

void addTo(BoxCost& cost, ItemKind kind, Money amount)
{
    (kind == ItemKind::Contents ? cost.contents : cost.packaging) += amount;
}

/// Whether the box with its changed cost keeps the limits that block it. What of it is imprinted counts, too.
std::function<bool(const BoxCost&)> limitsOf(const ReadTransaction& tx,
                                             const std::string& recipient, foundation::Date on,
                                             books::BoxNo number, bool isOverridden)
{
    const auto found = isOverridden ? std::nullopt : findRecipient(tx, recipient);
    if (!found) {
        return [](const BoxCost&) { return true; };
    }
    auto standings = GiftLimits(tx).standings(found->number, {.box = number.value, .on = on});
    return [standings = std::move(standings)](const BoxCost& cost) {
        return std::ranges::all_of(standings, [&](const budget::LimitStanding& one) {
            return one.action != budget::LimitAction::Block ||
                   one.use.before + budget::countedOf(
                                        *budget::findGiftLimit(one.name),
                                        {.contents = cost.contents, .packaging = cost.packaging}) <=
                       one.use.amount;
        });
    };
}

bool mayReplace(const AvailableItem& item, const AvailableItem& replaced,
                const std::vector<CostedLine>& lines)
{
    return !item.category.empty() && foundation::sameFolded(item.category, replaced.category) &&
           item.kind == replaced.kind && foundation::sameFolded(item.size, replaced.size) &&
           std::ranges::find(lines, &item, &CostedLine::item) == lines.end();
}

/// The stock and the month without the planned box to be packed.
void putAside(const ReadTransaction& tx, books::BoxNo number, std::vector<AvailableItem>& shelf,
              foundation::Month month, budget::MonthState& state)
{
    const auto plan = findPlannedBox(tx, number);
    if (!plan || plan->state != PlanState::Planned) {
        return;
    }
    for (const PlannedLine& line : linesOf(tx, *plan)) {
        std::ranges::find(shelf, line.sku, &AvailableItem::sku)->reserved -= line.units;
    }
    if (plan->month == month) {
        state.totals.committed -= plan->cost.total();
    }
}

RefusedBox refusedBox(const ReadTransaction& tx, Step step, std::vector<BoxLine> lines,
                      foundation::Month month, const std::optional<std::int64_t>& minutes,
                      foundation::Date on)
{
    nameItems(tx, lines);
    RefusedBox box{.step = step,
                   .lines = merged(lines),
                   .labor = laborCost(tx.store(), month, minutes),
                   .on = on};
    return box;
}

} // namespace

std::vector<Substitute> findSubstitutes(const RefusedBox& box, std::span<const AvailableItem> shelf,
                                        const budget::MonthState& month)
{
    const std::vector<CostedLine> lines = costedLines(box, shelf);
    const CostedLine* replaced = lineToReplace(lines);
    if (replaced == nullptr) {
        return {};
    }
    BoxCost others{.contents = {}, .packaging = {}, .labor = box.labor};
    for (const CostedLine& line : lines) {
        if (&line != replaced && line.cost) {
            addTo(others, line.item->kind, *line.cost);
        }
    }
    std::vector<Substitute> found;
    for (const AvailableItem& item : shelf) {
        const auto cost = mayReplace(item, *replaced->item, lines)
                              ? costOf(item, replaced->units, box)
                              : std::nullopt;
        BoxCost with = others;
        addTo(with, item.kind, cost.value_or(Money{}));
        if (cost && !budget::firstStop(month, with) && box.keepsLimits(with)) {
            found.push_back({.insteadOf = replaced->item->sku,
                             .sku = item.sku,
                             .name = item.name,
                             .units = replaced->units,
                             .cost = *cost,
                             .boxTotal = with.total()});
        }
    }
    std::ranges::sort(found, {}, [](const Substitute& one) { return std::tie(one.cost, one.sku); });
    found.resize(std::min(found.size(), kMostSubstitutes));
    return found;
}

bool asksForSubstitutes(const foundation::Refusal& refusal)
{
    return refusal.code() == "stock.short" || refusal.code() == "limit.exceeded" ||
           refusal.code() == "budget.box_total_exceeded" ||
           refusal.code() == "budget.box_contents_exceeded" ||
           refusal.code() == "budget.month_program_exceeded";
}

BoxRefusal::BoxRefusal(const foundation::Refusal& refusal, std::vector<Substitute> substitutes,
                       books::Store store)
    : foundation::Refusal{refusal}, substitutes_(std::move(substitutes)), store_(std::move(store))
{}

std::vector<foundation::Sentence> BoxRefusal::sentences() const
{
    std::vector<foundation::Sentence> sentences;
    for (const Substitute& one : substitutes_) {
        sentences.push_back(
            foundation::Sentence("part.instead", {{"sku", one.insteadOf},
                                                  {"other", one.sku},
                                                  {"name", one.name},
                                                  {"units", one.units},
                                                  {"cost", store_.money(one.cost)},
                                                  {"box_total", store_.money(one.boxTotal)}}));
    }
    return sentences;
}

std::string BoxRefusal::json() const
{
    std::string array = "[";
    for (const Substitute& one : substitutes_) {
        array += array.size() > 1 ? "," : "";
        array += foundation::JsonObject()
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

std::vector<Substitute> substitutesFor(const ReadTransaction& tx, const BoxRequest& request)
{
    std::vector<AvailableItem> shelf = inventory::itemsAvailable(tx);
    budget::MonthState month = budget::loadMonth(tx, request.packedOn.month());
    if (request.number) {
        putAside(tx, *request.number, shelf, request.packedOn.month(), month);
    }
    if (request.override) {
        month.caps = {};
    }
    RefusedBox box = refusedBox(tx, Step::Packing, request.lines, request.packedOn.month(),
                                request.minutes, request.packedOn);
    box.keepsLimits =
        limitsOf(tx, request.recipient, request.givenOn.value_or(request.packedOn),
                 request.number.value_or(books::BoxNo{}), request.override.has_value());
    return findSubstitutes(box, shelf, month);
}

std::vector<Substitute> substitutesFor(const ReadTransaction& tx, const PlanRequest& request)
{
    budget::MonthState month = budget::loadMonth(tx, request.month);
    if (request.override) {
        month.caps = {};
    }
    RefusedBox box = refusedBox(tx, Step::Planning, request.lines, request.month, request.minutes,
                                inventory::kEver);
    box.keepsLimits = limitsOf(tx, request.recipient, request.month.firstDay(), books::BoxNo{},
                               request.override.has_value());
    return findSubstitutes(box, inventory::itemsAvailable(tx), month);
}

} // namespace giftbox::gifting
