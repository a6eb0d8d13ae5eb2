#pragma once

#include "web/visit.h"

namespace giftbox::web {

/// What answers each route of router.cpp, which has checked the right to it. A refusal that no form shows is shown by the site.
Response firstPage(Visit& visit);
Response loginPage(Visit& visit);
Response setupPage(Visit& visit);
Response logout(Visit& visit);
Response passwordPage(Visit& visit);
Response homePage(Visit& visit);
Response stockPage(Visit& visit);
Response stockCsv(Visit& visit);
Response itemPage(Visit& visit);
Response lotPage(Visit& visit);
Response movementsPage(Visit& visit);
Response addItemPage(Visit& visit);
Response editItemPage(Visit& visit);
Response receivePage(Visit& visit);
Response writeOffPage(Visit& visit);
Response countPage(Visit& visit);
Response restockPage(Visit& visit);
Response recipientsPage(Visit& visit);
Response recipientsJson(Visit& visit);
Response addRecipientPage(Visit& visit);
Response recipientPage(Visit& visit);
Response editRecipientPage(Visit& visit);
Response anonymizePage(Visit& visit);
Response nominationsPage(Visit& visit);
Response nominatePage(Visit& visit);
Response choosePage(Visit& visit);
Response addChoicePage(Visit& visit);
Response approvePage(Visit& visit);
Response boxesPage(Visit& visit);
Response boxPage(Visit& visit);
Response packPage(Visit& visit);
Response planPage(Visit& visit);
Response monthPlanPage(Visit& visit);
Response proposePage(Visit& visit);
Response changeProposalPage(Visit& visit);
Response acceptProposalPage(Visit& visit);
Response packPlannedPage(Visit& visit);
Response givePage(Visit& visit);
Response unpackPage(Visit& visit);
Response cancelPage(Visit& visit);
Response recipesPage(Visit& visit);
Response recipePage(Visit& visit);
Response setRecipePage(Visit& visit);
Response notesPage(Visit& visit);
Response notesPdf(Visit& visit);
Response slipsPdf(Visit& visit);
Response writeNotesPage(Visit& visit);
Response setTemplatePage(Visit& visit);
Response templatePage(Visit& visit);
Response templatePicture(Visit& visit);
Response approveTemplatePage(Visit& visit);
Response notePage(Visit& visit);
Response notePicture(Visit& visit);
Response notePdf(Visit& visit);
Response slipPdf(Visit& visit);
Response signNotePage(Visit& visit);
Response budgetPage(Visit& visit);
Response setCapPage(Visit& visit);
Response reportPage(Visit& visit);
Response reportCsv(Visit& visit);
Response reportJson(Visit& visit);
Response accountingPage(Visit& visit);
Response accountingFile(Visit& visit);
Response closePage(Visit& visit);
Response importPage(Visit& visit);
Response sentFilePage(Visit& visit);
Response badRowsCsv(Visit& visit);
Response auditPage(Visit& visit);
Response usersPage(Visit& visit);
Response addUserPage(Visit& visit);
Response disableUserPage(Visit& visit);
Response tokensPage(Visit& visit);
Response createTokenPage(Visit& visit);
Response revokeTokenPage(Visit& visit);
Response grantRolePage(Visit& visit);
Response revokeRolePage(Visit& visit);
Response resetPasswordPage(Visit& visit);
Response settingsPage(Visit& visit);
Response setStorePage(Visit& visit);

} // namespace giftbox::web
