#pragma once

#include "accounting/journal/journal_role.h"
#include "books/books.h"

#include <array>
#include <optional>

namespace giftbox::accounting {

struct MappedAccount {
    std::string account;
    foundation::Month from;

    bool operator==(const MappedAccount&) const = default;
};

/// The account of each role, in the order of kJournalRoles.
class AccountMap {
public:
    /// As it is for a month.
    AccountMap(const books::ReadTransaction& tx, foundation::Month month);

    const std::optional<MappedAccount>& of(JournalRole role) const
    {
        return accounts_[static_cast<std::size_t>(role)];
    }

private:
    std::array<std::optional<MappedAccount>, kJournalRoles.size()> accounts_;
};

/// Maps a role to an account of the store's ledger from a month on; batches keep what they were made with. Records
/// nothing if the role has that account from that month already. Throws Refusal `text.missing`, `text.too_long`,
/// `text.malformed` (the account), and asks about a month that is far off.
void setAccount(books::WriteTransaction& tx, JournalRole role, foundation::Month from,
                const std::string& account);

} // namespace giftbox::accounting
