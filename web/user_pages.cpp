#include "access/add_user.h"
#include "access/disable_user.h"
#include "access/list_users.h"
#include "web/form_page.h"
#include "web/pages.h"
#include "web/table.h"

namespace giftbox::web {

Response usersPage(Visit& visit)
{
    return visit.read([&](const books::ReadTransaction& tx) {
        Table table({{"Login"}, {"Name"}, {"Roles"}, {"State"}, {""}}, tx.store().currency);
        for (const access::UserLine& user : access::listUsers(tx)) {
            std::string roles;
            for (const access::Role role : user.roles) {
                roles += (roles.empty() ? "" : ", ") + std::string(toText(role));
            }
            std::vector<Link> links;
            if (!user.isDisabled) {
                links.push_back(
                    {visit.address("users/disable?login=") + encodePercent(user.login), "Disable"});
            }
            table.text(user.login)
                .text(user.displayName)
                .text(roles)
                .badge(user.isDisabled ? "disabled" : "active")
                .links(links)
                .endRow();
        }
        View view;
        view.list("table", table.views("Nobody has a role in this store."))
            .text("base", visit.address());
        return visit.page("users", "Users", view);
    });
}

Response addUserPage(Visit& visit)
{
    Field role{.name = "role",
               .label = "Role",
               .type = "select",
               .value = "adviser",
               .answersTo = {"user.role"}};
    for (const access::Role one : access::kRoles) {
        role.options.push_back({std::string(toText(one)), std::string(toText(one))});
    }
    const FormPage page{
        .title = "Add a user",
        .submit = "Add",
        .back = visit.address("users"),
        .fields = {{.name = "login", .label = "Login", .answersTo = {"user.exists", "user.login"}},
                   {.name = "name", .label = "Name", .answersTo = {"text."}},
                   role,
                   {.name = "password",
                    .label = "First password",
                    .type = "password",
                    .hint = "At least 12 characters; they can change it",
                    .answersTo = {"password."}}}};
    std::optional<access::PasswordHash> password;
    if (visit.isForm()) {
        try {
            password =
                access::hashPassword(visit.form.text("password")); // slow: not in the transaction
        } catch (const foundation::Refusal& refusal) {
            return showForm(visit, page, &refusal);
        }
    }
    return runForm(visit, page, "web user add", [&](books::WriteTransaction& tx) {
        access::addUser(tx, {.login = visit.form.text("login"),
                             .displayName = visit.form.text("name"),
                             .password = *password,
                             .role = access::parseRole(visit.form.text("role"))});
        return Done{visit.address("users"), "Added."};
    });
}

Response disableUserPage(Visit& visit)
{
    const FormPage page{.title = "Disable a user",
                        .submit = "Disable for good",
                        .back = visit.address("users"),
                        .fields = {{.name = "login",
                                    .label = "Login",
                                    .value = visit.query.text("login"),
                                    .answersTo = {"user."}}},
                        .intro = "They are logged out everywhere and cannot log in again."};
    return runForm(visit, page, "web user disable", [&](books::WriteTransaction& tx) {
        access::disableUser(tx, visit.form.text("login"), access::Reach::OneStore);
        return Done{visit.address("users"), "Disabled."};
    });
}

} // namespace giftbox::web
