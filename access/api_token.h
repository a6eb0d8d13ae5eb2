#pragma once

#include "access/user.h"

namespace giftbox::access {

/// Whether a token has all rights of its roles, or only those that change nothing.
enum class TokenRight { Change, Read };
/// `change`, `read`.
std::string_view toText(TokenRight right);

/// A program's right to act in one store with one or more roles.
struct NewApiToken {
    std::string
        login; ///< its user; the token ends if the user is disabled or loses one of the roles
    std::vector<Role> roles;
    std::string label; ///< its purpose; unique in a store, also after it has ended
    TokenRight right = TokenRight::Change;
    std::optional<foundation::Date> lastDay; ///< in the store's zone; none: no end
};

/// Returns the token, which is shown once. Records `token.create`. Throws Refusal `token.exists`,
/// `token.role_missing`, `token.last_day` (already over), `user.unknown`, `user.disabled`, `user.role_not_held`,
/// `text.*` for the label.
std::string createApiToken(books::WriteTransaction& tx, const NewApiToken& token);

/// Ends a token for good. Records `token.revoke`. Throws Refusal `token.unknown` (no such label, or already ended).
void revokeApiToken(books::WriteTransaction& tx, std::string_view label);

/// Ends the user's tokens for good: in the store, those with a role the user lost, or all in every store. Part of the
/// change that takes the role or disables the user.
void endTokensOfRole(books::WriteTransaction& tx, UserId user, Role role);
/// In the stores of an entity, or (empty) in every store.
void endTokensOfGroupRole(books::WriteTransaction& tx, UserId user, Role role,
                          std::string_view entity);
void endTokensOfUser(books::WriteTransaction& tx, UserId user);

struct ApiTokenLine {
    std::string label;
    std::string login;
    std::vector<Role> roles; ///< in the order of kRoles
    TokenRight right = TokenRight::Change;
    foundation::Instant createdAt;
    std::optional<foundation::Date> lastDay;
    std::optional<foundation::Instant> lastUsedAt; ///< to the hour
    /// The reason it ended: `revoked`, `role` (its user lost one), `user` (was disabled); empty if it has not.
    std::string endReason;
    std::optional<foundation::Instant> endedAt; ///< if known
};
/// The store's tokens by label, including ended ones.
std::vector<ApiTokenLine> listApiTokens(const books::ReadTransaction& tx);
/// A token's state on a day, for people: `active`, `revoked`, or the reason it ended.
std::string stateOf(const ApiTokenLine& line, foundation::Date today);

/// A program's rights.
struct ApiAccess {
    books::StoreId store;
    std::string storeCode;
    std::string login;
    std::vector<Role> roles;
    TokenRight right = TokenRight::Change;
    std::optional<foundation::Instant> lastUsedAt;
};
/// Whether any of its roles has the right.
bool may(const ApiAccess& access, Action action);

/// None if there is no such token or it has ended. `machineZone` applies to a store without a zone. One statement.
std::optional<ApiAccess> findApiToken(foundation::Database& database, std::string_view token,
                                      foundation::Instant now, const std::string& machineZone);

/// The shortest time between two records of use.
inline constexpr std::int64_t kTokenUsedMs = 60LL * 60 * 1000;
/// Records that a token was used if it can be written at once, otherwise on its next use. Not within a transaction.
void noteTokenUse(foundation::Database& database, std::string_view token, const ApiAccess& access,
                  foundation::Instant now);

} // namespace giftbox::access
