#include "accounting/journal_batch.h"
#include "foundation/refusal.h"
#include "gifting/box.h"
#include "reports/explain_terms.h"
#include "reports/statements.h"

#include <charconv>

namespace giftbox::reports {

using books::ReadTransaction;
using foundation::Money;

namespace {

std::string subjectOfAccount(std::int64_t batch, std::string_view account)
{
    return "journal " + std::to_string(batch) + " " + std::string(account);
}
std::string subjectOfEntry(std::int64_t batch, std::int64_t entry)
{
    return "entry " + std::to_string(batch) + " " + std::to_string(entry);
}

/// `6310, gift-expense, service`
std::string wordsOfLine(std::string_view account, std::string_view role,
                        std::string_view department)
{
    return std::string(account) + ", " + std::string(role) +
           (department.empty() ? "" : ", " + std::string(department));
}

/// The number of what an entry is about: 42 of `box 42`; none where it is something else.
std::optional<std::int64_t> numberOfSubject(std::string_view subject, std::string_view what)
{
    if (!subject.starts_with(what)) {
        return std::nullopt;
    }
    std::int64_t number = 0;
    const std::string_view digits = subject.substr(what.size());
    const auto [end, error] = std::from_chars(digits.begin(), digits.end(), number);
    return error == std::errc() && end == digits.end() ? std::optional(number) : std::nullopt;
}

} // namespace

void explainBatch(const ReadTransaction& tx, std::int64_t number, Explanation& out)
{
    const accounting::JournalBatch batch = accounting::requireBatch(tx, number);
    for (const bool isDebit : {true, false}) {
        out.figure({.what = (isDebit ? "Debits of batch " : "Credits of batch ") + batch.key,
                    .subject = "journal " + std::to_string(number),
                    .count = batch.entries,
                    .amount = batch.debit});
        for (const auto& row : tx.database().query(
                 sql::ExplainedAccounts{.storeId = tx.storeId(), .batchNo = number})) {
            const Money amount = isDebit ? row.debit : row.credit;
            if (amount != Money{}) {
                out.add({.what = wordsOfLine(row.account, row.role, row.department),
                         .subject = subjectOfAccount(number, row.account),
                         .amount = amount});
            }
        }
    }
}

void explainAccount(const ReadTransaction& tx, std::int64_t number, const std::string& account,
                    Explanation& out)
{
    const accounting::JournalBatch batch = accounting::requireBatch(tx, number);
    const auto all = tx.database().query(
        sql::ExplainedAccount{.storeId = tx.storeId(), .batchNo = number, .account = account});
    if (all->lines == 0) {
        std::string accounts;
        for (const std::string& one : accounting::accountsOf(tx, batch)) {
            accounts += (accounts.empty() ? "" : ", ") + one;
        }
        throw foundation::Refusal("explain.unknown", {{"text", account}, {"choices", accounts}});
    }
    out.figure({.what = "Debits less credits of " + account + " in batch " + batch.key,
                .subject = subjectOfAccount(number, account),
                .count = all->lines,
                .amount = all->amount});
    std::int64_t taken = 0;
    std::int64_t last = 0;
    for (const auto& row : tx.database().query(sql::ExplainedAccountLines{.storeId = tx.storeId(),
                           .batchNo = number,
                           .account = account,
                           .after = out.asked().after,
                           .most = out.asked().most + 1})) {
        if (taken++ == out.asked().most) {
            out.next = last;
            return;
        }
        last = row.lineKey;
        accounting::EntryHead head;
        head.fact = row.fact;
        head.control = row.control;
        out.add({.what = memoOf(head),
                 .subject = subjectOfEntry(number, row.entryNo),
                 .on = row.entryOn,
                 .amount = row.amount,
                 .reference = std::string(row.control),
                 .event = row.factEvent});
    }
}

void explainEntry(const ReadTransaction& tx, std::int64_t number, std::int64_t entryNo,
                  Explanation& out)
{
    const accounting::JournalBatch batch = accounting::requireBatch(tx, number);
    accounting::LedgerEntry entry;
    if (entryNo > 0 && entryNo <= batch.entries) {
        accounting::eachEntryOf(
            tx, batch, [&](const accounting::LedgerEntry& one) { entry = one; }, entryNo - 1, 1);
    }
    if (entry.number == 0) {
        throw foundation::Refusal("journal.no_entry", {{"number", number}, {"entry", entryNo}});
    }
    for (const bool isDebit : {true, false}) {
        Money sum;
        for (const accounting::AccountLine& line : entry.lines) {
            sum += (line.amount > Money{}) == isDebit ? line.amount : Money{};
        }
        out.figure({.what = std::string(isDebit ? "Debits" : "Credits") + " of entry " +
                            std::to_string(entryNo) + ", " + memoOf(entry.head),
                    .subject = subjectOfEntry(number, entryNo),
                    .on = entry.head.on,
                    .amount = isDebit ? sum : -sum,
                    .reference = entry.head.control,
                    .event = entry.head.event});
        for (const accounting::AccountLine& line : entry.lines) {
            if ((line.amount > Money{}) == isDebit) {
                out.add({.what = wordsOfLine(line.account, toText(line.role), line.department),
                         .subject = subjectOfAccount(number, line.account),
                         .amount = isDebit ? line.amount : -line.amount});
            }
        }
    }
    out.add({.kind = TermKind::Source, .what = "It is about", .subject = entry.head.subject});
    if (const auto box = numberOfSubject(entry.head.subject, "box ")) {
        if (const auto packed = gifting::findBox(tx, books::BoxNo{*box})) {
            addParts(tx, *packed, BoxPart::Goods, 2, out);
        }
    }
}

} // namespace giftbox::reports
