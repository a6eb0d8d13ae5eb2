#include "cli/command_parts.h"
#include "cli/commands.h"

namespace giftbox::cli {

namespace {

Command importCommand()
{
    return {"",
            "import",
            "import a file, all or nothing; reports every bad row",
            {{"WHAT", "",
              "items, recipients, receipts, boxes, movements, or stock; store: a file from export "
              "store",
              Need::Required},
             {"FILE", "", "a CSV file, or - for standard input; for store, its database",
              Need::Required},
             {"--boxes", "FILE", "for movements: the file from export boxes of the same store",
              Need::Optional},
             {"--stock", "FILE", "for movements: the file from export stock, to check the result",
              Need::Optional},
             {"--on", "DATE", "for stock: date received; default: today", Need::Optional},
             {"--ignore", "COLUMN", "a column to ignore; repeat as needed", Need::Repeatable},
             {"--dry-run", "", "show the result without writing anything", Need::Optional}},
            "giftbox import receipts deliveries.csv --dry-run",
            importFile};
}

Command backupCommand()
{
    return {
        "",
        "backup",
        "make a consistent, verified copy while others work",
        {{"FILE", "", "the new copy; must not exist", Need::Optional},
         {"--dir", "FOLDER", "instead of FILE: a folder for a copy named by day and time",
          Need::Optional},
         {"--keep", "14d,8w,12m",
          "with --dir: keep the newest copy of that many days, weeks, and months; remove others",
          Need::Optional}},
        "giftbox backup --dir /srv/backup --keep 14d,8w,12m",
        backup};
}

Command restoreCommand()
{
    return {"",
            "restore",
            "replace the database by a backup; nobody else may have it open",
            {{"FILE", "", "a file from backup", Need::Required},
             {"--replace", "", "on PostgreSQL: replace existing books", Need::Optional}},
            "giftbox restore giftbox-2026-11-30.db",
            restore};
}

} // namespace

std::vector<Command> accountingCommands()
{
    const Parameter from{"--from", "DATE", "first day", Need::Optional};
    const Parameter to{"--to", "DATE", "last day; for stock: at the end of this day",
                       Need::Optional};
    return {
        {"",
         "export",
         "export files for accounting and for import",
         {{"WHAT", "",
           "movements, boxes, stock, items, recipients, receipts, or box-lines; store: the "
           "whole store, as a database of its own",
           Need::Required},
          from,
          to},
         "giftbox export movements --from 2026-10-01 --to 2026-10-31 -o movements.csv",
         exportFile},
        importCommand(),
        backupCommand(),
        restoreCommand(),
    };
}

} // namespace giftbox::cli
