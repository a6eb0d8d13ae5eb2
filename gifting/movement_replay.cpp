#include "gifting/movement_replay.h"

#include "books/code.h"
#include "foundation/text.h"
#include "gifting/receipt_run.h"

namespace giftbox::gifting {

using foundation::Money;
using foundation::Refusal;
using inventory::MovementKind;

namespace {

constexpr std::int64_t kMovementsAtOnce = 4096;
constexpr std::int64_t kMostUnits = 1'000'000'000;

std::vector<books::ImportColumn> columns()
{
    return {{"seq"},          {"moved_on"},
            {"kind"},         {"sku"},
            {"lot"},          {"units"},
            {"cost"},         {"box"},
            {"receipt"},      {"reason"},
            {"source"},       {"supplier"},
            {"actor", false}, {"recorded_at", false}};
}

MovementKind parseKind(std::string_view text)
{
    for (const MovementKind kind : {MovementKind::Receipt, MovementKind::Issue,
                                    MovementKind::Return, MovementKind::WriteOff}) {
        if (toText(kind) == text) {
            return kind;
        }
    }
    return MovementKind::Count;
}

bool comesIn(const JournalMovement& movement) { return movement.units > 0; }

bool isOfBox(MovementKind kind)
{
    return kind == MovementKind::Issue || kind == MovementKind::Return;
}

} // namespace

MovementReplay::MovementReplay(books::WriteTransaction& tx, books::ImportSource source,
                               BoxJournal& boxes)
    : tx_(tx), file_(std::move(source), columns(), tx.store().currency), boxes_(boxes), shelf_(tx),
      months_(tx),
      insertedBoxes_({"box_no", "reference", "recipient_no", "state", "month", "packed_on",
                      "given_on", "labor_minutes", "contents", "packaging", "labor",
                      "pack_override", "give_override", "first_movement", "last_movement"})
{}

void MovementReplay::run()
{
    std::vector<std::string> skus;
    inventory::listItems(tx_,
                         [&](const inventory::NumberedItem& one) { skus.push_back(one.item.sku); });
    shelf_.load(skus);
    while (file_.next()) {
        const JournalMovement movement = readMovement();
        if (box_ != nullptr &&
            (movement.kind != MovementKind::Issue || movement.box != boxNumber_)) {
            finishBox();
        }
        if (inOrder_ && !post(movement)) {
            doubtful_.insert(movement.sku);
            if (comesIn(movement)) {
                missingLots_.insert(movement.lot);
            }
            boxIsWhole_ = boxIsWhole_ && movement.kind != MovementKind::Issue;
        }
        if (++rows_ % kMovementsAtOnce == 0) {
            write();
        }
    }
    finishBox();
    if (inOrder_) {
        requireAllBoxes();
    }
    write();
}

JournalMovement MovementReplay::readMovement()
{
    JournalMovement movement{.seq = file_.requiredInteger(Seq),
                             .on = file_.date(MovedOn),
                             .kind = parseKind(file_.code(Kind)),
                             .sku = std::string(file_.code(Sku)),
                             .lot = file_.requiredInteger(Lot),
                             .units = file_.requiredInteger(Units),
                             .cost = file_.amount(Cost),
                             .box = file_.integer(Box).value_or(0),
                             .receipt = file_.text(Receipt),
                             .reason = file_.text(Reason),
                             .source = std::string(file_.code(Source)),
                             .supplier = file_.text(Supplier)};
    if (toText(movement.kind) != file_.code(Kind)) {
        file_.reject(Kind, "is " + foundation::quoted(file_.code(Kind)) +
                               "; expected receipt, issue, return, write-off or count");
    }
    if (file_.rowIsGood()) {
        requireCells(movement);
    }
    if (inOrder_ && file_.rowIsGood()) {
        requireNext(movement);
    }
    inOrder_ = inOrder_ && file_.rowIsGood();
    return movement;
}

void MovementReplay::requireCells(const JournalMovement& movement)
{
    const MovementKind kind = movement.kind;
    const auto requireEmpty = [&](Column column, bool mayBeThere) {
        if (!mayBeThere && !file_.code(column).empty()) {
            file_.reject(column, "a movement of kind " + std::string(toText(kind)) +
                                     " has none; expected nothing here");
        }
    };
    const bool isReceipt = kind == MovementKind::Receipt;
    requireEmpty(Box, isOfBox(kind));
    requireEmpty(Receipt, isReceipt);
    requireEmpty(Reason, !isReceipt && kind != MovementKind::Issue);
    requireEmpty(Source, isReceipt);
    requireEmpty(Supplier, isReceipt);
    const bool mayComeIn = isReceipt || kind == MovementKind::Return || kind == MovementKind::Count;
    const bool mayGoOut = !isReceipt && kind != MovementKind::Return;
    const std::int64_t units = movement.units;
    if (isOfBox(kind) && movement.box == 0) {
        file_.reject(Box, "is empty; expected the number of a box");
    }
    if (units < -kMostUnits || units > kMostUnits) {
        file_.reject(Units, "is " + std::to_string(units) + "; expected at most " +
                                std::to_string(kMostUnits));
    } else if (units == 0 || (units > 0 && !mayComeIn) || (units < 0 && !mayGoOut)) {
        file_.reject(Units, "is " + std::to_string(units) + "; expected units " +
                                (!mayGoOut    ? "over 0, as they come in"
                                 : !mayComeIn ? "under 0, as they go out"
                                              : "that are not 0"));
    }
}

void MovementReplay::requireNext(const JournalMovement& movement)
{
    const auto require = [&](Column column, std::int64_t number, std::int64_t& last,
                             const char* what) {
        if (number != last + 1) {
            file_.reject(column, "is " + std::to_string(number) + "; expected " +
                                     std::to_string(last + 1) + what);
        }
        last = number;
    };
    require(Seq, movement.seq, lastSeq_,
            ", as movements are numbered without gaps and imported all together");
    if (comesIn(movement)) {
        require(Lot, movement.lot, lastLot_, ", as every lot that comes in has the next number");
    }
}

MovementReplay::Column MovementReplay::columnOf(const Refusal& refusal)
{
    const std::string& code = refusal.code();
    if (code.starts_with("item.")) {
        return Sku;
    }
    if (code.starts_with("stock.") || code.starts_with("units.")) {
        return Units;
    }
    if (code.starts_with("month.") || code.starts_with("date.")) {
        return MovedOn;
    }
    return code.starts_with("text.") ? Reason : Cost;
}

bool MovementReplay::post(JournalMovement movement)
{
    try {
        tx_.requireOpen(movement.on);
        (void)shelf_.require(movement.sku);
        const bool fits = movement.kind == MovementKind::Issue    ? beginBox(movement)
                          : movement.kind == MovementKind::Return ? bringBack(movement)
                                                                  : true;
        if (!fits || doubtful_.contains(movement.sku) || missingLots_.contains(movement.lot)) {
            return false;
        }
        // The file's own numbers: those of rows that could not be posted are left out.
        tx_.counters().movement = movement.seq - 1;
        tx_.counters().lot = comesIn(movement) ? movement.lot - 1 : lastLot_;
        if (!(comesIn(movement) ? put(movement) : take(movement))) {
            return false;
        }
        months_.addMovements(movement.on.month(), movement.seq, movement.seq);
        return true;
    } catch (const Refusal& refusal) {
        file_.reject(columnOf(refusal), refusal.sentence());
        return false;
    }
}

bool MovementReplay::put(const JournalMovement& movement)
{
    inventory::NewLot lot{.units = movement.units,
                          .cost = movement.cost,
                          .source = std::string(toText(movement.kind)),
                          .reference = {},
                          .supplier = {}};
    inventory::Posting posting{
        .kind = movement.kind, .on = movement.on, .box = {}, .reason = movement.reason};
    if (movement.kind == MovementKind::Receipt) {
        const bool isSound =
            file_.holds(file_.line(), Receipt,
                        [&] { books::requireText(movement.receipt, "the reference"); }) &&
            file_.holds(file_.line(), Source, [&] { requireSource(movement.source); }) &&
            file_.holds(file_.line(), Supplier,
                        [&] { books::requireOptionalText(movement.supplier, "the supplier"); });
        if (!isSound) {
            return false;
        }
        if (!receipts_.emplace(movement.receipt, movement.sku).second) {
            file_.reject(Receipt, "receipt " + movement.receipt + " of item " + movement.sku +
                                      " stands further up already; expected it once");
            return false;
        }
        lot.source = movement.source;
        lot.reference = movement.receipt;
        lot.supplier = movement.supplier;
        posting.reason = std::nullopt;
    } else {
        books::requireText(movement.reason, "the reason");
    }
    if (movement.kind == MovementKind::Return) {
        posting.box = books::BoxNo{movement.box};
    }
    shelf_.put(shelf_.require(movement.sku), lot, posting);
    if (movement.kind == MovementKind::Receipt) {
        months_.addRestock(movement.on.month(), movement.cost);
    } else if (movement.kind == MovementKind::Count) {
        months_.addWriteOff(movement.on.month(), -movement.cost);
    }
    return true;
}

bool MovementReplay::take(const JournalMovement& movement)
{
    inventory::ShelfItem& item = shelf_.require(movement.sku);
    const auto draws = shelf_.plan(item, -movement.units, movement.on);
    const inventory::LotDraw& draw = draws.front();
    if (draw.lot.value != movement.lot || draws.size() > 1) {
        file_.reject(Lot, "the file says " + std::to_string(movement.lot) +
                              ", first in, first out takes " + std::to_string(draw.units) +
                              " units from lot " + std::to_string(draw.lot.value));
        return false;
    }
    const auto& store = tx_.store();
    if (draw.cost != -movement.cost) {
        file_.reject(Cost, "the file says " + store.amount(movement.cost) +
                               ", first in, first out gives " + store.amount(-draw.cost));
    }
    inventory::Posting posting{
        .kind = movement.kind, .on = movement.on, .box = {}, .reason = std::nullopt};
    if (movement.kind == MovementKind::Issue) {
        posting.box = books::BoxNo{movement.box};
    } else {
        books::requireText(movement.reason, "the reason");
        posting.reason = movement.reason;
        months_.addWriteOff(movement.on.month(), draw.cost);
    }
    shelf_.take(item, draws, posting);
    if (box_ != nullptr && movement.kind == MovementKind::Issue) {
        (item.kind == inventory::ItemKind::Contents ? boxCost_.contents : boxCost_.packaging) +=
            draw.cost;
        if (box_->state == BoxState::Unpacked) {
            JournalBox::Taken& taken = box_->taken[movement.sku];
            taken.units += draw.units;
            taken.cost += draw.cost;
        }
    }
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
            file_.reject(Box, "there is no box " + std::to_string(movement.box) +
                                  " in the file of boxes; expected it there");
            return false;
        }
        if (box_->firstMovement != 0) {
            file_.reject(Box, "movements of box " + std::to_string(movement.box) +
                                  " stand further up with others between; expected them together");
            box_ = nullptr;
            return false;
        }
        box_->firstMovement = movement.seq;
    }
    box_->lastMovement = movement.seq;
    if (box_->read && movement.on != box_->packedOn) {
        file_.reject(MovedOn, "is " + toText(movement.on) + "; box " +
                                  std::to_string(movement.box) + " was packed on " +
                                  toText(box_->packedOn));
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
                          "the file says " + tx_.store().amount(said) + ", its movements come to " +
                              tx_.store().amount(comesTo));
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
    if (box.state == BoxState::Given) {
        months_.addGiven(box.month, box.cost, box.recipient);
    } else if (box.state == BoxState::Packed) {
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
    insertedBoxes_.add(box.givenOn ? std::optional<std::int64_t>(box.givenOn->number())
                                   : std::nullopt);
    insertedBoxes_.add(box.minutes).add(box.cost.contents.minor).add(box.cost.packaging.minor);
    insertedBoxes_.add(box.cost.labor.minor).add(box.packOverride).add(box.giveOverride);
    insertedBoxes_.add(box.firstMovement).add(box.lastMovement);
}

bool MovementReplay::bringBack(JournalMovement& movement)
{
    JournalBox* box = boxes_.find(movement.box);
    const std::string name = "box " + std::to_string(movement.box);
    if (box == nullptr || box->firstMovement == 0) {
        file_.reject(Box, name + " was not packed before this row; expected one that was");
        return false;
    }
    if (!box->good) {
        return true;
    }
    if (box->state != BoxState::Unpacked || box->unpackedOn != movement.on) {
        file_.reject(MovedOn, "is " + toText(movement.on) + "; " + name + " is " +
                                  std::string(toText(box->state)) +
                                  (box->unpackedOn ? " on " + toText(*box->unpackedOn) : ""));
        return false;
    }
    const JournalBox::Taken taken = box->taken[movement.sku];
    box->taken.erase(movement.sku);
    if (taken.units != movement.units) {
        file_.reject(Units, "the file says " + std::to_string(movement.units) + ", " + name +
                                " took " + std::to_string(taken.units) +
                                " that have not come back");
        return false;
    }
    if (taken.cost != movement.cost) {
        file_.reject(Cost, "the file says " + tx_.store().amount(movement.cost) + ", " + name +
                               " took " + tx_.store().amount(taken.cost));
        movement.cost = taken.cost; // so that what follows can be judged
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
                          "no movement is for box " + std::to_string(number) +
                              "; expected what it took off the shelf");
        } else if (box.good && !box.taken.empty()) {
            boxes_.reject(box, BoxJournal::State,
                          "box " + std::to_string(number) +
                              " is unpacked, but no movement brings item " +
                              box.taken.begin()->first + " back");
        }
    }
}

void MovementReplay::write()
{
    tx_.database().executeForEach("gifting/insert_boxes",
                                  {{"store_id", tx_.storeId()}, {"event_seq", tx_.event().value}},
                                  insertedBoxes_);
    insertedBoxes_.clear();
    shelf_.write();
    months_.write();
}

void MovementReplay::finish()
{
    for (const auto& [number, box] : boxes_.boxes()) {
        if (box.unpackedOn) {
            tx_.database().execute("gifting/update_box",
                                   {{"store_id", tx_.storeId()},
                                    {"box_no", number},
                                    {"state", toText(box.state)},
                                    {"month", box.month.number()},
                                    {"given_on", foundation::Value()},
                                    {"unpacked_on", std::int64_t{box.unpackedOn->number()}},
                                    {"give_override", foundation::Value()}});
        }
    }
    books::Counters& counters = tx_.counters();
    counters.movement = lastSeq_;
    counters.lot = lastLot_;
    counters.box = boxes_.boxes().empty() ? 0 : boxes_.boxes().rbegin()->first;
}

} // namespace giftbox::gifting
