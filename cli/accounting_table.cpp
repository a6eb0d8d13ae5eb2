#include "accounting/journal/layout.h"
#include "cli/command_parts.h"
#include "cli/commands.h"
#include "cli/run_operation.h"
#include "operations/import_how.h"

namespace giftbox::cli {

namespace {

Command importCommand()
{
    std::vector<Parameter> parameters = {
        {"WHAT", "",
         "items, suppliers, recipients, orders, deliveries, receipts, freight, bills, returns, "
         "counts, boxes, "
         "movements, or stock; store: a file from export store",
         Need::Required},
        {"FILE", "", "a CSV file, or - for standard input; for store, its database",
         Need::Required},
        {"--boxes", "FILE", "for movements: the file from export boxes of the same store",
         Need::Optional},
        {"--stock", "FILE", "for movements: the file from export stock, to check the result",
         Need::Optional},
        {"--on", "DATE", "for stock: date received, for counts: date counted; default: today",
         Need::Optional}};
    for (Parameter& parameter : parametersOf(operations::importFields())) {
        parameters.push_back(std::move(parameter));
    }
    parameters.push_back({"--bad-rows", "FILE",
                          "write rows with errors to this file, and import the others",
                          Need::Optional});
    parameters.push_back(
        {"--dry-run", "", "show the result without writing anything", Need::Optional});
    return {"",
            "import",
            "import a file, all or nothing; reports every bad row",
            std::move(parameters),
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

Command distributeCommand()
{
    return {"",
            "distribute",
            "spread the tables over the nodes of a Citus cluster by store; nobody else may have "
            "the database open",
            {},
            "giftbox distribute --db postgresql://giftbox@coordinator/giftbox",
            distribute};
}

Command journalFileCommand()
{
    std::string names;
    for (const accounting::Layout& layout : accounting::layouts()) {
        names += (names.empty() ? "" : ", ") + layout.name;
    }
    return {
        "journal",
        "file",
        "write a batch as a file for a ledger",
        {{"NO", "", "number of the batch", Need::Required},
         {"--layout", "NAME", names + "; default: neutral", Need::Optional},
         {"--detail", "fact|day|month", "what one entry sums up; default: fact", Need::Optional},
         {"--part", "N", "which file, from 1, where the layout limits the rows of one",
          Need::Optional}},
        "giftbox journal file 1 --layout hledger -o november.journal",
        journalFile};
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
           "movements, boxes, stock, items, suppliers, orders, deliveries, recipients, receipts, "
           "freight, bills, returns, or "
           "box-lines; store: the whole store, as a database of its own",
           Need::Required},
          from,
          to},
         "giftbox export movements --from 2026-10-01 --to 2026-10-31 -o movements.csv",
         exportFile},
        importCommand(),
        journalFileCommand(),
        {"report",
         "pack",
         "write a month as one ZIP archive: a page to print, a workbook, tables, and digests",
         {{"MONTH", "", "such as 2026-11", Need::Required}},
         "giftbox report pack 2026-11 -o november.zip",
         reportPack},
        backupCommand(),
        restoreCommand(),
        distributeCommand(),
    };
}

} // namespace giftbox::cli
