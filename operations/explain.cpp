#include "reports/explain.h"
#include "operations/table.h"

namespace giftbox::operations {

namespace {

constexpr FieldInfo kDepth{.name = "depth",
                           .type = Integer,
                           .title = "Depth",
                           .help = "how many levels of terms; default: all, down to receipts",
                           .least = 1,
                           .most = 9};
constexpr FieldInfo kOfMonth{.name = "month",
                             .type = Month,
                             .title = "Month",
                             .help = "month of the figure",
                             .need = Required,
                             .option = "MONTH"};

/// An argument of the command that is also a part of the address.
FieldInfo argument(std::string_view name, foundation::FieldType type, std::string_view title,
                   std::string_view help, std::string_view option)
{
    return {.name = name,
            .type = type,
            .title = title,
            .help = help,
            .need = Required,
            .option = option};
}

/// Writes the rows that `explain` makes.
template <class Explain>
void writeTerms(Call& call, RowWriter& out, Explain explain)
{
    reports::ExplainAsked asked{.after = call.afterNumber().value_or(0), .most = call.limit()};
    if (const auto depth = call.maybeInteger("depth")) {
        asked.depth = *depth;
    }
    out.begin(reports::termColumns());
    reports::Explanation explanation(
        asked, [&](const reports::Term& term) { reports::writeTerm(term, out); });
    explain(explanation);
    out.end();
    if (explanation.next) {
        call.next = std::to_string(*explanation.next);
    }
}

void explainColumn(Call& call, const ReadTransaction& tx, RowWriter& out)
{
    writeTerms(call, out, [&](reports::Explanation& terms) {
        reports::explainReport(tx, call.month("month"), call.text("column"), terms);
    });
}

void explainLine(Call& call, const ReadTransaction& tx, RowWriter& out)
{
    writeTerms(call, out, [&](reports::Explanation& terms) {
        reports::explainRollForward(tx, call.month("month"),
                                    call.maybeText("part").value_or("shelf"), call.text("line"),
                                    terms);
    });
}

void explainOneBox(Call& call, const ReadTransaction& tx, RowWriter& out)
{
    writeTerms(call, out, [&](reports::Explanation& terms) {
        reports::explainBox(tx, books::BoxNo{call.integer("no")}, terms);
    });
}

void explainOneLot(Call& call, const ReadTransaction& tx, RowWriter& out)
{
    writeTerms(call, out, [&](reports::Explanation& terms) {
        reports::explainLot(tx, books::LotNo{call.integer("no")}, terms);
    });
}

void explainOneCap(Call& call, const ReadTransaction& tx, RowWriter& out)
{
    writeTerms(call, out, [&](reports::Explanation& terms) {
        reports::explainCap(tx, call.month("month"), call.text("cap"), terms);
    });
}

void explainOneBatch(Call& call, const ReadTransaction& tx, RowWriter& out)
{
    writeTerms(call, out, [&](reports::Explanation& terms) {
        const std::int64_t batch = call.integer("no");
        if (call.has("account")) {
            reports::explainAccount(tx, batch, call.text("account"), terms);
        } else {
            reports::explainBatch(tx, batch, terms);
        }
    });
}

void explainOneEntry(Call& call, const ReadTransaction& tx, RowWriter& out)
{
    writeTerms(call, out, [&](reports::Explanation& terms) {
        reports::explainEntry(tx, call.integer("no"), call.integer("entry"), terms);
    });
}

const RowShape kTerms{"Term", reports::termColumns, "kind:figure|term|divisor|factor|source"};

std::vector<Operation> ofMonths()
{
    return {{.command = "explain report",
             .address = "/explain/report/{month}",
             .summary = "a column of the monthly report: the figure, its terms, and their receipts",
             .action = Action::ViewReport,
             .fields = {kOfMonth,
                        argument("column", Text, "Column",
                                 "column of report month, such as total_cost", "COLUMN"),
                        kDepth},
             .columns = kTerms,
             .read = explainColumn,
             .example = "2026-11 contents_cost",
             .isPaged = true},
            {.command = "explain roll-forward",
             .address = "/explain/roll-forward/{month}",
             .summary = "a line of the roll-forward: the figure, and what moved",
             .action = Action::ViewReport,
             .fields = {kOfMonth,
                        argument("line", Text, "Line",
                                 "line of report roll-forward, such as issued", "LINE"),
                        {.name = "part",
                         .title = "Part",
                         .help = "default: shelf",
                         .option = "PART",
                         .choices = "shelf|boxes"},
                        kDepth},
             .columns = kTerms,
             .read = explainLine,
             .example = "2026-11 closing boxes",
             .isPaged = true},
            {.command = "explain cap",
             .address = "/explain/cap/{month}",
             .summary = "what remains under a cap in a month",
             .action = Action::ViewReport,
             .fields = {kOfMonth,
                        {.name = "cap",
                         .title = "Cap",
                         .help = "name of the cap",
                         .need = Required,
                         .option = "CAP",
                         .choices = "box.total|box.contents|month.program|month.restock"},
                        kDepth},
             .columns = kTerms,
             .read = explainOneCap,
             .example = "2026-11 month.program",
             .isPaged = true}};
}

} // namespace

std::vector<Operation> explainOperations()
{
    std::vector<Operation> all = ofMonths();
    all.push_back({.command = "explain box",
                   .address = "/explain/box/{no}",
                   .summary = "the cost of a box: the lots that it took from, and labor",
                   .action = Action::ViewStock,
                   .fields = {argument("no", Integer, "Box", "number of the box", "NO"), kDepth},
                   .columns = kTerms,
                   .read = explainOneBox,
                   .example = "42",
                   .isPaged = true});
    all.push_back({.command = "explain lot",
                   .address = "/explain/lot/{no}",
                   .summary = "what is left of a lot: what was received, and what was taken",
                   .action = Action::ViewStock,
                   .fields = {argument("no", Integer, "Lot", "number of the lot", "NO"), kDepth},
                   .columns = kTerms,
                   .read = explainOneLot,
                   .example = "7",
                   .isPaged = true});
    all.push_back({.command = "explain journal",
                   .address = "/explain/journal/{no}",
                   .summary = "a batch by account, or its lines of an account",
                   .action = Action::ViewJournal,
                   .fields = {argument("no", Integer, "Batch", "number of the batch", "NO"),
                              {.name = "account",
                               .title = "Account",
                               .help = "the lines of this account",
                               .option = "ACCOUNT"},
                              kDepth},
                   .columns = kTerms,
                   .read = explainOneBatch,
                   .example = "1 Expenses:Gifts",
                   .isPaged = true});
    all.push_back(
        {.command = "explain entry",
         .address = "/explain/entry/{no}",
         .summary = "an entry of a batch, and the lots of the box that it is about",
         .action = Action::ViewJournal,
         .fields = {argument("no", Integer, "Batch", "number of the batch", "NO"),
                    argument("entry", Integer, "Entry", "number of the entry", "ENTRY"), kDepth},
         .columns = kTerms,
         .read = explainOneEntry,
         .example = "1 3",
         .isPaged = true});
    return all;
}

} // namespace giftbox::operations
