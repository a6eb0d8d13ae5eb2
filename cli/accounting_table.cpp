#include "cli/command_parts.h"
#include "cli/commands.h"

namespace giftbox::cli {

namespace {

Command importCommand()
{
    return {
        "",
        "import",
        "read a file, all or nothing; every bad row is named",
        {{"WHAT", "",
          "items, recipients, receipts, boxes, movements or stock; store: what export store wrote",
          Need::Required},
         {"FILE", "", "a CSV file, - for standard input; of a store its database", Need::Required},
         {"--boxes", "FILE", "of movements: what export boxes wrote of the same store",
          Need::Optional},
         {"--stock", "FILE", "of movements: what export stock wrote, to compare the shelf with",
          Need::Optional},
         {"--on", "DATE", "of stock: the day it came on the shelf; today when left out",
          Need::Optional},
         {"--ignore", "COLUMN", "a column that the file has and nobody needs; as often as needed",
          Need::Repeatable},
         {"--dry-run", "", "show what would happen and write nothing", Need::Optional}},
        "giftbox import receipts deliveries.csv --dry-run",
        importFile};
}

Command backupCommand()
{
    return {
        "",
        "backup",
        "a consistent copy while others work, verified",
        {{"FILE", "", "the copy; it must not exist yet", Need::Optional},
         {"--dir", "FOLDER", "instead of FILE: a copy with the day and time in its name",
          Need::Optional},
         {"--keep", "14d,8w,12m",
          "of --dir: then remove its older copies but the newest of so many days, weeks, months",
          Need::Optional}},
        "giftbox backup --dir /srv/backup --keep 14d,8w,12m",
        backup};
}

Command restoreCommand()
{
    return {"",
            "restore",
            "put a backup in the place of the database, which nobody else may have open",
            {{"FILE", "", "what backup has written", Need::Required},
             {"--replace", "", "on PostgreSQL: even where there are books", Need::Optional}},
            "giftbox restore giftbox-2026-11-30.db",
            restore};
}

} // namespace

std::vector<Command> accountingCommands()
{
    const Parameter from{"--from", "DATE", "from this day on", Need::Optional};
    const Parameter to{"--to", "DATE", "up to and with this day; of stock: at its end",
                       Need::Optional};
    return {
        {"",
         "export",
         "files for accounting, and the files that import reads",
         {{"WHAT", "",
           "movements, boxes or stock; items, recipients, receipts or box-lines (import reads "
           "these); store: all of it, as a database of its own",
           Need::Required},
          from,
          to},
         "giftbox export movements --from 2026-10-01 --to 2026-10-31 -o movements.csv",
         exportFile},
        importCommand(),
        {"",
         "verify",
         "recompute the books; silent when they hold",
         {},
         "giftbox verify && echo the books hold",
         verify},
        {"",
         "alike",
         "codes, names and barcodes that are spelled differently and taken for the same",
         {},
         "giftbox alike",
         alike},
        backupCommand(),
        restoreCommand(),
    };
}

} // namespace giftbox::cli
