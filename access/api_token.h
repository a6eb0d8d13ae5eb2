#pragma once

#include "access/user.h"

namespace giftbox::access {

/// Whether a token may do all that its roles may, or of that only what changes nothing.
enum class TokenRight { Change, Read };
/// `change`, `read`.
std::string_view toText(TokenRight right);

/// A program's right to act in one store as one role, or as several.
struct NewApiToken {
    std::string
        login; ///< whose right it is; ends when that user is disabled or loses one of the roles
    std::vector<Role> roles;
    std::string label; ///< what it is for; once in a store, also after it has ended
    TokenRight right = TokenRight::Change;
    std::optional<foundation::Date> lastDay; ///< of the store; for ever when there is none
};

/// Returns the token, which is shown once. Records `token.create`. Throws Refusal `token.exists`, `token.role_missing`, `token.last_day` (over
/// already), `user.unknown`, `user.disabled`, `user.role_not_held`, `text.*` of the label.
std::string createApiToken(books::WriteTransaction& tx, const NewApiToken& token);

/// Ends a token for good. Records `token.revoke`. Throws Refusal `token.unknown` (no such label, or ended already).
void revokeApiToken(books::WriteTransaction& tx, std::string_view label);

/// Ends the user's tokens for good: those with a role that was taken from them in the store, and all in every store. Part of the change that takes the
/// role or disables the user.
void endTokensOfRole(books::WriteTransaction& tx, UserId user, Role role);
void endTokensOfUser(books::WriteTransaction& tx, UserId user);

struct ApiTokenLine {
    std::string label;
    std::string login;
    std::vector<Role> roles; ///< in the order of kRoles
    TokenRight right = TokenRight::Change;
    foundation::Instant createdAt;
    std::optional<foundation::Date> lastDay;
    std::optional<foundation::Instant> lastUsedAt; ///< to the hour
    /// Why it has ended: `revoked`, `role` (its user lost one), `user` (was disabled); empty while it has not.
    std::string endReason;
    std::optional<foundation::Instant> endedAt; ///< where that is known
};
/// The store's tokens by label, ended ones too.
std::vector<ApiTokenLine> listApiTokens(const books::ReadTransaction& tx);
/// What people read of a token on a day: `active`, `revoked`, or why it has ended.
std::string stateOf(const ApiTokenLine& line, foundation::Date today);

/// What a program may.
struct ApiAccess {
    books::StoreId store;
    std::string storeCode;
    std::string login;
    std::vector<Role> roles;
    TokenRight right = TokenRight::Change;
    std::optional<foundation::Instant> lastUsedAt;
};
/// As any of its roles.
bool may(const ApiAccess& access, Action action);

/// None when there is no such token or it has ended. `machineZone` is of a store that has set none. One statement.
std::optional<ApiAccess> findApiToken(foundation::Database& database, std::string_view token,
                                      foundation::Instant now, const std::string& machineZone);

/// Use is written down no more often than this.
inline constexpr std::int64_t kTokenUsedMs = 60LL * 60 * 1000;
/// Writes down that a token was used, where nobody writes just now and it can be written; else with the next use. Not within a transaction.
void noteTokenUse(foundation::Database& database, std::string_view token, const ApiAccess& access,
                  foundation::Instant now);

} // namespace giftbox::access
