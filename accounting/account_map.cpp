#include "accounting/account_map.h"

#include "accounting/chart.h"
#include "accounting/statements.h"
#include "books/code.h"
#include "books/journal_facts.h"
#include "foundation/json.h"

#include <algorithm>

namespace giftbox::accounting {

namespace {

std::string shownRole(JournalRole role, const std::string& department)
{
    return std::string(toText(role)) + (department.empty() ? "" : " of " + department);
}

void insertAccount(books::WriteTransaction& tx, const AccountAsked& one, foundation::Month from,
                   const std::string& department)
{
    const sql::InsertJournalAccount row{.storeId = tx.storeId(),
                                        .role = toText(one.role),
                                        .fromMonth = from,
                                        .eventSeq = tx.event().value,
                                        .account = one.account,
                                        .department = department};
    tx.facts().add(books::facts::kJournalAccount, row.binds());
    tx.database().execute(row);
}

} // namespace

void requireDepartment(JournalRole role, const std::string& department)
{
    if (department.empty() || ruleOf(role).hasDepartment) {
        return;
    }
    std::string roles;
    for (const JournalRoleRule& rule : kJournalRoles) {
        if (rule.hasDepartment) {
            roles += (roles.empty() ? "" : ", ") + std::string(rule.text);
        }
    }
    throw foundation::Refusal("journal.no_department", {{"role", toText(role)}, {"roles", roles}});
}

AccountMap::AccountMap(const books::ReadTransaction& tx, foundation::Month month)
{
    const auto takeAll = [&](auto&& rows, bool isOfEntity) {
        for (const auto& row : rows) {
            if (row.fromMonth <= month) {
                take(row.role, {.account = std::string(row.account),
                                .from = row.fromMonth,
                                .department = std::string(row.department),
                                .isOfEntity = isOfEntity});
            }
        }
    };
    if (const std::string& entity = tx.store().entity; !entity.empty()) {
        takeAll(tx.database().query(sql::EntityAccounts{.entity = entity}), true);
    }
    takeAll(tx.database().query(sql::JournalAccounts{.storeId = tx.storeId()}), false);
}

void AccountMap::take(std::string_view role, MappedAccount mapped)
{
    auto& departments = accounts_[static_cast<std::size_t>(parseJournalRole(role))];
    const auto now = departments.find(mapped.department);
    if (now == departments.end() || now->second.isOfEntity != mapped.isOfEntity ||
        mapped.from >= now->second.from) {
        departments.insert_or_assign(mapped.department, mapped);
    }
}

std::optional<MappedAccount> AccountMap::of(JournalRole role, std::string_view department) const
{
    const Departments& departments = accounts_[static_cast<std::size_t>(role)];
    auto found = departments.find(department);
    if (found == departments.end() && !department.empty()) {
        found = departments.find(std::string_view());
    }
    return found == departments.end() ? std::nullopt : std::optional(found->second);
}

std::vector<MappedAccount> AccountMap::allOf(JournalRole role) const
{
    std::vector<MappedAccount> all;
    for (const auto& [department, mapped] : accounts_[static_cast<std::size_t>(role)]) {
        all.push_back(mapped);
    }
    return all;
}

LedgerEntry AccountMap::booked(const Entry& entry, std::int64_t number,
                               std::set<DepartmentRole>* missing) const
{
    LedgerEntry booked{.number = number, .head = entry.head, .lines = {}};
    for (const Posting& one : entry.lines) {
        const std::string department = ruleOf(one.role).hasDepartment ? entry.department : "";
        const auto mapped = of(one.role, department);
        if (!mapped && missing != nullptr) {
            missing->emplace(one.role, department);
        }
        booked.lines.push_back({.role = one.role,
                                .account = mapped ? mapped->account : "",
                                .amount = one.amount,
                                .department = department});
    }
    return booked;
}

void setAccounts(books::WriteTransaction& tx, std::vector<AccountAsked> accounts,
                 foundation::Month from, const std::string& department)
{
    if (!department.empty()) {
        books::requireText(department, "the department", "department");
    }
    std::vector<std::string> asked;
    for (const AccountAsked& one : accounts) {
        books::requireText(one.account, "the account", "account");
        requireDepartment(one.role, department);
        asked.push_back(one.account);
    }
    requireInChart(tx, asked);
    const AccountMap map(tx, from);
    std::erase_if(accounts, [&](const AccountAsked& one) {
        const auto now = map.of(one.role, department);
        return now && !now->isOfEntity && now->from == from && now->account == one.account &&
               foundation::sameFolded(now->department, department);
    });
    if (accounts.empty()) {
        return;
    }
    tx.askAbout(from);
    // In the order in which the facts are read back.
    std::ranges::sort(accounts, {}, [](const AccountAsked& one) { return toText(one.role); });
    foundation::JsonObject detail;
    detail.add("from", toText(from));
    if (!department.empty()) {
        detail.add("department", department);
    }
    for (const AccountAsked& one : accounts) {
        insertAccount(tx, one, from, department);
        detail.add(accounts.size() == 1 ? "account" : toText(one.role), one.account);
    }
    if (accounts.size() == 1) {
        tx.record("journal.account", "account of " + shownRole(accounts.front().role, department),
                  detail.text());
    } else {
        detail.add("roles", static_cast<std::int64_t>(accounts.size()));
        tx.record("journal.accounts", "accounts of the journal", detail.text());
    }
}

void setAccount(books::WriteTransaction& tx, JournalRole role, foundation::Month from,
                const std::string& account, const std::string& department)
{
    setAccounts(tx, {{role, account}}, from, department);
}

} // namespace giftbox::accounting
