#include "web/router.h"

#include "web/http/path_pattern.h"

#include "web/api/api.h"
#include "web/pages/many.h"
#include "web/pages/pages.h"
#include "web/pages/questions.h"

#include <algorithm>

namespace giftbox::web {
namespace {

using access::Action;
using enum Methods;
using enum Who;

/// Those that show something, and the forms that are no operation of a store.
const Route kPages[] = {
    {Get, "/", LoggedIn, {}, firstPage},
    {GetAndPost, "/login", Anybody, {}, loginPage},
    {GetAndPost, "/setup", Anybody, {}, setupPage},
    {Post, "/logout", LoggedIn, {}, logout},
    {Get, "/stores", LoggedIn, {}, storesPage},
    {GetAndPost, "/password", LoggedIn, {}, passwordPage},
    {Get, "/s/{store}", InStore, {}, homePage},
    {GetAndPost, "/s/{store}/undo", InStore, {}, undoPage},
    {Get, "/s/{store}/find", InStore, Action::Find, findPage},
    {Get, "/s/{store}/find.json", InStore, Action::Find, findJson},
    {GetAndPost, "/s/{store}/views/save", InStore, Action::Find, saveViewPage},
    {GetAndPost, "/s/{store}/views/remove", InStore, Action::Find, removeViewPage},
    {Get, "/s/{store}/stock", InStore, Action::ViewStock, stockPage},
    {Get, "/s/{store}/stock.csv", InStore, Action::ViewStock, stockFile},
    {Get, "/s/{store}/stock.xlsx", InStore, Action::ViewStock, stockFile},
    {Get, "/s/{store}/item", InStore, Action::ViewStock, itemPage},
    {Get, "/s/{store}/pictures/{no}", InStore, Action::ViewStock, itemPicture},
    {Get, "/s/{store}/lots/{no}", InStore, Action::ViewStock, lotPage},
    {Get, "/s/{store}/deliveries", InStore, Action::ViewStock, deliveriesPage},
    {Get, "/s/{store}/deliveries/{no}", InStore, Action::ViewStock, deliveryPage},
    {Get, "/s/{store}/entities", InStore, Action::ViewStock, entitiesPage},
    {Get, "/s/{store}/entities/show", InStore, Action::ViewStock, entityPage},
    {Get, "/s/{store}/reasons", InStore, Action::ViewStock, reasonsPage},
    {Get, "/s/{store}/bills", InStore, Action::ViewStock, billsPage},
    {Get, "/s/{store}/bills/{no}", InStore, Action::ViewStock, billPage},
    {Get, "/s/{store}/unbilled", InStore, Action::ViewStock, unbilledPage},
    {Get, "/s/{store}/returns", InStore, Action::ViewStock, returnsPage},
    {Get, "/s/{store}/movements", InStore, Action::ViewStock, movementsPage},
    {Get, "/s/{store}/restock", InStore, Action::ViewStock, restockPage},
    {Get, "/s/{store}/suppliers", InStore, Action::ViewStock, suppliersPage},
    {Get, "/s/{store}/suppliers/show", InStore, Action::ViewStock, supplierPage},
    {Get, "/s/{store}/orders", InStore, Action::ViewStock, ordersPage},
    {Get, "/s/{store}/orders/{no}", InStore, Action::ViewStock, orderPage},
    {Get, "/s/{store}/orders/{no}/order.csv", InStore, Action::ViewStock, orderFile},
    {Get, "/s/{store}/orders/{no}/order.xlsx", InStore, Action::ViewStock, orderFile},
    {Get, "/s/{store}/orders/{no}/order.pdf", InStore, Action::ViewStock, orderPdf},
    {Get, "/s/{store}/counts", InStore, Action::ViewStock, countsPage},
    {Get, "/s/{store}/counts/{no}", InStore, Action::ViewStock, countSessionPage},
    {Get, "/s/{store}/counts/{no}/sheet.pdf", InStore, Action::ViewStock, countSheetPdf},
    {Get, "/s/{store}/counts/{no}/lines.csv", InStore, Action::ViewStock, countFile},
    {Get, "/s/{store}/counts/{no}/lines.xlsx", InStore, Action::ViewStock, countFile},
    {Get, "/s/{store}/recipients", InStore, Action::EditRecipients, recipientsPage},
    {Get, "/s/{store}/recipients.json", InStore, Action::Nominate, recipientsJson},
    {Get, "/s/{store}/recipients/show", InStore, Action::EditRecipients, recipientPage},
    {Get, "/s/{store}/nominations", InStore, Action::Nominate, nominationsPage},
    {Get, "/s/{store}/select", InStore, Action::Select, selectPage},
    {Get, "/s/{store}/plan", InStore, Action::Plan, monthPlanPage},
    {Get, "/s/{store}/boxes", InStore, Action::ViewStock, boxesPage},
    {Get, "/s/{store}/boxes/{no}", InStore, Action::ViewStock, boxPage},
    {Get, "/s/{store}/boxes/{no}/slip.pdf", InStore, Action::Pack, slipPdf},
    {Get, "/s/{store}/boxes/{no}/note", InStore, Action::EditNote, notePage},
    {Get, "/s/{store}/boxes/{no}/note.png", InStore, Action::EditNote, notePicture},
    {Get, "/s/{store}/boxes/{no}/note.pdf", InStore, Action::EditNote, notePdf},
    {Get, "/s/{store}/recipes", InStore, Action::EditRecipes, recipesPage},
    {Get, "/s/{store}/recipes/show", InStore, Action::EditRecipes, recipePage},
    {Get, "/s/{store}/notes", InStore, Action::EditNote, notesPage},
    {Get, "/s/{store}/notes.pdf", InStore, Action::EditNote, notesPdf},
    {Get, "/s/{store}/slips.pdf", InStore, Action::Pack, slipsPdf},
    {Get, "/s/{store}/notes/template", InStore, Action::EditNote, templatePage},
    {Get, "/s/{store}/notes/template.png", InStore, Action::EditNote, templatePicture},
    {Get, "/s/{store}/budget", InStore, Action::ViewReport, budgetPage},
    {Get, "/s/{store}/report", InStore, Action::ViewReport, reportPage},
    {Get, "/s/{store}/report.csv", InStore, Action::ViewReport, reportTable},
    {Get, "/s/{store}/report.xlsx", InStore, Action::ViewReport, reportTable},
    {Get, "/s/{store}/report.json", InStore, Action::ViewReport, reportJson},
    {Get, "/s/{store}/reports", InStore, Action::ViewReport, reportsPage},
    {Get, "/s/{store}/month/{month}", InStore, Action::ViewReport, monthPage},
    {Get, "/s/{store}/gifts", InStore, Action::ViewReport, giftsPage},
    {Get, "/s/{store}/gifts.csv", InStore, Action::ViewReport, giftsTable},
    {Get, "/s/{store}/gifts.xlsx", InStore, Action::ViewReport, giftsTable},
    {Get, "/s/{store}/gifts.json", InStore, Action::ViewReport, giftsJson},
    {Get, "/s/{store}/journal", InStore, Action::ViewJournal, journalPage},
    {Get, "/s/{store}/journal/{no}", InStore, Action::ViewJournal, journalBatchPage},
    {Get, "/s/{store}/journal/{no}/grid", InStore, Action::ViewJournal, journalGridPage},
    {Get, "/s/{store}/journal/{no}/file", InStore, Action::ViewJournal, journalFile},
    {Get, "/s/{store}/accounts", InStore, Action::ViewJournal, accountsPage},
    {Get, "/s/{store}/accounting", InStore, Action::Export, accountingPage},
    {Get, "/s/{store}/accounting/{file}", InStore, Action::Export, accountingFile},
    {GetAndPost, "/s/{store}/import", InStore, Action::Import, importPage, true},
    {GetAndPost, "/s/{store}/import/{sent}", InStore, Action::Import, sentFilePage},
    {Get, "/s/{store}/import/{sent}/bad-rows.csv", InStore, Action::Import, badRowsCsv},
    {Get, "/s/{store}/audit", InStore, Action::Audit, auditPage},
    {Get, "/s/{store}/users", InStore, Action::EditUsers, usersPage},
    {GetAndPost, "/s/{store}/users/add", InStore, Action::EditUsers, addUserPage},
    {Get, "/s/{store}/tokens", InStore, Action::EditUsers, tokensPage},
    {GetAndPost, "/s/{store}/tokens/create", InStore, Action::EditUsers, createTokenPage},
    {GetAndPost, "/s/{store}/users/password", InStore, Action::EditUsers, resetPasswordPage},
    {Get, "/s/{store}/settings", InStore, Action::EditSettings, settingsPage},
    {Post, "/s/{store}/sample/add", InStore, Action::EditSettings, addSamplePage},
    {Post, "/s/{store}/sample/remove", InStore, Action::EditSettings, removeSamplePage},
};

} // namespace

std::span<const Route> routes()
{
    static const std::vector<Route> all = [] {
        std::vector<Route> table(std::begin(kPages), std::end(kPages));
        for (const Question& one : questions()) {
            if (!one.page.empty()) {
                continue;
            }
            const std::string path = "/s/{store}/reports/" + std::string(one.name);
            const Action action = one.operation().action;
            table.push_back({Get, path, InStore, action, questionPage});
            for (const char* const ending : {".csv", ".xlsx", ".json"}) {
                table.push_back({Get, path + ending, InStore, action, questionFile});
            }
        }
        for (const OperationForm& form : operationForms()) {
            table.push_back({.methods = GetAndPost,
                             .pattern = "/s/{store}/" + form.path,
                             .action = form.operation->action,
                             .answer = form.own,
                             .takesFile = form.operation->takesFile(),
                             .form = form.own == nullptr ? &form : nullptr});
        }
        for (const ManyForm& form : manyForms()) {
            table.push_back({.methods = Post,
                             .pattern = "/s/{store}/" + std::string(form.path),
                             .action = actionOf(form),
                             .answer = manyPage});
        }
        std::stable_partition(table.begin(), table.end(), [](const Route& one) {
            return std::ranges::count(one.pattern, '{') < 2;
        });
        return table;
    }();
    return all;
}

std::optional<Found> findRoute(std::string_view path)
{
    for (const Route& route : routes()) {
        if (auto parts = path.starts_with('/') ? matchPath(route.pattern, path) : std::nullopt) {
            return Found{
                .route = &route, .store = std::move(parts->store), .part = std::move(parts->part)};
        }
    }
    return std::nullopt;
}

bool takesFile(std::string_view path)
{
    const auto found = findRoute(path);
    return found ? found->route->takesFile : path.starts_with(kApi) && apiTakesFile(path);
}

bool isForAnybody(std::string_view path)
{
    const auto found = findRoute(path);
    return found && found->route->who == Anybody;
}

bool accepts(const Route& route, const Request& request)
{
    return request.isRead() ? route.methods != Post
                            : request.method == "POST" && route.methods != Get;
}

} // namespace giftbox::web
