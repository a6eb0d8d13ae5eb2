#include "access/group_role.h"

#include "access/api_token.h"
#include "access/statements.h"
#include "books/entity.h"
#include "foundation/json.h"

namespace giftbox::access {

using books::ReadTransaction;
using books::WriteTransaction;
using foundation::Refusal;

namespace {

bool holds(const ReadTransaction& tx, UserId user, Role role, std::string_view entity)
{
    return bool(tx.database().query(
        sql::FindGroupRole{.userId = user.value, .entity = entity, .role = toText(role)}));
}

bool isGroupAdministrator(const ReadTransaction& tx, UserId user, std::string_view entity)
{
    return holds(tx, user, Role::GroupAdministrator, "") ||
           (!entity.empty() && holds(tx, user, Role::GroupAdministrator, entity));
}

std::string placeOf(const std::string& entity)
{
    return entity.empty() ? "every store" : "the stores of " + entity;
}

std::string spelledEntity(const WriteTransaction& tx, const std::string& entity)
{
    return entity.empty() ? entity : books::requireEntity(tx.database(), entity).code;
}

void requireGroupReach(const WriteTransaction& tx, std::string_view caller,
                       const std::string& entity)
{
    if (!caller.empty() &&
        !isGroupAdministrator(tx, requireUser(tx.database(), caller).id, entity)) {
        throw Refusal("user.group_out_of_reach", {{"place", placeOf(entity)}});
    }
}

void record(WriteTransaction& tx, std::string_view action, UserId user, Role role,
            const std::string& entity)
{
    tx.record(
        action, subjectOf(user),
        foundation::JsonObject().add("role", toText(role)).add("stores", placeOf(entity)).text());
}

} // namespace

void grantGroupRole(WriteTransaction& tx, std::string_view caller, std::string_view login,
                    Role role, const std::string& entity)
{
    const std::string of = spelledEntity(tx, entity);
    requireGroupReach(tx, caller, of);
    const User user = requireUser(tx.database(), login);
    if (user.isDisabled) {
        throw Refusal("user.disabled/role", {{"login", user.login}});
    }
    if (holds(tx, user.id, role, of)) {
        throw Refusal("user.role_held",
                      {{"login", user.login}, {"role", toText(role)}, {"store", placeOf(of)}});
    }
    tx.database().execute(
        sql::InsertGroupRole{.userId = user.id.value, .entity = of, .role = toText(role)});
    record(tx, "group.grant", user.id, role, of);
}

void revokeGroupRole(WriteTransaction& tx, std::string_view caller, std::string_view login,
                     Role role, const std::string& entity)
{
    const std::string of = spelledEntity(tx, entity);
    requireGroupReach(tx, caller, of);
    const User user = requireUser(tx.database(), login);
    if (!holds(tx, user.id, role, of)) {
        throw Refusal("user.role_not_held",
                      {{"login", user.login}, {"role", toText(role)}, {"store", placeOf(of)}});
    }
    tx.database().execute(
        sql::DeleteGroupRole{.userId = user.id.value, .entity = of, .role = toText(role)});
    endTokensOfGroupRole(tx, user.id, role, of);
    record(tx, "group.revoke", user.id, role, of);
}

void requireEntityReach(const ReadTransaction& tx, std::string_view caller,
                        const std::string& entity)
{
    if (caller.empty()) {
        return;
    }
    const UserId user = requireUser(tx.database(), caller).id;
    if (isGroupAdministrator(tx, user, entity)) {
        return;
    }
    if (const auto store =
            tx.database().query(sql::StoreOutOfReach{.entity = entity, .userId = user.value})) {
        throw Refusal("entity.out_of_reach", {{"entity", entity}, {"store", store->code}});
    }
}

} // namespace giftbox::access
