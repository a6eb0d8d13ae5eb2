#include "reports/explain_terms.h"

#include "books/movement_kind.h"
#include "gifting/box_rules.h"
#include "reports/statements.h"

#include <algorithm>

namespace giftbox::reports {

using books::ReadTransaction;
using foundation::Money;

Money partOf(const budget::BoxCost& cost, BoxPart part)
{
    switch (part) {
    case BoxPart::Contents:
        return cost.contents;
    case BoxPart::Packaging:
        return cost.packaging;
    case BoxPart::Labor:
        return cost.labor;
    case BoxPart::Goods:
        return cost.contents + cost.packaging;
    case BoxPart::Total:
        break;
    }
    return cost.total();
}

std::string explainedBy(books::BoxNo box) { return "box " + std::to_string(box.value); }
std::string explainedBy(books::LotNo lot) { return "lot " + std::to_string(lot.value); }
std::string explainedBy(foundation::Month month, std::string_view column)
{
    return "report " + toText(month) + " " + std::string(column);
}

bool isOf(BoxPart part, inventory::ItemKind kind)
{
    return part == BoxPart::Goods || part == BoxPart::Total ||
           part == (kind == inventory::ItemKind::Contents ? BoxPart::Contents : BoxPart::Packaging);
}

namespace {

/// `Purchase from Northern Gifts`
std::string originOf(std::string_view source, std::string_view supplier)
{
    std::string words = source == "purchase"         ? "Purchase"
                        : source == "parts_transfer" ? "Parts transfer"
                        : source == "count"          ? "Found at a count"
                                                     : "Came back to the shelf";
    return supplier.empty() ? words : words + " from " + std::string(supplier);
}

std::string withCapital(std::string_view words)
{
    std::string text(words);
    if (!text.empty() && text.front() >= 'a' && text.front() <= 'z') {
        text.front() = char(text.front() - 'a' + 'A');
    }
    return text;
}

/// `Issued to box 8`, `Written off`
std::string movedWords(std::string_view kind, std::int64_t units, std::optional<std::int64_t> box)
{
    const books::MovementRule& rule = books::ruleOf(books::movementKindOf(kind).value());
    const std::string_view words = units > 0 ? rule.in : units < 0 ? rule.out : "";
    return withCapital(words.empty() ? rule.text : words) +
           (box ? " box " + std::to_string(*box) : "");
}

} // namespace

void addDraw(const BoxDraw& draw, std::int64_t level, Explanation& out)
{
    out.add({.level = level,
             .what = "Taken from lot " + std::to_string(draw.lot.value),
             .subject = explainedBy(draw.lot),
             .sku = draw.sku,
             .count = draw.units,
             .amount = draw.cost,
             .event = draw.event});
    out.add({.level = level + 1,
             .kind = TermKind::Source,
             .what = originOf(draw.source, draw.supplier),
             .subject = explainedBy(draw.lot),
             .on = draw.receivedOn,
             .sku = draw.sku,
             .count = draw.receivedUnits,
             .amount = draw.receivedCost,
             .reference = draw.reference});
}

void addLabor(const ReadTransaction& tx, const gifting::Box& box, std::int64_t level,
              Explanation& out)
{
    out.add({.level = level, .what = "Labor", .count = box.laborMinutes, .amount = box.cost.labor});
    out.add({.level = level + 1,
             .kind = TermKind::Factor,
             .what = "Minutes",
             .count = box.laborMinutes});
    // The rate that held when it was packed may have been replaced since.
    const foundation::Month month = box.packedOn.month();
    for (const std::int64_t rate : tx.store().settings.everAt(books::Setting::LaborRate, month)) {
        if (portion(Money{rate}, box.laborMinutes, 60) == box.cost.labor) {
            out.add({.level = level + 1,
                     .kind = TermKind::Factor,
                     .what = "Labor rate per hour in " + toText(month),
                     .amount = Money{rate}});
            return;
        }
    }
}

void addParts(const ReadTransaction& tx, const gifting::Box& box, BoxPart part, std::int64_t level,
              Explanation& out)
{
    if (!out.shows(level)) {
        return;
    }
    if (part != BoxPart::Labor) {
        eachBoxDraw(tx, {.first = box.number, .last = box.number}, [&](const BoxDraw& draw) {
            if (isOf(part, draw.kind)) {
                addDraw(draw, level, out);
            }
        });
    }
    if (part == BoxPart::Labor || part == BoxPart::Total) {
        addLabor(tx, box, level, out);
    }
}

void addMovements(const ReadTransaction& tx, const MovementTerms& terms,
                  const std::function<bool(const MovementTerm&)>& takes, Explanation& out)
{
    std::int64_t last = out.asked().after;
    std::int64_t taken = 0;
    for (bool isEnd = false; !isEnd;) {
        const std::int64_t most = out.asked().most + 1;
        std::int64_t rows = 0;
        const std::int64_t after = last;
        for (const auto& row : tx.database().query(sql::ExplainedMovements{.storeId = tx.storeId(),
                               .month = terms.month,
                               .after = after,
                               .kinds = terms.kinds,
                               .most = most})) {
            ++rows;
            const bool isIn = row.units > 0;
            if (takes({.kind = row.kind,
                       .source = row.source,
                       .isFreight = row.isFreight != 0,
                       .isIn = isIn})) {
                if (taken == out.asked().most) {
                    out.next = last;
                    return;
                }
                ++taken;
                out.add({.what = movedWords(row.kind, row.units, row.boxNo),
                         .subject = explainedBy(books::LotNo{row.lotNo}),
                         .on = row.movedOn,
                         .sku = std::string(row.sku),
                         .count = terms.sign * row.units,
                         .amount = terms.sign > 0 ? row.cost : -row.cost,
                         .reference = std::string(row.reference),
                         .event = row.eventSeq});
            }
            last = row.seq;
        }
        isEnd = rows < most;
    }
}

void explainLot(const ReadTransaction& tx, books::LotNo number, Explanation& out)
{
    const FoundLot lot = requireLot(tx, number);
    out.figure({.what = "Left of lot " + std::to_string(number.value) + ": " + lot.name,
                .subject = explainedBy(number),
                .on = lot.receivedOn,
                .sku = lot.sku,
                .count = lot.unitsLeft,
                .amount = lot.costLeft,
                .reference = lot.reference});
    const foundation::Month month = lot.receivedOn.month();
    const std::int64_t begin = std::max(
        out.asked().after + 1, movementSpan(tx, {month.firstDay(), month.lastDay()}).first);
    const std::int64_t end = begin + kMovementsLookedThrough - 1;
    for (const auto& row : tx.database().query(sql::ExplainedLot{
             .storeId = tx.storeId(), .firstSeq = begin, .lastSeq = end, .lotNo = number.value})) {
        const bool isReceipt = row.kind == toText(books::MovementKind::Receipt);
        out.add({.what = isReceipt ? originOf(lot.source, lot.receivedSupplier)
                                   : movedWords(row.kind, row.units, row.boxNo),
                 .subject = row.boxNo ? explainedBy(books::BoxNo{*row.boxNo}) : "",
                 .on = row.movedOn,
                 .sku = lot.sku,
                 .count = row.units,
                 .amount = row.cost,
                 .reference = isReceipt ? lot.receivedReference : "",
                 .event = row.eventSeq});
    }
    if (end < lastMovement(tx)) {
        out.next = end;
    }
}

} // namespace giftbox::reports
