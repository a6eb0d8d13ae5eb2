#include "accounting/stock_replay.h"

#include <algorithm>

namespace giftbox::accounting {

using foundation::Money;

bool StockReplay::arrivesBefore(const OpenLotState& a, const OpenLotState& b)
{
    return std::pair(a.receivedOn, a.number) < std::pair(b.receivedOn, b.number);
}

StockReplay::StockReplay(const books::ReadTransaction& tx, std::int64_t lastLot, FactReplay& facts,
                         Differences& differences)
    : tx_(tx), facts_(facts), differences_(differences), lots_(tx, sql::LotFacts::kName, lastLot)
{
    for (const auto& row : tx.database().query(sql::ItemKinds{.storeId = tx.storeId()})) {
        if (row.itemNo != std::max<std::int64_t>(1, static_cast<std::int64_t>(items_.size()))) {
            differences_.push_back("items: none has the number right before " +
                                   std::to_string(row.itemNo));
        }
        items_.resize(static_cast<std::size_t>(row.itemNo) + 1);
        items_.back() = {.isContents = row.kind == "contents", .sku = std::string(row.sku)};
    }
    open_.resize(items_.size());
    readCorrections();
}

std::string StockReplay::amount(std::int64_t minor) const
{
    return toText(Money{minor}, tx_.store().currency);
}

void StockReplay::differ(const MovementFact& movement, const std::string& sentence)
{
    differences_.push_back("movement " + std::to_string(movement.seq) + ": " + sentence);
}

bool StockReplay::isContents(std::int64_t item) const
{
    return item > 0 && item < static_cast<std::int64_t>(items_.size()) &&
           items_[static_cast<std::size_t>(item)].isContents;
}

void StockReplay::add(const MovementFact& movement)
{
    if (movement.item <= 0 || movement.item >= static_cast<std::int64_t>(items_.size())) {
        differ(movement, "there is no item number " + std::to_string(movement.item));
        return;
    }
    const bool corrects = movement.kind && ruleOf(*movement.kind).corrects();
    if (movement.kind != books::MovementKind::Variance) {
        requireNoVarianceDue();
    }
    if (movement.kind == books::MovementKind::Variance) {
        takeVariance(movement);
    } else if (movement.kind == books::MovementKind::Correction) {
        correctLot(movement);
    } else if (movement.kind == books::MovementKind::SupplierReturn) {
        returnUnits(movement);
    } else if (movement.kind == books::MovementKind::Credit) {
        creditUnits(movement);
    } else if (movement.units > 0) {
        if (corrects) {
            bringBack(movement);
        }
        putLot(movement);
    } else if (corrects) {
        reverseLot(movement);
    } else {
        drawLot(movement);
    }
    countInMonth(movement);
    if (movement.kind == books::MovementKind::Return) {
        returned[movement.box] += movement.cost;
    }
}

void StockReplay::countInMonth(const MovementFact& movement)
{
    if (totals_ == nullptr || lastMonth_ != movement.movedOn / 100) {
        lastMonth_ = movement.movedOn / 100;
        const auto [at, isNew] = months.try_emplace(lastMonth_);
        totals_ = &at->second;
        if (isNew) {
            totals_->firstMovement = movement.seq;
        }
    }
    totals_->lastMovement = movement.seq; // movements come in ascending order
    if (movement.kind) {
        totals_->count(*movement.kind, Money{movement.cost});
    }
}

void StockReplay::putLot(const MovementFact& movement)
{
    const LotFact* lot = lots_.next();
    if (lot == nullptr || lot->number != movement.lot) {
        differ(movement, "it puts lot " + std::to_string(movement.lot) +
                             ", but the next stored lot is " +
                             (lot == nullptr ? "none" : std::to_string(lot->number)));
        return;
    }
    facts_.lot(*lot);
    noteReceipt(*lot, movement);
    if (lot->item != movement.item || lot->receivedOn != movement.movedOn ||
        lot->units != movement.units) {
        differ(movement, "lot " + std::to_string(lot->number) +
                             " has another item, day or number of units than its movement");
    }
    if (lot->cost != movement.cost) {
        differ(movement, "lot " + std::to_string(lot->number) + " cost " + amount(lot->cost) +
                             ", but its movement cost " + amount(movement.cost));
    }
    ItemLots& item = open_[static_cast<std::size_t>(movement.item)];
    const OpenLotState state{.number = lot->number,
                             .receivedOn = lot->receivedOn,
                             .unitsLeft = movement.units,
                             .costLeft = movement.cost,
                             .cameWith = movement.seq,
                             .cameAs = movement.kind,
                             .broughtBy = movement.seq};
    const auto begin = item.lots.begin() + static_cast<std::ptrdiff_t>(item.head);
    const auto at = std::upper_bound(
        begin, item.lots.end(), state, [](const OpenLotState& a, const OpenLotState& b) {
            return std::pair(a.receivedOn, a.number) < std::pair(b.receivedOn, b.number);
        });
    item.lots.insert(at, state);
}

void StockReplay::drawLot(const MovementFact& movement)
{
    ItemLots& item = open_[static_cast<std::size_t>(movement.item)];
    if (item.head == item.lots.size()) {
        differ(movement, "it takes " + std::to_string(-movement.units) + " units of item " +
                             items_[static_cast<std::size_t>(movement.item)].sku +
                             ", but none are left");
        return;
    }
    OpenLotState& lot = item.lots[item.head];
    const std::int64_t units = -movement.units;
    if (lot.number != movement.lot || lot.receivedOn > movement.movedOn || units > lot.unitsLeft) {
        differ(movement, "it takes " + std::to_string(units) + " units from lot " +
                             std::to_string(movement.lot) + ", but the oldest open lot is " +
                             std::to_string(lot.number) + " with " + std::to_string(lot.unitsLeft));
        return;
    }
    const std::int64_t cost = units == lot.unitsLeft
                                  ? lot.costLeft
                                  : portion(Money{lot.costLeft}, units, lot.unitsLeft).minor;
    if (cost != -movement.cost) {
        differ(movement,
               "cost " + amount(-movement.cost) + " stored, " + amount(cost) + " recomputed");
    }
    if (movement.kind && ruleOf(*movement.kind).said == books::Said::Reason) {
        gone_.emplace(movement.seq, movement);
    }
    lot.unitsLeft -= units;
    lot.costLeft -= cost;
    lot.cameWith = 0;
    if (lot.unitsLeft == 0) {
        ++item.head;
        if (item.head > 64 && item.head * 2 > item.lots.size()) {
            item.lots.erase(item.lots.begin(),
                            item.lots.begin() + static_cast<std::ptrdiff_t>(item.head));
            item.head = 0;
        }
    }
}

/// It brings back exactly what left with the movement that it names, once: the two sum to zero.
void StockReplay::bringBack(const MovementFact& movement)
{
    const auto at = gone_.find(movement.corrects);
    if (at == gone_.end() || at->second.kind != ruleOf(*movement.kind).reverses ||
        at->second.item != movement.item || at->second.units != -movement.units ||
        at->second.cost != -movement.cost || at->second.movedOn > movement.movedOn) {
        differ(movement, "it reverses movement " + std::to_string(movement.corrects) +
                             ", which did not take " + std::to_string(movement.units) +
                             " units for " + amount(movement.cost) +
                             " off the shelf, or was reversed before");
        return;
    }
    gone_.erase(at);
}

/// It takes the whole lot of the movement that it names, of which nothing was taken: the two sum to zero.
void StockReplay::reverseLot(const MovementFact& movement)
{
    ItemLots& item = open_[static_cast<std::size_t>(movement.item)];
    const auto head = item.lots.begin() + static_cast<std::ptrdiff_t>(item.head);
    const auto lot = std::find_if(head, item.lots.end(), [&](const OpenLotState& one) {
        return one.number == movement.lot && one.cameWith == movement.corrects &&
               one.cameAs == ruleOf(*movement.kind).reverses &&
               one.receivedOn <= movement.movedOn && one.unitsLeft == -movement.units &&
               one.costLeft == -movement.cost;
    });
    if (lot == item.lots.end()) {
        differ(movement, "it reverses movement " + std::to_string(movement.corrects) +
                             ", which did not put lot " + std::to_string(movement.lot) +
                             " on the shelf with " + std::to_string(-movement.units) +
                             " units for " + amount(-movement.cost) + ", all of them still there");
        return;
    }
    item.lots.erase(lot);
    corrected_.erase(movement.lot);
}

void StockReplay::compareLeft(std::int64_t item, const OpenLotState& kept)
{
    const auto sentence = [&](const OpenLotState& lot) {
        return std::to_string(lot.unitsLeft) + " units for " + amount(lot.costLeft);
    };
    ItemLots* lots = item > 0 && item < static_cast<std::int64_t>(open_.size())
                         ? &open_[static_cast<std::size_t>(item)]
                         : nullptr;
    // Both are in the order of day received and number, so the item's next lot is the one.
    while (lots != nullptr && lots->head < lots->lots.size() &&
           arrivesBefore(lots->lots[lots->head], kept)) {
        const OpenLotState& missing = lots->lots[lots->head++];
        differences_.push_back("lot " + std::to_string(missing.number) +
                               ": nothing stored as left, " + sentence(missing) + " recomputed");
    }
    if (lots == nullptr || lots->head == lots->lots.size() ||
        arrivesBefore(kept, lots->lots[lots->head])) {
        differences_.push_back("lot " + std::to_string(kept.number) + ": " + sentence(kept) +
                               " stored as left, none recomputed");
        return;
    }
    const OpenLotState& lot = lots->lots[lots->head++];
    if (kept.unitsLeft != lot.unitsLeft || kept.costLeft != lot.costLeft) {
        differences_.push_back("lot " + std::to_string(lot.number) + ": " + sentence(kept) +
                               " stored as left, " + sentence(lot) + " recomputed");
    }
}

void StockReplay::finish()
{
    requireNoVarianceDue();
    for (const auto& row : tx_.database().stream(sql::OpenLots{.storeId = tx_.storeId()})) {
        compareLeft(row.itemNo, {.number = row.lotNo,
                                 .receivedOn = row.receivedOn,
                                 .unitsLeft = row.unitsLeft,
                                 .costLeft = row.costLeft.minor});
    }
    for (const ItemLots& item : open_) {
        for (std::size_t i = item.head; i < item.lots.size(); ++i) {
            differences_.push_back("lot " + std::to_string(item.lots[i].number) +
                                   ": nothing stored as left, " +
                                   std::to_string(item.lots[i].unitsLeft) + " units recomputed");
        }
    }
    for (const auto& [seq, stored] : corrections_) {
        differences_.push_back("movement " + std::to_string(seq) +
                               ": it is no correction, but one of lot " +
                               std::to_string(stored.lot) + " is stored with it");
    }
    while (const LotFact* lot = lots_.next()) {
        differences_.push_back("lot " + std::to_string(lot->number) +
                               ": no movement put it on the shelf");
    }
}

} // namespace giftbox::accounting
