#include "access/add_user.h"
#include "access/disable_user.h"
#include "access/grant_role.h"
#include "access/list_users.h"
#include "access/set_password.h"
#include "web/pages/pages.h"
#include "web/ui/run_form.h"
#include "web/ui/shown_detail.h"
#include "web/ui/table.h"

namespace giftbox::web {

namespace {

std::vector<Link> linksOf(const RequestContext& context, const access::UserLine& user)
{
    const std::string login = "?login=" + encodePercent(user.login);
    std::vector<Link> links = {{context.address("users/grant") + login, "Add a role"}};
    if (!user.roles.empty()) {
        links.push_back({context.address("users/revoke") + login, "Remove a role"});
    }
    links.push_back({context.address("users/password") + login, "Set a password"});
    links.push_back({context.address("users/disable") + login, "Disable"});
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

Field roleField(std::span<const access::Role> roles)
{
    Field field{.name = "role", .label = "Role", .type = "select"};
    for (const access::Role one : roles) {
        field.options.push_back({std::string(toText(one)), shownCode(toText(one))});
    }
    return field;
}

/// The user's roles in this store; all roles without a user.
std::vector<access::Role> rolesToTake(RequestContext& context)
{
    return context.read([&](const books::ReadTransaction& tx) {
        const auto user = access::findUser(tx.database(), context.query.text("login"));
        return user ? access::rolesIn(tx, user->id)
                    : std::vector<access::Role>(access::kRoles.begin(), access::kRoles.end());
    });
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

Response usersPage(RequestContext& context)
{
    return context.read([&](const books::ReadTransaction& tx) {
        Table table({{"Name"}, {"Roles"}, {"State"}, {"Locked out"}, {""}}, context.format);
        for (const access::UserLine& user : access::listUsers(tx)) {
            std::string roles;
            for (const access::Role role : user.roles) {
                roles += (roles.empty() ? "" : ", ") + shownCode(toText(role));
            }
            std::vector<Link> links;
            if (!user.isDisabled) {
                links = linksOf(context, user);
            }
            table.named(user.displayName, user.login)
                .text(roles)
                .badge(user.isDisabled ? "disabled" : "active")
                .text(lockOutText(context, user.lockOut))
                .links(links)
                .endRow();
        }
        View view;
        view.list("table", table.views("No users have a role in this store."))
            .text("base", context.address());
        return context.page("users", "Users", view);
    });
}

Response addUserPage(RequestContext& context)
{
    Field role = roleField(access::kRoles);
    role.value = "adviser";
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

Response disableUserPage(RequestContext& context)
{
    const FormPage page{
        .title = "Disable a user",
        .submit = "Disable",
        .back = context.address("users"),
        .fields = {loginField(context)},
        .intro =
            "The user is logged out everywhere and can never log in again. You cannot undo this."};
    return runForm(context, page, "web user disable", [&](books::WriteTransaction& tx) {
        access::disableUser(tx, context.form.text("login"), access::Reach::OneStore);
        return Done{context.address("users"), context.form.text("login") + " disabled."};
    });
}

Response grantRolePage(RequestContext& context)
{
    Field login = loginField(context);
    const FormPage page{.title = "Add a role",
                        .submit = "Add the role",
                        .back = context.address("users"),
                        .fields = {login, roleField(access::kRoles)},
                        .intro = "The role applies to this store only."};
    return runForm(context, page, "web user grant", [&](books::WriteTransaction& tx) {
        access::grantRole(tx, context.form.text("login"),
                          access::parseRole(context.form.text("role")), access::Reach::OneStore);
        return Done{context.address("users"), context.form.text("login") + " has the role now."};
    });
}

Response revokeRolePage(RequestContext& context)
{
    Field login = loginField(context);
    const FormPage page{
        .title = "Remove a role",
        .submit = "Remove the role",
        .back = context.address("users"),
        .fields = {login, roleField(rolesToTake(context))},
        .intro = "Applies to this store only. The user's open pages lose the role with the next "
                 "click, and tokens with this role end."};
    return runForm(context, page, "web user revoke", [&](books::WriteTransaction& tx) {
        access::revokeRole(tx, context.form.text("login"),
                           access::parseRole(context.form.text("role")), access::Reach::OneStore);
        return Done{context.address("users"),
                    context.form.text("login") + " no longer has the role."};
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
        access::setPassword(tx, context.form.text("login"), *password, access::Reach::OneStore);
        return Done{context.address("users"),
                    "Password set for " + context.form.text("login") + "."};
    });
}

} // namespace giftbox::web
