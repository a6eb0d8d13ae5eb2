#include "accounting/account_map.h"
#include "accounting/chart.h"
#include "accounting/department.h"
#include "accounting/journal_file.h"
#include "web/pages/explain_links.h"
#include "web/pages/operation_forms.h"
#include "web/pages/pages.h"
#include "web/ui/list.h"
#include "web/ui/months.h"

#include <algorithm>

namespace giftbox::web {

using accounting::AccountMap;
using accounting::JournalBatch;
using accounting::JournalDetail;
using accounting::LedgerEntry;
using books::ReadTransaction;
using foundation::Money;

namespace {

/// The most entries that the page of a batch shows; the file has all.
constexpr std::int64_t kEntriesShown = 500;

/// The most batches on one page of the journal.
constexpr std::int64_t kBatchesShown = 200;

std::string batchAddress(const RequestContext& context, std::int64_t number)
{
    return context.address("journal/" + std::to_string(number));
}

/// The page of what a line is about.
std::string sourceAddress(const RequestContext& context, const std::string& subject)
{
    constexpr std::string_view kLot = "lot ";
    return subject.starts_with(kLot) ? context.address("lots/" + subject.substr(kLot.size()))
                                     : context.subjectAddress(subject);
}

Table& addSides(Table& table, Money amount)
{
    const bool isDebit = amount > Money{};
    return table.amount(isDebit ? std::optional(amount) : std::nullopt)
        .amount(isDebit ? std::nullopt : std::optional(-amount));
}

/// The month as one entry: each account with its debits and its credits.
Table monthTable(const RequestContext& context, const ReadTransaction& tx, foundation::Month month)
{
    Table table({{"Account"},
                 {"Role"},
                 {"Department"},
                 {.title = "Debit", .isNumber = true, .isMain = true},
                 {"Credit", true}},
                context.format);
    Money debit;
    accounting::previewJournal(tx, month, JournalDetail::Month, [&](const LedgerEntry& entry) {
        for (const auto& line : entry.lines) {
            debit += line.amount > Money{} ? line.amount : Money{};
            table.text(line.account.empty() ? "not mapped" : line.account)
                .text(std::string(accounting::ruleOf(line.role).title))
                .text(line.department);
            addSides(table, line.amount).endRow(line.account.empty() ? "low" : "");
        }
    });
    if (!table.isEmpty()) {
        table.text("Total").text("").text("").amount(debit).amount(debit).endTotals();
    }
    return table;
}

Table batchTable(const RequestContext& context, const std::vector<JournalBatch>& batches)
{
    Table table({{"Batch"},
                 {"Month"},
                 {"State"},
                 {"Entries", true},
                 {.title = "Debits = credits", .isNumber = true, .isMain = true},
                 {"Posted as"},
                 {"Note"},
                 {"Made"}},
                context.format);
    for (auto one = batches.rbegin(); one != batches.rend(); ++one) {
        table.link(one->key, batchAddress(context, one->number))
            .month(one->month)
            .badge(one->state())
            .number(one->entries)
            .amount(one->debit)
            .text(one->postedAs.value_or(""))
            .text(one->voids > 0 ? "Voids batch " + std::to_string(one->voids) + ": " + one->reason
                                 : "")
            .moment(one->madeAt)
            .endRow();
    }
    return table;
}

/// The account with its name in the chart.
std::string accountInChart(const ReadTransaction& tx, const std::string& account, bool hasChart)
{
    const auto found = hasChart ? accounting::findInChart(tx, account) : std::nullopt;
    return account + (!hasChart             ? ""
                      : !found              ? " (not in the chart)"
                      : found->name.empty() ? ""
                                            : " " + found->name);
}

Table accountTable(const RequestContext& context, const ReadTransaction& tx,
                   const AccountMap& accounts)
{
    Table table({{"Role"}, {"Department"}, {"Account"}, {"From"}, {"What is booked there"}, {""}},
                context.format);
    const bool mayMap = context.may(access::Action::KeepJournal);
    const bool hasChart = accounting::currentChart(tx).has_value();
    const auto addRow = [&](const accounting::JournalRoleRule& rule,
                            const std::optional<accounting::MappedAccount>& mapped) {
        table.text(std::string(rule.title))
            .text(mapped ? mapped->department : "")
            .text(mapped ? accountInChart(tx, mapped->account, hasChart) +
                               (mapped->isOfEntity ? ", of the legal entity" : "")
                         : "not mapped");
        mapped ? table.month(mapped->from) : table.text("");
        const std::string address = context.address("accounts/set?role=" + std::string(rule.text));
        table.text(std::string(rule.what))
            .links(mayMap ? std::vector<Link>{{address, mapped ? "Change" : "Map"}}
                          : std::vector<Link>())
            .endRow(mapped ? "" : "low");
    };
    for (const accounting::JournalRoleRule& rule : accounting::kJournalRoles) {
        addRow(rule, accounts.of(rule.role));
        for (const accounting::MappedAccount& mapped : accounts.allOf(rule.role)) {
            if (!mapped.department.empty()) {
                addRow(rule, mapped);
            }
        }
    }
    return table;
}

std::vector<View> factsOfAccounts(const RequestContext& context, const ReadTransaction& tx,
                                  foundation::Month month)
{
    std::vector<View> facts;
    const auto chart = accounting::currentChart(tx);
    addFact(facts, "Chart of accounts",
            chart ? context.format.shown(chart->accounts) + " accounts, uploaded " +
                        context.format.shown(chart->uploadedAt) + " by " + chart->actor
                  : "none yet");
    addFact(facts, "Department of other boxes", accounting::defaultDepartment(tx, month));
    return facts;
}

/// How many roles have no account in the month.
std::int64_t missingIn(const AccountMap& accounts)
{
    return std::ranges::count_if(accounting::kJournalRoles, [&](const auto& rule) {
        return accounts.allOf(rule.role).empty();
    });
}

Table entryTable(const RequestContext& context, const ReadTransaction& tx,
                 const JournalBatch& batch)
{
    Table table({{"Entry"},
                 {"Date"},
                 {"Account"},
                 {"Department"},
                 {.title = "Debit", .isNumber = true, .isMain = true},
                 {"Credit", true},
                 {"Source"}},
                context.format);
    accounting::eachEntryOf(
        tx, batch,
        [&](const LedgerEntry& entry) {
            for (const auto& line : entry.lines) {
                table.text(std::to_string(entry.number) + " " + memoOf(entry.head))
                    .day(entry.head.on)
                    .text(line.account)
                    .text(line.department);
                addSides(table, line.amount)
                    .link(entry.head.subject, sourceAddress(context, entry.head.subject))
                    .endRow();
            }
        },
        0, kEntriesShown);
    return table;
}

std::vector<View> layoutOptions()
{
    std::vector<View> options;
    for (const accounting::Layout& layout : accounting::layouts()) {
        View view;
        view.text("value", layout.name)
            .text("name", layout.title)
            .flag("is_first", layout.name == accounting::JournalFile().layout);
        options.push_back(std::move(view));
    }
    return options;
}

std::vector<View> factsOfBatch(const RequestContext& context, const ReadTransaction& tx,
                               const JournalBatch& batch)
{
    const auto keyOf = [&](std::int64_t number) {
        return accounting::requireBatch(tx, number).key;
    };
    std::vector<View> facts;
    addFact(facts, "Month", context.format.shown(batch.month));
    addFact(facts, "Entries", context.format.shown(batch.entries));
    addFact(facts, "Debits and credits", context.format.withCode(batch.debit));
    addFact(facts, "Posted as", batch.postedAs.value_or(""));
    if (batch.voidedBy) {
        addFact(facts, "Voided by", keyOf(*batch.voidedBy), batchAddress(context, *batch.voidedBy));
    }
    if (batch.voids > 0) {
        addFact(facts, "Voids", keyOf(batch.voids), batchAddress(context, batch.voids));
        addFact(facts, "Reason", batch.reason);
    }
    addFact(facts, "Made", context.format.shown(batch.madeAt) + " by " + batch.actor);
    addFact(facts, "SHA-256 of the lines", batch.digest);
    return facts;
}

} // namespace

Response journalPage(RequestContext& context)
{
    return context.read([&](const ReadTransaction& tx) {
        const foundation::Month month = monthAsked(context);
        const std::int64_t missing = missingIn(AccountMap(tx, month));
        const std::int64_t before =
            maybeIntegerIn(context.query, "before").value_or(accounting::lastBatch(tx) + 1);
        const std::int64_t least = std::max<std::int64_t>(before - kBatchesShown, 1);
        View view;
        addMonths(view, context, "journal");
        View lines;
        lines.list(
            "table",
            monthTable(context, tx, month).views("Nothing of this month is left for a batch."));
        view.list("lines", {lines})
            .list("table",
                  listOf(context, tx,
                         batchTable(context, accounting::listBatches(tx, least, before - 1)),
                         {.place = "journal",
                          .one = "batch",
                          .many = "batches",
                          .empty = "No batches yet."}))
            .flag("has_earlier", least > 1)
            .text("earlier", context.address("journal?month=" + toText(month) +
                                             "&before=" + std::to_string(least)))
            .flag("is_missing", missing > 0)
            .text("missing",
                  context.format.shown(missing) + (missing == 1 ? " role has" : " roles have"))
            .text("accounts", context.address("accounts?month=" + toText(month)))
            .flag("may_batch", context.may(access::Action::KeepJournal))
            .text("batch", context.address("journal/batch?month=" + toText(month)));
        return context.page("journal", "Journal", view);
    });
}

Response accountsPage(RequestContext& context)
{
    return context.read([&](const ReadTransaction& tx) {
        const foundation::Month month = monthAsked(context);
        View view;
        addMonths(view, context, "accounts");
        view.list("table", accountTable(context, tx, AccountMap(tx, month)).views(""))
            .list("facts", factsOfAccounts(context, tx, month))
            .flag("may_map", context.may(access::Action::KeepJournal))
            .text("map", context.address("accounts/map?month=" + toText(month)))
            .text("chart", context.address("accounts/chart"))
            .text("department", context.address("accounts/department?month=" + toText(month)))
            .text("journal", context.address("journal?month=" + toText(month)));
        return context.page("accounts", "Accounts of the journal", view);
    });
}

Response journalBatchPage(RequestContext& context)
{
    return context.read([&](const ReadTransaction& tx) {
        const JournalBatch batch = accounting::requireBatch(tx, context.number());
        const std::string state =
            batch.voids > 0 && !batch.postedAs ? "mirror" : std::string(batch.state());
        View view;
        view.text("heading", batch.key)
            .text("state", std::string(batch.state()))
            .list("acts",
                  actsOf(actionsOn(context, "journal", std::to_string(batch.number), state)))
            .list("facts", factsOfBatch(context, tx, batch))
            .list("table", entryTable(context, tx, batch).views(""))
            .flag("has_more", batch.entries > kEntriesShown)
            .text("shown", context.format.shown(kEntriesShown))
            .list("layouts", layoutOptions())
            .text("file", batchAddress(context, batch.number) + "/file")
            .text("grid", batchAddress(context, batch.number) + "/grid")
            .text("explain", explainAddress(context, "journal " + std::to_string(batch.number)))
            .text("journal", context.address("journal?month=" + toText(batch.month)));
        return context.page("journal_batch", "Batch " + batch.key, view);
    });
}

Response journalFile(RequestContext& context)
{
    accounting::JournalFile file;
    if (context.query.has("layout")) {
        file.layout = context.query.text("layout");
    }
    if (context.query.has("detail")) {
        file.detail = accounting::parseJournalDetail(context.query.text("detail"));
    }
    file.part = maybeIntegerIn(context.query, "part").value_or(0);
    return context.read([&](const ReadTransaction& tx) {
        const JournalBatch batch = accounting::requireBatch(tx, context.number());
        Response response;
        response.add("Content-Type", "application/octet-stream")
            .add("Content-Disposition", "attachment; filename=\"" + nameOfFile(batch, file) + "\"");
        response.spool = std::make_unique<Spool>();
        accounting::writeJournalFile(
            tx, batch, file, [&](std::string_view bytes) { response.spool->append(bytes); });
        return response;
    });
}

} // namespace giftbox::web
