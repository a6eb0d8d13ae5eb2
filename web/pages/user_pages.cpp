#include "access/add_user.h"
#include "access/list_users.h"
#include "access/set_password.h"
#include "web/pages/operation_forms.h"
#include "web/pages/pages.h"
#include "web/pages/role_options.h"
#include "web/ui/list.h"
#include "web/ui/run_form.h"
#include "web/ui/shown_detail.h"

namespace giftbox::web {

namespace {

std::vector<Link> linksOf(const RequestContext& context, const access::UserLine& user)
{
    const std::string_view state = user.isDisabled      ? "disabled"
                                   : user.roles.empty() ? "without_role"
                                                        : "active";
    std::vector<Link> links = actionsOn(context, "user", user.login, state);
    if (!user.isDisabled) {
        links.push_back({context.address("users/password?login=") + encodePercent(user.login),
                         "Set a password"});
    }
    return links;
}

/// The lockout of a login after wrong passwords.
std::string lockOutText(const RequestContext& context,
                        const std::optional<access::LockOut>& lockOut)
{
    if (!lockOut) {
        return "";
    }
    const bool isNow = access::isLockedOut(*lockOut, context.now.instant);
    return context.format.shown(lockOut->beganAt) + (isNow ? ", until " : ", ended ") +
           context.format.shown(lockOut->untilAt) + ": " + context.format.shown(lockOut->failures) +
           " wrong passwords, last from " + lockOut->address;
}

Field loginField(const RequestContext& context)
{
    return {.name = "login",
            .label = "Login",
            .value = context.query.text("login"),
            .autocomplete = "username"};
}

/// Hashed before the transaction, because hashing is slow.
Field passwordField(const std::string& label)
{
    return {.name = "password",
            .label = label,
            .type = "password",
            .hint = "At least 12 characters. The user can change it later",
            .autocomplete = "new-password"};
}

} // namespace

std::vector<Option> roleOptions(std::span<const access::Role> roles)
{
    std::vector<Option> options;
    for (const access::Role one : roles) {
        options.push_back({std::string(toText(one)), shownCode(toText(one))});
    }
    return options;
}

Response usersPage(RequestContext& context)
{
    return context.read([&](const books::ReadTransaction& tx) {
        Table table({{"Name"}, {"Roles"}, {"State"}, {"Locked out"}, {""}}, context.format);
        const std::string words = context.query.text("q");
        for (const access::UserLine& user :
             access::listUsers(tx, {.words = words, .most = kRowsOfList})) {
            std::string roles;
            for (const access::Role role : user.roles) {
                roles += (roles.empty() ? "" : ", ") + shownCode(toText(role));
            }
            table.named(user.displayName, user.login)
                .text(roles)
                .badge(user.isDisabled ? "disabled" : "active")
                .text(lockOutText(context, user.lockOut))
                .links(linksOf(context, user))
                .endRow();
        }
        View view;
        view.list("table", listOf(context, tx, std::move(table),
                                  {.place = "users",
                                   .one = "user",
                                   .many = "users",
                                   .empty = words.empty() ? "No users have a role in this store."
                                                          : "No user has these words."}))
            .text("q", words)
            .text("base", context.address());
        return context.page("users", "Users", view);
    });
}

Response addUserPage(RequestContext& context)
{
    const Field role{.name = "role",
                     .label = "Role",
                     .type = "select",
                     .value = "adviser",
                     .options = roleOptions(access::kRoles)};
    const FormPage page{.title = "Add a user",
                        .submit = "Add the user",
                        .back = context.address("users"),
                        .fields = {{.name = "login", .label = "Login", .autocomplete = "off"},
                                   {.name = "name", .label = "Name"},
                                   role,
                                   passwordField("First password")}};
    std::optional<access::PasswordHash> password;
    if (context.isForm()) {
        try {
            password = access::hashPassword(
                context.form.text("password")); // slow, so outside the transaction
        } catch (const foundation::Refusal& refusal) {
            return showForm(context, page, &refusal);
        }
    }
    return runForm(context, page, "web user add", [&](books::WriteTransaction& tx) {
        access::addUser(tx, {.login = context.form.text("login"),
                             .displayName = context.form.text("name"),
                             .password = *password,
                             .role = access::parseRole(context.form.text("role"))});
        return Done{context.address("users"), context.form.text("login") + " added."};
    });
}

Response resetPasswordPage(RequestContext& context)
{
    const FormPage page{
        .title = "Set a password",
        .submit = "Set the password",
        .back = context.address("users"),
        .fields = {loginField(context), passwordField("New password")},
        .intro = "The user is logged out everywhere. Tell them the new password yourself."};
    std::optional<access::PasswordHash> password;
    if (context.isForm()) {
        try {
            password = access::hashPassword(context.form.text("password"));
        } catch (const foundation::Refusal& refusal) {
            return showForm(context, page, &refusal);
        }
    }
    return runForm(context, page, "web user passwd", [&](books::WriteTransaction& tx) {
        access::setPassword(tx, context.form.text("login"), *password,
                            access::reachOf(tx, context.session->login, context.caller().roles));
        return Done{context.address("users"),
                    "Password set for " + context.form.text("login") + "."};
    });
}

} // namespace giftbox::web
