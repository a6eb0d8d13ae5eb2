#include "foundation/refusal.h"
#include "gifting/packed_on.h"
#include "reports/explain_terms.h"
#include "reports/roll_forward.h"
#include "reports/statements.h"

#include <algorithm>

namespace giftbox::reports {

using books::ReadTransaction;
using foundation::Month;

namespace {

/// The lots on the shelf at the end of a day.
void explainLotsOn(const ReadTransaction& tx, foundation::Date day, Explanation& out)
{
    std::int64_t rows = 0;
    std::int64_t last = 0;
    for (const auto& row : tx.database().query(sql::LotsOn{.storeId = tx.storeId(),
                           .after = out.asked().after,
                           .day = day,
                           .month = day.month(),
                           .itemNo = std::int64_t{0},
                           .most = out.asked().most + 1})) {
        if (rows++ == out.asked().most) {
            out.next = last;
            return;
        }
        last = row.lotNo;
        out.add({.what = "Lot " + std::to_string(row.lotNo) + ": " + std::string(row.name),
                 .subject = explainedBy(books::LotNo{row.lotNo}),
                 .on = row.receivedOn,
                 .sku = std::string(row.sku),
                 .count = row.units,
                 .amount = row.cost,
                 .reference = std::string(row.reference.value_or(""))});
    }
}

/// Boxes as terms of their goods; of more than a page, the first ones.
class GoodsOfBoxes {
public:
    GoodsOfBoxes(Explanation& out, int sign) : out_(out), sign_(sign) {}
    void take(const gifting::Box& box)
    {
        if (box.number.value <= out_.asked().after) {
            return;
        }
        if (taken_ == out_.asked().most) {
            out_.next = last_;
            return;
        }
        ++taken_;
        last_ = box.number.value;
        const foundation::Money goods = partOf(box.cost, BoxPart::Goods);
        out_.add({.what = box.givenOn ? "Handed over" : "Packed, not handed over",
                  .subject = explainedBy(box.number),
                  .on = box.givenOn.value_or(box.packedOn),
                  .amount = sign_ > 0 ? goods : -goods,
                  .recipient = box.recipientCode});
    }

private:
    Explanation& out_;
    int sign_;
    std::int64_t taken_ = 0;
    std::int64_t last_ = 0;
};

void explainBoxesOn(const ReadTransaction& tx, foundation::Date day, Explanation& out)
{
    GoodsOfBoxes boxes(out, 1);
    gifting::listPackedOn(tx, day, [&](const gifting::Box& box) { boxes.take(box); });
}

void explainGoodsGiven(const ReadTransaction& tx, Month month, Explanation& out)
{
    GoodsOfBoxes boxes(out, -1);
    gifting::listBoxes(tx,
                       {.month = month,
                        .state = gifting::BoxState::Given,
                        .recipient = {},
                        .most = out.asked().most + 1,
                        .after = books::BoxNo{out.asked().after}},
                       [&](const gifting::Box& box) { boxes.take(box); });
}

void explainMovedAs(const ReadTransaction& tx, Month month, std::string_view code, int sign,
                    Explanation& out)
{
    std::string kinds = ",";
    for (const books::MovementRule& rule : books::kMovementRules) {
        kinds += std::string(rule.text) + ",";
    }
    addMovements(
        tx, {.month = month, .kinds = kinds, .sign = sign},
        [&](const MovementTerm& term) { return rollCodeOf(term) == code; }, out);
}

/// The sum of the lines of a code; none if there is no such line.
std::optional<Term> sumOfLines(const std::vector<RollLine>& lines, RollPart part,
                               std::string_view code)
{
    std::optional<Term> sum;
    for (const RollLine& line : lines) {
        if (line.part != part || line.code != code) {
            continue;
        }
        const accounting::StockSum all = line.moved.all();
        if (!sum) {
            sum = {.what = std::string(line.what), .count = line.boxes, .amount = all.cost};
            if (part == RollPart::Shelf) {
                sum->count = all.units;
            }
        } else {
            *sum->count += all.units;
            *sum->amount += all.cost;
        }
    }
    return sum;
}

std::string lineCodesOf(const std::vector<RollLine>& lines, RollPart part)
{
    std::string text;
    std::string_view last;
    for (const RollLine& line : lines) {
        if (line.part == part && line.code != last) {
            text += (text.empty() ? "" : ", ") + std::string(line.code);
            last = line.code;
        }
    }
    return text;
}

void explainPartOfBoxes(const ReadTransaction& tx, Month month, const std::string& line,
                        Explanation& out)
{
    if (line == "closing") {
        explainBoxesOn(tx, month.lastDay(), out);
    } else if (line == "opening" && month != Month()) {
        explainBoxesOn(tx, month.previous().lastDay(), out);
    } else if (line == "given") {
        explainGoodsGiven(tx, month, out);
    } else if (line == "packed" || line == "unpacked") {
        explainMovedAs(tx, month, line == "packed" ? "issued" : "returned", -1, out);
    }
}

} // namespace

void explainRollForward(const ReadTransaction& tx, Month month, const std::string& partName,
                        const std::string& line, Explanation& out)
{
    if (partName != "shelf" && partName != "boxes") {
        throw foundation::Refusal("explain.unknown",
                                  {{"text", partName}, {"choices", "shelf, boxes"}});
    }
    const RollPart part = partName == "boxes" ? RollPart::Boxes : RollPart::Shelf;
    const std::vector<RollLine> lines = rollForward(tx, month);
    auto sum = sumOfLines(lines, part, line);
    if (!sum) {
        throw foundation::Refusal("explain.unknown",
                                  {{"text", line}, {"choices", lineCodesOf(lines, part)}});
    }
    sum->what += " in " + toText(month);
    sum->subject =
        "roll-forward " + toText(month) + " " + line + (part == RollPart::Boxes ? " boxes" : "");
    out.figure(*sum);
    if (part == RollPart::Boxes) {
        explainPartOfBoxes(tx, month, line, out);
    } else if (line == "closing") {
        explainLotsOn(tx, month.lastDay(), out);
    } else if (line == "opening") {
        if (month != Month()) {
            explainLotsOn(tx, month.previous().lastDay(), out);
        }
    } else {
        explainMovedAs(tx, month, line, 1, out);
    }
}

} // namespace giftbox::reports
