#include "gifting/box.h"

#include "foundation/text.h"
#include "gifting/statements.h"
#include "inventory/item_code.h"

#include <limits>

namespace giftbox::gifting {

using books::BoxNo;
using books::ReadTransaction;
using foundation::Refusal;

void nameItems(const ReadTransaction& tx, std::vector<BoxLine>& lines)
{
    std::vector<std::string*> typed;
    for (BoxLine& line : lines) {
        typed.push_back(&line.sku);
    }
    inventory::toSkus(tx, typed);
}

std::string_view toText(BoxState state)
{
    switch (state) {
    case BoxState::Packed:
        return "packed";
    case BoxState::Given:
        return "given";
    case BoxState::Unpacked:
        break;
    }
    return "unpacked";
}

BoxState parseBoxState(std::string_view text)
{
    for (const BoxState state : {BoxState::Packed, BoxState::Given, BoxState::Unpacked}) {
        if (toText(state) == text) {
            return state;
        }
    }
    throw Refusal("box.state_unknown", {{"text", text}});
}

void addRecipe(foundation::JsonObject& detail, const std::optional<RecipeVersion>& recipe)
{
    if (recipe) {
        detail.add("recipe", recipe->recipe).add("recipe_version", recipe->version);
    }
}

Remaining remainingAfter(const budget::MonthState& month, const budget::BoxCost& cost)
{
    using budget::CapName;
    return {.boxTotal = remainingUnder(capOf(month.caps, CapName::BoxTotal), cost.total()),
            .boxContents = remainingUnder(capOf(month.caps, CapName::BoxContents), cost.contents),
            .monthProgram = remainingUnder(capOf(month.caps, CapName::MonthProgram),
                                           month.totals.spent() + month.totals.committed)};
}

std::optional<Box> findBox(const ReadTransaction& tx, BoxNo number)
{
    const auto found =
        tx.database().query(sql::FindBox{.storeId = tx.storeId(), .boxNo = number.value});
    return found ? std::optional(boxOf(*found)) : std::nullopt;
}

Box requireBox(const ReadTransaction& tx, BoxNo number)
{
    if (std::optional<Box> box = findBox(tx, number)) {
        return *std::move(box);
    }
    throw Refusal("box.unknown", {{"number", number.value}});
}

std::vector<PackedLine> linesOf(const ReadTransaction& tx, const Box& box)
{
    std::vector<PackedLine> lines;
    for (const auto& row : tx.database().query(sql::LinesOfBox{.storeId = tx.storeId(),
                           .firstMovement = box.firstMovement,
                           .lastMovement = box.lastMovement})) {
        lines.push_back({.sku = std::string(row.sku),
                         .name = std::string(row.name),
                         .kind = inventory::parseItemKind(row.kind),
                         .size = std::string(row.size),
                         .units = row.units,
                         .cost = row.cost});
    }
    return lines;
}

void listBoxes(const ReadTransaction& tx, const BoxFilter& filter,
               const std::function<void(const Box&)>& visit)
{
    const auto visitAll = [&](auto rows) {
        for (const auto& row : rows) {
            const Box box = boxOf(row);
            if ((!filter.month || box.month == *filter.month) &&
                (!filter.state || box.state == *filter.state)) {
                visit(box);
            }
        }
    };
    // The narrowest statement for the filter, so that a list never reads the whole history.
    foundation::Reader& database = tx.database();
    if (filter.recipient) {
        visitAll(database.query(sql::BoxesOfRecipient{.storeId = tx.storeId(),
                                                      .recipientNo = filter.recipient->value}));
    } else if (filter.month && filter.most) {
        visitAll(database.query(sql::BoxesOfMonthAfter{.storeId = tx.storeId(),
                                                       .month = *filter.month,
                                                       .after = filter.after.value,
                                                       .state = filter.state ? toText(*filter.state)
                                                                             : std::string_view(),
                                                       .most = *filter.most}));
    } else if (filter.month) {
        visitAll(
            database.query(sql::BoxesOfMonth{.storeId = tx.storeId(), .month = *filter.month}));
    } else if (filter.state == BoxState::Packed) {
        const auto& closed = tx.store().closedThrough;
        visitAll(database.query(sql::BoxesWaiting{
            .storeId = tx.storeId(),
            .closedThrough = closed ? closed->number() : 0,
            .most = filter.most.value_or(std::numeric_limits<std::int64_t>::max())}));
    } else {
        visitAll(database.stream(sql::BoxesAll{.storeId = tx.storeId()}));
    }
}

void listNewestBoxes(const ReadTransaction& tx, const BoxPage& page,
                     const std::function<void(const Box&)>& visit)
{
    for (const auto& row : tx.database().query(sql::BoxesBefore{.storeId = tx.storeId(),
                           .month = page.month,
                           .before = page.before.value,
                           .state = page.state ? toText(*page.state) : std::string_view(),
                           .most = page.most})) {
        visit(boxOf(row));
    }
}

} // namespace giftbox::gifting
