#include "accounting/stock_replay.h"
#include "inventory/lot_cost.h"

#include <algorithm>

namespace giftbox::accounting {

using foundation::Money;

void StockReplay::readCorrections()
{
    for (const auto& row :
         tx_.database().query(sql::ReceiptCorrections{.storeId = tx_.storeId()})) {
        corrections_[row.seq] = {.lot = row.lotNo, .units = row.units, .cost = row.cost.minor};
        corrected_.try_emplace(row.lotNo);
    }
}

void StockReplay::noteReceipt(const LotFact& lot, const MovementFact& movement)
{
    if (const auto at = corrected_.find(lot.number); at != corrected_.end()) {
        at->second = {.item = movement.item,
                      .receivedOn = lot.receivedOn,
                      .cameWith = movement.seq,
                      .units = movement.units,
                      .cost = movement.cost};
    }
}

/// It names the movement of its receipt, and adds to what the receipt had what is stored with the correction.
void StockReplay::correctLot(const MovementFact& movement)
{
    const auto stored = corrections_.find(movement.seq);
    const auto receipt = corrected_.find(movement.lot);
    if (stored == corrections_.end() || receipt == corrected_.end() ||
        stored->second.lot != movement.lot || receipt->second.item != movement.item ||
        receipt->second.cameWith != movement.corrects ||
        movement.movedOn < receipt->second.receivedOn) {
        differ(movement, "it corrects movement " + std::to_string(movement.corrects) +
                             ", which did not put lot " + std::to_string(movement.lot) +
                             " on the shelf, or nothing is stored with the correction");
        return;
    }
    CorrectedReceipt& before = receipt->second;
    const StoredCorrection& after = stored->second;
    if (before.units + movement.units != after.units || before.cost + movement.cost != after.cost) {
        differ(movement, "it changes a receipt of " + std::to_string(before.units) + " units for " +
                             amount(before.cost) + " to " + std::to_string(after.units) +
                             " units for " + amount(after.cost) + ", which is not the difference");
    }
    changeLeft(movement, before);
    before.units = after.units;
    before.cost = after.cost;
    corrections_.erase(stored);
}

/// What is left of the receipt costs its share of the corrected cost; the rest of the change is the variance.
void StockReplay::changeLeft(const MovementFact& movement, const CorrectedReceipt& receipt)
{
    auto& lots = open_[static_cast<std::size_t>(movement.item)].lots;
    const auto head = lots.begin() + static_cast<std::ptrdiff_t>(
                                         open_[static_cast<std::size_t>(movement.item)].head);
    const auto at = std::ranges::find(head, lots.end(), movement.lot, &OpenLotState::number);
    const bool isOpen = at != lots.end();
    const inventory::LotCost before{.units = receipt.units,
                                    .cost = {receipt.cost},
                                    .unitsLeft = isOpen ? at->unitsLeft : 0,
                                    .costLeft = {isOpen ? at->costLeft : 0}};
    if (before.unitsLeft + movement.units < 0 || receipt.units + movement.units < 1 ||
        receipt.cost + movement.cost < 0) {
        differ(movement,
               "it takes more off lot " + std::to_string(movement.lot) + " than is left of it");
        return;
    }
    const inventory::ChangedLot after = inventory::changed(before, receipt.units + movement.units,
                                                           Money{receipt.cost + movement.cost});
    due_ = {.lot = movement.lot, .corrects = movement.corrects, .cost = after.variance.minor};
    const OpenLotState state{.number = movement.lot,
                             .receivedOn = receipt.receivedOn,
                             .unitsLeft = after.lot.unitsLeft,
                             .costLeft = after.lot.costLeft.minor,
                             .cameWith = isOpen ? at->cameWith : 0,
                             .cameAs = books::MovementKind::Receipt,
                             .broughtBy = receipt.cameWith};
    if (isOpen && state.unitsLeft > 0) {
        *at = state;
    } else if (isOpen) {
        lots.erase(at);
    } else if (state.unitsLeft > 0) {
        lots.insert(std::upper_bound(head, lots.end(), state, arrivesBefore), state);
    }
}

void StockReplay::takeVariance(const MovementFact& movement)
{
    if (movement.units != 0 || movement.lot != due_.lot || movement.corrects != due_.corrects ||
        movement.cost != -due_.cost || due_.cost == 0) {
        differ(movement, "a variance of " + amount(-movement.cost) + " for lot " +
                             std::to_string(movement.lot) + " is stored, " + amount(due_.cost) +
                             " for lot " + std::to_string(due_.lot) + " recomputed");
    }
    due_ = {};
}

void StockReplay::requireNoVarianceDue()
{
    if (due_.cost != 0) {
        differences_.push_back("lot " + std::to_string(due_.lot) + ": a variance of " +
                               amount(due_.cost) + " is missing after its correction");
        due_ = {};
    }
}

} // namespace giftbox::accounting
