#pragma once

#include "accounting/account_map.h"
#include "books/entity.h"

namespace giftbox::accounting {

/// An account of an entity's ledger. It applies in its stores that map none for the role and department.
struct EntityAccount {
    JournalRole role = JournalRole::GiftStock;
    MappedAccount mapped = {};
};

/// In the order of their months. Throws Refusal `entity.unknown`.
std::vector<EntityAccount> listEntityAccounts(const books::ReadTransaction& tx,
                                              std::string_view entity);

/// Maps a role to an account of the entity from a month on; batches keep what they were made with. Records
/// `entity.account`, or nothing if it has that account from that month already. Throws Refusal `entity.unknown`,
/// `text.*` (the account, the department), `journal.no_department`, and asks about a month that is far off.
EntityAccount setEntityAccount(books::WriteTransaction& tx, std::string_view entity,
                               const EntityAccount& account);

} // namespace giftbox::accounting
