#include "gifting/box.h"

#include "foundation/text.h"
#include "inventory/item_code.h"

#include <limits>

namespace giftbox::gifting {

using books::BoxNo;
using books::ReadTransaction;
using foundation::Date;
using foundation::Refusal;
using foundation::Row;
using foundation::Rows;

namespace {

Date dateOf(std::int64_t number) { return Date(static_cast<std::int32_t>(number)); }

std::optional<Date> maybeDate(const Row& row, int column)
{
    return row.isNull(column) ? std::nullopt : std::optional(dateOf(row.integer(column)));
}

std::optional<std::string> maybeText(const Row& row, int column)
{
    return row.isNull(column) ? std::nullopt : std::optional(row.string(column));
}

Box boxOf(const Row& row)
{
    return {.number = BoxNo{row.integer(0)},
            .reference = maybeText(row, 1),
            .recipient = books::RecipientNo{row.integer(2)},
            .recipientCode = row.string(3),
            .recipientName = row.string(4),
            .state = parseBoxState(row.text(5)),
            .month = foundation::Month(static_cast<std::int32_t>(row.integer(6))),
            .packedOn = dateOf(row.integer(7)),
            .givenOn = maybeDate(row, 8),
            .unpackedOn = maybeDate(row, 9),
            .laborMinutes = row.integer(10),
            .cost = {.contents = {row.integer(11)},
                     .packaging = {row.integer(12)},
                     .labor = {row.integer(13)}},
            .packOverride = maybeText(row, 14),
            .giveOverride = maybeText(row, 15),
            .firstMovement = row.integer(16),
            .lastMovement = row.integer(17)};
}

/// The narrowest of the statements that answers the filter, so that a list never reads the whole history.
Rows boxesLike(const ReadTransaction& tx, const BoxFilter& filter)
{
    foundation::Database& database = tx.database();
    if (filter.recipient) {
        return database.query(
            "gifting/boxes_of_recipient",
            {{"store_id", tx.storeId()}, {"recipient_no", filter.recipient->value}});
    }
    if (filter.month && filter.most) {
        return database.query("gifting/boxes_of_month_after",
                              {{"store_id", tx.storeId()},
                               {"month", filter.month->number()},
                               {"state", filter.state ? toText(*filter.state) : std::string_view()},
                               {"after", filter.after.value},
                               {"most", *filter.most}});
    }
    if (filter.month) {
        return database.query("gifting/boxes_of_month",
                              {{"store_id", tx.storeId()}, {"month", filter.month->number()}});
    }
    if (filter.state == BoxState::Packed) {
        const auto& closed = tx.store().closedThrough;
        return database.query(
            "gifting/boxes_waiting",
            {{"store_id", tx.storeId()},
             {"closed_through", closed ? closed->number() : 0},
             {"most", filter.most.value_or(std::numeric_limits<std::int64_t>::max())}});
    }
    return database.stream("gifting/boxes_all", {{"store_id", tx.storeId()}});
}

} // namespace

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
    throw Refusal("box.state_unknown",
                  "the state is " + foundation::quoted(text) +
                      "; expected planned, packed, given, unpacked or cancelled");
}

void addRecipe(foundation::JsonObject& detail, const std::optional<RecipeVersion>& recipe)
{
    if (recipe) {
        detail.add("recipe", recipe->recipe).add("recipe_version", recipe->version);
    }
}

Room roomAfter(const budget::MonthState& month, const budget::BoxCost& cost)
{
    using budget::CapName;
    return {.boxTotal = roomUnder(capOf(month.caps, CapName::BoxTotal), cost.total()),
            .boxContents = roomUnder(capOf(month.caps, CapName::BoxContents), cost.contents),
            .monthProgram = roomUnder(capOf(month.caps, CapName::MonthProgram),
                                      month.totals.spent() + month.totals.committed)};
}

std::optional<Box> findBox(const ReadTransaction& tx, BoxNo number)
{
    Rows rows = tx.database().query("gifting/find_box",
                                    {{"store_id", tx.storeId()}, {"box_no", number.value}});
    return rows.next() ? std::optional(boxOf(rows.row())) : std::nullopt;
}

Box requireBox(const ReadTransaction& tx, BoxNo number)
{
    if (std::optional<Box> box = findBox(tx, number)) {
        return *std::move(box);
    }
    throw Refusal("box.unknown", "there is no box " + std::to_string(number.value) +
                                     "; `giftbox box list` shows them");
}

std::vector<PackedLine> linesOf(const ReadTransaction& tx, const Box& box)
{
    std::vector<PackedLine> lines;
    Rows rows = tx.database().query("gifting/lines_of_box", {{"store_id", tx.storeId()},
                                                             {"first_movement", box.firstMovement},
                                                             {"last_movement", box.lastMovement}});
    while (rows.next()) {
        const Row row = rows.row();
        lines.push_back({.sku = row.string(0),
                         .name = row.string(1),
                         .kind = inventory::parseItemKind(row.text(2)),
                         .size = row.string(3),
                         .units = row.integer(4),
                         .cost = {row.integer(5)}});
    }
    return lines;
}

void listBoxes(const ReadTransaction& tx, const BoxFilter& filter,
               const std::function<void(const Box&)>& visit)
{
    for (Rows rows = boxesLike(tx, filter); rows.next();) {
        const Box box = boxOf(rows.row());
        if ((!filter.month || box.month == *filter.month) &&
            (!filter.state || box.state == *filter.state)) {
            visit(box);
        }
    }
}

void listNewestBoxes(const ReadTransaction& tx, const BoxPage& page,
                     const std::function<void(const Box&)>& visit)
{
    for (Rows rows = tx.database().query(
             "gifting/boxes_before",
             {{"store_id", tx.storeId()},
              {"month", page.month.number()},
              {"state", page.state ? std::string(toText(*page.state)) : std::string()},
              {"before", page.before.value},
              {"most", page.most}});
         rows.next();) {
        visit(boxOf(rows.row()));
    }
}

} // namespace giftbox::gifting
