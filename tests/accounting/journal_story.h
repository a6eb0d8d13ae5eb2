#pragma once

#include "accounting/account_map.h"
#include "accounting/chart.h"
#include "accounting/close_month.h"
#include "accounting/department.h"
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
    write([&](auto& tx) {
        accounting::setAccount(tx, accounting::JournalRole::GiftExpense, month, "A-fleet", "fleet");
    });
    write([&](auto& tx) { accounting::setDefaultDepartment(tx, month, "sales"); });
    write([&](auto& tx) {
        accounting::setBoxDepartment(tx, books::BoxNo{1}, "parts", "the counter gave it");
    });
    write([&](auto& tx) { accounting::makeBatch(tx, month); });
    write([&](auto& tx) { accounting::markPosted(tx, 1, "JE-1"); });
    write([&](auto& tx) { accounting::voidBatch(tx, 1, "mistaken"); });
    write([&](auto& tx) { accounting::setChart(tx, "1480,Gift stock\n2110,Payables\n"); });
}

/// The last closed month is opened again and closed.
template <class Write>
void tellOfReopening(foundation::Month month, const Write& write)
{
    write([&](auto& tx) { return accounting::reopenMonth(tx, month, "a late invoice"); });
    write([&](auto& tx) { return accounting::closeMonth(tx, month); });
}

} // namespace giftbox::tests
