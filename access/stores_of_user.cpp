#include "access/stores_of_user.h"

#include "access/list_users.h"
#include "access/statements.h"

#include <map>

namespace giftbox::access {

using foundation::Reader;

namespace {

struct NamedStore {
    std::string name;
    bool isSample = false;
};
/// By code.
using NamedStores = std::map<std::string, NamedStore, std::less<>>;

template <class Rows>
void take(NamedStores& stores, Rows&& rows)
{
    for (const auto& row : rows) {
        stores.emplace(row.code, NamedStore{std::string(row.name), row.sample != 0});
    }
}

/// Each statement reads no more than was asked for, however many stores there are.
NamedStores read(Reader& database, UserId user, const StoresAsked& asked)
{
    const std::string pattern = patternOf(asked.words);
    NamedStores stores;
    take(stores,
         database.query(sql::OwnStores{
             .userId = user.value, .after = asked.after, .words = pattern, .most = asked.most}));
    std::vector<std::string> entities;
    for (const auto& row : database.query(sql::GroupsOfUser{.userId = user.value})) {
        entities.emplace_back(row.entity);
    }
    if (!entities.empty() && entities.front().empty()) {
        take(stores, database.query(sql::AllStores{
                         .after = asked.after, .words = pattern, .most = asked.most}));
        return stores;
    }
    for (const std::string& entity : entities) {
        take(stores,
             database.query(sql::StoresOfEntity{
                 .entity = entity, .after = asked.after, .words = pattern, .most = asked.most}));
    }
    return stores;
}

} // namespace

std::vector<StoreLine> storesOfUser(Reader& database, UserId user, const StoresAsked& asked)
{
    std::vector<StoreLine> lines;
    for (const auto& [code, store] : read(database, user, asked)) {
        if (std::ssize(lines) < asked.most) {
            lines.push_back({.code = code, .name = store.name});
        }
    }
    return lines;
}

std::optional<std::string> firstStore(Reader& database, UserId user)
{
    const NamedStores stores = read(database, user, {.most = 2});
    for (const auto& [code, store] : stores) {
        if (!store.isSample) {
            return code;
        }
    }
    return stores.empty() ? std::nullopt : std::optional(stores.begin()->first);
}

} // namespace giftbox::access
