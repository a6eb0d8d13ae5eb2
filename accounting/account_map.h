#pragma once

#include "accounting/journal/condense.h"
#include "books/books.h"
#include "foundation/fold.h"

#include <array>
#include <map>
#include <optional>
#include <set>

namespace giftbox::accounting {

struct MappedAccount {
    std::string account;
    foundation::Month from;
    std::string department = {}; ///< that it is for; empty: every one without an account of its own
    bool isOfEntity = false;     ///< the store's entity has it, and the store none in its place

    bool operator==(const MappedAccount&) const = default;
};

/// A role, and for one with departments the department.
using DepartmentRole = std::pair<JournalRole, std::string>;

/// The accounts of each role. What the store has not mapped is as its legal entity has it.
class AccountMap {
public:
    /// As they are for a month.
    AccountMap(const books::ReadTransaction& tx, foundation::Month month);

    /// That of the department, regardless of capitals; else that for every department.
    std::optional<MappedAccount> of(JournalRole role, std::string_view department = {}) const;
    /// All accounts of a role: first that for every department.
    std::vector<MappedAccount> allOf(JournalRole role) const;
    /// The entry as the ledger gets it. Where no account is mapped, it has none and `missing` is told.
    LedgerEntry booked(const Entry& entry, std::int64_t number,
                       std::set<DepartmentRole>* missing = nullptr) const;

private:
    using Departments = std::map<std::string, MappedAccount, foundation::LessFolded>;
    void take(std::string_view role, MappedAccount mapped);

    std::array<Departments, kJournalRoles.size()> accounts_;
};

/// Requires that a department, where there is one, is of a role that has them. Throws Refusal `journal.no_department`.
void requireDepartment(JournalRole role, const std::string& department);

struct AccountAsked {
    JournalRole role = JournalRole::GiftStock;
    std::string account;
};

/// Maps roles to accounts of the store's ledger from a month on, for a department or, if it is empty, for all that
/// have none of their own; batches keep what they were made with. Records nothing of a role that has that account from
/// that month already. Throws Refusal `text.missing`, `text.too_long`, `text.malformed` (an account, the department),
/// `journal.no_department`, `journal.not_in_chart`, and asks about a month that is far off.
void setAccounts(books::WriteTransaction& tx, std::vector<AccountAsked> accounts,
                 foundation::Month from, const std::string& department = {});
/// The same for one role.
void setAccount(books::WriteTransaction& tx, JournalRole role, foundation::Month from,
                const std::string& account, const std::string& department = {});

} // namespace giftbox::accounting
