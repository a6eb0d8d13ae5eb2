#include "gifting/planned_box.h"

#include "gifting/statements.h"

namespace giftbox::gifting {

using books::BoxNo;
using books::ReadTransaction;
using foundation::Refusal;

namespace {

template <class R>
PlannedBox plannedBoxOf(const R& row)
{
    PlannedBox box{
        .number = BoxNo{row.boxNo},
        .recipient = books::RecipientNo{row.recipientNo},
        .recipientCode = std::string(row.recipientCode),
        .recipientName = std::string(row.recipientName),
        .state = row.state == "planned" ? PlanState::Planned : PlanState::Cancelled,
        .month = row.month,
        .laborMinutes = row.laborMinutes,
        .cost = {.contents = row.contents, .packaging = row.packaging, .labor = row.labor},
        .planOverride = std::optional<std::string>(row.planOverride),
        .recipe = {},
        .cancelReason = std::optional<std::string>(row.cancelReason)};
    if (row.recipeNo) {
        box.recipe = RecipeVersion{.recipe = *row.recipeNo, .version = *row.recipeVersion};
    }
    return box;
}

} // namespace

std::string_view toText(PlanState state)
{
    return state == PlanState::Planned ? "planned" : "cancelled";
}

std::string planDigest(std::string_view box, const std::vector<std::string>& lines)
{
    std::string text(box);
    for (const std::string& line : lines) {
        text += "\n" + line;
    }
    return foundation::sha256(text);
}

std::string planWord(BoxNo number, std::string_view digest)
{
    return std::to_string(number.value) + ":" + std::string(digest);
}

std::optional<PlannedBox> findPlannedBox(const ReadTransaction& tx, BoxNo number)
{
    const auto found =
        tx.database().query(sql::FindPlannedBox{.storeId = tx.storeId(), .boxNo = number.value});
    return found ? std::optional(plannedBoxOf(*found)) : std::nullopt;
}

PlannedBox requirePlanned(const ReadTransaction& tx, BoxNo number, std::string_view step)
{
    std::optional<PlannedBox> box = findPlannedBox(tx, number);
    if (box && box->state == PlanState::Planned) {
        return *std::move(box);
    }
    const std::string_view state = box ? toText(box->state) : toText(requireBox(tx, number).state);
    throw Refusal("box.not_planned", {{"number", number.value}, {"state", state}, {"step", step}});
}

std::vector<PlannedLine> linesOf(const ReadTransaction& tx, const PlannedBox& box)
{
    std::vector<PlannedLine> lines;
    for (const auto& row : tx.database().query(
             sql::PlannedLines{.storeId = tx.storeId(), .boxNo = box.number.value})) {
        lines.push_back({.sku = std::string(row.sku),
                         .name = std::string(row.name),
                         .size = std::string(row.size),
                         .kind = inventory::parseItemKind(row.kind),
                         .units = row.units});
    }
    return lines;
}

void listPlannedBoxes(const ReadTransaction& tx, const PlanFilter& filter,
                      const std::function<void(const PlannedBox&)>& visit)
{
    const auto visitAll = [&](auto rows) {
        for (const auto& row : rows) {
            const PlannedBox box = plannedBoxOf(row);
            if (!filter.month || box.month == *filter.month) {
                visit(box);
            }
        }
    };
    foundation::Reader& database = tx.database();
    if (filter.recipient) {
        visitAll(database.query(sql::PlannedBoxesOfRecipient{
            .storeId = tx.storeId(), .recipientNo = filter.recipient->value}));
    } else if (filter.month) {
        visitAll(database.query(
            sql::PlannedBoxesOfMonth{.storeId = tx.storeId(), .month = *filter.month}));
    } else { // boxes still planned count in an open month
        const auto& closed = tx.store().closedThrough;
        visitAll(database.query(sql::PlannedBoxesOpen{
            .storeId = tx.storeId(), .closedThrough = closed ? closed->number() : 0}));
    }
}

} // namespace giftbox::gifting
