#include "exchange/movement_replay.h"

#include "gifting/insert_boxes.h"

namespace giftbox::exchange {

using books::MovementKind;
using foundation::Money;
using foundation::Refusal;

namespace {

constexpr std::int64_t kMovementsAtOnce = 4096;

} // namespace

inventory::Posting postingOf(const JournalMovement& movement)
{
    const books::MovementRule& rule = ruleOf(movement.kind);
    return {.kind = movement.kind,
            .on = movement.on,
            .box = rule.ofBox() ? std::optional(books::BoxNo{movement.box}) : std::nullopt,
            .reason = rule.hasReason() ? std::optional(movement.reason) : std::nullopt,
            .corrects = rule.corrects() ? std::optional(movement.corrects) : std::nullopt};
}

MovementReplay::MovementReplay(books::WriteTransaction& tx, ImportSource source, BoxJournal& boxes)
    : tx_(tx), journal_(tx, std::move(source)), boxes_(boxes), shelf_(tx), months_(tx),
      insertedBoxes_(gifting::boxRows())
{}

void MovementReplay::run()
{
    std::vector<std::string> skus;
    inventory::listItems(tx_,
                         [&](const inventory::NumberedItem& one) { skus.push_back(one.item.sku); });
    shelf_.load(skus);
    while (const auto movement = journal_.next()) {
        if (!journal_.isWhole() || journal_.file().isHopeless() || boxes_.file().isHopeless()) {
            continue; // read on for other faults
        }
        const bool isIssue = movement->kind == MovementKind::Issue;
        if (box_ != nullptr && (!isIssue || movement->box != boxNumber_)) {
            finishBox();
        }
        if (!post(*movement)) {
            doubtful_.insert(movement->sku);
            if (movement->comesIn()) {
                missingLots_.insert(movement->lot);
            }
            boxIsWhole_ = boxIsWhole_ && !isIssue;
        }
        if (++movements_ % kMovementsAtOnce == 0) {
            write();
        }
    }
    if (journal_.isWhole() && !boxes_.file().isHopeless()) {
        requireNoVarianceDue();
        finishBox();
        requireAllBoxes();
    }
    write();
}

bool MovementReplay::post(JournalMovement movement)
{
    try {
        if (movement.kind != MovementKind::Variance) {
            requireNoVarianceDue();
        }
        tx_.requireOpen(movement.on);
        (void)shelf_.require(movement.sku);
        const bool fits = movement.kind == MovementKind::Issue    ? beginBox(movement)
                          : movement.kind == MovementKind::Return ? bringBack(movement)
                                                                  : true;
        if (!fits || doubtful_.contains(movement.sku) || missingLots_.contains(movement.lot)) {
            return false;
        }
        // The file's own numbers, without those of rows that could not be posted.
        tx_.counters().movement = movement.seq - 1;
        tx_.counters().lot = movement.comesIn() ? movement.lot - 1 : journal_.lastLot();
        if (movement.comesIn()) {
            put(movement);
        } else if (!(ruleOf(movement.kind).reverses                  ? reverse(movement)
                     : movement.kind == MovementKind::Correction     ? correct(movement)
                     : movement.kind == MovementKind::Variance       ? vary(movement)
                     : movement.kind == MovementKind::Credit         ? credit(movement)
                     : movement.kind == MovementKind::SupplierReturn ? giveBack(movement)
                                                                     : take(movement))) {
            return false;
        }
        months_.addMovements(movement.on.month(), movement.seq, movement.seq);
        return true;
    } catch (const Refusal& refusal) {
        journal_.file().rejectAt(journal_.file().line(), MovementJournal::Cost, refusal);
        return false;
    }
}

void MovementReplay::put(const JournalMovement& movement)
{
    inventory::NewLot lot{.units = movement.units,
                          .cost = movement.cost,
                          .source = std::string(ruleOf(movement.kind).lotSource()),
                          .reference = {},
                          .supplier = {},
                          .line = 1};
    if (ruleOf(movement.kind).said == books::Said::Receipt) {
        lot.source = movement.source;
        lot.reference = movement.receipt;
        lot.supplier = movement.supplier;
        lot.line = movement.line;
        lot.reason = movement.reason;
    }
    months_.addMovement(movement.on.month(), movement.kind, movement.cost);
    shelf_.put(shelf_.require(movement.sku), lot, postingOf(movement));
}

bool MovementReplay::take(const JournalMovement& movement)
{
    inventory::ShelfItem& item = shelf_.require(movement.sku);
    const auto draws = shelf_.plan(item, -movement.units, movement.on);
    const inventory::LotDraw& draw = draws.front();
    if (draw.lot.value != movement.lot || draws.size() > 1) {
        journal_.reject(MovementJournal::Lot, "The file has lot " + std::to_string(movement.lot) +
                                                  ", but FIFO takes " + std::to_string(draw.units) +
                                                  " of the units from lot " +
                                                  std::to_string(draw.lot.value) + ".");
        return false;
    }
    const auto& store = tx_.store();
    if (draw.cost != -movement.cost) {
        journal_.reject(MovementJournal::Cost, "The file has " + store.amount(movement.cost) +
                                                   ", but FIFO gives " + store.amount(-draw.cost) +
                                                   ".");
    }
    months_.addMovement(movement.on.month(), movement.kind, -draw.cost);
    shelf_.take(item, draws, postingOf(movement));
    if (box_ != nullptr && movement.kind == MovementKind::Issue) {
        (item.kind == inventory::ItemKind::Contents ? boxCost_.contents : boxCost_.packaging) +=
            draw.cost;
        if (box_->state == gifting::BoxState::Unpacked) {
            JournalBox::Taken& taken = box_->taken[movement.sku];
            taken.units += draw.units;
            taken.cost += draw.cost;
        }
    }
    return true;
}

bool MovementReplay::reverse(const JournalMovement& movement)
{
    inventory::ShelfItem& item = shelf_.require(movement.sku);
    const auto open = item.openLot(books::LotNo{movement.lot});
    if (!open || open->unitsLeft != -movement.units) {
        journal_.reject(MovementJournal::Lot, "Units of lot " + std::to_string(movement.lot) +
                                                  " were used, so it cannot be reversed.");
        return false;
    }
    months_.addMovement(movement.on.month(), movement.kind, movement.cost);
    shelf_.takeLot(item, open->number, postingOf(movement));
    return true;
}

bool MovementReplay::beginBox(const JournalMovement& movement)
{
    if (box_ == nullptr) {
        boxNumber_ = movement.box;
        box_ = boxes_.find(movement.box);
        boxIsWhole_ = true;
        boxCost_ = {};
        if (box_ == nullptr) {
            journal_.reject(MovementJournal::Box, "Box " + std::to_string(movement.box) +
                                                      " is missing from the file of boxes.");
            return false;
        }
        if (box_->firstMovement != 0) {
            journal_.reject(MovementJournal::Box,
                            "Box " + std::to_string(movement.box) +
                                " has movements further up, with others in between. "
                                "Keep its movements together.");
            box_ = nullptr;
            return false;
        }
        box_->firstMovement = movement.seq;
    }
    box_->lastMovement = movement.seq;
    if (box_->read && movement.on != box_->packedOn) {
        journal_.reject(MovementJournal::MovedOn, toText(movement.on) + " is not the day box " +
                                                      std::to_string(movement.box) +
                                                      " was packed, " + toText(box_->packedOn) +
                                                      ".");
        return false;
    }
    return true;
}

void MovementReplay::finishBox()
{
    if (box_ == nullptr) {
        return;
    }
    JournalBox& box = *box_;
    box_ = nullptr;
    if (!box.read || !boxIsWhole_) {
        box.good = false;
        return;
    }
    const auto compare = [&](BoxJournal::Column column, Money said, Money comesTo) {
        if (said != comesTo) {
            boxes_.reject(box, column,
                          "The file has " + tx_.store().amount(said) +
                              ", but its movements add up to " + tx_.store().amount(comesTo) + ".");
        }
    };
    compare(BoxJournal::Contents, box.cost.contents, boxCost_.contents);
    compare(BoxJournal::Packaging, box.cost.packaging, boxCost_.packaging);
    if (box.good) {
        insertBox(boxNumber_, box);
    }
}

void MovementReplay::insertBox(std::int64_t number, const JournalBox& box)
{
    if (box.state == gifting::BoxState::Given) {
        months_.addGiven(box.month, box.cost, box.recipient);
    } else if (box.state == gifting::BoxState::Packed) {
        months_.addCommitted(box.month, box.cost.total());
    }
    if (box.packOverride) {
        months_.addOverride(box.packedOn.month());
    }
    if (box.giveOverride) {
        months_.addOverride(box.givenOn->month());
    }
    insertedBoxes_.add(number).add(box.reference).add(box.recipient.value);
    insertedBoxes_.add(toText(box.state)).add(box.month.number()).add(box.packedOn.number());
    const auto day = [](const std::optional<foundation::Date>& on) {
        return on ? std::optional<std::int64_t>(on->number()) : std::nullopt;
    };
    insertedBoxes_.add(day(box.givenOn)).add(day(box.unpackedOn));
    insertedBoxes_.add(box.minutes).add(box.cost.contents.minor).add(box.cost.packaging.minor);
    insertedBoxes_.add(box.cost.labor.minor).add(box.packOverride).add(box.giveOverride);
    insertedBoxes_.add(box.firstMovement).add(box.lastMovement);
}

bool MovementReplay::bringBack(JournalMovement& movement)
{
    JournalBox* box = boxes_.find(movement.box);
    const std::string name = std::to_string(movement.box);
    if (box == nullptr || box->firstMovement == 0) {
        journal_.reject(MovementJournal::Box, "Box " + name + " was not packed before this row.");
        return false;
    }
    if (!box->good) {
        return true;
    }
    if (box->state != gifting::BoxState::Unpacked || box->unpackedOn != movement.on) {
        journal_.reject(MovementJournal::MovedOn,
                        "Box " + name + " cannot be unpacked on " + toText(movement.on) +
                            ". It is already " + std::string(toText(box->state)) +
                            (box->unpackedOn ? " on " + toText(*box->unpackedOn) : "") + ".");
        return false;
    }
    const JournalBox::Taken taken = box->taken[movement.sku];
    box->taken.erase(movement.sku);
    if (taken.units != movement.units) {
        journal_.reject(MovementJournal::Units, "The file has " + std::to_string(movement.units) +
                                                    ", but box " + name + " has " +
                                                    std::to_string(taken.units) + " to come back.");
        return false;
    }
    if (taken.cost != movement.cost) {
        journal_.reject(MovementJournal::Cost, "The file has " + tx_.store().amount(movement.cost) +
                                                   ", but box " + name + " took " +
                                                   tx_.store().amount(taken.cost) + ".");
        movement.cost = taken.cost; // so that later rows can be checked
    }
    return true;
}

void MovementReplay::requireAllBoxes()
{
    for (auto& [number, box] : boxes_.boxes()) {
        if (!box.read) {
            continue;
        }
        if (box.firstMovement == 0) {
            boxes_.reject(box, BoxJournal::Number,
                          "Box " + std::to_string(number) +
                              " has no movements. Add those of the items it took.");
        } else if (box.good && !box.taken.empty()) {
            boxes_.reject(box, BoxJournal::State,
                          "Box " + std::to_string(number) +
                              " is unpacked, but no movement brings item " +
                              box.taken.begin()->first + " back.");
        }
    }
}

void MovementReplay::write()
{
    gifting::insertBoxes(tx_, insertedBoxes_);
    insertedBoxes_.clear();
    shelf_.write();
    months_.write();
}

void MovementReplay::finish()
{
    books::Counters& counters = tx_.counters();
    counters.movement = journal_.lastSeq();
    counters.lot = journal_.lastLot();
    counters.box = boxes_.boxes().empty() ? 0 : boxes_.boxes().rbegin()->first;
}

} // namespace giftbox::exchange
