#pragma once

#include "web/ui/request_context.h"

namespace giftbox::web {

/// The handlers of the routes in router.cpp and of the forms in declared_forms.cpp. The site shows refusals that no
/// form shows.
Response firstPage(RequestContext& context);
/// Every part of the pages; served by development builds at `/style`.
Response stylePage(const RequestContext& context);
Response loginPage(RequestContext& context);
Response setupPage(RequestContext& context);
Response logout(RequestContext& context);
Response passwordPage(RequestContext& context);
Response homePage(RequestContext& context);
Response findPage(RequestContext& context);
Response findJson(RequestContext& context);
Response saveViewPage(RequestContext& context);
Response removeViewPage(RequestContext& context);
Response stockPage(RequestContext& context);
Response stockFile(RequestContext& context);
Response itemPage(RequestContext& context);
Response itemPicture(RequestContext& context);
Response lotPage(RequestContext& context);
Response movementsPage(RequestContext& context);
Response addItemPage(RequestContext& context);
Response editItemPage(RequestContext& context);
Response receivePage(RequestContext& context);
Response receiveDeliveryPage(RequestContext& context);
Response deliveriesPage(RequestContext& context);
Response deliveryPage(RequestContext& context);
Response returnsPage(RequestContext& context);
Response unbilledPage(RequestContext& context);
Response countPage(RequestContext& context);
Response restockPage(RequestContext& context);
Response suppliersPage(RequestContext& context);
Response supplierPage(RequestContext& context);
Response addSupplierPage(RequestContext& context);
Response editSupplierPage(RequestContext& context);
Response ordersPage(RequestContext& context);
Response orderPage(RequestContext& context);
Response orderFile(RequestContext& context);
Response orderPdf(RequestContext& context);
Response countsPage(RequestContext& context);
Response countSessionPage(RequestContext& context);
Response countFile(RequestContext& context);
Response countSheetPdf(RequestContext& context);
Response startCountPage(RequestContext& context);
Response countLinePage(RequestContext& context);
Response recipientsPage(RequestContext& context);
Response recipientsJson(RequestContext& context);
Response addRecipientPage(RequestContext& context);
Response recipientPage(RequestContext& context);
Response editRecipientPage(RequestContext& context);
Response confirmRecipientPage(RequestContext& context);
Response nominationsPage(RequestContext& context);
Response nominatePage(RequestContext& context);
Response selectPage(RequestContext& context);
Response approvePage(RequestContext& context);
Response boxesPage(RequestContext& context);
Response boxPage(RequestContext& context);
Response packPage(RequestContext& context);
Response planPage(RequestContext& context);
Response monthPlanPage(RequestContext& context);
Response proposePage(RequestContext& context);
Response changeProposalPage(RequestContext& context);
Response acceptProposalPage(RequestContext& context);
Response packPlannedPage(RequestContext& context);
Response givePage(RequestContext& context);
Response recipesPage(RequestContext& context);
Response recipePage(RequestContext& context);
Response setRecipePage(RequestContext& context);
Response notesPage(RequestContext& context);
Response notesPdf(RequestContext& context);
Response slipsPdf(RequestContext& context);
Response setTemplatePage(RequestContext& context);
Response writeNotesPage(RequestContext& context);
Response templatePage(RequestContext& context);
Response templatePicture(RequestContext& context);
Response notePage(RequestContext& context);
Response notePicture(RequestContext& context);
Response notePdf(RequestContext& context);
Response slipPdf(RequestContext& context);
Response budgetPage(RequestContext& context);
Response setCapPage(RequestContext& context);
Response endCapPage(RequestContext& context);
Response reportPage(RequestContext& context);
Response reportTable(RequestContext& context);
Response reportJson(RequestContext& context);
Response accountingPage(RequestContext& context);
Response accountingFile(RequestContext& context);
Response importPage(RequestContext& context);
Response sentFilePage(RequestContext& context);
Response badRowsCsv(RequestContext& context);
Response auditPage(RequestContext& context);
Response usersPage(RequestContext& context);
Response addUserPage(RequestContext& context);
Response tokensPage(RequestContext& context);
Response createTokenPage(RequestContext& context);
Response resetPasswordPage(RequestContext& context);
Response settingsPage(RequestContext& context);
Response setStorePage(RequestContext& context);
Response addSamplePage(RequestContext& context);
Response removeSamplePage(RequestContext& context);

} // namespace giftbox::web
