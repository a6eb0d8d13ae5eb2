#include "access/role.h"

#include "foundation/refusal.h"
#include "foundation/text.h"

#include <algorithm>
#include <array>
#include <string>

namespace giftbox::access {

namespace {

struct Rights {
    Action action;
    std::string_view name;
    unsigned roles; ///< one bit per role
};

using enum Role;

constexpr unsigned bitOf(Role role) { return 1U << static_cast<unsigned>(role); }

template <class... Roles>
constexpr unsigned of(Roles... roles)
{
    return (bitOf(roles) | ...);
}

constexpr unsigned kShop = of(PartsDirector, Manager);
constexpr unsigned kReaders = of(GroupManager, GroupAdministrator);

/// In the order of the actions.
constexpr std::array<Rights, kActions> kRights = {{
    {Action::Find, "find",
     of(PartsDirector, Manager, Accounting, Adviser, Administrator) | kReaders},
    {Action::ViewStock, "view stock",
     of(PartsDirector, Manager, Accounting, Administrator) | kReaders},
    {Action::EditCatalog, "edit catalog", of(PartsDirector)},
    {Action::ReceiveStock, "receive stock", of(PartsDirector)},
    {Action::CorrectStock, "correct stock", of(PartsDirector)},
    {Action::Order, "order", kShop},
    {Action::ApproveOrder, "approve order", of(Manager)},
    {Action::PostCount, "post count", kShop},
    {Action::WriteOff, "write off", kShop},
    {Action::EditRecipients, "edit recipients", kShop},
    {Action::Nominate, "nominate", of(PartsDirector, Manager, Adviser)},
    {Action::Select, "select", of(Manager)},
    {Action::ApproveSelection, "approve selection", of(Manager)},
    {Action::EditRecipes, "edit recipes", kShop},
    {Action::Plan, "plan", kShop},
    {Action::Pack, "pack", kShop},
    {Action::Give, "give", kShop},
    {Action::Cancel, "cancel", kShop},
    {Action::Override, "override", of(Manager)},
    {Action::EditNote, "edit note", kShop},
    {Action::ApproveNote, "approve note", of(Manager)},
    {Action::SetCaps, "set caps", of(Manager)},
    {Action::ViewReport, "view report",
     of(PartsDirector, Manager, Accounting, Administrator) | kReaders},
    {Action::Export, "export", of(PartsDirector, Manager, Accounting, GroupManager)},
    {Action::CloseMonth, "close month", of(Accounting)},
    {Action::ReopenMonth, "reopen month", of(Administrator)},
    {Action::ViewJournal, "view journal", of(Manager, Accounting, GroupManager)},
    {Action::KeepJournal, "keep journal", of(Accounting)},
    {Action::Import, "import", of(PartsDirector, Administrator)},
    {Action::Audit, "audit", of(Manager, Accounting, Administrator) | kReaders},
    {Action::EditSettings, "edit settings", of(Administrator, GroupAdministrator)},
    {Action::EditUsers, "edit users", of(Administrator, GroupAdministrator)},
}};

const Rights& rightsOf(Action action) { return kRights.at(static_cast<std::size_t>(action)); }

constexpr std::array<std::string_view, kAllRoles.size()> kNames = {
    "parts-director", "manager",       "accounting",         "adviser",
    "administrator",  "group-manager", "group-administrator"};

/// In the order of the roles. Those who give boxes see names, accounting and group managers see codes, and
/// administrators see neither.
constexpr std::array<foundation::PeopleSeen, kAllRoles.size()> kSeen = {
    foundation::PeopleSeen::Name,   foundation::PeopleSeen::Name,    foundation::PeopleSeen::Code,
    foundation::PeopleSeen::Name,   foundation::PeopleSeen::Nothing, foundation::PeopleSeen::Code,
    foundation::PeopleSeen::Nothing};

} // namespace

std::string_view toText(Role role) { return kNames.at(static_cast<std::size_t>(role)); }

std::string toText(std::span<const Role> roles)
{
    std::string text;
    for (const Role role : roles) {
        text += (text.empty() ? "" : " ") + std::string(toText(role));
    }
    return text;
}

Role parseRole(std::string_view text)
{
    for (const Role role : kAllRoles) {
        if (toText(role) == text) {
            return role;
        }
    }
    throw foundation::Refusal("user.role_unknown", {{"text", text}});
}

std::string_view toText(Action action) { return rightsOf(action).name; }

foundation::PeopleSeen recipientsSeenBy(std::span<const Role> roles)
{
    using foundation::PeopleSeen;
    auto seen = PeopleSeen::Nothing;
    for (const Role role : roles) {
        seen = std::max(seen, kSeen.at(static_cast<std::size_t>(role)));
    }
    return seen;
}

bool may(Role role, Action action) { return (rightsOf(action).roles & bitOf(role)) != 0; }

} // namespace giftbox::access
