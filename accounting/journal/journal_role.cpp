#include "accounting/journal/journal_role.h"

#include "foundation/refusal.h"

#include <algorithm>
#include <string>

namespace giftbox::accounting {

JournalRole parseJournalRole(std::string_view text)
{
    const auto* const found = std::ranges::find(kJournalRoles, text, &JournalRoleRule::text);
    if (found != kJournalRoles.end()) {
        return found->role;
    }
    std::string roles;
    for (const JournalRoleRule& rule : kJournalRoles) {
        roles += (roles.empty() ? "" : ", ") + std::string(rule.text);
    }
    throw foundation::Refusal("journal.role_unknown", {{"role", text}, {"roles", roles}});
}

} // namespace giftbox::accounting
