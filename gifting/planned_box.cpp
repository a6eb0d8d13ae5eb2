#include "gifting/planned_box.h"

namespace giftbox::gifting {

using books::BoxNo;
using books::ReadTransaction;
using foundation::Refusal;
using foundation::Row;
using foundation::Rows;

namespace {

std::optional<std::string> maybeText(const Row& row, int column)
{
    return row.isNull(column) ? std::nullopt : std::optional(row.string(column));
}

PlannedBox plannedBoxOf(const Row& row)
{
    PlannedBox box{.number = BoxNo{row.integer(0)},
                   .recipient = books::RecipientNo{row.integer(1)},
                   .recipientCode = row.string(2),
                   .recipientName = row.string(3),
                   .state = row.text(4) == "planned" ? PlanState::Planned : PlanState::Cancelled,
                   .month = foundation::Month(static_cast<std::int32_t>(row.integer(5))),
                   .laborMinutes = row.integer(6),
                   .cost = {.contents = {row.integer(7)},
                            .packaging = {row.integer(8)},
                            .labor = {row.integer(9)}},
                   .planOverride = maybeText(row, 10),
                   .recipe = {},
                   .cancelReason = maybeText(row, 13)};
    if (!row.isNull(11)) {
        box.recipe = RecipeVersion{.recipe = row.integer(11), .version = row.integer(12)};
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
    Rows rows = tx.database().query("gifting/find_planned_box",
                                    {{"store_id", tx.storeId()}, {"box_no", number.value}});
    return rows.next() ? std::optional(plannedBoxOf(rows.row())) : std::nullopt;
}

PlannedBox requirePlanned(const ReadTransaction& tx, BoxNo number, std::string_view step)
{
    std::optional<PlannedBox> box = findPlannedBox(tx, number);
    if (box && box->state == PlanState::Planned) {
        return *std::move(box);
    }
    const std::string_view state = box ? toText(box->state) : toText(requireBox(tx, number).state);
    throw Refusal("box.not_planned", "box " + std::to_string(number.value) + " is " +
                                         std::string(state) + "; only a planned box can be " +
                                         std::string(step));
}

std::vector<PlannedLine> linesOf(const ReadTransaction& tx, const PlannedBox& box)
{
    std::vector<PlannedLine> lines;
    Rows rows = tx.database().query("gifting/planned_lines",
                                    {{"store_id", tx.storeId()}, {"box_no", box.number.value}});
    while (rows.next()) {
        const Row row = rows.row();
        lines.push_back({.sku = row.string(0),
                         .name = row.string(1),
                         .size = row.string(2),
                         .kind = inventory::parseItemKind(row.text(3)),
                         .units = row.integer(4)});
    }
    return lines;
}

void listPlannedBoxes(const ReadTransaction& tx, const PlanFilter& filter,
                      const std::function<void(const PlannedBox&)>& visit)
{
    // Neither filter: whatever is still planned counts in an open month.
    const auto& closed = tx.store().closedThrough;
    Rows rows =
        filter.recipient ? tx.database().query("gifting/planned_boxes_of_recipient",
                                               {{"store_id", tx.storeId()},
                                                {"recipient_no", filter.recipient->value}})
        : filter.month
            ? tx.database().query("gifting/planned_boxes_of_month",
                                  {{"store_id", tx.storeId()}, {"month", filter.month->number()}})
            : tx.database().query(
                  "gifting/planned_boxes_open",
                  {{"store_id", tx.storeId()}, {"closed_through", closed ? closed->number() : 0}});
    while (rows.next()) {
        const PlannedBox box = plannedBoxOf(rows.row());
        if (!filter.month || box.month == *filter.month) {
            visit(box);
        }
    }
}

} // namespace giftbox::gifting
