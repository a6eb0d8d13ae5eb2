#include "access/api_token.h"

#include "books/code.h"
#include "foundation/fold.h"
#include "foundation/json.h"
#include "foundation/text.h"

#include <algorithm>
#include <cstdlib>

namespace giftbox::access {

using foundation::Database;
using foundation::Instant;
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

constexpr std::string_view kRevoked = "revoked";
constexpr std::string_view kRoleLost = "role";
constexpr std::string_view kUserDisabled = "user";

std::vector<Role> rolesOf(std::string_view text)
{
    std::vector<Role> roles;
    for (const Role role : kRoles) {
        const std::string all = " " + std::string(text) + " ";
        if (all.find(" " + std::string(toText(role)) + " ") != std::string::npos) {
            roles.push_back(role);
        }
    }
    return roles;
}

struct KeptToken {
    std::string hash;
    UserId user;
    std::string roles;
    TokenRight right = TokenRight::Change;
    std::string endReason;
};

void record(books::WriteTransaction& tx, std::string_view action, const KeptToken& token)
{
    foundation::JsonObject detail;
    detail.add("role", token.roles);
    if (token.right == TokenRight::Read) {
        detail.add("right", toText(token.right));
    }
    tx.record(action, subjectOf(token.user), detail.add("token", printOf(token.hash)).text());
}

/// In the order of kRoles, each once.
std::vector<Role> inOrder(std::vector<Role> roles)
{
    std::ranges::sort(roles);
    roles.erase(std::unique(roles.begin(), roles.end()), roles.end());
    if (roles.empty()) {
        throw Refusal("token.role_missing", "a token needs at least one role of its user");
    }
    return roles;
}

/// A user who has the roles and may log in.
UserId requireHolder(const books::WriteTransaction& tx, const NewApiToken& token)
{
    const User user = requireUser(tx.database(), token.login);
    if (user.isDisabled) {
        throw Refusal("user.disabled", user.login + " is disabled for good and gets no token");
    }
    const std::vector<Role> roles = rolesIn(tx, user.id);
    for (const Role role : token.roles) {
        if (std::ranges::find(roles, role) == roles.end()) {
            throw Refusal("user.role_not_held",
                          user.login + " is not " + std::string(toText(role)) + " in " +
                              tx.store().code + ", so no token of theirs can be");
        }
    }
    return user.id;
}

void requireToCome(const books::WriteTransaction& tx, const std::optional<foundation::Date>& day)
{
    if (day && *day < tx.today()) {
        throw Refusal("token.last_day", toText(*day) + " is before today, " + toText(tx.today()) +
                                            "; a token's last day is today or later");
    }
}

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

TokenRight rightOf(std::int64_t readsOnly)
{
    return readsOnly != 0 ? TokenRight::Read : TokenRight::Change;
}

std::optional<foundation::Date> maybeDay(const Row& row, int column)
{
    const auto number = row.maybeInteger(column);
    return number ? std::optional(foundation::Date(static_cast<std::int32_t>(*number)))
                  : std::nullopt;
}

std::optional<Instant> maybeInstant(const Row& row, int column)
{
    const auto at = row.maybeInteger(column);
    return at ? std::optional(Instant{*at}) : std::nullopt;
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
                     .roles = row.string(2),
                     .right = rightOf(row.integer(3)),
                     .endReason = row.string(4)};
}

} // namespace

std::string createApiToken(books::WriteTransaction& tx, const NewApiToken& token)
{
    books::requireText(token.label, "the token's label");
    const std::string roles = toText(inOrder(token.roles));
    const UserId user = requireHolder(tx, token);
    requireToCome(tx, token.lastDay);
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
    tx.database().execute(
        "access/insert_token",
        {{"store_id", tx.storeId()},
         {"token_hash", std::string_view(hash)},
         {"user_id", user.value},
         {"roles", std::string_view(roles)},
         {"reads_only", token.right == TokenRight::Read ? 1 : 0},
         {"label", std::string_view(token.label)},
         {"created_at", tx.asker().now.unixMs},
         {"last_day", token.lastDay ? foundation::Value(std::int64_t{token.lastDay->number()})
                                    : foundation::Value()}});
    record(tx, "token.create",
           {.hash = hash, .user = user, .roles = roles, .right = token.right, .endReason = {}});
    return text;
}

void revokeApiToken(books::WriteTransaction& tx, std::string_view typed)
{
    books::requireText(typed, "the token's label");
    const std::string label = labelOf(tx, typed);
    const std::optional<KeptToken> token = findByLabel(tx, label);
    if (!token || !token->endReason.empty()) {
        throw Refusal("token.unknown", "there is no token " + foundation::quoted(label) + " in " +
                                           tx.store().code +
                                           (token ? " any more: it has ended" : ""));
    }
    tx.database().execute("access/end_token", {{"store_id", tx.storeId()},
                                               {"label", std::string_view(label)},
                                               {"ended_at", tx.asker().now.unixMs},
                                               {"end_reason", kRevoked}});
    record(tx, "token.revoke", *token);
}

void endTokensOfRole(books::WriteTransaction& tx, UserId user, Role role)
{
    const std::string pattern = "% " + std::string(toText(role)) + " %";
    tx.database().execute("access/end_tokens_of_role", {{"store_id", tx.storeId()},
                                                        {"user_id", user.value},
                                                        {"role", std::string_view(pattern)},
                                                        {"ended_at", tx.asker().now.unixMs},
                                                        {"end_reason", kRoleLost}});
}

void endTokensOfUser(books::WriteTransaction& tx, UserId user)
{
    tx.database().execute("access/end_tokens_of_user", {{"user_id", user.value},
                                                        {"ended_at", tx.asker().now.unixMs},
                                                        {"end_reason", kUserDisabled}});
}

std::vector<ApiTokenLine> listApiTokens(const books::ReadTransaction& tx)
{
    std::vector<ApiTokenLine> tokens;
    for (Rows rows = tx.database().query("access/list_tokens", {{"store_id", tx.storeId()}});
         rows.next();) {
        const Row row = rows.row();
        ApiTokenLine& line = tokens.emplace_back();
        line.label = row.string(0);
        line.login = row.string(1);
        line.roles = rolesOf(row.text(2));
        line.right = rightOf(row.integer(3));
        line.createdAt = {row.integer(4)};
        line.lastDay = maybeDay(row, 5);
        line.lastUsedAt = maybeInstant(row, 6);
        line.endReason = row.string(7);
        line.endedAt = maybeInstant(row, 8);
        if (line.endedAt == Instant{}) {
            line.endedAt.reset(); // before that was kept
        }
    }
    return tokens;
}

std::string stateOf(const ApiTokenLine& line, foundation::Date today)
{
    if (line.endReason.empty()) {
        return line.lastDay && *line.lastDay < today ? "last day passed" : "active";
    }
    return line.endReason == kRoleLost       ? "role lost"
           : line.endReason == kUserDisabled ? "user disabled"
                                             : line.endReason;
}

std::string_view toText(TokenRight right) { return right == TokenRight::Read ? "read" : "change"; }

bool may(const ApiAccess& access, Action action)
{
    return std::ranges::any_of(access.roles, [&](Role role) { return may(role, action); });
}

std::optional<ApiAccess> findApiToken(Database& database, std::string_view token, Instant now,
                                      const std::string& machineZone)
{
    const std::string hash = tokenHash(token);
    std::optional<ApiAccess> found;
    std::optional<foundation::Date> lastDay;
    foundation::ZoneHistory zones;
    std::vector<Role> held;
    for (Rows rows = database.query("access/find_token", {{"token_hash", std::string_view(hash)}});
         rows.next();) {
        const Row row = rows.row();
        if (!found) {
            found = ApiAccess{.store = books::StoreId{row.integer(0)},
                              .storeCode = row.string(1),
                              .login = row.string(2),
                              .roles = rolesOf(row.text(3)),
                              .right = rightOf(row.integer(4)),
                              .lastUsedAt = maybeInstant(row, 6)};
            lastDay = maybeDay(row, 5);
            zones = foundation::ZoneHistory(row.text(7));
        }
        held.push_back(parseRole(row.text(8)));
    }
    const auto isHeld = [&](Role role) { return std::ranges::find(held, role) != held.end(); };
    if (!found || !std::ranges::all_of(found->roles, isHeld) ||
        (lastDay && *lastDay < zones.at(now, machineZone).day)) {
        return std::nullopt;
    }
    return found;
}

void noteTokenUse(Database& database, std::string_view token, const ApiAccess& access, Instant now)
{
    // What a clock has dated ahead is written anew.
    if (access.lastUsedAt && std::abs(now.unixMs - access.lastUsedAt->unixMs) < kTokenUsedMs) {
        return;
    }
    noteUse(database, "access/use_token", tokenHash(token), now);
}

} // namespace giftbox::access
