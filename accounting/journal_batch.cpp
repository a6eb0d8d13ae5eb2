#include "accounting/journal_batch.h"

#include "accounting/statements.h"

#include <algorithm>

namespace giftbox::accounting {

using books::ReadTransaction;
using foundation::Refusal;

namespace {

constexpr std::int64_t kEntriesAPage = 2048;

} // namespace

std::string_view JournalBatch::state() const
{
    return voidedBy ? "voided" : postedAs ? "posted" : isSuperseded ? "superseded" : "open";
}

std::int64_t lastBatch(const ReadTransaction& tx)
{
    return tx.database().query(sql::LastJournalBatch{.storeId = tx.storeId()})->batchNo;
}

std::vector<JournalBatch> listBatches(const ReadTransaction& tx, std::int64_t least,
                                      std::int64_t most)
{
    std::vector<JournalBatch> batches;
    for (const auto& row : tx.database().query(
             sql::JournalBatches{.storeId = tx.storeId(), .least = least, .most = most})) {
        batches.push_back({.number = row.batchNo,
                           .month = row.month,
                           .key = std::string(row.batchKey),
                           .entries = row.entries,
                           .lines = row.lines,
                           .debit = row.debit,
                           .digest = std::string(row.digest),
                           .voids = row.voids,
                           .reason = std::string(row.reason),
                           .postedAs = std::optional<std::string>(row.postedAs),
                           .voidedBy = row.voidedBy,
                           .isSuperseded = row.isSuperseded != 0,
                           .actor = std::string(row.actor),
                           .madeAt = row.recordedAt});
    }
    return batches;
}

JournalBatch requireBatch(const ReadTransaction& tx, std::int64_t number)
{
    std::vector<JournalBatch> found = listBatches(tx, number, number);
    if (found.empty()) {
        throw Refusal("journal.unknown", {{"number", number}, {"last", lastBatch(tx)}});
    }
    return std::move(found.front());
}

std::vector<std::string> newAccountsOf(const ReadTransaction& tx, const JournalBatch& batch)
{
    std::vector<std::string> accounts;
    for (const auto& row : tx.database().query(
             sql::JournalNewAccounts{.storeId = tx.storeId(), .batchNo = batch.number})) {
        accounts.emplace_back(row.account);
    }
    std::ranges::sort(accounts); // the engines sort text differently
    return accounts;
}

std::vector<std::string> accountsOf(const ReadTransaction& tx, const JournalBatch& batch)
{
    std::vector<std::string> accounts;
    for (const auto& row : tx.database().query(
             sql::JournalBatchAccounts{.storeId = tx.storeId(), .batchNo = batch.number})) {
        accounts.emplace_back(row.account);
    }
    return accounts;
}

void eachEntryOf(const ReadTransaction& tx, const JournalBatch& batch, const Condenser::Take& take,
                 std::int64_t after, std::int64_t most)
{
    const std::int64_t last = most < batch.entries - after ? after + most : batch.entries;
    for (; after < last; after += kEntriesAPage) {
        LedgerEntry entry;
        const auto pass = [&] {
            if (entry.number > 0) {
                take(entry);
            }
        };
        for (const auto& row : tx.database().query(sql::JournalLines{.storeId = tx.storeId(),
                               .batchNo = batch.number,
                               .after = after,
                               .upto = std::min(last, after + kEntriesAPage)})) {
            if (row.entryNo != entry.number) {
                pass();
                entry = {.number = row.entryNo,
                         .head = {.on = foundation::Date(static_cast<std::int32_t>(row.entryOn)),
                                  .fact = std::string(row.fact),
                                  .event = row.factEvent,
                                  .subject = std::string(row.subject),
                                  .control = std::string(row.control)},
                         .lines = {}};
            }
            entry.lines.push_back({.role = parseJournalRole(row.role),
                                   .account = std::string(row.account),
                                   .amount = row.amount,
                                   .department = std::string(row.department)});
        }
        pass();
    }
}

} // namespace giftbox::accounting
