#include "gifting/planner/plan_model.h"

#include "foundation/check.h"

#include <algorithm>

namespace giftbox::gifting {

using foundation::Money;
using inventory::ItemKind;
using Column = IntegerProgram::Column;

namespace {

constexpr std::int64_t kMostSlack = 1'000'000'000'000;

/// A weight that makes fewer items in a box the last resort.
constexpr std::int64_t kOnlyIfNeeded = 1'000;

bool isMoney(PlanLimit limit)
{
    return limit == PlanLimit::BoxTotal || limit == PlanLimit::BoxContents ||
           limit == PlanLimit::MonthProgram;
}

std::int64_t signedCount(std::size_t count) { return static_cast<std::int64_t>(count); }

} // namespace

PlanModel::PlanModel(const PlanProblem& problem, std::set<PlanLimit> relaxed)
    : problem_(problem), relaxed_(std::move(relaxed))
{
    addChoices();
    addLines();
    addStock();
    addCategories();
    addCaps();
    addMonth();
    if (relaxed_.empty()) {
        addAbovePar();
        addFairness();
    }
}

bool PlanModel::isNamed(const PlanItem& item) const
{
    return std::ranges::any_of(problem_.pattern.named,
                               [&](const NamedLine& line) { return line.sku == item.sku; });
}

std::optional<Money> PlanModel::costOf(const PlanItem& item, std::int64_t units) const
{
    std::optional<Money> most;
    if (item.available() >= units) {
        most = mostCost(item, units);
    }
    if (isRelaxed(PlanLimit::Stock) && item.newestCost) {
        most = std::max(most.value_or(Money{}), portion(*item.newestCost, units, 1));
    }
    return most;
}

void PlanModel::addChoices()
{
    const std::vector<ChosenLine>& lines = problem_.pattern.chosen;
    for (std::size_t r = 0; r < problem_.recipients.size(); ++r) {
        for (std::size_t line = 0; line < lines.size(); ++line) {
            for (std::size_t i = 0; i < problem_.items.size(); ++i) {
                const PlanItem& item = problem_.items[i];
                const bool isOfLine =
                    item.kind == ItemKind::Contents &&
                    (lines[line].category.empty() || item.category == lines[line].category);
                if (isOfLine && !isNamed(item)) {
                    addChoice(r, i, line);
                }
            }
        }
    }
}

void PlanModel::addChoice(std::size_t r, std::size_t i, std::size_t line)
{
    const PlanItem& item = problem_.items[i];
    const PlanRecipient& recipient = problem_.recipients[r];
    const std::optional<Money> cost = costOf(item, problem_.pattern.chosen[line].units);
    const bool misfits = !fits(recipient, item);
    const bool hadLately = recipient.hadLately.contains(item.sku);
    if (!cost || (misfits && !isRelaxed(PlanLimit::Size)) ||
        (hadLately && !isRelaxed(PlanLimit::History))) {
        return;
    }
    const std::int64_t worth = relaxed_.empty()
                                   ? minorPerPoint(problem_) * pointsOf(recipient, item)
                                   : -(misfits ? penaltyOf(PlanLimit::Size) : 0) -
                                         (hadLately ? penaltyOf(PlanLimit::History) : 0);
    const std::size_t column = program_.add(Column{.worth = worth});
    choices_.push_back({r, i, line, column, *cost});
    if (misfits) {
        slacks_.push_back({PlanLimit::Size, item.sku, column});
    }
    if (hadLately) {
        slacks_.push_back({PlanLimit::History, item.sku, column});
    }
}

void PlanModel::addLines()
{
    const std::vector<ChosenLine>& lines = problem_.pattern.chosen;
    std::vector<Terms> ofLine(problem_.recipients.size() * lines.size());
    std::map<std::pair<std::size_t, std::size_t>, Terms> ofItem;
    for (const Choice& choice : choices_) {
        ofLine[choice.recipient * lines.size() + choice.line].push_back({choice.column, 1});
        ofItem[{choice.recipient, choice.item}].push_back({choice.column, 1});
    }
    for (std::size_t i = 0; i < ofLine.size(); ++i) {
        const ChosenLine& line = lines[i % lines.size()];
        if (isRelaxed(PlanLimit::Items)) {
            ofLine[i].push_back({addSlack(PlanLimit::Items, line.least, line.category), 1});
        }
        program_.add({.terms = std::move(ofLine[i]), .least = line.least, .most = line.most});
    }
    for (auto& [where, terms] : ofItem) {
        if (terms.size() > 1) {
            program_.add({.terms = std::move(terms), .most = 1});
        }
    }
}

void PlanModel::addStock()
{
    std::vector<Terms> ofItem(problem_.items.size());
    std::vector<std::int64_t> mostDrawn(problem_.items.size(), 0);
    for (const Choice& choice : choices_) {
        const std::int64_t units = problem_.pattern.chosen[choice.line].units;
        ofItem[choice.item].push_back({choice.column, units});
        mostDrawn[choice.item] += units;
    }
    for (std::size_t i = 0; i < ofItem.size(); ++i) {
        const PlanItem& item = problem_.items[i];
        if (mostDrawn[i] <= item.available()) {
            continue;
        }
        if (isRelaxed(PlanLimit::Stock) && item.newestCost) {
            ofItem[i].push_back({addSlack(PlanLimit::Stock, mostDrawn[i], item.sku), -1});
        }
        program_.add({.terms = std::move(ofItem[i]), .most = item.available()});
    }
}

void PlanModel::addCategories()
{
    if (problem_.pattern.leastCategories == 0) {
        return;
    }
    std::vector<std::map<std::string_view, Terms>> ofBox(problem_.recipients.size());
    for (const Choice& choice : choices_) {
        ofBox[choice.recipient][problem_.items[choice.item].category].push_back(
            {choice.column, -1});
    }
    std::optional<std::size_t> slack;
    if (isRelaxed(PlanLimit::Categories)) {
        slack = addSlack(PlanLimit::Categories, problem_.pattern.leastCategories, "");
    }
    for (auto& categories : ofBox) {
        Terms present;
        for (auto& [category, terms] : categories) {
            // At most 1, and at most the items of the category.
            const std::size_t column = program_.add(Column{.values = IntegerProgram::Values::Any});
            terms.push_back({column, 1});
            program_.add({.terms = std::move(terms), .most = 0});
            present.push_back({column, 1});
        }
        if (slack) {
            present.push_back({*slack, 1});
        }
        program_.add({.terms = std::move(present), .least = problem_.pattern.leastCategories});
    }
}

budget::BoxCost PlanModel::namedCost() const
{
    budget::BoxCost cost{.contents = {}, .packaging = {}, .labor = problem_.pattern.labor};
    for (const NamedLine& line : problem_.pattern.named) {
        const auto item = std::ranges::find(problem_.items, line.sku, &PlanItem::sku);
        GIFTBOX_CHECK(item != problem_.items.end());
        (item->kind == ItemKind::Contents ? cost.contents : cost.packaging) +=
            mostCost(*item, line.units);
    }
    return cost;
}

void PlanModel::limitCost(PlanLimit limit, Terms terms, Money most)
{
    std::int64_t together = 0;
    for (const IntegerProgram::Term& term : terms) {
        together += term.coefficient;
    }
    if (together <= most.minor) {
        return;
    }
    if (isRelaxed(limit)) {
        const auto known = std::ranges::find(slacks_, limit, &Slack::limit);
        const std::size_t column =
            known != slacks_.end() ? known->column : addSlack(limit, kMostSlack, "");
        terms.push_back({column, -1});
    }
    program_.add({.terms = std::move(terms), .most = most.minor});
}

void PlanModel::addCaps()
{
    const budget::BoxCost named = namedCost();
    std::vector<Terms> total(problem_.recipients.size());
    std::vector<Terms> contents(problem_.recipients.size());
    for (const Choice& choice : choices_) {
        total[choice.recipient].push_back({choice.column, choice.cost.minor});
        if (problem_.items[choice.item].kind == ItemKind::Contents) {
            contents[choice.recipient].push_back({choice.column, choice.cost.minor});
        }
    }
    for (std::size_t r = 0; r < problem_.recipients.size(); ++r) {
        if (problem_.limits.boxTotal) {
            limitCost(PlanLimit::BoxTotal, std::move(total[r]),
                      *problem_.limits.boxTotal - named.total());
        }
        if (problem_.limits.boxContents) {
            limitCost(PlanLimit::BoxContents, std::move(contents[r]),
                      *problem_.limits.boxContents - named.contents);
        }
    }
}

void PlanModel::addMonth()
{
    if (!problem_.limits.monthProgram) {
        return;
    }
    Terms terms;
    for (const Choice& choice : choices_) {
        terms.push_back({choice.column, choice.cost.minor});
    }
    const Money named = portion(namedCost().total(), signedCount(problem_.recipients.size()), 1);
    limitCost(PlanLimit::MonthProgram, std::move(terms), *problem_.limits.monthProgram - named);
}

void PlanModel::addAbovePar()
{
    std::vector<Terms> drawn(problem_.items.size());
    for (const Choice& choice : choices_) {
        drawn[choice.item].push_back({choice.column, -problem_.pattern.chosen[choice.line].units});
    }
    for (std::size_t i = 0; i < drawn.size(); ++i) {
        const std::int64_t abovePar = problem_.items[i].abovePar;
        if (abovePar > 0 && !drawn[i].empty()) {
            const std::size_t column =
                program_.add(Column{.most = abovePar,
                                    .worth = minorPerPoint(problem_) * points::kAbovePar,
                                    .values = IntegerProgram::Values::Any});
            drawn[i].push_back({column, 1});
            program_.add({.terms = std::move(drawn[i]), .most = 0});
        }
    }
}

void PlanModel::addFairness()
{
    const std::size_t middle =
        program_.add(Column{.most = kMostSlack, .values = IntegerProgram::Values::Any});
    std::vector<Terms> value(problem_.recipients.size());
    for (const Choice& choice : choices_) {
        if (problem_.items[choice.item].kind == ItemKind::Contents) {
            value[choice.recipient].push_back({choice.column, choice.cost.minor});
        }
    }
    for (Terms& terms : value) {
        const Column off{
            .most = kMostSlack, .worth = -points::kUnlike, .values = IntegerProgram::Values::Any};
        terms.push_back({middle, -1});
        terms.push_back({program_.add(off), -1});
        terms.push_back({program_.add(off), 1});
        program_.add({.terms = std::move(terms), .least = 0, .most = 0});
    }
}

std::int64_t PlanModel::penaltyOf(PlanLimit limit) const
{
    if (relaxed_.size() == 1 || isMoney(limit)) {
        return 1;
    }
    return minorPerPoint(problem_) * (limit == PlanLimit::Items ? kOnlyIfNeeded : 1);
}

std::size_t PlanModel::addSlack(PlanLimit limit, std::int64_t most, const std::string& subject)
{
    // Whole if it counts things: the solver needs at least one whole column.
    const std::size_t column = program_.add(Column{
        .most = most,
        .worth = -penaltyOf(limit),
        .values = isMoney(limit) ? IntegerProgram::Values::Any : IntegerProgram::Values::Whole});
    slacks_.push_back({limit, subject, column});
    return column;
}

std::vector<ProposedBox> PlanModel::boxesOf(const IntegerSolution& solution) const
{
    std::vector<ProposedBox> boxes(problem_.recipients.size());
    for (ProposedBox& box : boxes) {
        for (const NamedLine& line : problem_.pattern.named) {
            const auto item = std::ranges::find(problem_.items, line.sku, &PlanItem::sku);
            box.lines.push_back(
                {static_cast<std::size_t>(item - problem_.items.begin()), line.units});
        }
    }
    for (const Choice& choice : choices_) {
        if (solution.values[choice.column] > 0) {
            boxes[choice.recipient].lines.push_back(
                {choice.item, problem_.pattern.chosen[choice.line].units});
        }
    }
    for (ProposedBox& box : boxes) {
        std::sort(box.lines.begin() + signedCount(problem_.pattern.named.size()), box.lines.end());
    }
    return boxes;
}

std::vector<Obstacle> PlanModel::obstaclesOf(const IntegerSolution& solution) const
{
    std::map<PlanLimit, Obstacle> found;
    std::set<std::pair<PlanLimit, std::string>> named;
    for (const Slack& slack : slacks_) {
        const std::int64_t by = solution.values[slack.column];
        if (by <= 0) {
            continue;
        }
        Obstacle& obstacle = found[slack.limit];
        obstacle.limit = slack.limit;
        obstacle.by += by;
        if (!slack.subject.empty() && named.emplace(slack.limit, slack.subject).second) {
            obstacle.subject += (obstacle.subject.empty() ? "" : ", ") + slack.subject;
        }
    }
    std::vector<Obstacle> obstacles;
    for (const auto& [limit, obstacle] : found) {
        obstacles.push_back(obstacle);
    }
    return obstacles;
}

} // namespace giftbox::gifting
