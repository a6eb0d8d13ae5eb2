#include "access/user.h"

#include "access/statements.h"
#include "foundation/text.h"

#include <algorithm>

namespace giftbox::access {

using foundation::Database;
using foundation::Refusal;

namespace {

/// Whether it can be queried: databases accept neither broken UTF-8 nor NUL.
bool isText(std::string_view login)
{
    return login.find('\0') == std::string_view::npos && !foundation::firstInvalidUtf8(login);
}

[[noreturn]] void refuseUnknown(std::string_view login)
{
    throw Refusal("user.unknown", {{"login", login}});
}

} // namespace

std::string foldLogin(std::string_view login)
{
    std::string folded(login);
    std::transform(folded.begin(), folded.end(), folded.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    return folded;
}

std::optional<User> findUser(foundation::Reader& database, std::string_view login)
{
    const std::string folded = isText(login) ? foldLogin(login) : "";
    const auto found = database.query(sql::FindUser{.login = folded});
    if (!found) {
        return std::nullopt;
    }
    return User{.id = UserId{found->userId},
                .login = std::string(found->login),
                .displayName = std::string(found->displayName),
                .password = {std::string(found->passwordHash)},
                .passwordVersion = found->passwordVersion,
                .isDisabled = found->disabled != 0};
}

std::optional<std::string> findLogin(foundation::Reader& database, UserId user)
{
    const auto found = database.query(sql::FindLogin{.userId = user.value});
    return found ? std::optional(std::string(found->login)) : std::nullopt;
}

User requireUser(foundation::Reader& database, std::string_view login)
{
    std::optional<User> user = findUser(database, login);
    if (!user) {
        refuseUnknown(login);
    }
    return *std::move(user);
}

std::vector<Role> rolesIn(const books::ReadTransaction& tx, UserId user)
{
    std::vector<Role> roles = ownRolesIn(tx, user);
    for (const auto& row :
         tx.database().query(sql::GroupRoles{.userId = user.value, .entity = tx.store().entity})) {
        const Role role = parseRole(row.role);
        if (std::ranges::find(roles, role) == roles.end()) {
            roles.push_back(role);
        }
    }
    std::ranges::sort(roles);
    return roles;
}

std::vector<Role> ownRolesIn(const books::ReadTransaction& tx, UserId user)
{
    std::vector<Role> roles;
    for (const auto& row :
         tx.database().query(sql::RolesInStore{.storeId = tx.storeId(), .userId = user.value})) {
        roles.push_back(parseRole(row.role));
    }
    std::sort(roles.begin(), roles.end());
    return roles;
}

Reach reachOf(const books::ReadTransaction& tx, std::string_view login, std::span<const Role> roles)
{
    if (std::ranges::find(roles, Role::GroupAdministrator) == roles.end()) {
        return Reach::OneStore;
    }
    const User user = requireUser(tx.database(), login);
    Reach reach = Reach::OneStore;
    for (const auto& row : tx.database().query(
             sql::GroupRoles{.userId = user.id.value, .entity = tx.store().entity})) {
        if (parseRole(row.role) == Role::GroupAdministrator) {
            reach = std::max(reach, row.entity.empty() ? Reach::EveryStore : Reach::OneEntity);
        }
    }
    return reach;
}

bool worksBeyond(const books::ReadTransaction& tx, UserId user, Reach reach)
{
    return reach != Reach::EveryStore &&
           bool(tx.database().query(sql::RoleBeyond{
               .storeId = tx.storeId(),
               .userId = user.value,
               .entity = reach == Reach::OneEntity ? tx.store().entity : std::string()}));
}

User requireUserWithin(const books::ReadTransaction& tx, std::string_view login, Reach reach)
{
    User user = requireUser(tx.database(), login);
    if (reach == Reach::EveryStore) {
        return user;
    }
    if (rolesIn(tx, user.id).empty()) {
        refuseUnknown(login);
    }
    if (worksBeyond(tx, user.id, reach)) {
        throw Refusal("user.shared", {{"login", user.login}});
    }
    return user;
}

void requireOtherAdministrator(const books::ReadTransaction& tx, const User& user, Reach reach)
{
    const std::vector<Role> roles = ownRolesIn(tx, user.id);
    if (reach == Reach::EveryStore ||
        std::ranges::find(roles, Role::Administrator) == roles.end()) {
        return;
    }
    const auto found = tx.database().query(
        sql::OtherAdministrators{.storeId = tx.storeId(), .userId = user.id.value});
    if (found->others == 0) {
        throw Refusal("user.last_administrator",
                      {{"login", user.login}, {"store", tx.store().code}});
    }
}

std::string subjectOf(UserId user) { return "user " + std::to_string(user.value); }

} // namespace giftbox::access
