#include "accounting/make_batch.h"

#include "accounting/account_map.h"
#include "accounting/chart.h"
#include "accounting/journal_facts.h"
#include "accounting/journal_lines.h"
#include "accounting/statements.h"
#include "books/code.h"
#include "books/journal_facts.h"
#include "foundation/json.h"

#include <set>

namespace giftbox::accounting {

using books::ReadTransaction;
using books::WriteTransaction;
using foundation::Money;
using foundation::Month;
using foundation::Refusal;

namespace {

constexpr std::size_t kLongestKey = 12;

/// `GBN2611-1`: GB, the first sign of the store's code, the month and the number of the batch. With many batches, less
/// of the beginning.
std::string keyOf(const ReadTransaction& tx, Month month, std::int64_t number)
{
    std::string begin = "GB" + tx.store().code.substr(0, 1);
    const std::string end = std::to_string(month.number()).substr(2) + "-" + std::to_string(number);
    while (begin.size() > 1 && begin.size() + end.size() > kLongestKey) {
        begin.pop_back();
    }
    return begin + end;
}

void insertBatch(WriteTransaction& tx, const JournalBatch& batch, std::int64_t throughEvent)
{
    const sql::InsertJournalBatch row{.storeId = tx.storeId(),
                                      .batchNo = batch.number,
                                      .month = batch.month,
                                      .batchKey = batch.key,
                                      .throughEvent = throughEvent,
                                      .entries = batch.entries,
                                      .lines = batch.lines,
                                      .debit = batch.debit,
                                      .digest = batch.digest,
                                      .voids = batch.voids,
                                      .reason = batch.reason,
                                      .eventSeq = tx.event().value};
    tx.facts().add(books::facts::kJournalBatch, row.binds());
    tx.database().execute(row);
    foundation::JsonObject detail;
    detail.add("month", toText(batch.month))
        .add("key", batch.key)
        .add("entries", batch.entries)
        .add("lines", batch.lines)
        .add("debit", toText(batch.debit, tx.store().currency))
        .add("digest", batch.digest);
    if (batch.voids > 0) {
        detail.add("voids", batch.voids).add("reason", batch.reason);
    }
    tx.record(batch.voids > 0 ? "journal.void" : "journal.batch",
              "journal " + std::to_string(batch.number), detail.text());
}

JournalBatch begun(const WriteTransaction& tx, Month month)
{
    JournalBatch batch;
    batch.number = lastBatch(tx) + 1;
    batch.month = month;
    batch.key = keyOf(tx, month, batch.number);
    batch.actor = tx.actor().name;
    batch.madeAt = tx.actor().now;
    return batch;
}

/// Takes what the lines added up to.
void finish(WriteTransaction& tx, JournalBatch& batch, JournalLines& lines,
            std::int64_t throughEvent)
{
    lines.write();
    batch.entries = lines.entries();
    batch.lines = lines.lines();
    batch.debit = lines.debit();
    batch.digest = lines.digest();
    insertBatch(tx, batch, throughEvent);
}

[[noreturn]] void refuseUnmapped(Month month, const std::set<DepartmentRole>& missing)
{
    std::string roles;
    for (const auto& [role, department] : missing) {
        roles += (roles.empty() ? "" : ", ") + std::string(toText(role)) +
                 (department.empty() ? "" : " (" + department + ")");
    }
    throw Refusal("journal.unmapped", {{"month", month}, {"roles", roles}});
}

void requireHolds(const JournalBatch& batch)
{
    if (batch.state() == "superseded") {
        throw Refusal("journal.superseded", {{"key", batch.key}, {"month", batch.month}});
    }
}

} // namespace

JournalBatch makeBatch(WriteTransaction& tx, Month month)
{
    JournalBatch batch = begun(tx, month);
    const AccountMap accounts(tx, month);
    JournalSpan span = unbatched(tx, month);
    span.throughEvent = tx.event().value - 1;
    std::set<DepartmentRole> missing;
    std::set<std::string> booked;
    JournalLines lines(tx, batch.number);
    eachEntry(tx, span, [&](const Entry& entry) {
        const LedgerEntry made = accounts.booked(entry, lines.entries() + 1, &missing);
        for (const AccountLine& line : made.lines) {
            booked.insert(line.account);
        }
        lines.add(made);
    });
    if (!missing.empty()) {
        refuseUnmapped(month, missing);
    }
    requireInChart(tx, {booked.begin(), booked.end()});
    if (lines.entries() == 0) {
        throw Refusal("journal.nothing_new", {{"month", month}});
    }
    finish(tx, batch, lines, span.throughEvent);
    return batch;
}

JournalBatch voidBatch(WriteTransaction& tx, std::int64_t number, const std::string& reason)
{
    books::requireText(reason, "the reason for voiding the batch", "reason");
    const JournalBatch voided = requireBatch(tx, number);
    if (voided.voids > 0) {
        throw Refusal("journal.is_void", {{"key", voided.key},
                                          {"of", requireBatch(tx, voided.voids).key},
                                          {"month", voided.month}});
    }
    if (voided.voidedBy) {
        throw Refusal("journal.voided",
                      {{"key", voided.key}, {"by", requireBatch(tx, *voided.voidedBy).key}});
    }
    requireHolds(voided);
    const auto covered =
        tx.database().query(sql::JournalCovered{.storeId = tx.storeId(), .month = voided.month});
    if (covered->lastBatch != number) {
        throw Refusal("journal.void_later_first",
                      {{"later", requireBatch(tx, covered->lastBatch).key},
                       {"month", voided.month},
                       {"key", voided.key}});
    }
    JournalBatch batch = begun(tx, voided.month);
    batch.voids = number;
    batch.reason = reason;
    JournalLines lines(tx, batch.number);
    eachEntryOf(tx, voided, [&](const LedgerEntry& entry) {
        LedgerEntry mirror = entry;
        for (AccountLine& line : mirror.lines) {
            line.amount = -line.amount;
        }
        lines.add(mirror);
    });
    finish(tx, batch, lines, tx.event().value - 1);
    return batch;
}

JournalBatch markPosted(WriteTransaction& tx, std::int64_t number, const std::string& reference)
{
    books::requireText(reference, "the reference in the ledger", "as");
    JournalBatch batch = requireBatch(tx, number);
    if (batch.postedAs) {
        throw Refusal("journal.is_posted", {{"key", batch.key}, {"reference", *batch.postedAs}});
    }
    requireHolds(batch);
    const sql::InsertJournalPosting row{.storeId = tx.storeId(),
                                        .batchNo = number,
                                        .reference = reference,
                                        .eventSeq = tx.event().value};
    tx.facts().add(books::facts::kJournalPosting, row.binds());
    tx.database().execute(row);
    batch.postedAs = reference;
    tx.record("journal.posted", "journal " + std::to_string(number),
              foundation::JsonObject().add("key", batch.key).add("as", reference).text());
    return batch;
}

} // namespace giftbox::accounting
