#pragma once

#include "access/user.h"

namespace giftbox::access {

/// Gives a user a role in all stores of an entity, as its code is written, or (empty) in every store. `caller` is the
/// login of who gives it; empty: whoever can write the database. Records `group.grant` in the store. Throws Refusal
/// `user.unknown`, `user.disabled`, `user.role_held`, `user.group_out_of_reach` (the caller is no group administrator
/// there), `entity.unknown`.
void grantGroupRole(books::WriteTransaction& tx, std::string_view caller, std::string_view login,
                    Role role, const std::string& entity);

/// Removes such a role; tokens with it in those stores end. Records `group.revoke`. Throws Refusal `user.unknown`,
/// `user.role_not_held`, `user.group_out_of_reach`, `entity.unknown`.
void revokeGroupRole(books::WriteTransaction& tx, std::string_view caller, std::string_view login,
                     Role role, const std::string& entity);

/// Requires that a change of an entity reaches only stores of the caller: a group administrator there or everywhere,
/// the administrator of each of its stores, or (empty) whoever can write the database. Throws Refusal
/// `entity.out_of_reach`.
void requireEntityReach(const books::ReadTransaction& tx, std::string_view caller,
                        const std::string& entity);

} // namespace giftbox::access
