#include "access/api_token.h"
#include "access/list_users.h"
#include "web/pages/operation_forms.h"
#include "web/pages/pages.h"
#include "web/ui/list.h"
#include "web/ui/run_form.h"
#include "web/ui/shown_detail.h"
#include "web/ui/table.h"

namespace giftbox::web {

namespace {

std::string listOf(const std::vector<access::Role>& roles)
{
    std::string text;
    for (const access::Role role : roles) {
        text += (text.empty() ? "" : ", ") + shownCode(toText(role));
    }
    return text;
}

/// When the token ended or ends.
std::string endOf(const RequestContext& context, const access::ApiTokenLine& line)
{
    return line.endedAt   ? context.format.shown(*line.endedAt)
           : line.lastDay ? "after " + context.format.shown(*line.lastDay)
                          : "";
}

/// Every active user, with their roles in the store.
std::vector<Option> holders(RequestContext& context)
{
    return context.read([&](const books::ReadTransaction& tx) {
        std::vector<Option> options;
        for (const access::UserLine& user : access::listUsers(tx, {.most = kRowsOfList})) {
            if (!user.isDisabled) {
                options.push_back({user.login, user.login + ": " + listOf(user.roles)});
            }
        }
        return options;
    });
}

access::NewApiToken tokenIn(const Form& form)
{
    access::NewApiToken token{.login = form.text("user"),
                              .roles = {},
                              .label = form.text("label"),
                              .right = form.text("read_only") == kTicked
                                           ? access::TokenRight::Read
                                           : access::TokenRight::Change,
                              .lastDay = {}};
    for (const access::Role role : access::kAllRoles) {
        if (form.text(std::string(toText(role))) == kTicked) {
            token.roles.push_back(role);
        }
    }
    if (form.has("last_day")) {
        token.lastDay = dateIn(form, "last_day");
    }
    return token;
}

FormPage tokenForm(RequestContext& context)
{
    FormPage page{.title = "Create a token",
                  .submit = "Create the token",
                  .back = context.address("tokens"),
                  .fields = {{.name = "label",
                              .label = "Label",
                              .hint = "The purpose, such as point of sale"},
                             {.name = "user",
                              .label = "User",
                              .type = "select",
                              .hint = "Use a separate user with only the roles the program needs",
                              .answersTo = {"login", "roles"},
                              .options = holders(context)}},
                  .intro =
                      "The program gets the selected roles in this store. The user must have them. "
                      "The token is shown only once."};
    for (const access::Role role : access::kAllRoles) {
        const std::string word(toText(role));
        page.fields.push_back(
            {.name = word, .label = "Role: " + shownCode(word), .type = "tick", .isNeeded = false});
    }
    page.fields.push_back({.name = "read_only",
                           .label = "Read only",
                           .type = "tick",
                           .hint = "For spreadsheets and other programs that only show data",
                           .isNeeded = false});
    page.fields.push_back(
        {.name = "last_day",
         .label = "Last day",
         .type = "date",
         .hint = "The token stops working after this day. Default: works until revoked",
         .isNeeded = false});
    return page;
}

} // namespace

Response tokensPage(RequestContext& context)
{
    return context.read([&](const books::ReadTransaction& tx) {
        Table table({{"Label"},
                     {"User"},
                     {"Roles"},
                     {"Access"},
                     {"Created"},
                     {"Last used"},
                     {"State"},
                     {"Ends"},
                     {""}},
                    context.format);
        for (const access::ApiTokenLine& line : access::listApiTokens(tx)) {
            table.text(line.label)
                .text(line.login)
                .text(listOf(line.roles))
                .text(std::string(toText(line.right)))
                .moment(line.createdAt)
                .text(line.lastUsedAt ? context.format.shown(*line.lastUsedAt) : "never")
                .badge(access::stateOf(line, context.today()))
                .text(endOf(context, line))
                .links(actionsOn(context, "token", line.label,
                                 line.endReason.empty() ? "active" : "ended"))
                .endRow();
        }
        View view;
        view.list("table", table.views("No API tokens yet. Create one for each program, so that "
                                       "you can revoke each separately."))
            .text("base", context.address());
        return context.page("tokens", "API tokens", view);
    });
}

Response createTokenPage(RequestContext& context)
{
    const FormPage page = tokenForm(context);
    std::string token;
    Response response =
        runForm(context, page, "web token create", [&](books::WriteTransaction& tx) {
            token = access::createApiToken(tx, tokenIn(context.form));
            return Done{
                context.address("tokens"),
                "The token was created and shown once. If you did not save it, revoke it and "
                "create another."}; // the kept result must not have the token
        });
    constexpr int kDone = 303;
    if (token.empty() || response.status != kDone) {
        return response;
    }
    View view;
    view.text("token", token)
        .text("label", context.form.text("label"))
        .text("back", context.address("tokens"));
    return context.page("token", "New token", view);
}

} // namespace giftbox::web
