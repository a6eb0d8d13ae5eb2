#include "tests/support/journal_text.h"

#include "accounting/account_map.h"

namespace giftbox::tests {

std::string journalText(const books::ReadTransaction& tx, foundation::Month month,
                        accounting::JournalDetail detail)
{
    std::string all;
    accounting::previewJournal(tx, month, detail, [&](const accounting::LedgerEntry& entry) {
        all += toText(entry.head.on) + " " + memoOf(entry.head) + "\n";
        for (const auto& line : entry.lines) {
            all += "  " + std::string(toText(line.role)) + " " +
                   toText(line.amount, tx.store().currency) + "\n";
        }
    });
    return all;
}

void mapAllRoles(books::WriteTransaction& tx, foundation::Month from)
{
    std::vector<accounting::AccountAsked> accounts;
    for (const auto& rule : accounting::kJournalRoles) {
        accounts.push_back({rule.role, "A-" + std::string(rule.text)});
    }
    accounting::setAccounts(tx, accounts, from, "");
}

} // namespace giftbox::tests
