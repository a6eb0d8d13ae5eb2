#include "access/add_user.h"
#include "access/disable_user.h"
#include "access/grant_role.h"
#include "access/secret.h"
#include "access/set_password.h"
#include "access/user_rows.h"
#include "cli/commands.h"
#include "cli/context.h"
#include "cli/password_input.h"

#include <algorithm>

namespace giftbox::cli {

using foundation::RowWriter;

namespace {

// A caller with write access to the database is not limited to one store.
constexpr access::Reach kReach = access::Reach::EveryStore;

/// The hash, made before the change begins. A request key covers the password, however it was passed.
access::PasswordHash newPassword(Context& context)
{
    const std::string password =
        context.arguments().has("--password-stdin") ? readPassword() : askPassword();
    if (context.hasRequestKey()) {
        context.keyCovers("--password-stdin",
                          access::slowDigest(password, context.arguments().text("--request-key")));
    }
    return access::hashPassword(password);
}

/// Changes one user and prints the result.
int changeUser(Context& context, const std::function<void(books::WriteTransaction&)>& work)
{
    const std::string login = context.arguments().text("LOGIN");
    return context.change(Shape::Record, [&](books::WriteTransaction& tx, RowWriter& out) {
        work(tx);
        const access::User user = access::requireUser(tx.database(), login);
        const std::vector<access::UserLine> all = access::listUsers(tx);
        const auto line = std::ranges::find(all, user.login, &access::UserLine::login);
        out.begin(access::userColumns());
        access::writeUser(line != all.end()
                              ? *line
                              : access::UserLine{.login = user.login,
                                                 .displayName = user.displayName,
                                                 .roles = {}, // the last role was removed
                                                 .isDisabled = user.isDisabled,
                                                 .lockOut = {}},
                          out);
        out.end();
    });
}

} // namespace

int userAdd(Context& context)
{
    const Arguments& given = context.arguments();
    access::NewUser user{.login = given.text("LOGIN"),
                         .displayName = given.text("--name"),
                         .password = {},
                         .role = access::parseRole(given.text("--role"))};
    context.storeCode(); // checked before asking for a password
    user.password = newPassword(context);
    return changeUser(context, [&](books::WriteTransaction& tx) { access::addUser(tx, user); });
}

int userPasswd(Context& context)
{
    const std::string login = context.arguments().text("LOGIN");
    access::requireUser(context.database(), login);
    const access::PasswordHash password = newPassword(context);
    return changeUser(context, [&](books::WriteTransaction& tx) {
        access::setPassword(tx, login, password, kReach);
    });
}

int userDisable(Context& context)
{
    return changeUser(context, [&](books::WriteTransaction& tx) {
        access::disableUser(tx, context.arguments().text("LOGIN"), kReach);
    });
}

int userGrant(Context& context)
{
    const Arguments& given = context.arguments();
    return changeUser(context, [&](books::WriteTransaction& tx) {
        access::grantRole(tx, given.text("LOGIN"), access::parseRole(given.text("ROLE")), kReach);
    });
}

int userRevoke(Context& context)
{
    const Arguments& given = context.arguments();
    return changeUser(context, [&](books::WriteTransaction& tx) {
        access::revokeRole(tx, given.text("LOGIN"), access::parseRole(given.text("ROLE")), kReach);
    });
}

} // namespace giftbox::cli
