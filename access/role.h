#pragma once

#include "foundation/row_writer.h"

#include <array>
#include <span>
#include <string>
#include <string_view>

namespace giftbox::access {

/// A person's role in one store, in all stores of a legal entity, or in every store. A person may have several.
enum class Role {
    PartsDirector,
    Manager,
    Accounting,
    Adviser,
    Administrator,
    GroupManager,      ///< reads; never in one store alone, like GroupAdministrator
    GroupAdministrator ///< users and settings of the stores
};
/// Those that one store may give.
inline constexpr std::array kRoles = {Role::PartsDirector, Role::Manager, Role::Accounting,
                                      Role::Adviser, Role::Administrator};
inline constexpr std::array kAllRoles = {
    Role::PartsDirector, Role::Manager,      Role::Accounting,        Role::Adviser,
    Role::Administrator, Role::GroupManager, Role::GroupAdministrator};

/// `parts-director`, `manager`, `accounting`, `adviser`, `administrator`, `group-manager`, `group-administrator`.
std::string_view toText(Role role);
/// `parts-director manager`.
std::string toText(std::span<const Role> roles);
/// Throws Refusal `user.role_unknown`.
Role parseRole(std::string_view text);

/// The rights; docs/security.md has the table.
enum class Action {
    Find, ///< each role what it may see
    ViewStock,
    EditCatalog,
    ReceiveStock,
    CorrectStock, ///< lost, damaged or found units
    Order,        ///< from suppliers
    ApproveOrder, ///< of any amount
    PostCount,
    WriteOff,
    EditRecipients,
    Nominate,
    Select,
    ApproveSelection,
    EditRecipes,
    Plan,
    Pack,
    Give,
    Cancel, ///< cancel a planned box or unpack a packed one
    Override,
    EditNote,
    ApproveNote,
    SetCaps,
    ViewReport,
    Export,
    CloseMonth,
    ReopenMonth,
    ViewJournal,
    KeepJournal, ///< accounts, batches and their posting
    Import,
    Audit,
    EditSettings,
    EditUsers ///< and API tokens
};
inline constexpr int kActions = static_cast<int>(Action::EditUsers) + 1;

/// The row in docs/security.md: `view stock`.
std::string_view toText(Action action);

bool may(Role role, Action action);

/// How much a role may see of the store's recipients on pages and in answers and files; docs/security.md has the
/// table. With several roles, the most that any of them may see.
foundation::PeopleSeen recipientsSeenBy(std::span<const Role> roles);

} // namespace giftbox::access
