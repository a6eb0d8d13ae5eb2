#include "gifting/planner/solve_plan.h"

#include "gifting/planner/plan_model.h"
#include "gifting/planner/run_solver.h"

#include <algorithm>
#include <stdexcept>

namespace giftbox::gifting {

using Found = IntegerSolution::Found;

namespace {

constexpr std::int64_t kGapBasisPoints = 10;
/// Search nodes: at least this many, enough for 40 recipients and 120 items; smaller programs get more.
constexpr std::int64_t kFewestNodes = 200;
constexpr std::int64_t kNodesByColumns = 100'000;

constexpr PlanLimit kLimits[] = {
    PlanLimit::Stock, PlanLimit::MonthProgram, PlanLimit::BoxTotal,  PlanLimit::BoxContents,
    PlanLimit::Size,  PlanLimit::History,      PlanLimit::Categories};

StopAt stopAt(const PlanModel& model, std::int64_t gapBasisPoints, std::int64_t seconds)
{
    const auto columns = static_cast<std::int64_t>(model.program().columns.size());
    return {.gapBasisPoints = gapBasisPoints,
            .nodes = std::max(kFewestNodes, kNodesByColumns / std::max<std::int64_t>(1, columns)),
            .seconds = seconds};
}

/// Named items with fewer units than all boxes need.
std::vector<Obstacle> shortOfNamed(const PlanProblem& problem)
{
    std::vector<Obstacle> obstacles;
    for (const NamedLine& line : problem.pattern.named) {
        const auto item = std::ranges::find(problem.items, line.sku, &PlanItem::sku);
        const std::int64_t there = item == problem.items.end() ? 0 : item->available();
        const std::int64_t wanted =
            line.units * static_cast<std::int64_t>(problem.recipients.size());
        if (wanted > there) {
            obstacles.push_back({PlanLimit::Stock, line.sku, wanted - there});
        }
    }
    return obstacles;
}

std::vector<Obstacle> leastRelaxing(const PlanProblem& problem, const std::set<PlanLimit>& limits,
                                    std::int64_t seconds)
{
    const PlanModel model(problem, limits);
    const IntegerSolution solution = solve(model.program(), stopAt(model, 0, seconds));
    return solution.values.empty() ? std::vector<Obstacle>() : model.obstaclesOf(solution);
}

NoPlan whatIsInTheWay(const PlanProblem& problem, std::int64_t secondsInAll)
{
    const std::int64_t seconds =
        std::max<std::int64_t>(1, secondsInAll / (1 + std::ssize(kLimits)));
    NoPlan why;
    for (const PlanLimit limit : kLimits) {
        const std::vector<Obstacle> obstacles = leastRelaxing(problem, {limit}, seconds);
        why.any.insert(why.any.end(), obstacles.begin(), obstacles.end());
    }
    if (why.any.empty()) {
        std::set<PlanLimit> all(std::begin(kLimits), std::end(kLimits));
        all.insert(PlanLimit::Items);
        why.together = leastRelaxing(problem, all, seconds);
    }
    return why;
}

} // namespace

std::int64_t gapBasisPoints(std::int64_t objective, std::int64_t bound)
{
    const std::int64_t whole = std::max<std::int64_t>(1, std::abs(bound));
    return foundation::portion({bound - objective}, 10'000, whole).minor;
}

PlanResult solvePlan(const PlanProblem& problem, std::int64_t seconds)
{
    if (problem.recipients.empty()) {
        return {.proposal = Proposal{}, .without = {}};
    }
    if (auto missing = shortOfNamed(problem); !missing.empty()) {
        return {.proposal = {}, .without = {.any = {}, .together = std::move(missing)}};
    }
    const PlanModel model(problem, {});
    const IntegerSolution solution =
        solve(model.program(), stopAt(model, kGapBasisPoints, seconds));
    if (solution.values.empty()) {
        return {.proposal = {}, .without = whatIsInTheWay(problem, seconds)};
    }
    Proposal proposal{.boxes = model.boxesOf(solution), .objective = 0, .bound = solution.bound};
    proposal.objective = objectiveOf(problem, proposal.boxes);
    estimateCosts(problem, proposal.boxes);
    return {.proposal = std::move(proposal), .without = {}};
}

} // namespace giftbox::gifting
