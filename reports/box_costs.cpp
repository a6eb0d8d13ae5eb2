#include "reports/box_costs.h"

#include "accounting/told.h"
#include "foundation/fold.h"
#include "foundation/refusal.h"
#include "gifting/recipe.h"
#include "reports/cells.h"
#include "reports/statements.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace giftbox::reports {

using books::ReadTransaction;
using foundation::Cells;
using foundation::Column;
using foundation::ColumnType;
using foundation::Money;
using foundation::Month;
using foundation::RowWriter;

namespace {

constexpr std::array<std::string_view, 4> kCostBys = {"adviser", "department", "group", "recipe"};

struct GroupCost {
    std::string name;
    std::int64_t boxes = 0;
    std::set<std::int64_t> recipients;
    budget::BoxCost cost;
};

/// The names of recipes by number.
std::map<std::string, std::string> recipeNames(const ReadTransaction& tx)
{
    std::map<std::string, std::string> names;
    gifting::listRecipes(tx, [&](const gifting::Recipe& recipe) {
        names[std::to_string(recipe.version.recipe)] = recipe.name;
    });
    return names;
}

std::string groupOf(const sql::CostsOfBoxes::Row& row, CostBy by,
                    const std::map<std::string, std::string>& recipes)
{
    switch (by) {
    case CostBy::Adviser:
        return std::string(row.adviser.value_or(""));
    case CostBy::Department:
        return std::string(row.department.value_or(""));
    case CostBy::Group:
        return std::string(row.recipientGroup);
    case CostBy::Recipe:
        break;
    }
    const auto recipe = recipes.find(std::string(accounting::figureOf(row.detail, "recipe")));
    return recipe == recipes.end() ? "" : recipe->second;
}

} // namespace

CostBy parseCostBy(std::string_view text)
{
    const auto* const found = std::ranges::find(kCostBys, text);
    if (found == kCostBys.end()) {
        throw foundation::Refusal("report.by_unknown", {{"by", text}});
    }
    return static_cast<CostBy>(found - kCostBys.begin());
}

const std::vector<Column>& boxCostColumns()
{
    static const std::vector<Column> columns = {
        {"name", "Name", ColumnType::Text, Cells::MaybeEmpty},
        {"boxes_given", "Boxes given", ColumnType::Integer},
        {"recipients", "Recipients", ColumnType::Integer},
        {"contents_cost", "Contents", ColumnType::Amount},
        {"packaging_cost", "Packaging", ColumnType::Amount},
        {"labor_cost", "Labor", ColumnType::Amount},
        {"total_cost", "Total", ColumnType::Amount},
        {"cost_per_box", "Cost per box", ColumnType::Amount}};
    return columns;
}

void writeBoxCosts(const ReadTransaction& tx, CostBy by, Month first, Month last, RowWriter& out)
{
    const auto recipes =
        by == CostBy::Recipe ? recipeNames(tx) : std::map<std::string, std::string>();
    std::map<std::string, GroupCost> groups; // by the folded name
    for (const auto& row : tx.database().query(
             sql::CostsOfBoxes{.storeId = tx.storeId(), .firstMonth = first, .lastMonth = last})) {
        const std::string name = groupOf(row, by, recipes);
        GroupCost& group = groups[foundation::folded(name)];
        group.name = group.name.empty() ? name : group.name;
        ++group.boxes;
        group.recipients.insert(row.recipientNo);
        group.cost.contents += row.contents;
        group.cost.packaging += row.packaging;
        group.cost.labor += row.labor;
    }
    out.begin(boxCostColumns());
    for (const auto& [key, group] : groups) {
        sentenceOrEmpty(out, group.name);
        out.integer(group.boxes);
        out.integer(std::ssize(group.recipients));
        out.amount(group.cost.contents);
        out.amount(group.cost.packaging);
        out.amount(group.cost.labor);
        out.amount(group.cost.total());
        out.amount(portion(group.cost.total(), 1, group.boxes));
        out.endRow();
    }
    out.end();
}

} // namespace giftbox::reports
