#pragma once

namespace giftbox::cli {

class Context;

/// One function per command that is not an operation, or that looks different here. Each returns the exit status.

int initStore(Context& context);
int recipientShow(Context& context);
int planMonth(Context& context);
int planShow(Context& context);
int planAccept(Context& context);
int reportPipeline(Context& context);
int reportNominations(Context& context);
int reportExceptions(Context& context);
int recipeShow(Context& context);
int recipeBuildable(Context& context);
int boxShow(Context& context);
int boxSlip(Context& context);
int templateSet(Context& context);
int templateApprove(Context& context);
int templateList(Context& context);
int templateShow(Context& context);
int notePrint(Context& context);
int reportMonth(Context& context);
int exportFile(Context& context);
int importFile(Context& context);
int verify(Context& context);
int alike(Context& context);
int backup(Context& context);
int restore(Context& context);
int userAdd(Context& context);
int userPasswd(Context& context);
int userDisable(Context& context);
int userGrant(Context& context);
int userRevoke(Context& context);
int tokenCreate(Context& context);
int tokenRevoke(Context& context);
int serve(Context& context);
int completion(Context& context);
int manual(Context& context);

} // namespace giftbox::cli
