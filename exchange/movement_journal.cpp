#include "exchange/movement_journal.h"

#include "books/code.h"
#include "foundation/text.h"
#include "purchasing/receipt_run.h"

namespace giftbox::exchange {

namespace {

constexpr std::int64_t kMostUnits = 1'000'000'000;

purchasing::ReceiptKey keyOf(const JournalMovement& movement)
{
    return {.reference = movement.receipt,
            .sku = movement.sku,
            .supplier = purchasing::supplierKey(movement.supplier),
            .line = movement.line};
}

/// The kind of the movement that one of this kind names. A variance names that of the one before it.
books::MovementKind correctedBy(books::MovementKind kind)
{
    return kind == books::MovementKind::Credit
               ? books::MovementKind::SupplierReturn
               : ruleOf(kind).reverses.value_or(books::MovementKind::Receipt);
}

std::vector<ImportColumn> columns()
{
    return {{"seq"},          {.name = "moved_on", .about = "on"},
            {"kind"},         {"sku"},
            {"lot"},          {"units"},
            {"cost"},         {"box"},
            {"receipt"},      {"reason"},
            {"source"},       {"supplier"},
            {"actor", false}, {"recorded_at", false},
            {"line", false},  {"corrects", false}};
}

} // namespace

MovementJournal::MovementJournal(const books::ReadTransaction& tx, ImportSource source)
    : file_(std::move(source), columns(), tx.store().currency)
{}

std::optional<JournalMovement> MovementJournal::next()
{
    const std::size_t badBefore = file_.badCells();
    const bool isThere = file_.next();
    isWhole_ = isWhole_ && file_.badCells() == badBefore; // otherwise it has skipped a row
    if (!isThere) {
        return std::nullopt;
    }
    const auto kind = books::movementKindOf(file_.code(Kind));
    JournalMovement movement{.seq = file_.requiredInteger(Seq),
                             .on = file_.date(MovedOn),
                             .kind = kind.value_or(books::MovementKind::Count),
                             .sku = std::string(file_.code(Sku)),
                             .lot = file_.requiredInteger(Lot),
                             .units = file_.requiredInteger(Units),
                             .cost = file_.amount(Cost),
                             .box = file_.integer(Box).value_or(0),
                             .receipt = file_.text(Receipt),
                             .reason = file_.text(Reason),
                             .source = std::string(file_.code(Source)),
                             .supplier = file_.text(Supplier),
                             .line = file_.integer(Line).value_or(1),
                             .corrects = file_.integer(Corrects).value_or(0)};
    if (!kind) {
        file_.reject(Kind, foundation::quoted(file_.code(Kind)) +
                               " is not a kind of movement. Use " + books::movementKindsText() +
                               ".");
    }
    if (file_.rowIsGood() && !file_.isHopeless()) {
        requireCells(movement);
        requireUnits(movement);
    }
    if (isWhole_ && file_.rowIsGood()) {
        requireNext(movement);
    }
    isWhole_ = isWhole_ && file_.rowIsGood();
    return movement;
}

void MovementJournal::requireCells(JournalMovement& movement)
{
    const books::MovementRule& rule = ruleOf(movement.kind);
    const auto require = [&](Column column, bool isThere) {
        if (!isThere && !file_.code(column).empty()) {
            file_.reject(column, "A movement of the kind " + std::string(rule.text) +
                                     " has none. Leave this cell empty.");
        }
        return isThere;
    };
    if (require(Box, rule.ofBox()) && movement.box == 0) {
        file_.reject(Box, "The cell is empty. Enter the number of a box.");
    }
    const bool isReceipt = rule.said == books::Said::Receipt;
    if (require(Reason, rule.hasReason() || isReceipt) && rule.hasReason()) {
        file_.holds(file_.line(), Reason,
                    [&] { books::requireText(movement.reason, "the reason", "reason"); });
    }
    const bool isCorrected = rule.said == books::Said::CorrectedReceipt;
    require(Source, isReceipt);
    require(Supplier, isReceipt || isCorrected);
    require(Line, isReceipt);
    if (require(Receipt, isReceipt || isCorrected) && isReceipt) {
        requireReceipt(movement);
    }
    if (require(Corrects, rule.corrects())) {
        requireCorrected(movement);
    }
    if ((rule.said == books::Said::Reason && !rule.ofBox()) ||
        movement.kind == books::MovementKind::SupplierReturn) {
        standing_.try_emplace(movement.seq, movement);
    }
}

void MovementJournal::requireReceipt(const JournalMovement& movement)
{
    const std::int64_t line = file_.line();
    file_.holds(line, Source, [&] { purchasing::requireSource(movement.source); });
    if (movement.line < 1 || movement.line > kMostUnits) {
        file_.reject(Line, std::to_string(movement.line) +
                               " is not valid. Enter a number from 1 to " +
                               std::to_string(kMostUnits) + ".");
    }
    file_.holds(line, Reason,
                [&] { books::requireOptionalText(movement.reason, "the reason", "reason"); });
    if (!requireKeyTexts(movement)) {
        return;
    }
    if (takeKey(keyOf(movement))) {
        standing_.try_emplace(movement.seq, movement);
    }
}

bool MovementJournal::requireKeyTexts(const JournalMovement& movement)
{
    const std::int64_t line = file_.line();
    file_.holds(line, Supplier,
                [&] { books::requireOptionalText(movement.supplier, "the supplier", "supplier"); });
    return file_.holds(line, Receipt,
                       [&] { books::requireText(movement.receipt, "the reference", "reference"); });
}

bool MovementJournal::takeKey(const purchasing::ReceiptKey& key)
{
    const auto [first, isFirst] = receipts_.try_emplace(key, file_.line());
    if (!isFirst) {
        file_.reject(Receipt, "Line " + std::to_string(first->second) + " already has receipt " +
                                  foundation::quoted(key.reference) + " for item " + key.sku +
                                  ". Keep one.");
    }
    return isFirst;
}

void MovementJournal::requireCorrected(JournalMovement& movement)
{
    const books::MovementRule& rule = ruleOf(movement.kind);
    const books::MovementKind corrected = correctedBy(movement.kind);
    const auto at = standing_.find(movement.corrects);
    const bool isOfReturn = movement.kind == books::MovementKind::Variance &&
                            at != standing_.end() && at->second.isCredited;
    const bool fits =
        at != standing_.end() && at->second.kind == corrected && !at->second.isCredited;
    if (!fits && !isOfReturn) {
        if (isWhole_) { // otherwise it may be on a row that could not be read
            file_.reject(Corrects, std::to_string(movement.corrects) + " is not the number of a " +
                                       std::string(toText(corrected)) + " above that can be " +
                                       (rule.reverses ? "reversed." : "corrected."));
        }
        return;
    }
    JournalMovement& original = at->second;
    if (rule.changesLot() || movement.kind == books::MovementKind::SupplierReturn) {
        if (original.lot != movement.lot) {
            file_.reject(Corrects, "Movement " + std::to_string(movement.corrects) +
                                       " has another lot, " + std::to_string(original.lot) + ".");
        } else if (movement.kind == books::MovementKind::Correction) {
            correct(original, movement);
        } else if (movement.kind == books::MovementKind::Credit) {
            original.isCredited = true; // neither credited again nor reversed
        }
        return;
    }
    const bool isItsLot = movement.comesIn() || original.lot == movement.lot;
    if (original.sku != movement.sku || !isItsLot || original.units != -movement.units ||
        original.cost != -movement.cost) {
        file_.reject(Corrects, "Movement " + std::to_string(movement.corrects) +
                                   " has another item or lot, other units or another cost. A "
                                   "reversal takes back all of it.");
    }
    if (corrected == books::MovementKind::Receipt) {
        receipts_.erase(keyOf(original));
    }
    standing_.erase(at);
}

void MovementJournal::correct(JournalMovement& receipt, JournalMovement& movement)
{
    movement.received = {
        .units = receipt.units, .cost = receipt.cost, .unitsLeft = 0, .costLeft = {}};
    movement.receivedOn = receipt.on;
    if (movement.units < 1 - receipt.units || movement.units > kMostUnits - receipt.units) {
        return file_.reject(Units, "The receipt has " + std::to_string(receipt.units) +
                                       " units, so it cannot change by " +
                                       std::to_string(movement.units) + ".");
    }
    if (movement.cost < -receipt.cost) {
        return file_.reject(Cost, "The receipt would cost less than 0.");
    }
    receipt.units += movement.units;
    receipt.cost += movement.cost;
    if (!requireKeyTexts(movement)) {
        return;
    }
    receipts_.erase(keyOf(receipt));
    receipt.receipt = movement.receipt;
    receipt.supplier = movement.supplier;
    (void)takeKey(keyOf(receipt));
}

void MovementJournal::requireUnits(const JournalMovement& movement)
{
    const books::MovementRule& rule = ruleOf(movement.kind);
    const std::int64_t units = movement.units;
    const bool comesIn = rule.out.empty();
    const bool goesOut = rule.in.empty();
    if (units < -kMostUnits || units > kMostUnits) {
        file_.reject(Units, std::to_string(units) + " is not valid. Enter at most " +
                                std::to_string(kMostUnits) + ".");
    } else if (rule.changesLot()) {
        if (comesIn && goesOut && units != 0) {
            file_.reject(Units, std::to_string(units) + " is not valid. A " +
                                    std::string(rule.text) + " moves no units. Enter 0.");
        }
    } else if (units == 0 || (units > 0 && goesOut) || (units < 0 && comesIn)) {
        file_.reject(Units, std::to_string(units) + " is not valid. Units " +
                                (comesIn   ? "that come in must be over 0."
                                 : goesOut ? "that go out must be under 0."
                                           : "cannot be 0."));
    }
}

void MovementJournal::requireNext(const JournalMovement& movement)
{
    const auto require = [&](Column column, std::int64_t number, std::int64_t& last,
                             const char* why) {
        if (number != last + 1) {
            file_.reject(column, std::to_string(number) + " is not the next number, " +
                                     std::to_string(last + 1) + ". " + why);
        } else {
            last = number;
        }
    };
    require(Seq, movement.seq, lastSeq_,
            "Movements have numbers without gaps and are imported all together.");
    if (movement.comesIn()) {
        require(Lot, movement.lot, lastLot_, "Each lot that comes in has the next number.");
    }
}

} // namespace giftbox::exchange
