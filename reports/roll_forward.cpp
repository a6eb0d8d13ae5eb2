#include "reports/roll_forward.h"

#include "books/movement_kind.h"
#include "gifting/stock_reasons.h"
#include "reports/cells.h"
#include "reports/monthly_cost.h"
#include "reports/statements.h"

#include <array>
#include <map>

namespace giftbox::reports {

using accounting::KindStock;
using accounting::StockSum;
using books::MovementKind;
using books::ReadTransaction;
using foundation::Cells;
using foundation::Column;
using foundation::ColumnType;
using foundation::Money;
using foundation::Month;
using foundation::RowWriter;

namespace {

struct RollRule {
    std::string_view code;
    std::string_view what;
    bool isAlways = false; ///< else only where something moved
};

/// In the order of the report, between opening and closing stock.
constexpr std::array kRollRules = {RollRule{"purchase", "Purchases", true},
                                   RollRule{"parts_transfer", "Parts transfers", true},
                                   RollRule{"receipts-corrected", "Receipts corrected, and bills"},
                                   RollRule{"freight", "Freight"},
                                   RollRule{"receipts-reversed", "Receipts reversed"},
                                   RollRule{"issued", "Issued to boxes", true},
                                   RollRule{"returned", "Returned from boxes", true},
                                   RollRule{"sent-back", "Returned to suppliers", true},
                                   RollRule{"sent-back-reversed", "Returns to suppliers reversed"},
                                   RollRule{"credits", "Credits short of cost"},
                                   RollRule{"written-off", "Written off", true},
                                   RollRule{"write-offs-reversed", "Write-offs reversed"},
                                   RollRule{"counted-over", "Counted over", true},
                                   RollRule{"counted-under", "Counted under", true},
                                   RollRule{"counts-reversed", "Counts reversed"},
                                   RollRule{"variance", "Variance", true}};

/// By code, and for write-offs by reason.
using Moved = std::map<std::pair<std::string_view, std::string>, KindStock>;

Moved movedIn(const ReadTransaction& tx, Month month)
{
    const gifting::StockReasons reasons(tx);
    Moved moved;
    for (const auto& row :
         tx.database().query(sql::RollForward{.storeId = tx.storeId(), .month = month})) {
        const std::string_view code = rollCodeOf({.kind = row.kind,
                                                  .source = row.source,
                                                  .isFreight = row.isFreight != 0,
                                                  .isIn = row.isIn != 0});
        moved[{code, code == "written-off" ? reasons.of(row.reason) : ""}].of(row.itemKind) +=
            {.units = row.units, .cost = row.cost};
    }
    return moved;
}

/// The sum of a code; nothing where nothing moved.
KindStock movedAs(const Moved& moved, std::string_view code)
{
    const auto at = moved.find({code, ""});
    return at == moved.end() ? KindStock{} : at->second;
}

void addShelf(const KindStock& opening, const KindStock& closing, const Moved& moved,
              std::vector<RollLine>& lines)
{
    KindStock left = closing;
    const auto add = [&](RollLine line) {
        left.gifts -= line.moved.gifts;
        left.packaging -= line.moved.packaging;
        lines.push_back(std::move(line));
    };
    add({.code = "opening", .what = "Opening stock", .moved = opening});
    for (const RollRule& rule : kRollRules) {
        bool isShown = false;
        for (auto at = moved.lower_bound({rule.code, ""});
             at != moved.end() && at->first.first == rule.code; ++at) {
            add({.code = rule.code,
                 .what = rule.what,
                 .reason = at->first.second,
                 .moved = at->second});
            isShown = true;
        }
        if (rule.isAlways && !isShown) {
            add({.code = rule.code, .what = rule.what});
        }
    }
    if (!(left == KindStock{})) {
        lines.push_back({.code = "difference", .what = "Not explained: verify", .moved = left});
    }
    lines.push_back({.code = "closing", .what = "Closing stock", .moved = closing});
}

KindStock goodsOf(Money contents, Money packaging)
{
    return {.gifts = {.cost = contents}, .packaging = {.cost = packaging}};
}
KindStock goodsOf(const gifting::PackedBoxes& packed)
{
    return goodsOf(packed.cost.contents, packed.cost.packaging);
}
KindStock turned(const KindStock& moved)
{
    return goodsOf(-moved.gifts.cost, -moved.packaging.cost);
}

void addBoxes(const ReadTransaction& tx, Month month, const Moved& moved,
              std::vector<RollLine>& lines)
{
    const auto costs = monthlyCosts(tx, month == Month() ? month : month.previous(), month);
    const MonthlyCost& now = costs.back();
    const gifting::PackedBoxes opening =
        costs.size() > 1 ? costs.front().packed : gifting::PackedBoxes{};
    const auto boxes =
        tx.database().query(sql::RollForwardBoxes{.storeId = tx.storeId(), .month = month});
    std::int64_t left = now.packed.boxes;
    KindStock rest = goodsOf(now.packed);
    const auto add = [&](std::string_view code, std::string_view what, std::int64_t count,
                         const KindStock& goods) {
        left -= count;
        rest.gifts.cost -= goods.gifts.cost;
        rest.packaging.cost -= goods.packaging.cost;
        lines.push_back(
            {.part = RollPart::Boxes, .code = code, .what = what, .boxes = count, .moved = goods});
    };
    add("opening", "Packed, not handed over: opening", opening.boxes, goodsOf(opening));
    add("packed", "Packed", boxes->packed, turned(movedAs(moved, "issued")));
    add("given", "Handed over", -now.totals.boxesGiven,
        goodsOf(-now.totals.contents, -now.totals.packaging));
    add("unpacked", "Unpacked", -boxes->unpacked, turned(movedAs(moved, "returned")));
    if (left != 0 || !(rest == KindStock{})) {
        add("difference", "Not explained: verify", left, rest);
    }
    lines.push_back({.part = RollPart::Boxes,
                     .code = "closing",
                     .what = "Packed, not handed over: closing",
                     .boxes = now.packed.boxes,
                     .moved = goodsOf(now.packed)});
}

void writeSum(const StockSum& sum, bool hasUnits, RowWriter& out)
{
    hasUnits ? out.integer(sum.units) : out.empty();
    out.amount(sum.cost);
}

} // namespace

std::string_view rollCodeOf(const MovementTerm& row)
{
    switch (books::movementKindOf(row.kind).value()) {
    case MovementKind::Receipt:
        return row.source == "parts_transfer" ? "parts_transfer" : "purchase";
    case MovementKind::Issue:
        return "issued";
    case MovementKind::Return:
        return "returned";
    case MovementKind::WriteOff:
        return "written-off";
    case MovementKind::Count:
        return row.isIn ? "counted-over" : "counted-under";
    case MovementKind::Reversal:
        return "receipts-reversed";
    case MovementKind::WriteOffReversal:
        return "write-offs-reversed";
    case MovementKind::CountReversal:
        return "counts-reversed";
    case MovementKind::Correction:
        return row.isFreight ? "freight" : "receipts-corrected";
    case MovementKind::Variance:
        return "variance";
    case MovementKind::SupplierReturn:
        return "sent-back";
    case MovementKind::SupplierReturnReversal:
        return "sent-back-reversed";
    case MovementKind::Credit:
        break;
    }
    return "credits";
}

std::vector<RollLine> rollForward(const ReadTransaction& tx, Month month)
{
    const Moved moved = movedIn(tx, month);
    const KindStock opening =
        month == Month() ? KindStock{} : accounting::stockAfter(tx, month.previous());
    std::vector<RollLine> lines;
    addShelf(opening, accounting::stockAfter(tx, month), moved, lines);
    addBoxes(tx, month, moved, lines);
    return lines;
}

const std::vector<Column>& rollForwardColumns()
{
    static const std::vector<Column> columns = {
        {"part", "Part", ColumnType::Code},
        {"line", "Line", ColumnType::Code},
        {"what", "What", ColumnType::Text},
        {"reason", "Reason", ColumnType::Text, Cells::MaybeEmpty},
        {"boxes", "Boxes", ColumnType::Integer, Cells::MaybeEmpty},
        {"gift_units", "Gift units", ColumnType::Integer, Cells::MaybeEmpty},
        {"gift_cost", "Gift items", ColumnType::Amount},
        {"packaging_units", "Packaging units", ColumnType::Integer, Cells::MaybeEmpty},
        {"packaging_cost", "Packaging", ColumnType::Amount},
        {"units", "Units", ColumnType::Integer, Cells::MaybeEmpty},
        {"cost", "Cost", ColumnType::Amount}};
    return columns;
}

void writeRollForward(const std::vector<RollLine>& lines, RowWriter& out)
{
    out.begin(rollForwardColumns());
    for (const RollLine& line : lines) {
        const bool hasUnits = line.part == RollPart::Shelf;
        out.code(hasUnits ? "shelf" : "boxes");
        out.code(line.code);
        out.text(line.what);
        sentenceOrEmpty(out, line.reason);
        integerOrEmpty(out, line.boxes);
        for (const StockSum& sum : {line.moved.gifts, line.moved.packaging, line.moved.all()}) {
            writeSum(sum, hasUnits, out);
        }
        out.endRow();
    }
    out.end();
}

} // namespace giftbox::reports
