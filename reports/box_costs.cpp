#include "reports/box_costs.h"

#include "accounting/department.h"
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

/// Says which group a box is counted in.
class Grouping {
public:
    Grouping(const ReadTransaction& tx, CostBy by) : tx_(tx), by_(by)
    {
        if (by == CostBy::Recipe) {
            recipes_ = recipeNames(tx);
        }
    }

    std::string of(const sql::CostsOfBoxes::Row& row)
    {
        switch (by_) {
        case CostBy::Adviser:
            return std::string(row.adviser.value_or(""));
        case CostBy::Department:
            return row.department.empty() ? departmentOf(row.month) : std::string(row.department);
        case CostBy::Group:
            return std::string(row.recipientGroup);
        case CostBy::Recipe:
            break;
        }
        const auto recipe = recipes_.find(std::string(accounting::figureOf(row.detail, "recipe")));
        return recipe == recipes_.end() ? "" : recipe->second;
    }

private:
    /// That of boxes without one of their own.
    const std::string& departmentOf(Month month)
    {
        auto found = departments_.find(month);
        if (found == departments_.end()) {
            found = departments_.emplace(month, accounting::defaultDepartment(tx_, month)).first;
        }
        return found->second;
    }

    const ReadTransaction& tx_;
    CostBy by_;
    std::map<std::string, std::string> recipes_;
    std::map<Month, std::string> departments_;
};

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
    Grouping grouping(tx, by);
    std::map<std::string, GroupCost> groups; // by the folded name
    for (const auto& row : tx.database().query(
             sql::CostsOfBoxes{.storeId = tx.storeId(), .firstMonth = first, .lastMonth = last})) {
        const std::string name = grouping.of(row);
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
