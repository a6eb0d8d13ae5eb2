#pragma once

#include "accounting/account_map.h"
#include "accounting/close_month.h"
#include "accounting/make_batch.h"
#include "accounting/reopen_month.h"

namespace giftbox::tests {

/// A batch of a month is posted and voided, with every role mapped; `write` runs a change.
template <class Write>
void tellOfTheJournal(foundation::Month month, const Write& write)
{
    for (const accounting::JournalRoleRule& rule : accounting::kJournalRoles) {
        write([&](auto& tx) {
            accounting::setAccount(tx, rule.role, month, "A-" + std::string(rule.text));
        });
    }
    write([&](auto& tx) { accounting::makeBatch(tx, month); });
    write([&](auto& tx) { accounting::markPosted(tx, 1, "JE-1"); });
    write([&](auto& tx) { accounting::voidBatch(tx, 1, "mistaken"); });
}

/// The last closed month is opened again and closed.
template <class Write>
void tellOfReopening(foundation::Month month, const Write& write)
{
    write([&](auto& tx) { return accounting::reopenMonth(tx, month, "a late invoice"); });
    write([&](auto& tx) { return accounting::closeMonth(tx, month); });
}

} // namespace giftbox::tests
