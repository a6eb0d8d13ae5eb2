#pragma once

#include "operations/call.h"

#include <array>

namespace giftbox::operations {

/// What may be booked to an account.
inline constexpr std::string_view kRoleChoices =
    "role:gift-stock|packaging-stock|boxes-packed|grni|payables|parts-inventory|gift-expense|"
    "packaging-expense|labor-applied|labor-contra|price-variance|shrinkage|write-off";

/// Maps one role to an account, in a store or in a legal entity.
inline constexpr std::array kAccountFields = {
    foundation::FieldInfo{.name = "role",
                          .title = "Role",
                          .help = "what is booked there; account list has all roles",
                          .need = foundation::Need::Required,
                          .option = "ROLE"},
    foundation::FieldInfo{.name = "account",
                          .title = "Account",
                          .help = "as your ledger writes it: 1480, or Assets:Gift-Stock",
                          .need = foundation::Need::Required,
                          .option = "ACCOUNT"},
    foundation::FieldInfo{.name = "from",
                          .type = foundation::FieldType::Month,
                          .title = "From",
                          .help = "first month of the account",
                          .need = foundation::Need::Required},
    foundation::FieldInfo{.name = "department",
                          .title = "Department",
                          .help = "only for this department, such as service; for the expenses of "
                                  "boxes given"}};

} // namespace giftbox::operations
