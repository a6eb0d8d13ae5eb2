#include "web/pages/checklist.h"

#include "access/list_users.h"
#include "foundation/database/backup_list.h"
#include "reports/first_steps.h"

#include <algorithm>

namespace giftbox::web {

using access::Action;
using access::Role;

namespace {

struct Step {
    bool isDone = false;
    std::string_view name;
    std::string_view why;
    std::string_view path;        ///< the page where it is done; empty for none
    std::optional<Action> action; ///< the right it needs
    std::string_view by;          ///< who does it, for users without the right
    bool isInFiles = false;       ///< whether the import does it too
};

/// The roles without which the program does not run, and what each does in it.
struct Duty {
    Role role;
    std::string_view name;
    std::string_view why;
};
constexpr Duty kDuties[] = {
    {Role::PartsDirector, "Add the parts director", "who keeps the shelf, and packs boxes"},
    {Role::Manager, "Add a manager", "who selects recipients, sets caps, and approves"},
    {Role::Accounting, "Add somebody from accounting", "who exports files and closes months"},
    {Role::Adviser, "Add a service adviser", "who nominates customers"}};

std::vector<Step> stepsOf(const RequestContext& context, const books::ReadTransaction& tx)
{
    std::vector<Step> steps;
    const std::vector<access::UserLine> users = access::listUsers(tx);
    for (const Duty& duty : kDuties) {
        const bool isThere = std::ranges::any_of(users, [&](const access::UserLine& user) {
            return !user.isDisabled && std::ranges::find(user.roles, duty.role) != user.roles.end();
        });
        steps.push_back({isThere, duty.name, duty.why, "users/add", Action::EditUsers, ""});
    }
    const reports::FirstSteps done = reports::firstSteps(tx);
    const Step own[] = {
        {done.hasItems, "Enter the items", "one by one", "item/add", Action::EditCatalog,
         "The parts director adds or imports them", true},
        // A store that gives boxes adds items later, too: they are no first step.
        {done.isStocked || done.hasGivenBox, "Enter what is on the shelf",
         "of every item, with what it cost; count 0 of what is not there", "receive",
         Action::ReceiveStock, "The parts director receives, counts or imports it"},
        {done.hasRecipients, "Enter the recipients", "one by one", "recipients/add",
         Action::EditRecipients, "The parts director adds or imports them", true},
        {done.hasCaps, "Decide on the caps", "what a box and a month may cost", "budget",
         Action::SetCaps, "A manager does, on the page Budget"},
        {done.hasApprovedTemplate, "Approve the wording of the note", "on the lid of every box",
         "notes", Action::ApproveNote, "A manager approves it on the page Notes"},
        {foundation::lastGoodBackup(context.database).has_value(),
         "Make a backup",
         "and then one every night",
         "",
         {},
         "Your server administrator runs giftbox backup"},
        {done.hasGivenBox, "Hand over the first box", "and you are done", "boxes/pack",
         Action::Pack, "The parts director packs it"}};
    steps.insert(steps.end(), std::begin(own), std::end(own));
    return steps;
}

} // namespace

std::vector<View> checklistOf(const RequestContext& context, const books::ReadTransaction& tx)
{
    const std::vector<Step> steps = stepsOf(context, tx);
    const auto done = std::ranges::count(steps, true, &Step::isDone);
    if (!context.may(Action::EditUsers) || context.isSample() || done == std::ssize(steps)) {
        return {};
    }
    std::vector<View> views;
    for (const Step& step : steps) {
        const bool isInFiles = step.isInFiles && context.may(Action::Import);
        const bool mayDo = step.action && context.may(*step.action);
        const bool isOwn = mayDo || isInFiles;
        views.emplace_back();
        views.back()
            .flag("done", step.isDone)
            .text("name", std::string(step.name))
            .text("why", std::string(step.why))
            .text("address", isOwn && !step.isDone ? context.address(mayDo ? step.path : "import")
                                                   : std::string())
            .text("file", isInFiles && !step.isDone ? context.address("import") : std::string())
            .text("by", isOwn || step.isDone ? "" : std::string(step.by));
    }
    View list;
    list.list("tasks", std::move(views))
        .number("done_count", done)
        .number("all_count", std::ssize(steps));
    return {list};
}

} // namespace giftbox::web
