#include "operations/sample.h"

#include "access/grant_role.h"
#include "access/list_users.h"
#include "exchange/sample/sample_store.h"

#include <algorithm>

namespace giftbox::operations {

std::string addSample(foundation::Database& database, std::string_view beside,
                      const books::Actor& actor, std::string_view login)
{
    const std::string sample = exchange::addSampleStore(database, beside, actor);
    books::Actor granting = actor;
    granting.requestKey.clear();
    const std::vector<access::UserLine> users = books::read(
        database, beside, [](const books::ReadTransaction& tx) { return access::listUsers(tx); });
    for (const access::UserLine& user : users) {
        for (const access::Role role : access::kRoles) {
            const bool isGiven = user.login == login || std::ranges::count(user.roles, role) > 0;
            if (isGiven && !user.isDisabled) {
                books::write(database, sample, granting, [&](books::WriteTransaction& tx) {
                    access::grantRole(tx, user.login, role, access::Reach::EveryStore);
                    return true;
                });
            }
        }
    }
    return sample;
}

} // namespace giftbox::operations
