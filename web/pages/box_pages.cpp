#include "accounting/department.h"
#include "gifting/box.h"
#include "gifting/packed_on.h"
#include "gifting/planned_box.h"
#include "gifting/recipe.h"
#include "gifting/take_back_box.h"
#include "reports/find_movements.h"
#include "web/pages/explain_links.h"
#include "web/pages/many.h"
#include "web/pages/operation_forms.h"
#include "web/pages/pages.h"
#include "web/ui/form_page.h"
#include "web/ui/item_pictures.h"
#include "web/ui/list.h"
#include "web/ui/months.h"
#include "web/ui/shown_detail.h"

#include <algorithm>
#include <limits>
#include <map>

namespace giftbox::web {

using access::Action;
using gifting::Box;
using gifting::BoxState;
using gifting::PlannedBox;
using gifting::PlanState;

namespace {

constexpr std::string_view kStates[] = {"planned", "packed", "given", "unpacked", "cancelled"};

std::string boxAddress(const RequestContext& context, books::BoxNo number,
                       std::string_view step = {})
{
    return context.address("boxes/" + std::to_string(number.value) +
                           (step.empty() ? "" : "/" + std::string(step)));
}

/// The steps that the state of a box allows.
std::vector<Link> stepsOf(const RequestContext& context, books::BoxNo number,
                          std::string_view state)
{
    return actionsOn(context, "box", std::to_string(number.value), state);
}

/// The documents that can be printed in the state of a box.
std::vector<Link> papersOf(const RequestContext& context, books::BoxNo number,
                           std::string_view state)
{
    std::vector<Link> links;
    if (state != toText(BoxState::Unpacked) && state != toText(PlanState::Cancelled)) {
        if (context.may(Action::EditNote)) {
            links.push_back({boxAddress(context, number, "note"), "Note"});
        }
        if (context.may(Action::Pack)) {
            links.push_back({boxAddress(context, number, "slip.pdf"), "Packing slip (PDF)"});
        }
    }
    return links;
}

struct BoxRow {
    books::BoxNo number;
    std::optional<std::string> reference = {};
    std::string recipient;
    std::string state;
    foundation::Month month;
    std::optional<foundation::Date> day; ///< given or packed
    budget::BoxCost cost;
};

BoxRow rowOf(const RequestContext& context, const Box& box, foundation::Date day)
{
    return {.number = box.number,
            .reference = box.reference,
            .recipient = context.recipientShown(box.recipientName, box.recipientCode),
            .state = std::string(toText(box.state)),
            .month = box.month,
            .day = day,
            .cost = box.cost};
}

struct BoxesAsked {
    foundation::Month month;
    std::string state; ///< all states when empty
    books::BoxNo before;
};

/// The newest boxes numbered below `before`; one more than is shown, if there are more.
std::vector<BoxRow> boxesOf(const books::ReadTransaction& tx, const RequestContext& context,
                            const BoxesAsked& asked)
{
    std::vector<BoxRow> rows;
    const auto isWanted = [&](std::string_view one) {
        return asked.state.empty() || asked.state == one;
    };
    gifting::listPlannedBoxes(
        tx, {.month = asked.month, .recipient = {}}, [&](const PlannedBox& box) {
            if (isWanted(toText(box.state)) && box.number.value < asked.before.value) {
                rows.push_back(
                    {.number = box.number,
                     .recipient = context.recipientShown(box.recipientName, box.recipientCode),
                     .state = std::string(toText(box.state)),
                     .month = box.month,
                     .day = std::nullopt,
                     .cost = box.cost});
            }
        });
    const bool isOfPlan =
        asked.state == toText(PlanState::Planned) || asked.state == toText(PlanState::Cancelled);
    if (!isOfPlan) {
        const gifting::BoxPage page{
            .month = asked.month,
            .state = asked.state.empty() ? std::nullopt
                                         : std::optional(gifting::parseBoxState(asked.state)),
            .before = asked.before,
            .most = kRowsOfList + 1};
        gifting::listNewestBoxes(tx, page, [&](const Box& box) {
            rows.push_back(rowOf(context, box, box.givenOn.value_or(box.packedOn)));
        });
    }
    std::ranges::sort(rows, std::greater<>{}, [](const BoxRow& row) { return row.number; });
    rows.resize(std::min<std::size_t>(rows.size(), kRowsOfList + 1));
    return rows;
}

/// `checkable`: of the boxes as they are now, which have next steps; null for those of another day.
Table boxTable(const RequestContext& context, const std::vector<BoxRow>& rows, Checkable* checkable)
{
    const bool now = checkable != nullptr;
    Table table({{"Recipient"},
                 {"State"},
                 {"Day"},
                 {.title = "Reference", .isExtra = true},
                 {.title = "Contents", .isNumber = true, .isOnPage = true},
                 {.title = "Packaging", .isNumber = true, .isOnPage = true},
                 {.title = "Labor", .isNumber = true, .isOnPage = true},
                 {.title = "Total", .isNumber = true, .isMain = true},
                 {""}},
                context.format);
    budget::BoxCost cost;
    for (const BoxRow& row : rows) {
        cost.contents += row.cost.contents;
        cost.packaging += row.cost.packaging;
        cost.labor += row.cost.labor;
        table
            .named(row.recipient, "Box " + std::to_string(row.number.value),
                   boxAddress(context, row.number))
            .badge(row.state);
        if (now) {
            checkable->add(table, row.state, std::to_string(row.number.value));
        }
        row.day ? table.day(*row.day) : table.month(row.month);
        table.text(row.reference.value_or(""))
            .amount(row.cost.contents)
            .amount(row.cost.packaging)
            .amount(row.cost.labor)
            .amount(row.cost.total())
            .links([&context, now, number = row.number, state = row.state] {
                return now ? stepsOf(context, number, state) : std::vector<Link>{};
            })
            .endRow();
    }
    table.text("Total").text("").text("").text("");
    table.amount(cost.contents).amount(cost.packaging).amount(cost.labor).amount(cost.total());
    table.text("").endTotals();
    return table;
}

/// The sums of the states, if there are several.
std::vector<View> byState(const RequestContext& context,
                          const std::map<std::string, foundation::Money>& sums)
{
    std::vector<View> parts;
    for (const auto& [name, part] : sums) {
        parts.emplace_back();
        parts.back().text("state", shownCode(name)).text("part", context.format.shown(part));
    }
    return parts.size() > 1 ? parts : std::vector<View>{};
}

View boxesView(const RequestContext& context, const books::ReadTransaction& tx)
{
    const foundation::Month month = monthAsked(context);
    const std::string& state = context.query.text("state");
    foundation::Money sum;
    constexpr auto kLast = std::numeric_limits<std::int64_t>::max();
    std::vector<BoxRow> rows =
        boxesOf(tx, context,
                {.month = month,
                 .state = state,
                 .before = {maybeIntegerIn(context.query, "before").value_or(kLast)}});
    const bool isMore = std::ssize(rows) > kRowsOfList;
    rows.resize(isMore ? kRowsOfList : rows.size());
    std::map<std::string, foundation::Money> sums;
    for (const BoxRow& row : rows) {
        sum += row.cost.total();
        sums[row.state] += row.cost.total();
    }
    std::vector<View> states;
    for (const std::string_view one : kStates) {
        View option;
        option.text("value", std::string(one)).flag("selected", state == one);
        states.push_back(std::move(option));
    }
    Checkable checkable(context, "boxes");
    Table table = boxTable(context, rows, &checkable);
    View view;
    addMonths(view, context, "boxes");
    view.list("table",
              listOf(context, tx, std::move(table),
                     {.place = "boxes",
                      .one = "box",
                      .many = "boxes",
                      .empty = context.whenEmpty("No boxes this month.", Action::Pack,
                                                 "Pack or plan a box."),
                      .earlier = isMore ? std::optional(rows.back().number.value) : std::nullopt,
                      .checked = checkable.buttons()}))
        .list("states", std::move(states))
        .text("sum", context.format.shown(sum))
        .list("by_state", byState(context, sums))
        .flag("is_part", isMore || context.query.has("before"))
        .number("shown", std::ssize(rows))
        .text("currency", context.format.currency().code)
        .flag("may_pack", context.may(Action::Pack))
        .flag("may_plan", context.may(Action::Plan));
    return view;
}

/// The boxes packed and not given at the end of a day.
View packedOnView(const RequestContext& context, const books::ReadTransaction& tx,
                  foundation::Date day)
{
    std::vector<BoxRow> rows;
    gifting::PackedBoxes packed;
    gifting::listPackedOn(tx, day, [&](const Box& box) {
        packed.add(1, box.cost);
        rows.push_back(rowOf(context, box, box.packedOn));
    });
    View view;
    view.list("table", listOf(context, tx, boxTable(context, rows, nullptr),
                              {.place = "boxes",
                               .one = "box",
                               .many = "boxes",
                               .empty = "No boxes were packed and waiting on that day."}))
        .text("day", context.format.shown(day))
        .text("as_of", toText(day))
        .number("count", packed.boxes)
        .text("goods", context.format.withCode(packed.goods()))
        .text("contents", context.format.withCode(packed.cost.contents))
        .text("packaging", context.format.withCode(packed.cost.packaging))
        .text("base", context.address());
    return view;
}

template <class AnyBox>
void addCost(std::vector<View>& facts, const RequestContext& context, const AnyBox& box)
{
    const std::string explained =
        explainAddress(context, "box " + std::to_string(box.number.value));
    const StoreFormat& format = context.format;
    addFact(facts, "Total", format.withCode(box.cost.total()), explained);
    facts.back().flag("main", true);
    addFact(facts, "Contents", format.withCode(box.cost.contents), explained);
    addFact(facts, "Packaging", format.withCode(box.cost.packaging), explained);
    addFact(facts, "Labor",
            format.withCode(box.cost.labor) + " (" + std::to_string(box.laborMinutes) + " minutes)",
            explained);
}

void addRecipient(std::vector<View>& facts, const RequestContext& context, const std::string& name,
                  const std::string& code)
{
    const bool isNamed = context.seen() == foundation::PeopleSeen::Name;
    addFact(facts, "Recipient",
            isNamed ? name + " (" + code + ")" : context.recipientShown(name, code),
            context.may(Action::EditRecipients) ? context.recipientAddress(code) : "");
}

std::string dayText(const StoreFormat& format, const std::optional<foundation::Date>& day)
{
    return day ? format.shown(*day) : "";
}

/// `handed_over` while it may be taken back that the box was given.
std::string stateOf(const books::ReadTransaction& tx, const Box& box)
{
    const auto& closed = tx.store().closedThrough;
    const bool isOpen = !closed || box.month > *closed;
    return std::string(box.state == gifting::BoxState::Given && isOpen ? "handed_over"
                                                                       : toText(box.state));
}

/// The lots and receipts that the units came from, with their cost.
std::vector<View> drawsOf(const RequestContext& context, const books::ReadTransaction& tx,
                          const Box& box, const std::map<std::string, std::string>& names)
{
    Table table({{"Item"},
                 {.title = "Units", .isNumber = true, .isMain = true},
                 {"Cost", true},
                 {"Lot"},
                 {"Received"},
                 {"Source"},
                 {"Receipt"}},
                context.format);
    for (const reports::BoxDraw& one : reports::boxDraws(tx, box.number)) {
        const std::string lot = std::to_string(one.lot.value);
        table.named(names.at(one.sku), one.sku, context.itemAddress(one.sku))
            .number(one.units)
            .amount(one.cost)
            .link("Lot " + lot, context.address("lots/" + lot))
            .day(one.receivedOn)
            .text(shownKind(one.source))
            .text(one.reference)
            .endRow();
    }
    return table.views("The box is empty.");
}

/// What the box has of its own.
void addTax(std::vector<View>& facts, const RequestContext& context,
            const books::ReadTransaction& tx, books::BoxNo number)
{
    const gifting::BoxTax tax = gifting::boxTaxOf(tx, number);
    addFact(facts, "Tax class", tax.taxClass);
    addFact(facts, "Business purpose", context.wordsShown(tax.purpose));
}

View packedView(const RequestContext& context, const books::ReadTransaction& tx, const Box& box)
{
    Table table(
        {{"Item"}, {"Kind"}, {.title = "Units", .isNumber = true, .isMain = true}, {"Cost", true}},
        context.format);
    std::map<std::string, std::string> names;
    foundation::Money goods;
    const ItemPictures pictures(tx);
    for (const gifting::PackedLine& line : linesOf(tx, box)) {
        names[line.sku] = line.name;
        goods += line.cost;
        table.named(line.name, line.sku, context.itemAddress(line.sku))
            .pictured(pictures.address(context, line.sku))
            .text(shownKind(toText(line.kind)))
            .number(line.units)
            .amount(line.cost)
            .endRow();
    }
    table.text("Total").text("").text("").amount(goods).endTotals();
    std::vector<View> figures;
    addCost(figures, context, box);
    std::vector<View> facts;
    addRecipient(facts, context, box.recipientName, box.recipientCode);
    addFact(facts, "Budget month", context.format.shown(box.month));
    addFact(facts, "Packed", context.format.shown(box.packedOn));
    addFact(facts, "Handed over", dayText(context.format, box.givenOn));
    for (const gifting::TakenBack& one : gifting::takenBack(tx, box.number)) {
        addFact(facts, "Taken back",
                context.format.shown(one.on) + " by " + one.actor + ", handed over " +
                    context.format.shown(one.givenOn) + ": " + context.wordsShown(one.reason));
    }
    addFact(facts, "Unpacked", dayText(context.format, box.unpackedOn));
    if (context.may(access::Action::ViewJournal)) {
        addFact(facts, "Department", accounting::departmentOf(tx, box.number).department);
    }
    addTax(facts, context, tx, box.number);
    addFact(facts, "Override at packing", context.wordsShown(box.packOverride.value_or("")));
    addFact(facts, "Override at giving", context.wordsShown(box.giveOverride.value_or("")));
    View draws;
    draws.list("table", drawsOf(context, tx, box, names));
    View view;
    view.list("facts", std::move(facts))
        .list("figures", std::move(figures))
        .text("recipient", context.recipientShown(box.recipientName, box.recipientCode))
        .list("table", table.views("The box is empty."))
        .list("draws", {draws})
        .text("state", std::string(toText(box.state)));
    return view;
}

View plannedView(const RequestContext& context, const books::ReadTransaction& tx,
                 const PlannedBox& box)
{
    Table table({{"Item"}, {"Kind"}, {"Units", true}}, context.format);
    const ItemPictures pictures(tx);
    for (const gifting::PlannedLine& line : linesOf(tx, box)) {
        table.named(line.name, line.sku, context.itemAddress(line.sku))
            .pictured(pictures.address(context, line.sku))
            .text(shownKind(toText(line.kind)))
            .number(line.units)
            .endRow();
    }
    std::vector<View> figures;
    addCost(figures, context, box);
    std::vector<View> facts;
    addRecipient(facts, context, box.recipientName, box.recipientCode);
    addFact(facts, "Planned for", context.format.shown(box.month));
    addFact(facts, "Recipe", box.recipe ? wordsOf(tx, *box.recipe) : "");
    addTax(facts, context, tx, box.number);
    addFact(facts, "Override at planning", context.wordsShown(box.planOverride.value_or("")));
    addFact(facts, "Reason canceled", context.wordsShown(box.cancelReason.value_or("")));
    View view;
    view.list("facts", std::move(facts))
        .list("figures", std::move(figures))
        .text("recipient", context.recipientShown(box.recipientName, box.recipientCode))
        .list("table", table.views("The box has no items."))
        .text("state", std::string(toText(box.state)))
        .flag("estimated", box.state == PlanState::Planned);
    return view;
}

} // namespace

Response boxesPage(RequestContext& context)
{
    return context.read([&](const books::ReadTransaction& tx) {
        if (const auto day = dayAsked(context)) {
            return context.page("packed_boxes", "Boxes packed as of " + context.format.shown(*day),
                                packedOnView(context, tx, *day));
        }
        return context.page("boxes", "Boxes in " + context.format.shown(monthAsked(context)),
                            boxesView(context, tx));
    });
}

Response boxPage(RequestContext& context)
{
    const books::BoxNo number{context.number()};
    return context.read([&](const books::ReadTransaction& tx) {
        const auto plan = gifting::findPlannedBox(tx, number);
        View view = plan ? plannedView(context, tx, *plan)
                         : packedView(context, tx, gifting::requireBox(tx, number));
        const std::string state =
            plan ? std::string(toText(plan->state)) : stateOf(tx, gifting::requireBox(tx, number));
        const std::string title = "Box " + std::to_string(number.value);
        view.list("steps", actsOf(stepsOf(context, number, state)))
            .list("papers", actsOf(papersOf(context, number, state)))
            .text("heading", title);
        return context.page("box", title, view);
    });
}

} // namespace giftbox::web
