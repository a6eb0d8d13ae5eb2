#include "foundation/fold.h"
#include "gifting/give_box.h"
#include "gifting/plan_box.h"
#include "gifting/selection/box_asked.h"
#include "gifting/take_back_box.h"
#include "operations/table.h"
#include "reports/box_rows.h"
#include "reports/cells.h"

#include <algorithm>

namespace giftbox::operations {

using books::BoxNo;

namespace {

constexpr RowShape kPackedBoxRow{"PackedBox", reports::packedColumns};
constexpr RowShape kBoxRow{"Box", reports::boxColumns, kBoxChoices};

constexpr FieldInfo kNumber{.name = "no",
                            .type = Integer,
                            .title = "Box",
                            .help = "box number",
                            .need = Required,
                            .option = "NO"};
constexpr FieldInfo kRecipient{.name = "recipient",
                               .title = "Recipient",
                               .help = "recipient code",
                               .need = Required,
                               .option = "--for",
                               .value = "RECIPIENT"};
constexpr FieldInfo kMinutes{.name = "minutes",
                             .type = Integer,
                             .title = "Labor minutes",
                             .help = "labor minutes; default: the store's default minutes per box",
                             .value = "MINUTES"};
constexpr FieldInfo kOverride{.name = "override",
                              .title = "Override",
                              .help = "a manager's reason to exceed a blocking cap with this box",
                              .value = "WHY"};
constexpr FieldInfo kLines{
    .name = "lines",
    .type = Lines,
    .title = "Items",
    .help = "item and units, 1 by default; for a planned box, these items replace the planned "
            "ones; with a recipe, an item for one of its categories",
    .option = "--item"};
constexpr FieldInfo kRecipe{.name = "recipe",
                            .title = "Recipe",
                            .help = "recipe that supplies the items when none are given",
                            .value = "NAME"};

constexpr FieldInfo kTaxClass{.name = "tax_class",
                              .title = "Tax class",
                              .help =
                                  "what the box is for the tax law; default: as the store has it",
                              .choices = "gift|promotion|employee|not_deductible"};
constexpr FieldInfo kPurpose{.name = "purpose",
                             .title = "Business purpose",
                             .help = "why the box is given; default: why the recipient was "
                                     "nominated, or as the store has it"};

/// The same field, optional.
FieldInfo optional(FieldInfo field, std::string_view help)
{
    field.need = Optional;
    field.help = help;
    return field;
}

std::optional<std::string> overrideIn(const Call& call)
{
    auto reason = call.maybeText("override");
    if (reason && !call.caller.may(Action::Override)) {
        throw foundation::Refusal("access.override");
    }
    return reason;
}

BoxNo boxOf(const Call& call) { return BoxNo{call.integer("no")}; }

void readBoxes(Call& call, const ReadTransaction& tx, RowWriter& out)
{
    const reports::BoxesWanted wanted = reports::boxesWanted(call.text("state"));
    const gifting::BoxFilter filter{
        .month = call.caller.isTrusted() ? call.maybeMonth("month") : call.month("month"),
        .state = wanted.state,
        .recipient = {},
        .most = call.limit() + 1, // one more shows that there is another page
        .after = BoxNo{call.afterNumber().value_or(0)}};
    const auto on = call.maybeDate("as_of");
    reports::requireAlone(on, call.has("month") || call.has("state"));
    Page page(call);
    out.begin(reports::boxColumns());
    if (on) {
        reports::listPackedBoxes(
            tx, *on, [&](BoxNo number) { return page.takes(number.value); }, out);
        out.end();
        page.finish();
        return;
    }
    reports::listAllBoxes(
        tx, wanted, filter, [&](BoxNo number) { return page.takes(number.value); }, out);
    out.end();
    page.finish();
}

void readBox(Call& call, const ReadTransaction& tx, RowWriter& out)
{
    const auto plan = gifting::findPlannedBox(tx, boxOf(call));
    out.begin(reports::boxLineColumns());
    if (plan && plan->state == gifting::PlanState::Cancelled) {
        reports::writeBoxWithoutLine(*plan, out);
    } else if (plan) {
        for (const gifting::PlannedLine& line : linesOf(tx, *plan)) {
            reports::writeBoxLine(*plan, line, out);
        }
    } else {
        const gifting::Box box = gifting::requireBox(tx, boxOf(call));
        for (const gifting::PackedLine& line : linesOf(tx, box)) {
            reports::writeBoxLine(box, line, out);
        }
    }
    out.end();
}

void writeOne(const auto& box, RowWriter& out)
{
    writeRow(out, reports::boxColumns(), [&] {
        reports::writeBoxCells(box, out);
        out.endRow();
    });
}

/// The request for a box, from the fields that the operation has.
gifting::BoxAsked askedIn(const Call& call)
{
    return {.planned =
                call.knows("no") && call.has("no") ? std::optional(boxOf(call)) : std::nullopt,
            .recipient = call.knows("recipient") ? call.maybeText("recipient") : std::nullopt,
            .lines = call.lines("lines"),
            .recipe = call.knows("recipe") ? call.maybeText("recipe") : std::nullopt,
            .minutes = call.maybeInteger("minutes"),
            .override = overrideIn(call),
            .tax = {.taxClass = call.maybeText("tax_class"), .purpose = call.maybeText("purpose")}};
}

gifting::BoxRefusal insteadOfPacked(Call& call, const ReadTransaction& tx,
                                    const foundation::Refusal& refusal)
{
    return gifting::withSubstitutes(tx, refusal,
                                    gifting::requestOf(tx, askedIn(call), call.day("on")));
}

gifting::BoxRefusal insteadOfPlanned(Call& call, const ReadTransaction& tx,
                                     const foundation::Refusal& refusal)
{
    return gifting::withSubstitutes(tx, refusal,
                                    gifting::requestOf(tx, askedIn(call), call.month("month")));
}

void pack(Call& call, WriteTransaction& tx, RowWriter& out)
{
    const gifting::PackedBox packed = gifting::pack(tx, askedIn(call), call.day("on"));
    writeRow(out, reports::packedColumns(),
             [&] { reports::writePacked(tx.store(), call.day("on"), packed, out); });
}

void plan(Call& call, WriteTransaction& tx, RowWriter& out)
{
    const gifting::PlannedResult planned = gifting::plan(tx, askedIn(call), call.month("month"));
    writeRow(out, reports::plannedColumns(),
             [&] { reports::writePlanned(tx.store(), call.text("recipient"), planned, out); });
}

void give(Call& call, WriteTransaction& tx, RowWriter& out)
{
    const gifting::GivenBox given =
        gifting::giveBox(tx, boxOf(call), call.day("on"), overrideIn(call));
    writeRow(out, reports::givenColumns(), [&] { reports::writeGiven(tx.store(), given, out); });
}

void unpack(Call& call, WriteTransaction& tx, RowWriter& out)
{
    writeOne(gifting::unpackBox(tx, boxOf(call), call.day("on"), call.text("reason")), out);
}

/// Who handed a box over may take it back on the same day; a manager, at any time.
void requireTakesBack(const Call& call, const WriteTransaction& tx)
{
    if (call.caller.may(Action::Override)) {
        return;
    }
    const auto handover = gifting::lastHandover(tx, boxOf(call));
    const auto on =
        handover
            ? std::optional(books::dayOf(tx.store(), handover->recordedAt, tx.actor().machineZone))
            : std::nullopt;
    if (!handover || on != tx.today() ||
        !foundation::sameFolded(handover->actor, tx.actor().name)) {
        throw foundation::Refusal(
            "access.take_back", {{"number", boxOf(call).value},
                                 {"who", handover ? std::optional(handover->actor) : std::nullopt},
                                 {"on", on}});
    }
}

void takeBack(Call& call, WriteTransaction& tx, RowWriter& out)
{
    requireTakesBack(call, tx);
    writeOne(gifting::takeBackBox(tx, boxOf(call), call.text("reason")), out);
}

/// Whether a box was handed over, and when.
void readHandover(Call& call, const ReadTransaction& tx, RowWriter& out)
{
    static const std::vector<Column> columns = {
        {"state", "State", ColumnType::Code},
        {"given_on", "Handed over", ColumnType::Date, foundation::Cells::MaybeEmpty}};
    const gifting::Box box = gifting::requireBox(tx, boxOf(call));
    writeRow(out, columns, [&] {
        out.code(toText(box.state));
        reports::dateOrEmpty(out, box.givenOn);
        out.endRow();
    });
}

const std::vector<Column>& boxTaxColumns()
{
    static const std::vector<Column> columns = {
        {"box", "Box", ColumnType::Integer},
        {"tax_class", "Tax class", ColumnType::Code, foundation::Cells::MaybeEmpty},
        {"purpose", "Business purpose", ColumnType::Text, foundation::Cells::MaybeEmpty}};
    return columns;
}

void writeTax(const Call& call, const gifting::BoxTax& tax, RowWriter& out)
{
    writeRow(out, boxTaxColumns(), [&] {
        out.integer(call.integer("no"));
        tax.taxClass.empty() ? out.empty() : out.code(tax.taxClass);
        reports::wordsOrEmpty(out, tax.purpose);
        out.endRow();
    });
}

void readTax(Call& call, const ReadTransaction& tx, RowWriter& out)
{
    writeTax(call, gifting::boxTaxOf(tx, boxOf(call)), out);
}

void setTax(Call& call, WriteTransaction& tx, RowWriter& out)
{
    writeTax(call,
             gifting::setBoxTax(
                 tx, boxOf(call),
                 {.taxClass = call.maybeText("tax_class"), .purpose = call.maybeText("purpose")}),
             out);
}

void cancel(Call& call, WriteTransaction& tx, RowWriter& out)
{
    writeOne(gifting::cancelBox(tx, boxOf(call), call.text("reason")), out);
}

std::vector<Operation> packing()
{
    return {{.command = "box pack",
             .summary =
                 "pack a box, planned or not; prints its number, its contents, packaging, and "
                 "labor cost, and the budget remaining",
             .action = Action::Pack,
             .fields = {optional(kNumber, "number of a planned box"),
                        optional(kRecipient, "recipient code, for a box that was not planned"),
                        kLines, kRecipe, kMinutes, kOn, kOverride, kTaxClass, kPurpose},
             .columns = kPackedBoxRow,
             .write = pack,
             .answer = Answer::Row,
             .example = "--for C-1042 --item HAT-01 --item GOLF-3:2 --item BOX-M --item RIBBON",
             .inverse = {"box unpack", "box"},
             .withSubstitutes = insteadOfPacked},
            {.address = "/boxes/pack",
             .summary = "pack a box",
             .action = Action::Pack,
             .fields = {kRecipient, kLines, kRecipe, kMinutes, kOn, kOverride, kTaxClass, kPurpose},
             .columns = kPackedBoxRow,
             .write = pack,
             .answer = Answer::Row,
             .withSubstitutes = insteadOfPacked},
            {.address = "/boxes/{no}/pack",
             .summary = "pack a planned box",
             .action = Action::Pack,
             .fields = {kNumber, kLines, kMinutes, kOn, kOverride, kTaxClass, kPurpose},
             .columns = kPackedBoxRow,
             .write = pack,
             .answer = Answer::Row,
             .withSubstitutes = insteadOfPacked},
            {.command = "box plan",
             .address = "/boxes/plan",
             .summary = "plan a box: reserves its units and commits its estimated cost",
             .action = Action::Plan,
             .fields = {kRecipient,
                        kLines,
                        kRecipe,
                        kMinutes,
                        {.name = "month",
                         .type = Month,
                         .title = "Month",
                         .help = "month of the planned box; default: this month"},
                        kOverride,
                        kTaxClass,
                        kPurpose},
             .columns = {"PlannedBox", reports::plannedColumns},
             .write = plan,
             .answer = Answer::Row,
             .example = "--for C-1042 --item HAT-01 --item BOX-M --month 2026-12",
             .inverse = {"box cancel", "box"},
             .withSubstitutes = insteadOfPlanned}};
}

std::vector<Operation> others()
{
    return {
        {.command = "box cancel",
         .address = "/boxes/{no}/cancel",
         .summary = "cancel a planned box and release its units and estimated cost",
         .action = Action::Cancel,
         .fields = {kNumber, kReason},
         .columns = kBoxRow,
         .write = cancel,
         .answer = Answer::Row,
         .example = "43 --reason \"on holiday until spring\"",
         .oneWay = "You cannot undo this, but you can plan another box."},
        {.command = "box tax",
         .address = "/boxes/{no}/tax",
         .summary = "set the tax class and the business purpose of a box",
         .effect = "A box that was given has them until its month is closed. What is left out "
                   "stays as it is.",
         .action = Action::Plan,
         .fields = {kNumber, kTaxClass, kPurpose},
         .columns = {"BoxTax", boxTaxColumns, "tax_class:gift|promotion|employee|not_deductible"},
         .write = setTax,
         .answer = Answer::Row,
         .example = "42 --purpose \"thanks for ten referrals\"",
         .inverse = {.command = "box tax", .column = "box", .thing = readTax},
         .oneWay = "A class that was set can be changed, not removed."},
        {.command = "box give",
         .address = "/boxes/{no}/give",
         .summary = "hand over a packed box",
         .action = Action::Give,
         .fields = {kNumber, kOn, kOverride},
         .columns = {"GivenBox", reports::givenColumns},
         .write = give,
         .answer = Answer::Row,
         .example = "42",
         .inverse = {"box take-back", "box"}},
        {.command = "box take-back",
         .address = "/boxes/{no}/take-back",
         .summary = "take back that a box was handed over; it is packed again",
         .effect = "For a manager, or for who handed it over on the same day. The cost is "
                   "committed again instead of spent.",
         .action = Action::Give,
         .fields = {kNumber, kReason},
         .columns = kBoxRow,
         .write = takeBack,
         .answer = Answer::Row,
         .example = "42 --reason \"the wrong box was ticked\"",
         .inverse = {.command = "box give",
                     .column = "box",
                     .thing = readHandover,
                     .earlier = "on=given_on"}},
        {.command = "box unpack",
         .address = "/boxes/{no}/unpack",
         .summary = "unpack a box; all units return to stock at their original cost",
         .action = Action::Cancel,
         .fields = {kNumber, kReason, kOn},
         .columns = kBoxRow,
         .write = unpack,
         .answer = Answer::Row,
         .example = "42 --reason \"moved away\"",
         .oneWay = "You cannot undo this, but you can pack another box."},
        {.command = "box show",
         .address = "/boxes/{no}",
         .summary = "a box and what is in it; a row without item, when it is cancelled",
         .fields = {kNumber},
         .columns = {"BoxItem", reports::boxLineColumns,
                     "state:planned|packed|given|unpacked|cancelled kind:contents|packaging"},
         .read = readBox,
         .example = "42"},
        {.command = "box list",
         .address = "/boxes",
         .summary = "list boxes by number",
         .fields = {{.name = "month",
                     .type = Month,
                     .title = "Month",
                     .help = "only boxes that count in this month; for the API, default: "
                             "the current month"},
                    {.name = "state",
                     .title = "State",
                     .help = "only boxes in this state",
                     .choices = "planned|packed|given|unpacked|cancelled"},
                    {.name = "as_of",
                     .type = Date,
                     .title = "As of",
                     .help = "boxes packed and not handed over at the end of this day; not "
                             "with month or state"}},
         .columns = kBoxRow,
         .read = readBoxes,
         .example = "--state packed",
         .isPaged = true}};
}

} // namespace

std::vector<Operation> boxOperations()
{
    std::vector<Operation> all = packing();
    std::ranges::move(others(), std::back_inserter(all));
    return all;
}

} // namespace giftbox::operations
