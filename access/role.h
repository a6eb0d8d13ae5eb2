#pragma once

#include "foundation/row_writer.h"

#include <array>
#include <span>
#include <string>
#include <string_view>

namespace giftbox::access {

/// What a person is in one store; the same person may be several things, and something else in another store.
enum class Role { PartsDirector, Manager, Accounting, Adviser, Administrator };
inline constexpr std::array kRoles = {Role::PartsDirector, Role::Manager, Role::Accounting,
                                      Role::Adviser, Role::Administrator};

/// `parts-director`, `manager`, `accounting`, `adviser`, `administrator`.
std::string_view toText(Role role);
/// `parts-director manager`.
std::string toText(std::span<const Role> roles);
/// Throws Refusal `user.role_unknown`.
Role parseRole(std::string_view text);

/// What can be allowed or not; docs/security.md has the table.
enum class Action {
    ViewStock,
    EditCatalog,
    ReceiveStock,
    CorrectStock, ///< units lost, damaged or found
    EditRecipients,
    Nominate,
    Select,
    ApproveSelection,
    EditRecipes,
    Plan,
    Pack,
    Give,
    Cancel, ///< a planned box, or unpack a packed one
    Override,
    EditNote,
    ApproveNote,
    SetCaps,
    ViewReport,
    Export,
    CloseMonth,
    Import,
    Audit,
    EditSettings,
    EditUsers ///< and tokens of programs
};
inline constexpr int kActions = static_cast<int>(Action::EditUsers) + 1;

/// The row of docs/security.md: `view stock`.
std::string_view toText(Action action);

bool may(Role role, Action action);

/// What a role knows of the store's recipients, on every page, in every answer and file; docs/security.md has the table. With several roles one knows
/// what the one knows that knows most.
foundation::PeopleSeen recipientsSeenBy(std::span<const Role> roles);

} // namespace giftbox::access
