#include "access/api_token.h"
#include "access/list_users.h"
#include "web/pages/pages.h"
#include "web/ui/run_form.h"
#include "web/ui/table.h"

namespace giftbox::web {

namespace {

std::string listOf(const std::vector<access::Role>& roles)
{
    std::string text;
    for (const access::Role role : roles) {
        text += (text.empty() ? "" : ", ") + std::string(toText(role));
    }
    return text;
}

/// When it ended, or will.
std::string endOf(const RequestContext& context, const access::ApiTokenLine& line)
{
    return line.endedAt   ? context.format.shown(*line.endedAt)
           : line.lastDay ? "after " + context.format.shown(*line.lastDay)
                          : "";
}

/// Every user who may log in, with their roles in the store.
std::vector<Option> holders(RequestContext& context)
{
    return context.read([&](const books::ReadTransaction& tx) {
        std::vector<Option> options;
        for (const access::UserLine& user : access::listUsers(tx)) {
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
    for (const access::Role role : access::kRoles) {
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
    FormPage page{.title = "Make a token",
                  .submit = "Make",
                  .back = context.address("tokens"),
                  .fields = {{.name = "label",
                              .label = "What it is for",
                              .hint = "Such as: till at the counter"},
                             {.name = "user",
                              .label = "Acts for",
                              .type = "select",
                              .hint = "Best a user of its own, with the roles it needs",
                              .answersTo = {"login", "roles"},
                              .options = holders(context)}},
                  .intro = "The program may do in this store what the roles ticked may, which the "
                           "user has. The token is shown once."};
    for (const access::Role role : access::kRoles) {
        const std::string word(toText(role));
        page.fields.push_back(
            {.name = word, .label = "As " + word, .type = "tick", .isNeeded = false});
    }
    page.fields.push_back({.name = "read_only",
                           .label = "It may only read",
                           .type = "tick",
                           .hint = "Right for a workbook, or for whatever only shows something",
                           .isNeeded = false});
    page.fields.push_back(
        {.name = "last_day",
         .label = "Last day",
         .type = "date",
         .hint = "After it the token has ended. Until it is revoked when left out",
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
                     {"Right"},
                     {"Made"},
                     {"Last used"},
                     {"State"},
                     {"Ends or ended"},
                     {""}},
                    context.format);
        for (const access::ApiTokenLine& line : access::listApiTokens(tx)) {
            std::vector<Link> links;
            if (line.endReason.empty()) {
                links.push_back(
                    {context.address("tokens/revoke?label=") + encodePercent(line.label),
                     "Revoke"});
            }
            table.text(line.label)
                .text(line.login)
                .text(listOf(line.roles))
                .text(std::string(toText(line.right)))
                .moment(line.createdAt)
                .text(line.lastUsedAt ? context.format.shown(*line.lastUsedAt) : "never")
                .badge(access::stateOf(line, context.today()))
                .text(endOf(context, line))
                .links(links)
                .endRow();
        }
        View view;
        view.list("table", table.views("No program has a token yet. Make one for each program, so "
                                       "that each can be revoked alone."))
            .text("base", context.address());
        return context.page("tokens", "Tokens of programs", view);
    });
}

Response createTokenPage(RequestContext& context)
{
    const FormPage page = tokenForm(context);
    std::string token;
    Response response =
        runForm(context, page, "web token create", [&](books::WriteTransaction& tx) {
            token = access::createApiToken(tx, tokenIn(context.form));
            return Done{context.address("tokens"),
                        "The token was made, and shown then. If nobody has it, revoke it and make "
                        "another."}; // to be kept, so without the token
        });
    constexpr int kDone = 303;
    if (token.empty() || response.status != kDone) {
        return response;
    }
    View view;
    view.text("token", token)
        .text("label", context.form.text("label"))
        .text("back", context.address("tokens"));
    return context.page("token", "A new token", view);
}

Response revokeTokenPage(RequestContext& context)
{
    const FormPage page{.title = "Revoke a token",
                        .submit = "Revoke for good",
                        .back = context.address("tokens"),
                        .fields = {{.name = "label",
                                    .label = "What it was for",
                                    .value = context.query.text("label")}},
                        .intro = "The program that has it can do nothing any more, at once."};
    return runForm(context, page, "web token revoke", [&](books::WriteTransaction& tx) {
        access::revokeApiToken(tx, context.form.text("label"));
        return Done{context.address("tokens"), "Revoked."};
    });
}

} // namespace giftbox::web
