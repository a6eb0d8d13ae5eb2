#include "access/add_user.h"
#include "access/secret.h"
#include "access/set_password.h"
#include "access/user_rows.h"
#include "cli/commands.h"
#include "cli/context.h"
#include "cli/password_input.h"

namespace giftbox::cli {

using foundation::RowWriter;

namespace {

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
        access::writeUserNow(tx, login, out);
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
        access::setPassword(tx, login, password, access::Reach::EveryStore);
    });
}

} // namespace giftbox::cli
