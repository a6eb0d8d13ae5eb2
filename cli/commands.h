#pragma once

namespace giftbox::cli {

class Context;

/// One function a command of the table; each returns the exit status.

int initStore(Context& context);
int itemAdd(Context& context);
int itemEdit(Context& context);
int itemShow(Context& context);
int itemList(Context& context);
int itemRetire(Context& context);
int receive(Context& context);
int stock(Context& context);
int restock(Context& context);
int writeOff(Context& context);
int count(Context& context);
int recipientAdd(Context& context);
int recipientEdit(Context& context);
int recipientAnonymize(Context& context);
int recipientShow(Context& context);
int recipientList(Context& context);
int nominate(Context& context);
int nominationList(Context& context);
int nominationWithdraw(Context& context);
int nominationDecline(Context& context);
int chooseList(Context& context);
int chooseAdd(Context& context);
int chooseRemove(Context& context);
int chooseApprove(Context& context);
int planMonth(Context& context);
int planShow(Context& context);
int planAccept(Context& context);
int storeSet(Context& context);
int storeShow(Context& context);
int reportStory(Context& context);
int reportNominations(Context& context);
int reportExceptions(Context& context);
int recipeSet(Context& context);
int recipeList(Context& context);
int recipeShow(Context& context);
int recipeCanMake(Context& context);
int boxPack(Context& context);
int boxPlan(Context& context);
int boxCancel(Context& context);
int boxGive(Context& context);
int boxUnpack(Context& context);
int boxShow(Context& context);
int boxList(Context& context);
int boxSlip(Context& context);
int templateSet(Context& context);
int templateApprove(Context& context);
int templateList(Context& context);
int templateShow(Context& context);
int noteWrite(Context& context);
int noteList(Context& context);
int noteSign(Context& context);
int notePrint(Context& context);
int budgetSet(Context& context);
int budgetShow(Context& context);
int reportMonth(Context& context);
int exportFile(Context& context);
int importFile(Context& context);
int closeBooks(Context& context);
int verify(Context& context);
int alike(Context& context);
int backup(Context& context);
int restore(Context& context);
int userAdd(Context& context);
int userPasswd(Context& context);
int userDisable(Context& context);
int userList(Context& context);
int userGrant(Context& context);
int userRevoke(Context& context);
int tokenCreate(Context& context);
int tokenList(Context& context);
int tokenRevoke(Context& context);
int serve(Context& context);
int completion(Context& context);
int manual(Context& context);

} // namespace giftbox::cli
