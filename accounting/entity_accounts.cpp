#include "accounting/entity_accounts.h"

#include "accounting/statements.h"
#include "books/code.h"
#include "foundation/json.h"

#include <algorithm>

namespace giftbox::accounting {

std::vector<EntityAccount> listEntityAccounts(const books::ReadTransaction& tx,
                                              std::string_view entity)
{
    const std::string code = books::requireEntity(tx.database(), entity).code;
    std::vector<EntityAccount> accounts;
    for (const auto& row : tx.database().query(sql::EntityAccounts{.entity = code})) {
        accounts.push_back({.role = parseJournalRole(row.role),
                            .mapped = {.account = std::string(row.account),
                                       .from = row.fromMonth,
                                       .department = std::string(row.department),
                                       .isOfEntity = true}});
    }
    return accounts;
}

EntityAccount setEntityAccount(books::WriteTransaction& tx, std::string_view entity,
                               const EntityAccount& account)
{
    const std::string code = books::requireEntity(tx.database(), entity).code;
    const JournalRole role = account.role;
    const auto& mapped = account.mapped;
    books::requireText(mapped.account, "the account", "account");
    if (!mapped.department.empty()) {
        books::requireText(mapped.department, "the department", "department");
    }
    requireDepartment(role, mapped.department);
    const auto all = listEntityAccounts(tx, code);
    if (std::ranges::any_of(all, [&](const EntityAccount& one) {
            return one.role == role && one.mapped.from == mapped.from &&
                   one.mapped.department == mapped.department &&
                   one.mapped.account == mapped.account;
        })) {
        return account;
    }
    tx.askAbout(mapped.from);
    tx.database().execute(sql::SetEntityAccount{.entity = code,
                                                .role = toText(role),
                                                .department = mapped.department,
                                                .fromMonth = mapped.from,
                                                .account = mapped.account});
    foundation::JsonObject detail;
    detail.add("role", toText(role)).add("account", mapped.account);
    detail.add("from", toText(mapped.from));
    if (!mapped.department.empty()) {
        detail.add("department", mapped.department);
    }
    tx.record("entity.account", "entity " + code, detail.text());
    return account;
}

} // namespace giftbox::accounting
