#include "gifting/give_box.h"

#include "gifting/box_rules.h"
#include "gifting/gift_limits.h"
#include "gifting/planned_box.h"

#include "books/code.h"
#include "budget/cap_exceptions.h"
#include "foundation/json.h"
#include "gifting/statements.h"

namespace giftbox::gifting {

using books::BoxNo;
using books::MovementKind;
using books::WriteTransaction;
using foundation::Date;
using foundation::Refusal;

namespace {

Box requirePacked(const WriteTransaction& tx, BoxNo number, const char* step)
{
    std::optional<Box> box = findBox(tx, number);
    if (!box) {
        if (const std::optional<PlannedBox> plan = findPlannedBox(tx, number)) {
            throw Refusal(
                "box.not_packed/planned",
                {{"number", number.value}, {"state", toText(plan->state)}, {"step", step}});
        }
        box = requireBox(tx, number);
    }
    if (box->state != BoxState::Packed) {
        const Date since = box->state == BoxState::Given ? *box->givenOn : *box->unpackedOn;
        throw Refusal("box.not_packed", {{"number", number.value},
                                         {"state", toText(box->state)},
                                         {"since", since},
                                         {"step", step}});
    }
    return *std::move(box);
}

void returnContents(WriteTransaction& tx, const Box& box, Date on, const std::string& reason)
{
    const std::vector<PackedLine> lines = linesOf(tx, box);
    std::vector<std::string> skus;
    for (const PackedLine& line : lines) {
        skus.push_back(line.sku);
    }
    inventory::Shelf shelf(tx);
    shelf.loadWithoutLots(skus);
    for (const PackedLine& line : lines) {
        shelf.put(shelf.require(line.sku),
                  {.units = line.units,
                   .cost = line.cost,
                   .source = std::string(toText(MovementKind::Return)),
                   .reference = {},
                   .supplier = {}},
                  {.kind = MovementKind::Return, .on = on, .box = box.number, .reason = reason});
    }
    shelf.write();
}

} // namespace

void updateBox(WriteTransaction& tx, const Box& box)
{
    const sql::UpdateBox row{.storeId = tx.storeId(),
                             .state = toText(box.state),
                             .month = box.month,
                             .givenOn = box.givenOn,
                             .unpackedOn = box.unpackedOn,
                             .giveOverride = box.giveOverride,
                             .boxNo = box.number.value};
    tx.facts().add(books::facts::kBoxEnd, row.binds());
    tx.database().execute(row);
}

GivenBox giveBox(WriteTransaction& tx, BoxNo number, Date on,
                 const std::optional<std::string>& override)
{
    if (override) {
        books::requireText(*override, "the reason for the override", "override");
    }
    tx.requireOpen(on);
    GivenBox given{.box = requirePacked(tx, number, "given"), .verdict = {}, .remaining = {}};
    Box& box = given.box;
    if (on < box.packedOn) {
        throw Refusal("box.given_before_packed/box",
                      {{"number", number.value}, {"packed_on", box.packedOn}, {"on", on}});
    }
    budget::MonthBook months(tx);
    if (on.month() != box.month) {
        given.verdict = authorizeMove(tx.store(), on.month(), months.month(on.month()),
                                      box.cost.total(), override);
    }
    given.verdict =
        both(std::move(given.verdict), GiftLimits(tx).testMove(box.recipient, number, box.packedOn,
                                                               on, override.has_value()));
    months.addCommitted(box.month, -box.cost.total());
    months.addGiven(on.month(), box.cost, box.recipient);
    if (!given.verdict.overridden.empty()) {
        months.addOverride(on.month());
        box.giveOverride = override;
    }
    box.state = BoxState::Given;
    box.givenOn = on;
    box.month = on.month();
    updateBox(tx, box);
    budget::CapExceptions exceptions;
    exceptions.add({.step = budget::Step::Give, .month = box.month, .box = number}, given.verdict);
    exceptions.write(tx);
    months.write();
    foundation::JsonObject detail;
    detail.add("given_on", toText(on)).add("total", toText(box.cost.total(), tx.store().currency));
    addVerdict(detail, tx.store(), given.verdict);
    tx.record("box.give", "box " + std::to_string(number.value), detail.text());
    const budget::MonthState& month = months.month(box.month);
    const MonthRemaining remaining = remainingOf(tx, box.month, month);
    given.remaining = remaining.left;
    given.waiting = remaining.waiting;
    return given;
}

void enterUnpacking(WriteTransaction& tx, Box& box, Date on, const std::string& reason)
{
    const std::int64_t firstMovement = tx.counters().movement + 1;
    returnContents(tx, box, on, reason);
    budget::MonthBook months(tx);
    months.addMovements(on.month(), firstMovement, tx.counters().movement);
    months.addCommitted(box.month, -box.cost.total());
    months.write();
    box.state = BoxState::Unpacked;
    box.unpackedOn = on;
    box.month = std::max(box.month, on.month());
    updateBox(tx, box);
}

Box unpackBox(WriteTransaction& tx, BoxNo number, Date on, const std::string& reason)
{
    books::requireText(reason, "the reason for unpacking", "reason");
    tx.requireOpen(on);
    Box box = requirePacked(tx, number, "unpacked");
    if (on < box.packedOn) {
        throw Refusal("box.unpacked_before_packed",
                      {{"number", number.value}, {"packed_on", box.packedOn}, {"on", on}});
    }
    enterUnpacking(tx, box, on, reason);
    tx.record("box.unpack", "box " + std::to_string(number.value),
              foundation::JsonObject().add("unpacked_on", toText(on)).text());
    return box;
}

} // namespace giftbox::gifting
