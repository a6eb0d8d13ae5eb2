#include "cli/looks.h"

#include "cli/context.h"
#include "gifting/notes/note_template.h"
#include "gifting/packed_on.h"
#include "gifting/waiting_boxes.h"
#include "inventory/shelf.h"
#include "operations/call.h"
#include "reports/explain_shown.h"
#include "reports/item_rows.h"
#include "reports/order_rows.h"
#include "reports/shelf_rows.h"

#include <algorithm>
#include <utility>

namespace giftbox::cli {

using books::ReadTransaction;
using operations::Call;

namespace {

void writeLots(Context& context, const ReadTransaction& tx, Call& call)
{
    context.output().write("\n");
    const auto lots = context.output().writer(tx.store().currency, Shape::Rows);
    lots->begin(reports::openLotColumns());
    const std::string sku = inventory::requireItem(tx, call.text("sku")).item.sku;
    for (const inventory::OpenLot& lot : inventory::openLots(tx, sku)) {
        reports::writeOpenLot(lot, *lots);
    }
    lots->end();
}

void writePacked(Context& context, const ReadTransaction& tx, Call& call)
{
    if (!call.has("sku") && !call.has("low")) {
        const auto packed =
            gifting::packedOn(tx, call.maybeDate("as_of").value_or(inventory::kEver));
        context.output().write("Not included: " + reports::packedSentence(packed, tx.store()) +
                               "\n");
    }
}

/// The purchases and their estimated cost.
void writeRestockSum(Context& context, const ReadTransaction& tx, Call&)
{
    foundation::PartialSum estimated;
    for (const purchasing::RestockLine& line : purchasing::restockList(tx)) {
        estimated.add(line.estimatedCost);
    }
    const books::Store& store = tx.store();
    const foundation::Money ordered =
        orderedIn(purchasing::unfinishedOrders(tx), context.today().month());
    const budget::MonthState month = budget::loadMonth(tx, context.today().month());
    std::string text = "\nEstimated total: " + reports::estimateOf(store, estimated).text();
    if (const auto remaining = remainingUnder(capOf(month.caps, budget::CapName::MonthRestock),
                                              month.totals.of(books::MonthFigure::Restock))) {
        text += "\nRemaining under month.restock in " + toText(context.today().month()) + ": " +
                store.amount(*remaining);
        if (estimated.known > *remaining) {
            text += std::string("; the list is ") + (estimated.isWhole() ? "" : "at least ") +
                    store.amount(estimated.known - *remaining) + " over";
        }
    }
    if (ordered.minor > 0) {
        text += "\nOrdered and expected in " + toText(context.today().month()) + ": " +
                store.amount(ordered);
    }
    context.output().write(text + "\n");
}

/// What was ordered and what came of it.
void writeLinesOfOrder(Context& context, const ReadTransaction& tx, Call& call)
{
    context.output().write("\n");
    const auto lines = context.output().writer(tx.store().currency, Shape::Rows);
    lines->begin(reports::orderLineColumns());
    reports::writeOrderLines(tx, purchasing::requireOrder(tx, {call.integer("no")}), *lines);
    lines->end();
}

void showWording(Context& context, const ReadTransaction& tx, Call& call)
{
    context.output().write(gifting::requireNoteTemplate(tx, call.maybeInteger("no")).wording +
                           "\n");
}

/// Which boxes of other months will count in this one.
std::string wordsOfWaiting(const ReadTransaction& tx, Call& call)
{
    return textOf(sentencesOf(tx.store(), gifting::remainingOf(tx, call.month("month")).waiting));
}

constexpr int kDifferencesFound = 4;
constexpr std::string_view kNotOfPlan =
    "objective|bound|gap_percent|seen|waiting_boxes|waiting_cost|remaining_once_given";
constexpr std::string_view kWording = "wording";
constexpr std::string_view kNotOfRoll = "part|line"; // the words say it

/// All pages, as a tree.
void showTerms(Context& context, const ReadTransaction& tx, Call& call)
{
    const auto out = context.output().writer(tx.store().currency, Shape::Rows);
    reports::TermTree tree(*out, "  ");
    do {
        call.setPage(operations::kLongestPage, std::exchange(call.next, std::nullopt));
        call.operation().read(call, tx, tree);
    } while (call.next);
    out->end();
}

constexpr Look kLooks[] = {
    {.command = "item show", .below = writeLots},
    {.command = "stock", .below = writePacked},
    {.command = "restock", .below = writeRestockSum},
    {.command = "order show", .below = writeLinesOfOrder},
    {.command = "select list", .shape = Shape::Record},
    {.command = "recipient show", .whole = showRecipient},
    {.command = "box show", .whole = showBox},
    {.command = "recipe show", .whole = showRecipe},
    {.command = "recipe buildable", .whole = showWhatCanBeMade},
    {.command = "plan", .hidden = kNotOfPlan, .note = wordsOfPlan, .prepare = lookForPlan},
    {.command = "plan show", .hidden = kNotOfPlan, .note = wordsOfPlan},
    {.command = "plan change", .hidden = kNotOfPlan},
    {.command = "plan accept", .hidden = "waiting", .note = wordsOfWaiting},
    {.command = "journal batch", .instead = printFileOfBatch},
    {.command = "template list", .hidden = kWording},
    {.command = "template set", .hidden = kWording},
    {.command = "template approve", .hidden = kWording},
    {.command = "template show", .whole = showWording},
    {.command = "report month", .whole = showCosts},
    {.command = "report pipeline", .whole = showStory},
    {.command = "report roll-forward", .hidden = kNotOfRoll},
    {.command = "explain report", .whole = showTerms},
    {.command = "explain roll-forward", .whole = showTerms},
    {.command = "explain cap", .whole = showTerms},
    {.command = "explain box", .whole = showTerms},
    {.command = "explain lot", .whole = showTerms},
    {.command = "explain journal", .whole = showTerms},
    {.command = "explain entry", .whole = showTerms},
    {.command = "verify", .shape = Shape::Lines, .statusOfRows = kDifferencesFound}};

} // namespace

Shape Look::shapeOf(const Call& call) const
{
    const operations::Operation& operation = call.operation();
    const bool isHistory = call.knows("history") && call.has("history");
    return shape                                                       ? *shape
           : operation.answer == operations::Answer::Row && !isHistory ? Shape::Record
                                                                       : Shape::Rows;
}

Look lookOf(std::string_view command)
{
    const auto found = std::ranges::find(kLooks, command, &Look::command);
    return found == std::end(kLooks) ? Look{.command = command} : *found;
}

} // namespace giftbox::cli
