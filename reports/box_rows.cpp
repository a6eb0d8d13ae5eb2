#include "reports/box_rows.h"

#include "gifting/recipe.h"
#include "reports/cells.h"
#include "reports/waiting_cells.h"

#include <limits>

namespace giftbox::reports {

using foundation::Cells;
using foundation::Column;
using foundation::ColumnType;
using foundation::Personal;
using foundation::RowWriter;
using gifting::Box;
using gifting::PlannedBox;
using gifting::PlanState;

namespace {

const std::vector<Column>& remainingColumns()
{
    static const std::vector<Column> columns = withWaiting(
        {{"remaining_box_total", "Total per box remaining", ColumnType::Amount, Cells::MaybeEmpty},
         {"remaining_box_contents", "Contents per box remaining", ColumnType::Amount,
          Cells::MaybeEmpty},
         {"remaining_month_program", "Remaining this month", ColumnType::Amount, Cells::MaybeEmpty},
         {"more_boxes_possible", "More boxes possible", ColumnType::Integer},
         {"limited_by", "Limited by", ColumnType::Text, Cells::MaybeEmpty},
         {"warning", "Warning", ColumnType::Text, Cells::MaybeEmpty},
         {"overridden", "Overridden", ColumnType::Text, Cells::MaybeEmpty}});
    return columns;
}

void writeRemainingCells(const books::Store& store, const gifting::Remaining& remaining,
                         const budget::Verdict& verdict, RowWriter& out)
{
    amountOrEmpty(out, remaining.boxTotal);
    amountOrEmpty(out, remaining.boxContents);
    amountOrEmpty(out, remaining.monthProgram);
    out.integer(remaining.more.boxes);
    sentenceOrEmpty(out, remaining.more.limitedBy);
    out.sentences(sentencesOf(store, verdict.warned));
    out.sentences(sentencesOf(store, verdict.overridden));
    writeWaiting(store, remaining.month(), out);
}

std::vector<Column> joined(const std::vector<Column>& first, const std::vector<Column>& then)
{
    std::vector<Column> all = first;
    all.insert(all.end(), then.begin(), then.end());
    return all;
}

void writeCost(const budget::BoxCost& cost, RowWriter& out)
{
    out.amount(cost.contents);
    out.amount(cost.packaging);
    out.amount(cost.labor);
    out.amount(cost.total());
}

template <class Line>
void writeLineCells(const Line& line, RowWriter& out)
{
    out.code(line.sku);
    out.text(line.name);
    out.code(toText(line.kind));
    out.integer(line.units);
}

} // namespace

const std::vector<Column>& boxColumns()
{
    static const std::vector<Column> columns = {
        {"box", "Box", ColumnType::Integer},
        {"reference", "Reference", ColumnType::Text, Cells::MaybeEmpty},
        {"recipient", "Recipient", ColumnType::Code, Cells::MaybeEmpty},
        {"name", "Name", ColumnType::Text, Cells::MaybeEmpty},
        {"state", "State", ColumnType::Code},
        {"month", "Month", ColumnType::Date},
        {"packed_on", "Packed", ColumnType::Date, Cells::MaybeEmpty},
        {"given_on", "Handed over", ColumnType::Date, Cells::MaybeEmpty},
        {"contents_cost", "Contents", ColumnType::Amount},
        {"packaging_cost", "Packaging", ColumnType::Amount},
        {"labor_cost", "Labor", ColumnType::Amount},
        {"total_cost", "Total", ColumnType::Amount}};
    return columns;
}

void writeBoxCells(const Box& box, RowWriter& out)
{
    out.integer(box.number.value);
    textOrEmpty(out, box.reference);
    writeRecipient(box.recipientCode, box.recipientName, out);
    out.code(toText(box.state));
    out.month(box.month);
    out.date(box.packedOn);
    dateOrEmpty(out, box.givenOn);
    out.amount(box.cost.contents);
    out.amount(box.cost.packaging);
    out.amount(box.cost.labor);
    out.amount(box.cost.total());
}

void writeBoxCells(const gifting::PlannedBox& box, RowWriter& out)
{
    out.integer(box.number.value);
    out.empty();
    writeRecipient(box.recipientCode, box.recipientName, out);
    out.code(toText(box.state));
    out.month(box.month);
    out.empty();
    out.empty();
    out.amount(box.cost.contents);
    out.amount(box.cost.packaging);
    out.amount(box.cost.labor);
    out.amount(box.cost.total());
}

const std::vector<Column>& boxLineColumns()
{
    static const std::vector<Column> columns =
        joined(boxColumns(), {{"sku", "SKU", ColumnType::Code, Cells::MaybeEmpty},
                              {"item", "Item", ColumnType::Text, Cells::MaybeEmpty},
                              {"kind", "Kind", ColumnType::Code, Cells::MaybeEmpty},
                              {"units", "Units", ColumnType::Integer, Cells::MaybeEmpty},
                              {"cost", "Cost", ColumnType::Amount, Cells::MaybeEmpty}});
    return columns;
}

void writeBoxLine(const Box& box, const gifting::PackedLine& line, RowWriter& out)
{
    writeBoxCells(box, out);
    writeLineCells(line, out);
    out.amount(line.cost);
    out.endRow();
}

void writeBoxLine(const PlannedBox& box, const gifting::PlannedLine& line, RowWriter& out)
{
    writeBoxCells(box, out);
    writeLineCells(line, out);
    out.empty();
    out.endRow();
}

void writeBoxWithoutLine(const PlannedBox& box, RowWriter& out)
{
    writeBoxCells(box, out);
    for (std::size_t i = boxColumns().size(); i < boxLineColumns().size(); ++i) {
        out.empty();
    }
    out.endRow();
}

const std::vector<Column>& packedColumns()
{
    static const std::vector<Column> columns =
        joined({{"box", "Box", ColumnType::Integer},
                {"recipient", "For", ColumnType::Code, Cells::MaybeEmpty},
                {"packed_on", "Packed", ColumnType::Date},
                {"items", "Items", ColumnType::Text},
                {"contents_cost", "Contents", ColumnType::Amount},
                {"packaging_cost", "Packaging", ColumnType::Amount},
                {"labor_cost", "Labor", ColumnType::Amount},
                {"total_cost", "Total", ColumnType::Amount}},
               remainingColumns());
    return columns;
}

void writePacked(const books::Store& store, foundation::Date packedOn,
                 const gifting::PackedBox& packed, RowWriter& out)
{
    out.integer(packed.number.value);
    out.personal(Personal::Code, packed.recipient);
    out.date(packedOn);
    out.text(gifting::wordsOf(packed.lines));
    writeCost(packed.cost, out);
    writeRemainingCells(store, packed.remaining, packed.verdict, out);
    out.endRow();
}

const std::vector<Column>& plannedColumns()
{
    static const std::vector<Column> columns =
        joined({{"box", "Box", ColumnType::Integer},
                {"recipient", "For", ColumnType::Code, Cells::MaybeEmpty},
                {"month", "Month", ColumnType::Date},
                {"items", "Items", ColumnType::Text},
                {"contents_cost", "Contents, estimated", ColumnType::Amount},
                {"packaging_cost", "Packaging, estimated", ColumnType::Amount},
                {"labor_cost", "Labor", ColumnType::Amount},
                {"total_cost", "Total, estimated", ColumnType::Amount}},
               remainingColumns());
    return columns;
}

void writePlanned(const books::Store& store, const std::string& recipient,
                  const gifting::PlannedResult& planned, RowWriter& out)
{
    out.integer(planned.number.value);
    out.personal(Personal::Code, recipient);
    out.month(planned.month);
    out.text(gifting::wordsOf(planned.lines));
    writeCost(planned.cost, out);
    writeRemainingCells(store, planned.remaining, planned.verdict, out);
    out.endRow();
}

const std::vector<Column>& givenColumns()
{
    static const std::vector<Column> columns = withWaiting(joined(
        boxColumns(),
        {{"remaining_month_program", "Remaining this month", ColumnType::Amount, Cells::MaybeEmpty},
         {"warning", "Warning", ColumnType::Text, Cells::MaybeEmpty},
         {"overridden", "Overridden", ColumnType::Text, Cells::MaybeEmpty}}));
    return columns;
}

void writeGiven(const books::Store& store, const gifting::GivenBox& given, RowWriter& out)
{
    writeBoxCells(given.box, out);
    amountOrEmpty(out, given.remaining);
    out.sentences(sentencesOf(store, given.verdict.warned));
    out.sentences(sentencesOf(store, given.verdict.overridden));
    writeWaiting(store, {.left = given.remaining, .waiting = given.waiting}, out);
    out.endRow();
}

BoxesWanted boxesWanted(const std::string& state)
{
    for (const PlanState one : {PlanState::Planned, PlanState::Cancelled}) {
        if (state == toText(one)) {
            return {.packed = false, .planned = true, .state = {}, .planState = one};
        }
    }
    if (state.empty()) {
        return {};
    }
    return {
        .packed = true, .planned = false, .state = gifting::parseBoxState(state), .planState = {}};
}

void listAllBoxes(const books::ReadTransaction& tx, const BoxesWanted& wanted,
                  const gifting::BoxFilter& filter, const std::function<bool(books::BoxNo)>& takes,
                  RowWriter& out)
{
    std::vector<PlannedBox> plans;
    if (wanted.planned) {
        gifting::listPlannedBoxes(tx, {.month = filter.month, .recipient = filter.recipient},
                                  [&](const PlannedBox& plan) {
                                      if (!wanted.planState || plan.state == *wanted.planState) {
                                          plans.push_back(plan);
                                      }
                                  });
    }
    const auto write = [&](const auto& box) {
        if (takes(box.number)) {
            writeBoxCells(box, out);
            out.endRow();
        }
    };
    auto plan = plans.begin();
    const auto writePlansBefore = [&](std::int64_t number) {
        for (; plan != plans.end() && plan->number.value < number; ++plan) {
            write(*plan);
        }
    };
    if (wanted.packed) {
        gifting::listBoxes(tx, filter, [&](const gifting::Box& box) {
            writePlansBefore(box.number.value);
            write(box);
        });
    }
    writePlansBefore(std::numeric_limits<std::int64_t>::max());
}

void listPackedBoxes(const books::ReadTransaction& tx, foundation::Date day,
                     const std::function<bool(books::BoxNo)>& takes, RowWriter& out)
{
    gifting::listPackedOn(tx, day, [&](const gifting::Box& box) {
        if (takes(box.number)) {
            writeBoxCells(box, out);
            out.endRow();
        }
    });
}

void requireAlone(const std::optional<foundation::Date>& day, bool isMoreAsked)
{
    if (day && isMoreAsked) {
        throw foundation::Refusal("box.as_of_alone", {{"day", *day}});
    }
}

} // namespace giftbox::reports
