#include "tests/gifting/planner/plan_checks.h"

#include <algorithm>
#include <random>

namespace giftbox::tests {

using foundation::Money;
using gifting::BoxPattern;
using gifting::ChosenLine;
using gifting::NamedLine;
using gifting::PlanItem;
using gifting::PlanProblem;
using gifting::PlanRecipient;
using gifting::ProposedBox;
using gifting::ProposedLine;
using inventory::ItemKind;

namespace {

bool isNamed(const PlanProblem& problem, const std::string& sku)
{
    return std::ranges::any_of(problem.pattern.named,
                               [&](const NamedLine& line) { return line.sku == sku; });
}

bool isOf(const ChosenLine& line, const PlanItem& item)
{
    return item.kind == ItemKind::Contents &&
           (line.category.empty() || line.category == item.category);
}

class Checker {
public:
    explicit Checker(const PlanProblem& problem)
        : problem_(problem), drawn_(problem.items.size(), 0)
    {}

    std::vector<std::string> check(const std::vector<ProposedBox>& boxes)
    {
        expect(boxes.size() == problem_.recipients.size(), "a box for every recipient");
        for (std::size_t i = 0; i < boxes.size() && broken_.empty(); ++i) {
            where_ = problem_.recipients[i].code;
            checkLines(problem_.recipients[i], boxes[i]);
            checkCost(boxes[i]);
        }
        where_ = "month";
        expect(!problem_.limits.monthProgram || total_ <= problem_.limits.monthProgram->minor,
               "the month's room");
        return broken_;
    }

private:
    void expect(bool holds, const std::string& rule)
    {
        if (!holds) {
            broken_.push_back(where_ + ": " + rule);
        }
    }

    void checkLines(const PlanRecipient& recipient, const ProposedBox& box)
    {
        std::map<std::string, std::int64_t> units;
        std::set<std::string> categories;
        std::vector<ProposedLine> chosen;
        for (const ProposedLine& line : box.lines) {
            const PlanItem& item = problem_.items[line.item];
            expect(units.emplace(item.sku, line.units).second, "one line for an item");
            if (isNamed(problem_, item.sku)) {
                continue;
            }
            chosen.push_back(line);
            categories.insert(item.category);
            expect(!recipient.hadLately.contains(item.sku), "had lately: " + item.sku);
            expect(item.size.empty() || (recipient.sizes.contains(item.category) &&
                                         recipient.sizes.at(item.category) == item.size),
                   "size of " + item.sku);
        }
        for (const NamedLine& line : problem_.pattern.named) {
            expect(units.contains(line.sku) && units[line.sku] == line.units, "named: " + line.sku);
        }
        expect(static_cast<std::int64_t>(categories.size()) >= problem_.pattern.leastCategories,
               "categories");
        expect(isMadeUp(chosen, 0), "made up as the pattern says");
    }

    /// Whether the items fit the pattern's lines from `line` on; tries all ways.
    bool isMadeUp(const std::vector<ProposedLine>& chosen, std::size_t line) const
    {
        if (line == problem_.pattern.chosen.size()) {
            return chosen.empty();
        }
        const ChosenLine& wanted = problem_.pattern.chosen[line];
        if (wanted.category.empty()) {
            const auto count = static_cast<std::int64_t>(chosen.size());
            return count >= wanted.least && count <= wanted.most &&
                   std::ranges::all_of(chosen, [&](const ProposedLine& one) {
                       return isOf(wanted, problem_.items[one.item]) && one.units == wanted.units;
                   });
        }
        for (std::size_t i = 0; i < chosen.size(); ++i) {
            std::vector<ProposedLine> rest = chosen;
            rest.erase(rest.begin() + static_cast<std::ptrdiff_t>(i));
            if (isOf(wanted, problem_.items[chosen[i].item]) && chosen[i].units == wanted.units &&
                isMadeUp(rest, line + 1)) {
                return true;
            }
        }
        return false;
    }

    void checkCost(const ProposedBox& box)
    {
        std::int64_t contents = 0;
        std::int64_t packaging = 0;
        for (const ProposedLine& line : box.lines) {
            const PlanItem& item = problem_.items[line.item];
            for (std::int64_t unit = 0; unit < line.units; ++unit) {
                std::size_t& next = drawn_[line.item];
                if (next == item.unitCosts.size()) {
                    expect(false, "stock of " + item.sku);
                    return;
                }
                (item.kind == ItemKind::Contents ? contents : packaging) +=
                    item.unitCosts[next++].minor;
            }
        }
        expect(box.cost == budget::BoxCost{{contents}, {packaging}, problem_.pattern.labor},
               "estimated cost");
        const std::int64_t total = contents + packaging + problem_.pattern.labor.minor;
        const auto& limits = problem_.limits;
        expect(!limits.boxTotal || total <= limits.boxTotal->minor, "box.total");
        expect(!limits.boxContents || contents <= limits.boxContents->minor, "box.contents");
        total_ += total;
    }

    const PlanProblem& problem_;
    std::vector<std::size_t> drawn_;
    std::int64_t total_ = 0;
    std::string where_;
    std::vector<std::string> broken_;
};

/// The greedy fill of one program.
class Greedy {
public:
    explicit Greedy(const PlanProblem& problem) : problem_(problem), drawn_(problem.items.size(), 0)
    {}

    std::optional<std::vector<ProposedBox>> fill()
    {
        std::vector<ProposedBox> boxes;
        const auto count = static_cast<std::int64_t>(problem_.recipients.size());
        for (std::int64_t i = 0; i < count; ++i) {
            remainingOfBox_ = std::numeric_limits<std::int64_t>::max();
            if (problem_.limits.monthProgram) {
                remainingOfBox_ = (problem_.limits.monthProgram->minor - spent_) / (count - i);
            }
            boxes.emplace_back();
            if (!fillBox(problem_.recipients[static_cast<std::size_t>(i)], boxes.back())) {
                return {};
            }
        }
        gifting::estimateCosts(problem_, boxes);
        return boxes;
    }

private:
    bool fillBox(const PlanRecipient& recipient, ProposedBox& box)
    {
        total_ = problem_.pattern.labor.minor;
        contents_ = 0;
        categories_.clear();
        used_.clear();
        for (const NamedLine& line : problem_.pattern.named) {
            const auto at = std::ranges::find(problem_.items, line.sku, &PlanItem::sku);
            if (at == problem_.items.end() ||
                !take(static_cast<std::size_t>(at - problem_.items.begin()), line.units, box)) {
                return false;
            }
        }
        for (const ChosenLine& line : problem_.pattern.chosen) {
            for (std::int64_t i = 0; i < line.most; ++i) {
                const bool wantsNew = static_cast<std::int64_t>(categories_.size()) <
                                      problem_.pattern.leastCategories;
                if (!takeBest(recipient, line, wantsNew, box) && (i < line.least || wantsNew)) {
                    return false;
                }
            }
        }
        spent_ += total_;
        return true;
    }

    bool takeBest(const PlanRecipient& recipient, const ChosenLine& line, bool wantsNew,
                  ProposedBox& box)
    {
        std::vector<std::pair<std::int64_t, std::size_t>> order;
        for (std::size_t i = 0; i < problem_.items.size(); ++i) {
            const PlanItem& item = problem_.items[i];
            if (isOf(line, item) && !isNamed(problem_, item.sku) && !used_.contains(i) &&
                gifting::fits(recipient, item) && !recipient.hadLately.contains(item.sku) &&
                !(wantsNew && categories_.contains(item.category))) {
                const std::int64_t surplus = drawn_[i] < item.abovePar ? 10 : 0;
                order.emplace_back(-(gifting::pointsOf(recipient, item) + surplus), i);
            }
        }
        std::ranges::sort(order);
        return std::ranges::any_of(
            order, [&](const auto& one) { return take(one.second, line.units, box); });
    }

    bool take(std::size_t i, std::int64_t units, ProposedBox& box)
    {
        const PlanItem& item = problem_.items[i];
        if (drawn_[i] + units > item.available()) {
            return false;
        }
        const std::int64_t cost = gifting::mostCost(item, units).minor;
        const std::int64_t contents = contents_ + (item.kind == ItemKind::Contents ? cost : 0);
        const auto& limits = problem_.limits;
        if (total_ + cost > remainingOfBox_ ||
            (limits.boxTotal && total_ + cost > limits.boxTotal->minor) ||
            (limits.boxContents && contents > limits.boxContents->minor)) {
            return false;
        }
        total_ += cost;
        contents_ = contents;
        drawn_[i] += units;
        used_.insert(i);
        if (!isNamed(problem_, item.sku)) {
            categories_.insert(item.category);
        }
        box.lines.push_back({i, units});
        return true;
    }

    const PlanProblem& problem_;
    std::vector<std::int64_t> drawn_;
    std::int64_t spent_ = 0;
    std::int64_t remainingOfBox_ = 0;
    std::int64_t total_ = 0;
    std::int64_t contents_ = 0;
    std::set<std::string> categories_;
    std::set<std::size_t> used_;
};

/// Random numbers that are the same on every machine.
class Dice {
public:
    explicit Dice(std::uint32_t seed) : engine_(seed) {}
    std::int64_t roll(std::int64_t least, std::int64_t most)
    {
        return least +
               static_cast<std::int64_t>(engine_() % static_cast<std::uint32_t>(most - least + 1));
    }
    std::size_t below(std::size_t end)
    {
        return static_cast<std::size_t>(roll(0, static_cast<std::int64_t>(end) - 1));
    }

private:
    std::mt19937 engine_;
};

const std::vector<std::string> kCategories = {"hats",    "shirts", "keys", "umbrellas", "glasses",
                                              "bottles", "golf",   "mugs", "pens",      "care"};
const std::vector<std::string> kSizes = {"S", "M", "L"};

PlanItem itemOf(Dice& dice, std::size_t number, std::size_t categories, std::int64_t mostUnits)
{
    PlanItem item;
    item.sku = "ITEM-" + std::to_string(number);
    item.category = kCategories[number % categories];
    if (item.category == "shirts") {
        item.size = kSizes[dice.below(kSizes.size())];
    }
    const std::int64_t cost = dice.roll(150, 1'500);
    const std::int64_t units = dice.roll(0, mostUnits);
    const std::int64_t later = cost + dice.roll(-10, 10) * cost / 100;
    for (std::int64_t unit = 0; unit < units; ++unit) {
        item.unitCosts.push_back({unit < units / 2 ? cost : later});
    }
    item.newestCost = Money{later};
    item.abovePar = std::max<std::int64_t>(0, units - dice.roll(3, 15));
    item.lotMonths = dice.roll(0, 14);
    return item;
}

PlanRecipient recipientOf(Dice& dice, std::size_t number, const PlanProblem& problem,
                          std::size_t had)
{
    PlanRecipient recipient;
    recipient.code = "C-" + std::to_string(number);
    if (dice.roll(0, 2) > 0) {
        recipient.sizes["shirts"] = kSizes[dice.below(kSizes.size())];
    }
    for (std::int64_t i = dice.roll(0, 3); i > 0; --i) {
        recipient.preferences.insert(kCategories[dice.below(kCategories.size())]);
    }
    for (std::size_t i = 0; i < had; ++i) {
        recipient.hadLately.insert(problem.items[dice.below(problem.items.size())].sku);
    }
    return recipient;
}

void addPackaging(PlanProblem& problem, std::int64_t boxes)
{
    PlanItem box;
    box.sku = "BOX";
    box.kind = ItemKind::Packaging;
    box.category = "boxes";
    box.unitCosts.assign(static_cast<std::size_t>(boxes), Money{240});
    problem.items.push_back(box);
    problem.pattern.named = {{"BOX", 1}};
}

} // namespace

std::vector<std::string> brokenRules(const PlanProblem& problem,
                                     const std::vector<ProposedBox>& boxes)
{
    return Checker(problem).check(boxes);
}

std::optional<std::vector<ProposedBox>> greedyFill(const PlanProblem& problem)
{
    return Greedy(problem).fill();
}

PlanProblem randomProgram(std::uint32_t number)
{
    Dice dice(number);
    PlanProblem problem;
    const auto recipients = static_cast<std::size_t>(dice.roll(1, 8));
    const auto items = static_cast<std::size_t>(dice.roll(8, 24));
    const auto categories = static_cast<std::size_t>(dice.roll(2, 8));
    for (std::size_t i = 0; i < items; ++i) {
        problem.items.push_back(itemOf(dice, i, categories, 14));
    }
    for (std::size_t i = 0; i < recipients; ++i) {
        problem.recipients.push_back(recipientOf(dice, i, problem, 2));
    }
    addPackaging(problem, dice.roll(7, 9));
    if (dice.roll(0, 3) == 0) {
        problem.pattern.chosen = {{kCategories[0], dice.roll(1, 2), 1, 1},
                                  {kCategories[1], 1, 1, 1},
                                  {kCategories[0], 1, 1, 1}};
        problem.pattern.named.push_back({"ITEM-0", 1});
    } else {
        problem.pattern.chosen = {{"", 1, 3, 6}};
        problem.pattern.leastCategories = dice.roll(1, 3);
    }
    problem.pattern.labor = {dice.roll(0, 1'200)};
    if (dice.roll(0, 4) > 0) {
        problem.limits.boxTotal = Money{dice.roll(4'000, 7'000)};
    }
    if (dice.roll(0, 4) > 0) {
        problem.limits.boxContents = Money{dice.roll(2'500, 5'500)};
    }
    if (dice.roll(0, 4) > 0) {
        problem.limits.monthProgram =
            Money{dice.roll(3'300, 6'500) * static_cast<std::int64_t>(recipients)};
    }
    return problem;
}

PlanProblem largeProgram(std::uint32_t number, std::size_t recipients, std::size_t items)
{
    Dice dice(number);
    PlanProblem problem;
    for (std::size_t i = 0; i < items; ++i) {
        problem.items.push_back(itemOf(dice, i, kCategories.size(), 18));
    }
    for (std::size_t i = 0; i < recipients; ++i) {
        problem.recipients.push_back(recipientOf(dice, i, problem, 12));
    }
    addPackaging(problem, static_cast<std::int64_t>(recipients));
    problem.pattern.chosen = {{"", 1, 3, 6}};
    problem.pattern.leastCategories = 3;
    problem.pattern.labor = {1'167};
    problem.limits = {.boxTotal = Money{5'000},
                      .boxContents = Money{3'000},
                      .monthProgram = Money{3'400 * static_cast<std::int64_t>(recipients)}};
    return problem;
}

} // namespace giftbox::tests
