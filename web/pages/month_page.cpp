#include "accounting/batches_of_month.h"
#include "accounting/close_month.h"
#include "accounting/journal_file.h"
#include "gifting/counting/count_session.h"
#include "gifting/notes/note.h"
#include "operations/shown_rows.h"
#include "reports/close_checklist.h"
#include "reports/month_change.h"
#include "reports/roll_forward.h"
#include "web/pages/explain_links.h"
#include "web/pages/pages.h"
#include "web/ui/months.h"
#include "web/ui/table_writer.h"

#include <algorithm>

namespace giftbox::web {

using access::Action;
using books::ReadTransaction;
using foundation::Money;
using foundation::Month;
using reports::MonthlyCost;

namespace {

/// Older ones are not open any more.
constexpr std::int64_t kCountsLookedAt = 100;

/// The month before and the month, which are the same at the beginning of the calendar.
struct TwoMonths {
    MonthlyCost before;
    MonthlyCost now;
};

TwoMonths twoMonths(const ReadTransaction& tx, Month month)
{
    auto costs = reports::monthlyCosts(tx, monthBefore(month), month);
    return {.before = costs.front(), .now = costs.back()};
}

/// The figures of two months side by side, each with its explanation.
class FigureRows {
public:
    FigureRows(Table& table, const RequestContext& context, const TwoMonths& two)
        : table_(table), context_(context), two_(two)
    {}
    void addCount(const char* name, std::string_view column, std::int64_t before, std::int64_t now)
    {
        table_.text(name);
        table_.number(before).leadingTo(to(two_.before, column));
        table_.number(now).leadingTo(to(two_.now, column));
        table_.number(now - before).endRow();
    }
    void addMoney(const std::string& name, std::string_view column, std::optional<Money> before,
                  std::optional<Money> now)
    {
        table_.text(name);
        table_.amount(before).leadingTo(to(two_.before, column));
        table_.amount(now).leadingTo(to(two_.now, column));
        table_.amount(before && now ? std::optional(*now - *before) : std::nullopt).endRow();
    }

private:
    std::string to(const MonthlyCost& one, std::string_view column) const
    {
        return explainAddress(context_, one.month, column);
    }

    Table& table_;
    const RequestContext& context_;
    const TwoMonths& two_;
};

/// The two months side by side.
std::vector<View> figuresOf(const RequestContext& context, const TwoMonths& two)
{
    const auto& [before, now] = two;
    Table table({{"Figure"},
                 {context.format.shown(before.month), true},
                 {.title = context.format.shown(now.month), .isNumber = true, .isMain = true},
                 {"Change", true}},
                context.format);
    const auto& [old, totals] = std::pair(before.totals, now.totals);
    FigureRows rows(table, context, two);
    rows.addCount("Boxes handed over", "boxes_given", old.boxesGiven, totals.boxesGiven);
    rows.addCount("Recipients", "recipients", old.recipients, totals.recipients);
    rows.addMoney("Contents", "contents_cost", old.contents, totals.contents);
    rows.addMoney("Packaging", "packaging_cost", old.packaging, totals.packaging);
    rows.addMoney("Labor", "labor_cost", old.labor, totals.labor);
    rows.addMoney("Cost", "total_cost", old.spent(), totals.spent());
    rows.addMoney("Cost per box", "cost_per_box", before.costPerBox(), now.costPerBox());
    rows.addMoney("Cost per recipient", "cost_per_recipient", before.costPerRecipient(),
                  now.costPerRecipient());
    rows.addMoney("Cap", "cap", before.cap, now.cap);
    if (before.rolled != foundation::Money{} || now.rolled != foundation::Money{}) {
        rows.addMoney("Rolled over", "rolled_over", before.rolled, now.rolled);
    }
    rows.addMoney("Remaining", "left", before.left(), now.left());
    for (const books::MonthFigureRule& rule : books::kMonthFigures) {
        rows.addMoney(std::string(rule.heading), rule.column, old.of(rule.figure),
                      totals.of(rule.figure));
    }
    rows.addCount("Cap overrides", "overrides", old.overrides, totals.overrides);
    return table.views("");
}

/// Why the month cost more or less than the one before.
std::vector<View> changeOf(const RequestContext& context, const TwoMonths& two)
{
    const reports::MonthChange change = reports::monthChange(two.before.totals, two.now.totals);
    const std::int64_t boxes = two.now.totals.boxesGiven - two.before.totals.boxesGiven;
    const auto more = [](Money amount, const char* what) {
        return std::string(amount < Money{} ? "Cheaper " : "More expensive ") + what;
    };
    Table table({{"Why"}, {.title = "Change", .isNumber = true, .isMain = true}}, context.format);
    if (change.boxes != Money{}) {
        table
            .text(boxes == 0 ? "Boxes"
                             : std::to_string(std::abs(boxes)) + (boxes > 0 ? " more" : " fewer") +
                                   (std::abs(boxes) == 1 ? " box" : " boxes"))
            .amount(change.boxes)
            .endRow();
    }
    for (const auto& [amount, what] : {std::pair{change.contents, "contents per box"},
                                       std::pair{change.packaging, "packaging per box"},
                                       std::pair{change.labor, "labor per box"}}) {
        if (amount != Money{}) {
            table.text(more(amount, what)).amount(amount).endRow();
        }
    }
    if (!table.isEmpty()) {
        table.text("Change of the cost").amount(change.total).endTotals();
    }
    return table.views("The month cost what the month before did.");
}

/// Adds a line that says what waits, and where.
void addWaiting(std::vector<View>& waits, std::int64_t count, const std::string& one,
                const std::string& many, std::string address)
{
    if (count > 0) {
        View view;
        view.text("what", std::to_string(count) + " " + (count == 1 ? one : many))
            .text("address", std::move(address));
        waits.push_back(std::move(view));
    }
}

std::vector<View> waitsOf(const RequestContext& context, const ReadTransaction& tx,
                          const MonthlyCost& cost)
{
    const std::string month = toText(cost.month);
    std::vector<View> waits;
    addWaiting(waits, cost.packed.boxes, "box packed and not handed over",
               "boxes packed and not handed over",
               context.address("boxes?as_of=") +
                   toText(std::min(cost.month.lastDay(), context.today())));
    const gifting::NotesToDo notes = gifting::notesToDo(tx, cost.month);
    const std::string toNotes =
        context.may(Action::EditNote) ? context.address("notes?month=" + month) : "";
    addWaiting(waits, notes.toWrite, "note to write", "notes to write", toNotes);
    addWaiting(waits, notes.toSign, "note to sign", "notes to sign", toNotes);
    if (context.may(Action::ViewStock)) {
        const auto counts = gifting::listCounts(tx, std::nullopt, kCountsLookedAt);
        addWaiting(
            waits,
            std::ranges::count_if(
                counts, [](const auto& one) { return one.state == gifting::CountState::Open; }),
            "open count", "open counts", context.address("counts"));
    }
    return waits;
}

/// Where the month stands in the journal, for those who may see it.
std::vector<View> journalOf(const RequestContext& context, const ReadTransaction& tx, Month month)
{
    if (!context.may(Action::ViewJournal)) {
        return {};
    }
    const auto [batches, posted] = accounting::batchesOf(tx, month);
    bool isLeft = false;
    accounting::previewJournal(tx, month, accounting::JournalDetail::Month,
                               [&](const accounting::LedgerEntry&) { isLeft = true; });
    View view;
    view.text("batches", batches == 0   ? "No batch"
                         : batches == 1 ? "1 batch"
                                        : std::to_string(batches) + " batches")
        .number("posted", posted)
        .flag("has_batches", batches > 0)
        .flag("is_left", isLeft)
        .text("address", context.address("journal?month=" + toText(month)));
    return {view};
}

std::vector<View> rollOf(const RequestContext& context, const ReadTransaction& tx, Month month)
{
    const std::vector<reports::RollLine> lines = reports::rollForward(tx, month);
    std::size_t line = 0;
    TableWriter rows(context.format, [&](std::string_view column, std::string_view) {
        if (column != "what") {
            return std::string();
        }
        const reports::RollLine& one = lines.at(line++);
        return explainLineAddress(
            context, month, one.part == reports::RollPart::Shelf ? "shelf" : "boxes", one.code);
    });
    operations::ShownRows shown(rows, "part|line");
    reports::writeRollForward(lines, shown);
    return rows.views("");
}

/// Whether it is closed, open, or still running, and the button that closes it.
void addClosing(View& view, const RequestContext& context, const ReadTransaction& tx, Month month)
{
    const auto& closed = tx.store().closedThrough;
    const bool isClosed = closed && month <= *closed;
    const bool isOver = month.lastDay() < context.today();
    const auto due = accounting::nextToClose(tx);
    const bool isLater = due && *due < month;
    view.text("state", isClosed ? "closed" : "open")
        .flag("is_closed", isClosed)
        .flag("has_checklist", !isClosed && context.may(Action::CloseMonth))
        .flag("is_later", isOver && !isClosed && isLater)
        .text("due_name", due ? context.format.shown(*due) : "")
        .text("due", due ? context.address("month/" + toText(*due)) : "")
        .flag("may_close", context.may(Action::CloseMonth) && isOver && !isClosed && !isLater)
        .text("close", context.address("close?month=" + toText(month)))
        .flag("may_export", context.may(Action::Export))
        .text("package", context.address("accounting/" + toText(month) + ".zip"));
    if (!isClosed && context.may(Action::CloseMonth)) {
        const auto checks = reports::closeChecklist(tx, month, context.today());
        view.number("checks", std::ssize(checks))
            .number("open_checks", std::ranges::count(checks, false, &reports::CloseCheck::isDone));
    }
}

} // namespace

Response monthPage(RequestContext& context)
{
    const Month month = foundation::parseMonth(context.part);
    return context.read([&](const ReadTransaction& tx) {
        const TwoMonths two = twoMonths(tx, month);
        View view;
        addMonth(view, context, month);
        addClosing(view, context, tx, month);
        const auto waits = waitsOf(context, tx, two.now);
        View figures;
        View change;
        View roll;
        view.text("previous", context.address("month/" + toText(monthBefore(month))))
            .text("next", context.address("month/" + toText(monthAfter(month))))
            .text("store_name", tx.store().name)
            .text("currency", tx.store().currency.code)
            .text("made", context.format.shown(context.today()))
            .flag("has_waits", !waits.empty())
            .list("waits", waits)
            .list("figures", {figures.list("table", figuresOf(context, two))})
            .list("change", {change.list("table", changeOf(context, two))})
            .list("roll", {roll.list("table", rollOf(context, tx, month))})
            .list("journal", journalOf(context, tx, month))
            .text("roll_forward", context.address("reports/roll-forward?month=" + toText(month)))
            .text("report", context.address("report"))
            .text("reports", context.address("reports"));
        return context.page("month", context.format.shown(month), view);
    });
}

} // namespace giftbox::web
