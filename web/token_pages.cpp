#include "access/api_token.h"
#include "access/list_users.h"
#include "web/form_page.h"
#include "web/pages.h"
#include "web/table.h"

namespace giftbox::web {

namespace {

/// Every user who may log in, with each of their roles in the store.
std::vector<Option> holders(Visit& visit)
{
    return visit.read([&](const books::ReadTransaction& tx) {
        std::vector<Option> options;
        for (const access::UserLine& user : access::listUsers(tx)) {
            for (const access::Role role :
                 user.isDisabled ? std::vector<access::Role>() : user.roles) {
                const std::string word(toText(role));
                options.push_back({user.login + " " + word, user.login + " as " + word});
            }
        }
        return options;
    });
}

access::NewApiToken tokenIn(const Form& form)
{
    const std::string& holder = form.text("holder");
    const auto blank = std::min(holder.rfind(' '), holder.size());
    return {.login = holder.substr(0, blank),
            .role = access::parseRole(blank < holder.size() ? holder.substr(blank + 1) : ""),
            .label = form.text("label")};
}

} // namespace

Response tokensPage(Visit& visit)
{
    return visit.read([&](const books::ReadTransaction& tx) {
        Table table({{"Label"}, {"User"}, {"Role"}, {"Made"}, {"State"}, {""}}, visit.format);
        for (const access::ApiTokenLine& line : access::listApiTokens(tx)) {
            std::vector<Link> links;
            if (!line.revokedAt) {
                links.push_back(
                    {visit.address("tokens/revoke?label=") + encodePercent(line.label), "Revoke"});
            }
            table.text(line.label)
                .text(line.login)
                .text(std::string(toText(line.role)))
                .moment(line.createdAt)
                .badge(line.revokedAt ? "revoked" : "active")
                .links(links)
                .endRow();
        }
        View view;
        view.list("table", table.views("No program has a token yet. Make one for each program, so "
                                       "that each can be revoked alone."))
            .text("base", visit.address());
        return visit.page("tokens", "Tokens of programs", view);
    });
}

Response createTokenPage(Visit& visit)
{
    const FormPage page{.title = "Make a token",
                        .submit = "Make",
                        .back = visit.address("tokens"),
                        .fields = {{.name = "label",
                                    .label = "What it is for",
                                    .hint = "Such as: till at the counter",
                                    .answersTo = {"text.", "token.exists"}},
                                   {.name = "holder",
                                    .label = "Acts for",
                                    .type = "select",
                                    .hint = "Best a user of its own, with the one role it needs",
                                    .answersTo = {"user."},
                                    .options = holders(visit)}},
                        .intro = "The program may do in this store what the role may. The token is "
                                 "shown once."};
    std::string token;
    Response response = runForm(visit, page, "web token create", [&](books::WriteTransaction& tx) {
        token = access::createApiToken(tx, tokenIn(visit.form));
        return Done{visit.address("tokens"),
                    "The token was made, and shown then. If nobody has it, revoke it and make "
                    "another."}; // to be kept, so without the token
    });
    constexpr int kDone = 303;
    if (token.empty() || response.status != kDone) {
        return response;
    }
    View view;
    view.text("token", token)
        .text("label", visit.form.text("label"))
        .text("back", visit.address("tokens"));
    return visit.page("token", "A new token", view);
}

Response revokeTokenPage(Visit& visit)
{
    const FormPage page{.title = "Revoke a token",
                        .submit = "Revoke for good",
                        .back = visit.address("tokens"),
                        .fields = {{.name = "label",
                                    .label = "What it was for",
                                    .value = visit.query.text("label"),
                                    .answersTo = {"token.", "text."}}},
                        .intro = "The program that has it can do nothing any more, at once."};
    return runForm(visit, page, "web token revoke", [&](books::WriteTransaction& tx) {
        access::revokeApiToken(tx, visit.form.text("label"));
        return Done{visit.address("tokens"), "Revoked."};
    });
}

} // namespace giftbox::web
