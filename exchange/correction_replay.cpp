#include "exchange/movement_replay.h"
#include "purchasing/change_receipts.h"

namespace giftbox::exchange {

using books::MovementKind;

bool MovementReplay::correct(const JournalMovement& movement)
{
    write(); // a lot changes apart from what is taken
    inventory::ShelfItem& item = shelf_.require(movement.sku);
    inventory::LotCost before = movement.received;
    if (const auto open = item.openLot(books::LotNo{movement.lot})) {
        before.unitsLeft = open->unitsLeft;
        before.costLeft = open->costLeft;
    }
    if (before.unitsLeft + movement.units < 0) {
        journal_.reject(MovementJournal::Units, "Only " + std::to_string(before.unitsLeft) +
                                                    " units of lot " +
                                                    std::to_string(movement.lot) + " are left.");
        return false;
    }
    const auto [lot, variance] =
        inventory::changed(before, before.units + movement.units, before.cost + movement.cost);
    shelf_.changeLot(item,
                     {.left = {.number = books::LotNo{movement.lot},
                               .receivedOn = movement.receivedOn,
                               .unitsLeft = lot.unitsLeft,
                               .costLeft = lot.costLeft},
                      .units = movement.units,
                      .cost = movement.cost,
                      .variance = variance},
                     {.kind = MovementKind::Correction,
                      .on = movement.on,
                      .box = {},
                      .reason = movement.reason,
                      .corrects = movement.corrects});
    purchasing::insertCorrection(tx_, books::LotNo{movement.lot}, movement.seq,
                                 {.units = lot.units,
                                  .cost = lot.cost,
                                  .reference = movement.receipt,
                                  .supplier = movement.supplier});
    months_.addMovement(movement.on.month(), movement.kind, movement.cost);
    write();
    expectVariance(movement, variance);
    return true;
}

void MovementReplay::expectVariance(const JournalMovement& movement, foundation::Money variance)
{
    if (variance.minor != 0) {
        variance_ = movement;
        variance_->cost = -variance;
        correctedAt_ = journal_.file().line();
    }
}

bool MovementReplay::giveBack(const JournalMovement& movement)
{
    write(); // a lot changes apart from what is taken
    inventory::ShelfItem& item = shelf_.require(movement.sku);
    const books::LotNo lot{movement.lot};
    const auto open = item.openLot(lot);
    if (!open || open->unitsLeft < -movement.units || open->receivedOn > movement.on) {
        journal_.reject(MovementJournal::Lot, "Lot " + std::to_string(movement.lot) + " has " +
                                                  std::to_string(open ? open->unitsLeft : 0) +
                                                  " units to return on that day.");
        return false;
    }
    const foundation::Money cost =
        shelf_.takeFromLot(item, lot, -movement.units, postingOf(movement));
    if (cost != -movement.cost) {
        journal_.reject(MovementJournal::Cost, "The file has " + tx_.store().amount(movement.cost) +
                                                   ", but the lot gives " +
                                                   tx_.store().amount(-cost) + ".");
    }
    months_.addMovement(movement.on.month(), movement.kind, -cost);
    write();
    return true;
}

bool MovementReplay::credit(const JournalMovement& movement)
{
    write(); // a lot changes apart from what is taken
    inventory::ShelfItem& item = shelf_.require(movement.sku);
    const inventory::OpenLot usedUp{
        .number = books::LotNo{movement.lot}, .receivedOn = {}, .unitsLeft = 0, .costLeft = {}};
    shelf_.changeLot(item,
                     {.left = item.openLot(usedUp.number).value_or(usedUp),
                      .units = 0,
                      .cost = movement.cost,
                      .variance = movement.cost},
                     postingOf(movement));
    months_.addMovement(movement.on.month(), movement.kind, movement.cost);
    write();
    expectVariance(movement, movement.cost);
    return true;
}

bool MovementReplay::vary(const JournalMovement& movement)
{
    if (!variance_ || movement.lot != variance_->lot || movement.on != variance_->on ||
        movement.corrects != variance_->corrects || movement.reason != variance_->reason) {
        journal_.reject(
            MovementJournal::Lot,
            "A variance follows its correction or credit, with its lot, day and reason.");
        return false;
    }
    if (movement.cost != variance_->cost) {
        journal_.reject(MovementJournal::Cost, "The file has " + tx_.store().amount(movement.cost) +
                                                   ", but the row above gives " +
                                                   tx_.store().amount(variance_->cost) + ".");
    }
    months_.addMovement(movement.on.month(), movement.kind, variance_->cost);
    variance_.reset();
    return true;
}

void MovementReplay::requireNoVarianceDue()
{
    if (variance_) {
        journal_.file().rejectAt(correctedAt_, MovementJournal::Cost,
                                 "This row gives a variance of " +
                                     tx_.store().amount(variance_->cost) +
                                     ", which must follow in the next row.");
        variance_.reset();
    }
}

} // namespace giftbox::exchange
