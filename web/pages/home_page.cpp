#include "access/list_users.h"
#include "access/log_in.h"
#include "budget/authorize.h"
#include "exchange/sample/sample_store.h"
#include "foundation/database/backup_list.h"
#include "gifting/box.h"
#include "gifting/notes/note.h"
#include "gifting/notes/note_template.h"
#include "gifting/planned_box.h"
#include "gifting/planner/plan_month.h"
#include "gifting/recipient.h"
#include "gifting/selection/nomination.h"
#include "purchasing/restock.h"
#include "reports/monthly_cost.h"
#include "web/pages/box_of_nomination.h"
#include "web/pages/checklist.h"
#include "web/pages/operation_forms.h"
#include "web/pages/pages.h"
#include "web/ui/chart.h"
#include "web/ui/months.h"
#include "web/ui/remaining_text.h"
#include "web/ui/table.h"

namespace giftbox::web {

using access::Action;

namespace {

constexpr std::int64_t kMostListed = 8;

View lowItems(const RequestContext& context, const books::ReadTransaction& tx)
{
    Table table({{"Item"}, {"On hand", true}, {"Buy", true}}, context.format);
    std::int64_t low = 0;
    for (const purchasing::RestockLine& line : purchasing::restockList(tx)) {
        if (++low <= kMostListed) {
            table.named(line.name, line.sku, context.itemAddress(line.sku))
                .number(line.units)
                .number(line.unitsToBuy)
                .endRow();
        }
    }
    View view;
    view.list("table", table.views("No items are low."))
        .text("count", context.format.shown(low))
        .flag("more", low > kMostListed);
    return view;
}

std::vector<View> waitingBoxes(const RequestContext& context, const books::ReadTransaction& tx)
{
    Table table({{"Recipient"}, {"State"}, {"Cost", true}}, context.format);
    std::int64_t shown = 0;
    const auto add = [&](const auto& box) {
        if (shown++ < kMostListed) {
            const std::string number = std::to_string(box.number.value);
            table
                .named(context.recipientShown(box.recipientName, box.recipientCode),
                       "Box " + number, context.address("boxes/" + number))
                .badge(toText(box.state))
                .amount(box.cost.total())
                .endRow();
        }
    };
    gifting::listPlannedBoxes(tx, {}, [&](const gifting::PlannedBox& box) {
        if (box.state == gifting::PlanState::Planned) {
            add(box);
        }
    });
    gifting::listBoxes(
        tx, {.month = {}, .state = gifting::BoxState::Packed, .recipient = {}, .most = kMostListed},
        add);
    return table.views("No boxes are waiting.");
}

View remainingView(const RequestContext& context, const books::ReadTransaction& tx)
{
    const foundation::Month month = context.today().month();
    const budget::MonthState state = budget::loadMonth(tx, month);
    View view = capBar(capOf(state.caps, budget::CapName::MonthProgram), state.totals.spent(),
                       state.totals.committed, context.format);
    view.text("cap_name", "month.program").flag("may_set", context.may(Action::SetCaps));
    addWaiting(view, tx.store(), gifting::remainingOf(tx, month, state), context.format);
    addMonth(view, context, month);
    return view;
}

View lastMonthView(const RequestContext& context, const books::ReadTransaction& tx)
{
    const foundation::Month month = context.today().month().previous();
    const auto costs = reports::monthlyCosts(tx, month, month);
    const reports::MonthlyCost& cost = costs.front();
    const auto each = cost.costPerRecipient();
    View view;
    addMonth(view, context, month);
    view.text("spent", context.format.shown(cost.totals.spent()))
        .number("recipients", cost.totals.recipients)
        .number("boxes", cost.totals.boxesGiven)
        .flag("any", cost.totals.boxesGiven > 0)
        .text("box_word", cost.totals.boxesGiven == 1 ? "box" : "boxes")
        .text("recipient_word", cost.totals.recipients == 1 ? "recipient" : "recipients")
        .text("each", each ? context.format.shown(*each) : "");
    return view;
}

std::int64_t openNominations(const RequestContext& context, const books::ReadTransaction& tx)
{
    std::int64_t open = 0;
    gifting::listNominations(tx,
                             {.month = context.today().month(),
                              .adviser = {},
                              .recipient = {},
                              .state = gifting::NominationState::Open},
                             [&](const gifting::Nomination&) { ++open; });
    return open;
}

/// An adviser's nominations of the last months and their outcome, the newest first.
std::vector<View> ownNominations(const RequestContext& context, const books::ReadTransaction& tx)
{
    constexpr int kMonthsShown = 3;
    Table table({{"Recipient"}, {"Month"}, {"Reason"}, {"State"}, {"Box"}, {"Answer"}},
                context.format);
    BoxesOfNominations boxes(context, tx);
    foundation::Month month = context.today().month();
    for (int i = 0; i < kMonthsShown; ++i, month = month.previous()) {
        std::vector<gifting::Nomination> own;
        gifting::listNominations(
            tx, {.month = month, .adviser = context.session->login, .recipient = {}, .state = {}},
            [&](const gifting::Nomination& one) { own.push_back(one); });
        for (const gifting::Nomination& one : own) {
            table.text(one.recipientName)
                .month(one.month)
                .text(one.reason)
                .badge(toText(one.state))
                .text(boxes.of(one))
                .text(one.answer)
                .endRow();
        }
    }
    return table.views("You have nominated nobody in these months.");
}

void addPeopleToConfirm(View& view, const RequestContext& context, const books::ReadTransaction& tx)
{
    const std::int64_t people =
        context.may(Action::EditRecipients) ? gifting::countUnconfirmed(tx) : 0;
    if (people > 0) {
        View toConfirm;
        toConfirm.number("people", people);
        view.list("to_confirm", {toConfirm});
    }
}

/// The first steps, and a sample store to look around in.
void addBeginning(View& view, const RequestContext& context, const books::ReadTransaction& tx)
{
    view.list("checklist", checklistOf(context, tx))
        .flag("may_look",
              context.may(Action::EditSettings) && !exchange::sampleStore(tx.database()));
}

/// Orders that are late, and all that are open.
void addOrders(View& view, const RequestContext& context, const books::ReadTransaction& tx)
{
    std::int64_t open = 0;
    std::int64_t late = 0;
    for (const purchasing::Order& order : purchasing::unfinishedOrders(tx)) {
        open += order.isOpen() ? 1 : 0;
        late += order.isLate(context.today()) ? 1 : 0;
    }
    if (open > 0) {
        View orders;
        orders.number("open", open).number("late", late).flag("has_late", late > 0);
        view.list("orders", {orders});
    }
}

/// The open proposals for this month and the next.
void addPlans(View& view, const RequestContext& context, const books::ReadTransaction& tx)
{
    std::vector<View> plans;
    const foundation::Month now = context.today().month();
    for (const foundation::Month month : {now, now.next()}) {
        View plan;
        addMonth(plan, context, month);
        const auto waiting = static_cast<std::int64_t>(gifting::waitingIn(tx, month).size());
        if (const std::int64_t boxes = gifting::boxesProposed(tx, month); boxes > 0) {
            plans.push_back(plan.number("boxes", boxes)
                                .flag("proposed", true)
                                .text("box_word", boxes == 1 ? "box" : "boxes"));
        } else if (waiting > 0) {
            plans.push_back(plan.number("waiting", waiting));
        }
    }
    view.list("plans", std::move(plans));
}

/// This month's notes to write and to sign.
void addNotes(View& view, const RequestContext& context, const books::ReadTransaction& tx)
{
    const gifting::NotesToDo toDo = gifting::notesToDo(tx, context.today().month());
    const auto templates = gifting::listNoteTemplates(tx);
    const bool toApprove =
        context.may(Action::ApproveNote) && !templates.empty() && !templates.back().approvedBy;
    if (toDo.toWrite + toDo.toSign > 0 || toApprove) {
        View notes;
        notes.number("to_do", toDo.toWrite + toDo.toSign)
            .number("to_write", toDo.toWrite)
            .number("to_sign", toDo.toSign)
            .flag("to_approve", toApprove);
        view.list("notes", {notes});
    }
}

/// For administrators: logins locked since yesterday because of wrong passwords.
void addLockOuts(View& view, const RequestContext& context, const books::ReadTransaction& tx)
{
    Table table({{"Login"}, {"Since"}, {"Until"}, {"Wrong passwords", true}, {"From"}},
                context.format);
    for (const access::UserLine& user : access::listUsers(tx)) {
        if (user.lockOut &&
            context.now.instant.unixMs - user.lockOut->untilAt.unixMs < access::kFailuresLastMs) {
            table.text(user.login)
                .moment(user.lockOut->beganAt)
                .moment(user.lockOut->untilAt)
                .number(user.lockOut->failures)
                .text(user.lockOut->address)
                .endRow();
        }
    }
    if (!table.isEmpty()) {
        View lockOuts;
        lockOuts.list("table", table.views(""));
        view.list("lock_outs", {lockOuts});
    }
}

/// For administrators: the newest good backup.
View backupView(const RequestContext& context)
{
    const auto backup = foundation::lastGoodBackup(context.database);
    View view;
    view.flag("any", backup.has_value())
        .text("made_at", backup ? context.format.shown(backup->madeAt) : "")
        .text("place", backup ? backup->place : "");
    return view;
}

} // namespace

Response homePage(RequestContext& context)
{
    return context.read([&](const books::ReadTransaction& tx) {
        View view;
        view.text("currency", context.format.currency().code)
            .text("store_name", tx.store().name)
            .text("base", context.address())
            .list("acts", actsOf(actionsOn(context, {})))
            .flag("may_nominate", context.may(Action::Nominate))
            .flag("may_select", context.may(Action::Select))
            .flag("may_pack", context.may(Action::Pack))
            .flag("may_receive", context.may(Action::ReceiveStock))
            .flag("may_close", context.may(Action::CloseMonth))
            .flag("may_edit_users", context.may(Action::EditUsers));
        addBeginning(view, context, tx);
        if (context.may(Action::ViewReport)) {
            view.list("remaining", {remainingView(context, tx)})
                .list("last_month", {lastMonthView(context, tx)});
        }
        if (context.may(Action::ViewStock)) {
            View boxes;
            boxes.list("table", waitingBoxes(context, tx));
            view.list("low", {lowItems(context, tx)}).list("boxes", {boxes});
            addOrders(view, context, tx);
        }
        if (context.may(Action::Nominate) && !context.may(Action::ViewStock)) {
            View own;
            addMonth(own, context, context.today().month());
            own.list("table", ownNominations(context, tx));
            view.list("own", {own});
        }
        if (context.may(Action::Select)) {
            View nominations;
            nominations.number("open", openNominations(context, tx));
            view.list("nominations", {nominations});
        }
        addPeopleToConfirm(view, context, tx);
        if (context.may(Action::Plan)) {
            addPlans(view, context, tx);
        }
        if (context.may(Action::EditNote)) {
            addNotes(view, context, tx);
        }
        if (context.may(Action::EditUsers)) {
            view.list("backup", {backupView(context)});
            addLockOuts(view, context, tx);
        }
        return context.page("home", tx.store().name, view);
    });
}

} // namespace giftbox::web
