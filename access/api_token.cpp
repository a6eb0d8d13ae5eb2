#include "access/api_token.h"

#include "books/code.h"
#include "foundation/fold.h"
#include "foundation/json.h"
#include "foundation/text.h"

#include <algorithm>

namespace giftbox::access {

using foundation::Database;
using foundation::Refusal;
using foundation::Row;
using foundation::Rows;

namespace {

/// Tells tokens apart in events; it leads to no token.
std::string printOf(std::string_view hash)
{
    constexpr std::size_t kDigits = 12;
    return std::string(hash.substr(0, kDigits));
}

void record(books::WriteTransaction& tx, std::string_view action, UserId user,
            std::string_view role, std::string_view hash)
{
    tx.record(action, subjectOf(user),
              foundation::JsonObject().add("role", role).add("token", printOf(hash)).text());
}

/// A user who has the role and may log in.
UserId requireHolder(const books::WriteTransaction& tx, const NewApiToken& token)
{
    const User user = requireUser(tx.database(), token.login);
    if (user.isDisabled) {
        throw Refusal("user.disabled", user.login + " is disabled for good and gets no token");
    }
    const std::vector<Role> roles = rolesIn(tx, user.id);
    if (std::find(roles.begin(), roles.end(), token.role) == roles.end()) {
        throw Refusal("user.role_not_held", user.login + " is not " +
                                                std::string(toText(token.role)) + " in " +
                                                tx.store().code + ", so no token of theirs can be");
    }
    return user.id;
}

struct KeptToken {
    std::string hash;
    UserId user;
    std::string role;
    bool isRevoked = false;
};

/// The label of the token that is meant, whatever its capitals; as it is typed when it is of none, or of several.
std::string labelOf(const books::WriteTransaction& tx, std::string_view typed)
{
    std::string found(typed);
    int alike = 0;
    for (const ApiTokenLine& one : listApiTokens(tx)) {
        if (one.label == typed) {
            return one.label;
        }
        if (foundation::sameFolded(one.label, typed)) {
            found = one.label;
            ++alike;
        }
    }
    return alike == 1 ? found : std::string(typed);
}

std::optional<KeptToken> findByLabel(const books::WriteTransaction& tx, std::string_view label)
{
    Rows rows = tx.database().query("access/token_by_label",
                                    {{"store_id", tx.storeId()}, {"label", label}});
    if (!rows.next()) {
        return std::nullopt;
    }
    const Row row = rows.row();
    return KeptToken{.hash = row.string(0),
                     .user = UserId{row.integer(1)},
                     .role = row.string(2),
                     .isRevoked = !row.isNull(3)};
}

} // namespace

std::string createApiToken(books::WriteTransaction& tx, const NewApiToken& token)
{
    books::requireText(token.label, "the token's label");
    const UserId user = requireHolder(tx, token);
    const auto isSame = [&token](const ApiTokenLine& one) {
        return foundation::sameFolded(one.label, token.label);
    };
    if (std::ranges::any_of(listApiTokens(tx), isSame)) {
        throw Refusal("token.exists", "there is, or was, a token " +
                                          foundation::quoted(token.label) + " in " +
                                          tx.store().code + "; take another label");
    }
    std::string text = newToken();
    const std::string hash = tokenHash(text);
    tx.database().execute("access/insert_token", {{"store_id", tx.storeId()},
                                                  {"token_hash", std::string_view(hash)},
                                                  {"user_id", user.value},
                                                  {"role", toText(token.role)},
                                                  {"label", std::string_view(token.label)},
                                                  {"created_at", tx.asker().now.unixMs}});
    record(tx, "token.create", user, toText(token.role), hash);
    return text;
}

void revokeApiToken(books::WriteTransaction& tx, std::string_view typed)
{
    books::requireText(typed, "the token's label");
    const std::string label = labelOf(tx, typed);
    const std::optional<KeptToken> token = findByLabel(tx, label);
    if (!token || token->isRevoked) {
        throw Refusal("token.unknown", "there is no token " + foundation::quoted(label) + " in " +
                                           tx.store().code +
                                           (token ? " any more: it is revoked" : ""));
    }
    tx.database().execute(
        "access/revoke_token",
        {{"store_id", tx.storeId()}, {"label", label}, {"revoked_at", tx.asker().now.unixMs}});
    record(tx, "token.revoke", token->user, token->role, token->hash);
}

std::vector<ApiTokenLine> listApiTokens(const books::ReadTransaction& tx)
{
    std::vector<ApiTokenLine> tokens;
    for (Rows rows = tx.database().query("access/list_tokens", {{"store_id", tx.storeId()}});
         rows.next();) {
        const Row row = rows.row();
        tokens.push_back({.label = row.string(0),
                          .login = row.string(1),
                          .role = parseRole(row.text(2)),
                          .createdAt = {row.integer(3)},
                          .revokedAt = {}});
        if (const auto revokedAt = row.maybeInteger(4)) {
            tokens.back().revokedAt = {*revokedAt};
        }
    }
    return tokens;
}

std::optional<ApiAccess> findApiToken(Database& database, std::string_view token)
{
    const std::string hash = tokenHash(token);
    Rows rows = database.query("access/find_token", {{"token_hash", std::string_view(hash)}});
    if (!rows.next()) {
        return std::nullopt;
    }
    const Row row = rows.row();
    return ApiAccess{.store = books::StoreId{row.integer(0)},
                     .storeCode = row.string(1),
                     .login = row.string(2),
                     .role = parseRole(row.text(3))};
}

} // namespace giftbox::access
