#include "accounting/account_map.h"

#include "accounting/statements.h"
#include "books/code.h"
#include "books/journal_facts.h"
#include "foundation/json.h"

namespace giftbox::accounting {

AccountMap::AccountMap(const books::ReadTransaction& tx, foundation::Month month)
{
    for (const auto& row : tx.database().query(sql::JournalAccounts{.storeId = tx.storeId()})) {
        auto& one = accounts_[static_cast<std::size_t>(parseJournalRole(row.role))];
        if (row.fromMonth <= month && (!one || row.fromMonth >= one->from)) {
            one = {.account = std::string(row.account), .from = row.fromMonth};
        }
    }
}

void setAccount(books::WriteTransaction& tx, JournalRole role, foundation::Month from,
                const std::string& account)
{
    books::requireText(account, "the account", "account");
    const auto now = AccountMap(tx, from).of(role);
    if (now && now->from == from && now->account == account) {
        return;
    }
    tx.askAbout(from);
    const sql::InsertJournalAccount row{.storeId = tx.storeId(),
                                        .role = toText(role),
                                        .fromMonth = from,
                                        .eventSeq = tx.event().value,
                                        .account = account};
    tx.facts().add(books::facts::kJournalAccount, row.binds());
    tx.database().execute(row);
    tx.record("journal.account", "account of " + std::string(toText(role)),
              foundation::JsonObject().add("from", toText(from)).add("account", account).text());
}

} // namespace giftbox::accounting
