#pragma once

namespace giftbox::cli {

class Context;

/// One function a command of the machine, which is no operation of a store; each returns the exit status.

int initStore(Context& context);
int boxSlip(Context& context);
int orderPrint(Context& context);
int countSheet(Context& context);
int notePrint(Context& context);
int exportFile(Context& context);
int importFile(Context& context);
int journalFile(Context& context);
int reportPack(Context& context);
int verifyPackage(Context& context);
int backup(Context& context);
int restore(Context& context);
int distribute(Context& context);
int sampleAdd(Context& context);
int sampleRemove(Context& context);
int userAdd(Context& context);
int userPasswd(Context& context);
int tokenCreate(Context& context);
int serve(Context& context);
int completion(Context& context);
int manual(Context& context);

} // namespace giftbox::cli
