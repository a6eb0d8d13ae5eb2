#include "accounting/journal_file.h"

#include "accounting/account_map.h"
#include "accounting/chart.h"
#include "accounting/journal_facts.h"

namespace giftbox::accounting {

using books::ReadTransaction;

namespace {

/// `20261130174500` of `2026-11-30T17:45:00Z`.
std::string digitsOf(std::string text)
{
    std::erase_if(text, [](char sign) { return sign < '0' || sign > '9'; });
    return text.substr(0, 14);
}

} // namespace

void writeJournalFile(const ReadTransaction& tx, const JournalBatch& batch, const JournalFile& file,
                      foundation::Sink sink)
{
    const books::Store& store = tx.store();
    LayoutPrinter printer(requireLayout(file.layout),
                          {.key = batch.key,
                           .month = batch.month,
                           .entity = store.legalEntity.empty() ? store.name : store.legalEntity,
                           .store = store.code,
                           .currency = store.currency,
                           .reverses = batch.voids > 0 ? requireBatch(tx, batch.voids).key : "",
                           .made = digitsOf(toText(batch.madeAt))},
                          file.part, std::move(sink));
    const std::vector<std::string> accounts = accountsOf(tx, batch);
    requireInChart(tx, accounts);
    printer.begin(accounts, newAccountsOf(tx, batch));
    const auto print = [&](const LedgerEntry& entry) { printer.add(entry); };
    Condenser condenser(file.detail, batch.key, print);
    eachEntryOf(tx, batch, [&](const LedgerEntry& entry) { condenser.add(entry); });
    condenser.finish();
    printer.finish();
}

std::string nameOfFile(const JournalBatch& batch, const JournalFile& file)
{
    return batch.key + (file.part > 0 ? "-part-" + std::to_string(file.part) : "") + "." +
           requireLayout(file.layout).extension;
}

void previewJournal(const ReadTransaction& tx, foundation::Month month, JournalDetail detail,
                    const Condenser::Take& take)
{
    const AccountMap accounts(tx, month);
    Condenser condenser(detail, toText(month), take);
    std::int64_t number = 0;
    eachEntry(tx, unbatched(tx, month),
              [&](const Entry& entry) { condenser.add(accounts.booked(entry, ++number)); });
    condenser.finish();
}

} // namespace giftbox::accounting
