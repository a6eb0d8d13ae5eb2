#include "access/add_user.h"
#include "access/disable_user.h"
#include "access/grant_role.h"
#include "access/list_users.h"
#include "access/set_password.h"
#include "web/pages/pages.h"
#include "web/ui/run_form.h"
#include "web/ui/table.h"

namespace giftbox::web {

namespace {

std::vector<Link> linksOf(const RequestContext& context, const access::UserLine& user)
{
    const std::string login = "?login=" + encodePercent(user.login);
    std::vector<Link> links = {{context.address("users/grant") + login, "Give a role"}};
    if (!user.roles.empty()) {
        links.push_back({context.address("users/revoke") + login, "Take a role"});
    }
    links.push_back({context.address("users/password") + login, "New password"});
    links.push_back({context.address("users/disable") + login, "Disable"});
    return links;
}

/// That the login has to wait, or had to, for somebody's wrong passwords.
std::string lockOutText(const RequestContext& context,
                        const std::optional<access::LockOut>& lockOut)
{
    if (!lockOut) {
        return "";
    }
    const bool isNow = access::isLockedOut(*lockOut, context.now.instant);
    return context.format.shown(lockOut->beganAt) + (isNow ? ", until " : ", ended ") +
           context.format.shown(lockOut->untilAt) + ": " + context.format.shown(lockOut->failures) +
           " wrong passwords, the last from " + lockOut->address;
}

Field loginField(const RequestContext& context)
{
    return {.name = "login",
            .label = "Login",
            .value = context.query.text("login"),
            .autocomplete = "username"};
}

Field roleField(std::span<const access::Role> roles)
{
    Field field{.name = "role", .label = "Role", .type = "select"};
    for (const access::Role one : roles) {
        field.options.push_back({std::string(toText(one)), std::string(toText(one))});
    }
    return field;
}

/// The roles of whoever is asked for, in this store; all where nobody is.
std::vector<access::Role> rolesToTake(RequestContext& context)
{
    return context.read([&](const books::ReadTransaction& tx) {
        const auto user = access::findUser(tx.database(), context.query.text("login"));
        return user ? access::rolesIn(tx, user->id)
                    : std::vector<access::Role>(access::kRoles.begin(), access::kRoles.end());
    });
}

/// Hashed before the transaction, since it is slow.
Field passwordField(const std::string& label)
{
    return {.name = "password",
            .label = label,
            .type = "password",
            .hint = "At least 12 characters; they can change it",
            .autocomplete = "new-password"};
}

} // namespace

Response usersPage(RequestContext& context)
{
    return context.read([&](const books::ReadTransaction& tx) {
        Table table({{"Login"}, {"Name"}, {"Roles"}, {"State"}, {"Locked out"}, {""}},
                    context.format);
        for (const access::UserLine& user : access::listUsers(tx)) {
            std::string roles;
            for (const access::Role role : user.roles) {
                roles += (roles.empty() ? "" : ", ") + std::string(toText(role));
            }
            std::vector<Link> links;
            if (!user.isDisabled) {
                links = linksOf(context, user);
            }
            table.text(user.login)
                .text(user.displayName)
                .text(roles)
                .badge(user.isDisabled ? "disabled" : "active")
                .text(lockOutText(context, user.lockOut))
                .links(links)
                .endRow();
        }
        View view;
        view.list("table", table.views("Nobody has a role in this store."))
            .text("base", context.address());
        return context.page("users", "Users", view);
    });
}

Response addUserPage(RequestContext& context)
{
    Field role = roleField(access::kRoles);
    role.value = "adviser";
    const FormPage page{.title = "Add a user",
                        .submit = "Add",
                        .back = context.address("users"),
                        .fields = {{.name = "login", .label = "Login", .autocomplete = "off"},
                                   {.name = "name", .label = "Name"},
                                   role,
                                   passwordField("First password")}};
    std::optional<access::PasswordHash> password;
    if (context.isForm()) {
        try {
            password =
                access::hashPassword(context.form.text("password")); // slow: not in the transaction
        } catch (const foundation::Refusal& refusal) {
            return showForm(context, page, &refusal);
        }
    }
    return runForm(context, page, "web user add", [&](books::WriteTransaction& tx) {
        access::addUser(tx, {.login = context.form.text("login"),
                             .displayName = context.form.text("name"),
                             .password = *password,
                             .role = access::parseRole(context.form.text("role"))});
        return Done{context.address("users"), "Added."};
    });
}

Response disableUserPage(RequestContext& context)
{
    const FormPage page{.title = "Disable a user",
                        .submit = "Disable for good",
                        .back = context.address("users"),
                        .fields = {loginField(context)},
                        .intro = "They are logged out everywhere and cannot log in again."};
    return runForm(context, page, "web user disable", [&](books::WriteTransaction& tx) {
        access::disableUser(tx, context.form.text("login"), access::Reach::OneStore);
        return Done{context.address("users"), "Disabled."};
    });
}

Response grantRolePage(RequestContext& context)
{
    Field login = loginField(context);
    const FormPage page{.title = "Give a role",
                        .submit = "Give",
                        .back = context.address("users"),
                        .fields = {login, roleField(access::kRoles)},
                        .intro = "In this store only."};
    return runForm(context, page, "web user grant", [&](books::WriteTransaction& tx) {
        access::grantRole(tx, context.form.text("login"),
                          access::parseRole(context.form.text("role")), access::Reach::OneStore);
        return Done{context.address("users"), "They have the role."};
    });
}

Response revokeRolePage(RequestContext& context)
{
    Field login = loginField(context);
    const FormPage page{.title = "Take a role",
                        .submit = "Take",
                        .back = context.address("users"),
                        .fields = {login, roleField(rolesToTake(context))},
                        .intro = "In this store only. What they have open ends with their next "
                                 "click, and so do the tokens made with it."};
    return runForm(context, page, "web user revoke", [&](books::WriteTransaction& tx) {
        access::revokeRole(tx, context.form.text("login"),
                           access::parseRole(context.form.text("role")), access::Reach::OneStore);
        return Done{context.address("users"), "They do not have the role any more."};
    });
}

Response resetPasswordPage(RequestContext& context)
{
    const FormPage page{.title = "New password",
                        .submit = "Set",
                        .back = context.address("users"),
                        .fields = {loginField(context), passwordField("New password")},
                        .intro =
                            "They are logged out everywhere. Tell them the password yourself."};
    std::optional<access::PasswordHash> password;
    if (context.isForm()) {
        try {
            password = access::hashPassword(context.form.text("password"));
        } catch (const foundation::Refusal& refusal) {
            return showForm(context, page, &refusal);
        }
    }
    return runForm(context, page, "web user passwd", [&](books::WriteTransaction& tx) {
        access::setPassword(tx, context.form.text("login"), *password, access::Reach::OneStore);
        return Done{context.address("users"), "They have a new password."};
    });
}

} // namespace giftbox::web
