#include "access/log_in.h"
#include "access/set_password.h"
#include "access/setup_link.h"
#include "access/stores_of_user.h"
#include "web/http/cookies.h"
#include "web/pages/new_session.h"
#include "web/pages/pages.h"
#include "web/ui/form_page.h"

namespace giftbox::web {

using foundation::Refusal;

namespace {

/// Only a page of this site, so that a login link cannot lead elsewhere.
std::string nextOf(const RequestContext& context)
{
    const std::string& next =
        context.isForm() ? context.form.text("next") : context.query.text("next");
    return next.starts_with("/s/") ? next : "/";
}

FormPage loginForm(const RequestContext& context)
{
    FormPage page{
        .title = "Log in",
        .submit = "Log in",
        .back = {},
        .fields = {{.name = "login", .label = "Login", .autocomplete = "username"},
                   {.name = "password",
                    .label = "Password",
                    .type = "password",
                    .answersTo = {"current"},
                    .autocomplete = "current-password"},
                   {.name = "next", .label = "", .type = "hidden", .value = nextOf(context)}}};
    const std::string& kept = context.isForm() ? context.form.text("kept") : context.kept;
    if (!kept.empty()) {
        page.action = context.place("/login");
        page.fields.push_back({.name = "kept", .label = "", .type = "hidden", .value = kept});
        page.intro = "You were logged out, and your form was not sent. Log in to see it again as "
                     "you typed it.";
    } else if (!access::hasUsers(context.database)) {
        page.intro = "Nobody can log in yet. When the server started, it wrote a link to set up "
                     "Giftbox: open that link. It works for an hour; restart the server to get "
                     "another one.";
    }
    return page;
}

/// Throws Refusal `access.no_role`.
std::string firstStoreOf(const RequestContext& context)
{
    const auto store = access::firstStore(context.database, context.session->user);
    if (!store) {
        throw Refusal("access.no_role");
    }
    return *store;
}

access::LoggedIn logIn(const RequestContext& context, const access::LoginAttempt& attempt)
{
    return context.logins->write(context.database, [&](foundation::Database& database) {
        return access::logIn(database, attempt, context.now.instant);
    });
}

} // namespace

Response firstPage(RequestContext& context)
{
    return redirectTo(context.place("/s/" + encodePercent(firstStoreOf(context))));
}

Response loginPage(RequestContext& context)
{
    const FormPage page = loginForm(context);
    if (!context.isForm()) {
        return showForm(context, page);
    }
    try {
        const access::LoggedIn done = logIn(context, attemptOf(context));
        context.sessionToken = done.token;
        context.kept = context.form.text("kept");
        return withSession(context, done, context.place(nextOf(context)));
    } catch (const Refusal& refusal) {
        return showForm(context, page, &refusal);
    }
}

Response logout(RequestContext& context)
{
    context.logins->endSession(context.database, context.sessionToken, context.now.instant);
    Response response = redirectTo(context.place("/login"));
    response.add("Set-Cookie",
                 cookieText({.name = sessionCookie(context.request), .value = "", .seconds = 0},
                            context.request));
    return response;
}

Response passwordPage(RequestContext& context)
{
    const FormPage page{
        .title = "Change your password",
        .submit = "Change password",
        .back = context.place("/"),
        .fields = {{.name = "login", // for the browser's password manager only
                    .label = "",
                    .type = "hidden",
                    .value = context.session->login,
                    .autocomplete = "username"},
                   {.name = "current",
                    .label = "Current password",
                    .type = "password",
                    .autocomplete = "current-password"},
                   {.name = "password",
                    .label = "New password",
                    .type = "password",
                    .hint = "At least 12 characters. You will be logged out everywhere",
                    .autocomplete = "new-password"}}};
    if (!context.isForm()) {
        return showForm(context, page);
    }
    try {
        const std::string store = firstStoreOf(context);
        access::LoginAttempt attempt = attemptOf(context);
        attempt.login = context.session->login;
        attempt.password = context.form.text("current");
        const auto password = access::hashPassword(context.form.text("password"));
        access::provePassword(context.database, attempt, context.now.instant);
        books::Actor actor = context.actor();
        actor.requestKey.clear();
        books::write(context.database, store, actor, [&](books::WriteTransaction& tx) {
            access::setPassword(tx, context.session->login, password, access::Reach::EveryStore);
            return true;
        });
        return redirectWithNotice(context, context.place("/login"),
                                  {"Password changed. Log in with the new password."});
    } catch (const Refusal& refusal) {
        return showForm(context, page, &refusal);
    }
}

} // namespace giftbox::web
