#include "accounting/journal_file.h"
#include "accounting/make_batch.h"
#include "operations/account_fields.h"
#include "operations/table.h"
#include "reports/journal_rows.h"

#include <algorithm>

namespace giftbox::operations {

namespace {

constexpr std::string_view kBatchChoices = "state:open|posted|voided|superseded";

constexpr FieldInfo kBatchNo{.name = "no",
                             .type = Integer,
                             .title = "Batch",
                             .help = "number of the batch",
                             .need = Required,
                             .option = "NO"};
FieldInfo detailField(std::string_view help)
{
    return {.name = "detail", .title = "Detail", .help = help, .choices = "fact|day|month"};
}

/// Of the file that the command line writes with a new batch.
FieldInfo atOnce(std::string_view name, std::string_view help, std::string_view value)
{
    return {.name = name,
            .type = name == "part" ? Integer : Text,
            .title = "Layout",
            .help = help,
            .value = value,
            .asked = foundation::Asked::OnCommandLine};
}

void setAccount(Call& call, WriteTransaction& tx, RowWriter& out)
{
    const accounting::JournalRole role = accounting::parseJournalRole(call.text("role"));
    const foundation::Month from = call.maybeMonth("from").value();
    const std::string department = call.text("department");
    accounting::setAccount(tx, role, from, call.text("account"), department);
    writeRow(out, reports::accountColumns(), [&] {
        reports::writeAccount(role, accounting::AccountMap(tx, from).of(role, department), out);
    });
}

void readAccounts(Call& call, const ReadTransaction& tx, RowWriter& out)
{
    reports::writeAccounts(accounting::AccountMap(tx, call.month("month")), out);
}

/// The account that a role has from the month on; no row where there is none.
void readAccount(Call& call, const ReadTransaction& tx, RowWriter& out)
{
    static const std::vector<Column> columns = {{"account", "Account", ColumnType::Text}};
    const auto mapped =
        accounting::AccountMap(tx, call.month("from"))
            .of(accounting::parseJournalRole(call.text("role")), call.text("department"));
    out.begin(columns);
    if (mapped) {
        out.text(mapped->account);
        out.endRow();
    }
    out.end();
}

accounting::JournalDetail detailOf(const Call& call, std::string_view usual)
{
    return accounting::parseJournalDetail(call.maybeText("detail").value_or(std::string(usual)));
}

void readPreview(Call& call, const ReadTransaction& tx, RowWriter& out)
{
    out.begin(reports::entryColumns());
    accounting::previewJournal(
        tx, call.month("month"), detailOf(call, "month"),
        [&](const accounting::LedgerEntry& entry) { reports::writeEntry(entry, out); });
    out.end();
}

accounting::JournalFile fileAsked(const Call& call)
{
    return {.layout = call.maybeText("layout").value_or("neutral"),
            .detail = detailOf(call, "fact"),
            .part = call.maybeInteger("part").value_or(0)};
}

void writeOneBatch(const ReadTransaction& tx, std::int64_t number, RowWriter& out)
{
    writeRow(out, reports::batchColumns(),
             [&] { reports::writeBatch(accounting::requireBatch(tx, number), out); });
}

void makeBatch(Call& call, WriteTransaction& tx, RowWriter& out)
{
    const auto batch = accounting::makeBatch(tx, call.maybeMonth("month").value());
    if (call.has("layout")) { // a batch whose file the layout refuses is not made
        accounting::writeJournalFile(tx, batch, fileAsked(call), [](std::string_view) {});
    }
    writeRow(out, reports::batchColumns(), [&] { reports::writeBatch(batch, out); });
}

void voidBatch(Call& call, WriteTransaction& tx, RowWriter& out)
{
    const auto mirror = accounting::voidBatch(tx, call.integer("no"), call.text("reason"));
    writeRow(out, reports::batchColumns(), [&] { reports::writeBatch(mirror, out); });
}

void markPosted(Call& call, WriteTransaction& tx, RowWriter& out)
{
    const auto batch = accounting::markPosted(tx, call.integer("no"), call.text("as"));
    writeOneBatch(tx, batch.number, out);
}

void readBatches(Call& call, const ReadTransaction& tx, RowWriter& out)
{
    const std::int64_t after = call.afterNumber().value_or(0);
    const auto batches = accounting::listBatches(tx, after + 1, after + call.limit() + 1);
    const auto most = std::min(batches.size(), static_cast<std::size_t>(call.limit()));
    out.begin(reports::batchColumns());
    for (std::size_t i = 0; i < most; ++i) {
        reports::writeBatch(batches[i], out);
    }
    out.end();
    if (batches.size() > most) {
        call.next = std::to_string(batches[most - 1].number);
    }
}

void readEntries(Call& call, const ReadTransaction& tx, RowWriter& out)
{
    const auto batch = accounting::requireBatch(tx, call.integer("no"));
    const std::int64_t after = call.afterNumber().value_or(0);
    out.begin(reports::entryColumns());
    accounting::eachEntryOf(
        tx, batch, [&](const accounting::LedgerEntry& entry) { reports::writeEntry(entry, out); },
        after, call.limit());
    out.end();
    if (after + call.limit() < batch.entries) {
        call.next = std::to_string(after + call.limit());
    }
}

void giveFile(Call& call, const ReadTransaction& tx, RowWriter&)
{
    call.given.type = "text/plain";
    accounting::writeJournalFile(tx, accounting::requireBatch(tx, call.integer("no")),
                                 fileAsked(call),
                                 [&](std::string_view bytes) { call.given.bytes += bytes; });
}

std::vector<Operation> accountsOfRoles()
{
    return {{.command = "account set",
             .address = "/accounts/{role}",
             .summary = "map a role of the journal to an account of your ledger",
             .effect = "The account applies from the month on, until another one does. Batches "
                       "keep the accounts that they were made with.",
             .action = Action::KeepJournal,
             .fields = {kAccountFields.begin(), kAccountFields.end()},
             .columns = {"Account", reports::accountColumns, kRoleChoices},
             .write = setAccount,
             .answer = Answer::Row,
             .example = "gift-stock Assets:Gift-Stock --from 2026-11",
             .inverse = {.command = "account set",
                         .thing = readAccount,
                         .earlier = "account",
                         .same = "role from department"},
             .oneWay = "A role that is mapped can be mapped to another account, not to none."},
            {.command = "account list",
             .address = "/accounts",
             .summary = "the account of each role of the journal, and which are missing",
             .action = Action::ViewJournal,
             .fields = {kMonth},
             .columns = {"Account", reports::accountColumns, kRoleChoices},
             .read = readAccounts,
             .example = "--month 2026-11"}};
}

std::vector<Operation> looks()
{
    return {{.command = "journal preview",
             .address = "/journal",
             .summary = "what stands in no batch of the month yet, as entries",
             .action = Action::ViewJournal,
             .fields = {{.name = "month",
                         .type = Month,
                         .title = "Month",
                         .help = "default: this month",
                         .option = "MONTH"},
                        detailField("what one entry sums up; default: month")},
             .columns = {"JournalLine", reports::entryColumns, kRoleChoices},
             .read = readPreview,
             .example = "2026-11 --detail day"},
            {.command = "journal list",
             .address = "/journal/batches",
             .summary = "the batches of the journal",
             .action = Action::ViewJournal,
             .columns = {"Batch", reports::batchColumns, kBatchChoices},
             .read = readBatches,
             .isPaged = true},
            {.command = "journal show",
             .address = "/journal/batches/{no}",
             .summary = "the lines of a batch, with the box, receipt or bill of each",
             .action = Action::ViewJournal,
             .fields = {kBatchNo},
             .columns = {"JournalLine", reports::entryColumns, kRoleChoices},
             .read = readEntries,
             .example = "1",
             .isPaged = true},
            {.address = "/journal/batches/{no}/file",
             .summary = "a batch as a file for a ledger",
             .action = Action::ViewJournal,
             .fields = {kBatchNo,
                        {.name = "layout",
                         .title = "Layout",
                         .help = "name of a layout; default: neutral"},
                        detailField("what one entry sums up; default: fact"),
                        {.name = "part",
                         .type = Integer,
                         .title = "Part",
                         .help = "which file, from 1, where the layout limits the rows of one"}},
             .read = giveFile,
             .gives = "text/plain"}};
}

std::vector<Operation> batches()
{
    return {{.command = "journal batch",
             .address = "/journal/batches",
             .summary = "make the next batch of a month",
             .effect =
                 "It has every fact of the month that stands in no batch yet. Its lines never "
                 "change; facts recorded later stand in the next batch.",
             .action = Action::KeepJournal,
             .fields = {{.name = "month",
                         .type = Month,
                         .title = "Month",
                         .help = "month of the facts",
                         .need = Required,
                         .option = "MONTH"},
                        atOnce("layout", "also write its file, in this layout", "NAME"),
                        atOnce("detail", "with --layout: fact, day or month, as of journal file",
                               "DETAIL"),
                        atOnce("part", "with --layout: which file, from 1", "N")},
             .columns = {"Batch", reports::batchColumns, kBatchChoices},
             .write = makeBatch,
             .answer = Answer::Row,
             .example = "2026-11 --layout hledger -o november.journal",
             .inverse = {"journal void", "no"}}};
}

std::vector<Operation> endsOfBatches()
{
    return {{.command = "journal void",
             .address = "/journal/batches/{no}/void",
             .summary = "void a batch by a batch that is its mirror",
             .effect = "The facts of the voided batch stand in the next batch of its month. Post "
                       "the mirror if the batch was posted.",
             .action = Action::KeepJournal,
             .fields = {kBatchNo, kReason},
             .columns = {"Batch", reports::batchColumns, kBatchChoices},
             .write = voidBatch,
             .answer = Answer::Row,
             .example = "1 --reason \"the wrong accounts\"",
             .oneWay = "You cannot undo this."},
            {.command = "journal posted",
             .address = "/journal/batches/{no}/posted",
             .summary = "mark a batch as posted in your ledger",
             .action = Action::KeepJournal,
             .fields = {kBatchNo,
                        {.name = "as",
                         .title = "Posted as",
                         .help = "reference of the entry in your ledger",
                         .need = Required,
                         .value = "REFERENCE"}},
             .columns = {"Batch", reports::batchColumns, kBatchChoices},
             .write = markPosted,
             .answer = Answer::Row,
             .example = "1 --as JE-1042",
             .oneWay = "You cannot undo this. A posted batch can be voided."}};
}

} // namespace

std::vector<Operation> journalOperations()
{
    std::vector<Operation> all = accountsOfRoles();
    std::ranges::move(looks(), std::back_inserter(all));
    std::ranges::move(batches(), std::back_inserter(all));
    std::ranges::move(endsOfBatches(), std::back_inserter(all));
    return all;
}

} // namespace giftbox::operations
