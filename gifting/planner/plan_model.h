#pragma once

#include "gifting/planner/obstacle.h"
#include "gifting/planner/plan_problem.h"
#include "gifting/solver/integer_program.h"

namespace giftbox::gifting {

/// A month to plan as an integer program: a column for each item that may go into a recipient's box. With relaxed
/// limits, it minimizes how far they are exceeded.
class PlanModel {
public:
    PlanModel(const PlanProblem& problem, std::set<PlanLimit> relaxed);

    const IntegerProgram& program() const { return program_; }
    /// A solution's boxes.
    std::vector<ProposedBox> boxesOf(const IntegerSolution& solution) const;
    /// How far a solution exceeds the relaxed limits.
    std::vector<Obstacle> obstaclesOf(const IntegerSolution& solution) const;

private:
    using Terms = std::vector<IntegerProgram::Term>;
    /// An item that may be selected for a line of a recipient's box.
    struct Choice {
        std::size_t recipient = 0;
        std::size_t item = 0;
        std::size_t line = 0;
        std::size_t column = 0;
        foundation::Money cost;
    };
    struct Slack {
        PlanLimit limit = PlanLimit::Stock;
        std::string subject;
        std::size_t column = 0;
    };

    void addChoices();
    void addChoice(std::size_t recipient, std::size_t item, std::size_t line);
    void addLines();
    void addStock();
    void addCategories();
    void addCaps();
    void addMonth();
    void addAbovePar();
    void addFairness();

    bool isRelaxed(PlanLimit limit) const { return relaxed_.contains(limit); }
    std::int64_t penaltyOf(PlanLimit limit) const;
    std::size_t addSlack(PlanLimit limit, std::int64_t most, const std::string& subject);
    void limitCost(PlanLimit limit, Terms terms, foundation::Money most);
    bool isNamed(const PlanItem& item) const;
    std::optional<foundation::Money> costOf(const PlanItem& item, std::int64_t units) const;
    budget::BoxCost namedCost() const;

    const PlanProblem& problem_;
    std::set<PlanLimit> relaxed_;
    IntegerProgram program_;
    std::vector<Choice> choices_;
    std::vector<Slack> slacks_;
};

} // namespace giftbox::gifting
