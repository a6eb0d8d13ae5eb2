#include "cli/command_parts.h"
#include "cli/commands.h"

namespace giftbox::cli {

namespace {

Command importCommand()
{
    return {
        "",
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
         {"--map", "COLUMN=FIELD",
          "take the file's column as this field; - as the field leaves it out; repeat as needed",
          Need::Repeatable},
         {"--set", "FIELD=VALUE", "the value of rows without their own; repeat as needed",
          Need::Repeatable},
         {"--update", "", "also change items or recipients that are there", Need::Optional},
         {"--update-only", "", "change those that are there, and add none", Need::Optional},
         {"--unit-cost", "", "for receipts: the cost is per unit", Need::Optional},
         {"--zero-codes", "same|new",
          "a code that differs from one that is there only by zeros at its beginning",
          Need::Optional},
         {"--no-code", "make|leave-out|refuse",
          "rows without a code: make one from the name (default), leave them out, or refuse "
          "them",
          Need::Optional},
         {"--encoding", "NAME", "UTF-8, UTF-16, UTF-16BE or Windows-1252, if not recognized",
          Need::Optional},
         {"--separator", "NAME", "comma, semicolon, tab or pipe, if not recognized",
          Need::Optional},
         {"--decimal", "comma|point", "the decimal mark, if not recognized", Need::Optional},
         {"--dates", "ymd|mdy|dmy", "the order of dates, if not recognized", Need::Optional},
         {"--bad-rows", "FILE", "write rows with errors to this file, and import the others",
          Need::Optional},
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
