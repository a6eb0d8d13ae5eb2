#include "foundation/refusal.h"
#include "gifting/packed_on.h"
#include "gifting/planned_box.h"
#include "reports/explain_terms.h"
#include "reports/monthly_cost.h"
#include "reports/statements.h"

#include <algorithm>

namespace giftbox::reports {

using books::ReadTransaction;
using foundation::Column;
using foundation::ColumnType;
using foundation::Money;
using foundation::Month;
using gifting::Box;
using gifting::PlannedBox;

namespace {

/// A column being explained.
struct ReportFigure {
    const ReadTransaction& tx;
    Month month;
    MonthlyCost cost;
    Explanation& out;
};
using ExplainColumn = void (*)(ReportFigure&);

/// Keeps one cell of a row.
class OneCell final : public foundation::RowWriter {
public:
    explicit OneCell(std::size_t wanted) : wanted_(wanted) {}
    void begin(std::span<const Column>) override {}
    void text(std::string_view value) override
    {
        take([&] { text_ = value; });
    }
    void code(std::string_view value) override
    {
        take([&] { text_ = value; });
    }
    void integer(std::int64_t value) override
    {
        take([&] { count_ = value; });
    }
    void amount(Money value) override
    {
        take([&] { amount_ = value; });
    }
    void date(foundation::Date) override { ++at_; }
    void month(Month) override { ++at_; }
    void empty() override { ++at_; }
    void endRow() override {}
    void end() override {}

    /// The figure with what the cell says.
    Term figure(std::string what) const
    {
        return {.what = std::move(what) + (text_.empty() ? "" : " " + text_),
                .count = count_,
                .amount = amount_};
    }

private:
    template <class Keep>
    void take(Keep keep)
    {
        if (at_++ == wanted_) {
            keep();
        }
    }

    std::size_t wanted_;
    std::size_t at_ = 0;
    std::string text_;
    std::optional<std::int64_t> count_;
    std::optional<Money> amount_;
};

/// Adds boxes as terms, each with what the part of its cost is made of. More than the page has mean a next one.
class BoxTerms {
public:
    BoxTerms(ReportFigure& figure, std::optional<BoxPart> part) : figure_(figure), part_(part) {}

    void take(const Box& box)
    {
        if (box.number.value <= figure_.out.asked().after) {
            return;
        }
        if (std::ssize(boxes_) < figure_.out.asked().most) {
            boxes_.push_back(box);
        } else {
            figure_.out.next = boxes_.back().number.value;
        }
    }
    /// `month`: of all these boxes, where it is the same.
    void write(std::string_view what, const std::optional<Month>& month);

private:
    void add(const Box& box, std::string_view what)
    {
        figure_.out.add({.what = std::string(what),
                         .subject = explainedBy(box.number),
                         .on = box.givenOn.value_or(box.packedOn),
                         .count = part_ ? std::nullopt : std::optional<std::int64_t>(1),
                         .amount = part_ ? std::optional(partOf(box.cost, *part_)) : std::nullopt,
                         .recipient = box.recipientCode});
    }

    ReportFigure& figure_;
    std::optional<BoxPart> part_; ///< none: they are counted
    std::vector<Box> boxes_;
};

void BoxTerms::write(std::string_view what, const std::optional<Month>& month)
{
    Explanation& out = figure_.out;
    if (!month || !part_ || part_ == BoxPart::Labor || !out.shows(2) || boxes_.empty()) {
        for (const Box& box : boxes_) {
            add(box, what);
            if (part_) {
                addParts(figure_.tx, box, *part_, 2, out);
            }
        }
        return;
    }
    // One statement for the whole page.
    auto at = boxes_.begin();
    const auto next = [&] {
        if (part_ == BoxPart::Total) {
            addLabor(figure_.tx, *at, 2, out);
        }
        if (++at != boxes_.end()) {
            add(*at, what);
        }
    };
    add(*at, what);
    eachBoxDraw(figure_.tx, {.first = at->number, .last = boxes_.back().number, .month = month},
                [&](const BoxDraw& draw) {
                    while (at->number < draw.box) {
                        next();
                    }
                    if (at->number == draw.box && isOf(*part_, draw.kind)) {
                        addDraw(draw, 2, out);
                    }
                });
    while (at != boxes_.end()) {
        next();
    }
}

void explainGivenBoxes(ReportFigure& figure, std::optional<BoxPart> part)
{
    BoxTerms boxes(figure, part);
    gifting::listBoxes(figure.tx,
                       {.month = figure.month,
                        .state = gifting::BoxState::Given,
                        .recipient = {},
                        .most = figure.out.asked().most + 1,
                        .after = books::BoxNo{figure.out.asked().after}},
                       [&](const Box& box) { boxes.take(box); });
    boxes.write("Handed over", figure.month);
}
void explainBoxesGiven(ReportFigure& figure) { explainGivenBoxes(figure, std::nullopt); }
template <BoxPart part>
void explainGiven(ReportFigure& figure)
{
    explainGivenBoxes(figure, part);
}

void explainRecipients(ReportFigure& figure)
{
    const ExplainAsked& asked = figure.out.asked();
    std::int64_t last = 0;
    std::int64_t taken = 0;
    for (const auto& row :
         figure.tx.database().query(sql::ExplainedRecipients{.storeId = figure.tx.storeId(),
         .month = figure.month,
         .after = asked.after,
         .most = asked.most + 1})) {
        if (row.recipientNo != last) {
            if (taken++ == asked.most) {
                figure.out.next = last;
                return;
            }
            last = row.recipientNo;
            figure.out.add(
                {.what = "Recipient", .count = 1, .recipient = std::string(row.recipientCode)});
        }
        figure.out.add({.level = 2,
                        .kind = TermKind::Source,
                        .what = "Handed over",
                        .subject = explainedBy(books::BoxNo{row.boxNo}),
                        .on = row.givenOn,
                        .amount = row.total,
                        .recipient = std::string(row.recipientCode)});
    }
}

/// A figure of the same month, as a term or a divisor.
void addColumn(ReportFigure& figure, std::string what, std::string_view column, Money amount)
{
    figure.out.add(
        {.what = std::move(what), .subject = explainedBy(figure.month, column), .amount = amount});
}
void addDivisor(ReportFigure& figure, std::string what, std::string_view column, std::int64_t count)
{
    figure.out.add({.kind = TermKind::Divisor,
                    .what = std::move(what),
                    .subject = explainedBy(figure.month, column),
                    .count = count});
}

void explainPerRecipient(ReportFigure& figure)
{
    addColumn(figure, "Program cost", "total_cost", figure.cost.totals.spent());
    addDivisor(figure, "Recipients", "recipients", figure.cost.totals.recipients);
}
void explainPerBox(ReportFigure& figure)
{
    addColumn(figure, "Program cost", "total_cost", figure.cost.totals.spent());
    addDivisor(figure, "Boxes handed over", "boxes_given", figure.cost.totals.boxesGiven);
}
void explainCapColumn(ReportFigure& figure)
{
    if (figure.cost.cap) {
        figure.out.add({.what = "Cap month.program",
                        .subject = "cap " + toText(figure.month) + " month.program",
                        .amount = *figure.cost.cap});
    }
}
/// What is left of the cap of the month before.
void explainRolledOver(ReportFigure& figure)
{
    if (figure.cost.cap && figure.cost.rolled != Money{}) {
        figure.out.add({.what = "From " + toText(figure.month.previous()),
                        .subject = "cap " + toText(figure.month.previous()) + " month.program",
                        .amount = figure.cost.rolled});
    }
}
void explainLeft(ReportFigure& figure)
{
    if (figure.cost.cap) {
        addColumn(figure, "Cap", "cap", *figure.cost.cap);
        if (figure.cost.rolled != Money{}) {
            addColumn(figure, "Rolled over", "rolled_over", figure.cost.rolled);
        }
        addColumn(figure, "Spent", "total_cost", -figure.cost.totals.spent());
        addColumn(figure, "Committed", "committed_cost", -figure.cost.totals.committed);
    }
}
void explainUsed(ReportFigure& figure)
{
    if (figure.cost.usedPerMille()) {
        addColumn(figure, "Spent", "total_cost", figure.cost.totals.spent());
        addColumn(figure, "Committed", "committed_cost", figure.cost.totals.committed);
        figure.out.add({.kind = TermKind::Divisor,
                        .what = "Cap",
                        .subject = explainedBy(figure.month, "cap"),
                        .amount = *figure.cost.limit()});
    }
}

Box asBox(const PlannedBox& plan)
{
    Box box;
    box.number = plan.number;
    box.recipientCode = plan.recipientCode;
    box.cost = plan.cost;
    return box;
}

/// Packed boxes that count in the month, and planned ones, by number.
void explainCommitted(ReportFigure& figure)
{
    const ExplainAsked& asked = figure.out.asked();
    std::vector<std::pair<Box, bool>> boxes;
    const auto take = [&](const Box& box, bool isPlanned) {
        if (box.number.value > asked.after) {
            boxes.emplace_back(box, isPlanned);
        }
    };
    gifting::listBoxes(figure.tx,
                       {.month = figure.month,
                        .state = gifting::BoxState::Packed,
                        .recipient = {},
                        .most = asked.most + 1,
                        .after = books::BoxNo{asked.after}},
                       [&](const Box& box) { take(box, false); });
    gifting::listPlannedBoxes(figure.tx, {.month = figure.month, .recipient = {}},
                              [&](const PlannedBox& plan) {
                                  if (plan.state == gifting::PlanState::Planned) {
                                      take(asBox(plan), true);
                                  }
                              });
    std::ranges::sort(boxes, {}, [](const auto& one) { return one.first.number.value; });
    std::int64_t taken = 0;
    for (const auto& [box, isPlanned] : boxes) {
        if (taken++ == asked.most) {
            return;
        }
        if (taken == asked.most && std::ssize(boxes) > taken) {
            figure.out.next = box.number.value;
        }
        figure.out.add({.what = isPlanned ? "Planned, estimated" : "Packed, not handed over",
                        .subject = explainedBy(box.number),
                        .on = isPlanned ? std::nullopt : std::optional(box.packedOn),
                        .amount = box.cost.total(),
                        .recipient = box.recipientCode});
        if (!isPlanned) {
            addParts(figure.tx, box, BoxPart::Total, 2, figure.out);
        }
    }
}

template <books::MonthFigure wanted>
void explainMoved(ReportFigure& figure)
{
    std::string kinds = ",";
    for (const books::MovementRule& rule : books::kMovementRules) {
        kinds += rule.figure == wanted ? std::string(rule.text) + "," : "";
    }
    addMovements(
        figure.tx, {.month = figure.month, .kinds = kinds, .sign = books::ruleOf(wanted).sign},
        [](const MovementTerm&) { return true; }, figure.out);
}

void explainOverrides(ReportFigure& figure)
{
    const ExplainAsked& asked = figure.out.asked();
    // A box may be packed and given over a cap in one month: both stand on one page.
    std::int64_t last = 0;
    std::int64_t boxes = 0;
    for (const auto& row :
         figure.tx.database().query(sql::ExplainedOverrides{.storeId = figure.tx.storeId(),
         .month = figure.month,
         .after = asked.after,
         .most = 2 * asked.most + 2})) {
        if (row.boxNo != last && boxes++ == asked.most) {
            figure.out.next = last;
            return;
        }
        last = row.boxNo;
        figure.out.add(
            {.what = row.step == "give" ? "Handed over above a cap" : "Packed above a cap",
             .subject = explainedBy(books::BoxNo{row.boxNo}),
             .on = row.doneOn,
             .count = 1,
             .recipient = std::string(row.recipientCode)});
    }
}

void explainPacked(ReportFigure& figure, std::optional<BoxPart> part)
{
    BoxTerms boxes(figure, part);
    gifting::listPackedOn(figure.tx, figure.month.lastDay(),
                          [&](const Box& box) { boxes.take(box); });
    boxes.write("Packed, not handed over", std::nullopt);
}
void explainBoxesPacked(ReportFigure& figure) { explainPacked(figure, std::nullopt); }
void explainPackedCost(ReportFigure& figure) { explainPacked(figure, BoxPart::Goods); }

struct ColumnRule {
    std::string_view column;
    ExplainColumn explain;
};
constexpr ColumnRule kColumnRules[] = {
    {"boxes_given", explainBoxesGiven},
    {"recipients", explainRecipients},
    {"contents_cost", explainGiven<BoxPart::Contents>},
    {"packaging_cost", explainGiven<BoxPart::Packaging>},
    {"labor_cost", explainGiven<BoxPart::Labor>},
    {"total_cost", explainGiven<BoxPart::Total>},
    {"cost_per_recipient", explainPerRecipient},
    {"cost_per_box", explainPerBox},
    {"cap", explainCapColumn},
    {"rolled_over", explainRolledOver},
    {"left", explainLeft},
    {"used_percent", explainUsed},
    {"committed_cost", explainCommitted},
    {"restock_cost", explainMoved<books::MonthFigure::Restock>},
    {"write_off_cost", explainMoved<books::MonthFigure::WriteOff>},
    {"variance_cost", explainMoved<books::MonthFigure::Variance>},
    {"overrides", explainOverrides},
    {"boxes_packed", explainBoxesPacked},
    {"packed_cost", explainPackedCost}};

std::string columnsText()
{
    std::string text;
    for (const ColumnRule& rule : kColumnRules) {
        text += (text.empty() ? "" : ", ") + std::string(rule.column);
    }
    return text;
}

} // namespace

void explainReport(const ReadTransaction& tx, Month month, const std::string& column,
                   Explanation& out)
{
    const auto* const rule = std::ranges::find(kColumnRules, column, &ColumnRule::column);
    if (rule == std::end(kColumnRules)) {
        throw foundation::Refusal("explain.unknown",
                                  {{"text", column}, {"choices", columnsText()}});
    }
    ReportFigure figure{
        .tx = tx, .month = month, .cost = monthlyCosts(tx, month, month).front(), .out = out};
    const auto columns = monthlyCostColumns();
    const auto shown = std::ranges::find(columns, column, &Column::name);
    OneCell cell(std::size_t(shown - columns.begin()));
    writeMonthlyCostCells(figure.cost, cell);
    Term term = cell.figure(shown->title + " in " + toText(month));
    term.subject = explainedBy(month, column);
    out.figure(std::move(term));
    rule->explain(figure);
}

} // namespace giftbox::reports
