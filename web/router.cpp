#include "web/router.h"

#include "web/http/path_pattern.h"

#include "web/api/api.h"
#include "web/pages/pages.h"

namespace giftbox::web {
namespace {

using access::Action;
using enum Methods;
using enum Who;

constexpr Route kRoutes[] = {
    {Get, "/", LoggedIn, {}, firstPage},
    {GetAndPost, "/login", Anybody, {}, loginPage},
    {GetAndPost, "/setup", Anybody, {}, setupPage},
    {Post, "/logout", LoggedIn, {}, logout},
    {GetAndPost, "/password", LoggedIn, {}, passwordPage},
    {Get, "/s/{store}", InStore, {}, homePage},
    {Get, "/s/{store}/find", InStore, Action::Find, findPage},
    {Get, "/s/{store}/find.json", InStore, Action::Find, findJson},
    {GetAndPost, "/s/{store}/views/save", InStore, Action::Find, saveViewPage},
    {GetAndPost, "/s/{store}/views/remove", InStore, Action::Find, removeViewPage},
    {Get, "/s/{store}/stock", InStore, Action::ViewStock, stockPage},
    {Get, "/s/{store}/stock.csv", InStore, Action::ViewStock, stockCsv},
    {Get, "/s/{store}/item", InStore, Action::ViewStock, itemPage},
    {Get, "/s/{store}/lots/{no}", InStore, Action::ViewStock, lotPage},
    {Get, "/s/{store}/movements", InStore, Action::ViewStock, movementsPage},
    {GetAndPost, "/s/{store}/item/add", InStore, Action::EditCatalog, addItemPage},
    {GetAndPost, "/s/{store}/item/edit", InStore, Action::EditCatalog, editItemPage},
    {GetAndPost, "/s/{store}/item/retire", InStore, Action::EditCatalog, retireItemPage},
    {GetAndPost, "/s/{store}/item/unretire", InStore, Action::EditCatalog, unretireItemPage},
    {GetAndPost, "/s/{store}/receive", InStore, Action::ReceiveStock, receivePage},
    {GetAndPost, "/s/{store}/write-off", InStore, Action::CorrectStock, writeOffPage},
    {GetAndPost, "/s/{store}/count", InStore, Action::CorrectStock, countPage},
    {Get, "/s/{store}/restock", InStore, Action::ViewStock, restockPage},
    {Get, "/s/{store}/recipients", InStore, Action::EditRecipients, recipientsPage},
    {Get, "/s/{store}/recipients.json", InStore, Action::Nominate, recipientsJson},
    {GetAndPost, "/s/{store}/recipients/add", InStore, Action::EditRecipients, addRecipientPage},
    {Get, "/s/{store}/recipients/show", InStore, Action::EditRecipients, recipientPage},
    {GetAndPost, "/s/{store}/recipients/edit", InStore, Action::EditRecipients, editRecipientPage},
    {GetAndPost, "/s/{store}/recipients/anonymize", InStore, Action::EditRecipients, anonymizePage},
    {Get, "/s/{store}/nominations", InStore, Action::Nominate, nominationsPage},
    {GetAndPost, "/s/{store}/nominations/add", InStore, Action::Nominate, nominatePage},
    {GetAndPost, "/s/{store}/nominations/{no}/withdraw", InStore, Action::Nominate, withdrawPage},
    {GetAndPost, "/s/{store}/nominations/{no}/decline", InStore, Action::Select, declinePage},
    {Get, "/s/{store}/select", InStore, Action::Select, selectPage},
    {GetAndPost, "/s/{store}/select/add", InStore, Action::Select, addSelectionPage},
    {GetAndPost, "/s/{store}/select/remove", InStore, Action::Select, removeSelectionPage},
    {GetAndPost, "/s/{store}/select/approve", InStore, Action::ApproveSelection, approvePage},
    {Get, "/s/{store}/plan", InStore, Action::Plan, monthPlanPage},
    {GetAndPost, "/s/{store}/plan/propose", InStore, Action::Plan, proposePage},
    {GetAndPost, "/s/{store}/plan/change", InStore, Action::Plan, changeProposalPage},
    {GetAndPost, "/s/{store}/plan/accept", InStore, Action::Plan, acceptProposalPage},
    {Get, "/s/{store}/boxes", InStore, Action::ViewStock, boxesPage},
    {GetAndPost, "/s/{store}/boxes/pack", InStore, Action::Pack, packPage},
    {GetAndPost, "/s/{store}/boxes/plan", InStore, Action::Plan, planPage},
    {Get, "/s/{store}/boxes/{no}", InStore, Action::ViewStock, boxPage},
    {GetAndPost, "/s/{store}/boxes/{no}/pack", InStore, Action::Pack, packPlannedPage},
    {GetAndPost, "/s/{store}/boxes/{no}/give", InStore, Action::Give, givePage},
    {GetAndPost, "/s/{store}/boxes/{no}/unpack", InStore, Action::Cancel, unpackPage},
    {GetAndPost, "/s/{store}/boxes/{no}/cancel", InStore, Action::Cancel, cancelPage},
    {Get, "/s/{store}/boxes/{no}/slip.pdf", InStore, Action::Pack, slipPdf},
    {Get, "/s/{store}/boxes/{no}/note", InStore, Action::EditNote, notePage},
    {Get, "/s/{store}/boxes/{no}/note.png", InStore, Action::EditNote, notePicture},
    {Get, "/s/{store}/boxes/{no}/note.pdf", InStore, Action::EditNote, notePdf},
    {GetAndPost, "/s/{store}/boxes/{no}/note/sign", InStore, Action::EditNote, signNotePage},
    {Get, "/s/{store}/recipes", InStore, Action::EditRecipes, recipesPage},
    {Get, "/s/{store}/recipes/show", InStore, Action::EditRecipes, recipePage},
    {GetAndPost, "/s/{store}/recipes/set", InStore, Action::EditRecipes, setRecipePage},
    {Get, "/s/{store}/notes", InStore, Action::EditNote, notesPage},
    {Get, "/s/{store}/notes.pdf", InStore, Action::EditNote, notesPdf},
    {Get, "/s/{store}/slips.pdf", InStore, Action::Pack, slipsPdf},
    {GetAndPost, "/s/{store}/notes/write", InStore, Action::EditNote, writeNotesPage},
    {GetAndPost, "/s/{store}/notes/set", InStore, Action::EditNote, setTemplatePage},
    {Get, "/s/{store}/notes/template", InStore, Action::EditNote, templatePage},
    {Get, "/s/{store}/notes/template.png", InStore, Action::EditNote, templatePicture},
    {GetAndPost, "/s/{store}/notes/approve", InStore, Action::ApproveNote, approveTemplatePage},
    {Get, "/s/{store}/budget", InStore, Action::ViewReport, budgetPage},
    {GetAndPost, "/s/{store}/budget/set", InStore, Action::SetCaps, setCapPage},
    {Get, "/s/{store}/report", InStore, Action::ViewReport, reportPage},
    {Get, "/s/{store}/report.csv", InStore, Action::ViewReport, reportCsv},
    {Get, "/s/{store}/report.json", InStore, Action::ViewReport, reportJson},
    {Get, "/s/{store}/accounting", InStore, Action::Export, accountingPage},
    {Get, "/s/{store}/accounting/{file}", InStore, Action::Export, accountingFile},
    {GetAndPost, "/s/{store}/close", InStore, Action::CloseMonth, closePage},
    {GetAndPost, "/s/{store}/import", InStore, Action::Import, importPage, true},
    {GetAndPost, "/s/{store}/import/{sent}", InStore, Action::Import, sentFilePage},
    {Get, "/s/{store}/import/{sent}/bad-rows.csv", InStore, Action::Import, badRowsCsv},
    {Get, "/s/{store}/audit", InStore, Action::Audit, auditPage},
    {Get, "/s/{store}/users", InStore, Action::EditUsers, usersPage},
    {GetAndPost, "/s/{store}/users/add", InStore, Action::EditUsers, addUserPage},
    {GetAndPost, "/s/{store}/users/disable", InStore, Action::EditUsers, disableUserPage},
    {Get, "/s/{store}/tokens", InStore, Action::EditUsers, tokensPage},
    {GetAndPost, "/s/{store}/tokens/create", InStore, Action::EditUsers, createTokenPage},
    {GetAndPost, "/s/{store}/tokens/revoke", InStore, Action::EditUsers, revokeTokenPage},
    {GetAndPost, "/s/{store}/users/grant", InStore, Action::EditUsers, grantRolePage},
    {GetAndPost, "/s/{store}/users/revoke", InStore, Action::EditUsers, revokeRolePage},
    {GetAndPost, "/s/{store}/users/password", InStore, Action::EditUsers, resetPasswordPage},
    {Get, "/s/{store}/settings", InStore, Action::EditSettings, settingsPage},
    {GetAndPost, "/s/{store}/settings/set", InStore, Action::EditSettings, setStorePage},
};

} // namespace

std::span<const Route> routes() { return kRoutes; }

std::optional<Found> findRoute(std::string_view path)
{
    for (const Route& route : kRoutes) {
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
