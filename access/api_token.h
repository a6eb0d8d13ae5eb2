#pragma once

#include "access/user.h"

namespace giftbox::access {

/// A program's right to act in one store as one role.
struct NewApiToken {
    std::string login; ///< whose right it is; ends when that user is disabled or loses the role
    Role role = Role::Adviser;
    std::string label; ///< what it is for; once in a store, also after it is revoked
};

/// Returns the token, which is shown once. Records `token.create`. Throws Refusal `token.exists`, `user.unknown`, `user.disabled`,
/// `user.role_not_held`, `text.*` of the label.
std::string createApiToken(books::WriteTransaction& tx, const NewApiToken& token);

/// Ends a token for good. Records `token.revoke`. Throws Refusal `token.unknown` (no such label, or revoked already).
void revokeApiToken(books::WriteTransaction& tx, std::string_view label);

struct ApiTokenLine {
    std::string label;
    std::string login;
    Role role = Role::Adviser;
    foundation::Instant createdAt;
    std::optional<foundation::Instant> revokedAt;
};
/// The store's tokens by label, revoked ones too.
std::vector<ApiTokenLine> listApiTokens(const books::ReadTransaction& tx);

/// What a program may.
struct ApiAccess {
    books::StoreId store;
    std::string storeCode;
    std::string login;
    Role role = Role::Adviser;
};
/// None when there is no such token or it has ended. One statement.
std::optional<ApiAccess> findApiToken(foundation::Database& database, std::string_view token);

} // namespace giftbox::access
