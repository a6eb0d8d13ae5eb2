#include "access/api_token.h"

#include "access/statements.h"
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

namespace {

/// Identifies tokens in events without revealing them.
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
    for (const Role role : kAllRoles) {
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
        throw Refusal("token.role_missing");
    }
    return roles;
}

/// A user who has the roles and may log in.
UserId requireHolder(const books::WriteTransaction& tx, const NewApiToken& token)
{
    const User user = requireUser(tx.database(), token.login);
    if (user.isDisabled) {
        throw Refusal("user.disabled/token", {{"login", user.login}});
    }
    const std::vector<Role> roles = rolesIn(tx, user.id);
    for (const Role role : token.roles) {
        if (std::ranges::find(roles, role) == roles.end()) {
            throw Refusal(
                "user.role_not_held/token",
                {{"login", user.login}, {"role", toText(role)}, {"store", tx.store().code}});
        }
    }
    return user.id;
}

void requireToCome(const books::WriteTransaction& tx, const std::optional<foundation::Date>& day)
{
    if (day && *day < tx.today()) {
        throw Refusal("token.last_day", {{"day", *day}, {"today", tx.today()}});
    }
}

/// The label of the intended token, regardless of capitals; unchanged if it matches none, or several.
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

std::optional<KeptToken> findByLabel(const books::WriteTransaction& tx, std::string_view label)
{
    const auto found =
        tx.database().query(sql::TokenByLabel{.storeId = tx.storeId(), .label = label});
    if (!found) {
        return std::nullopt;
    }
    return KeptToken{.hash = std::string(found->tokenHash),
                     .user = UserId{found->userId},
                     .roles = std::string(found->roles),
                     .right = rightOf(found->readsOnly),
                     .endReason = std::string(found->endReason)};
}

} // namespace

std::string createApiToken(books::WriteTransaction& tx, const NewApiToken& token)
{
    books::requireText(token.label, "the token's label", "label");
    const std::string roles = toText(inOrder(token.roles));
    const UserId user = requireHolder(tx, token);
    requireToCome(tx, token.lastDay);
    const auto isSame = [&token](const ApiTokenLine& one) {
        return foundation::sameFolded(one.label, token.label);
    };
    if (std::ranges::any_of(listApiTokens(tx), isSame)) {
        throw Refusal("token.exists", {{"label", token.label}, {"store", tx.store().code}});
    }
    std::string text = newToken();
    const std::string hash = tokenHash(text);
    tx.database().execute(sql::InsertToken{.storeId = tx.storeId(),
                                           .tokenHash = hash,
                                           .userId = user.value,
                                           .roles = roles,
                                           .readsOnly = token.right == TokenRight::Read,
                                           .label = token.label,
                                           .createdAt = tx.actor().now,
                                           .lastDay = token.lastDay});
    record(tx, "token.create",
           {.hash = hash, .user = user, .roles = roles, .right = token.right, .endReason = {}});
    return text;
}

void revokeApiToken(books::WriteTransaction& tx, std::string_view label)
{
    books::requireText(label, "the token's label", "label");
    const std::string kept = labelOf(tx, label);
    const std::optional<KeptToken> token = findByLabel(tx, kept);
    if (!token || !token->endReason.empty()) {
        throw Refusal(token ? "token.unknown/ended" : "token.unknown",
                      {{"label", kept}, {"store", tx.store().code}});
    }
    tx.database().execute(sql::EndToken{
        .storeId = tx.storeId(), .endedAt = tx.actor().now, .endReason = kRevoked, .label = kept});
    record(tx, "token.revoke", *token);
}

void endTokensOfRole(books::WriteTransaction& tx, UserId user, Role role)
{
    tx.database().execute(sql::EndTokensOfRole{.storeId = tx.storeId(),
                                               .endedAt = tx.actor().now,
                                               .endReason = kRoleLost,
                                               .userId = user.value,
                                               .role = "% " + std::string(toText(role)) + " %"});
}

void endTokensOfGroupRole(books::WriteTransaction& tx, UserId user, Role role,
                          std::string_view entity)
{
    tx.database().execute(sql::EndTokensOfGroupRole{.endedAt = tx.actor().now,
                                                    .endReason = kRoleLost,
                                                    .userId = user.value,
                                                    .role = "% " + std::string(toText(role)) + " %",
                                                    .entity = entity});
}

void endTokensOfUser(books::WriteTransaction& tx, UserId user)
{
    tx.database().execute(sql::EndTokensOfUser{
        .endedAt = tx.actor().now, .endReason = kUserDisabled, .userId = user.value});
}

std::vector<ApiTokenLine> listApiTokens(const books::ReadTransaction& tx)
{
    std::vector<ApiTokenLine> tokens;
    for (const auto& row : tx.database().query(sql::ListTokens{.storeId = tx.storeId()})) {
        ApiTokenLine& line = tokens.emplace_back();
        line.label = row.label;
        line.login = row.login;
        line.roles = rolesOf(row.roles);
        line.right = rightOf(row.readsOnly);
        line.createdAt = row.createdAt;
        line.lastDay = row.lastOn;
        line.lastUsedAt = row.lastUsedAt;
        line.endReason = row.endReason;
        line.endedAt = row.endedAt;
        if (line.endedAt == Instant{}) {
            line.endedAt.reset(); // ended before that was recorded
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
    std::optional<ApiAccess> found;
    std::optional<foundation::Date> lastDay;
    foundation::ZoneHistory zones;
    std::vector<Role> held;
    for (const auto& row : database.query(sql::FindToken{.tokenHash = tokenHash(token)})) {
        if (!found) {
            found = ApiAccess{.store = books::StoreId{row.storeId},
                              .storeCode = std::string(row.code),
                              .login = std::string(row.login),
                              .roles = rolesOf(row.roles),
                              .right = rightOf(row.readsOnly),
                              .lastUsedAt = row.lastUsedAt};
            lastDay = row.lastOn;
            zones = foundation::ZoneHistory(row.timeZones);
        }
        for (const auto& role : {row.role, row.groupRole}) {
            if (role) {
                held.push_back(parseRole(*role));
            }
        }
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
    // A time dated ahead is replaced.
    if (access.lastUsedAt && std::abs(now.unixMs - access.lastUsedAt->unixMs) < kTokenUsedMs) {
        return;
    }
    const std::string hash = tokenHash(token);
    noteUse(database, sql::UseToken{.now = now, .tokenHash = hash});
}

} // namespace giftbox::access
