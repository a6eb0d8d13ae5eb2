#include "access/log_in.h"
#include "access/set_password.h"
#include "access/setup_link.h"
#include "books/create_store.h"
#include "web/http/client_address.h"
#include "web/http/cookies.h"
#include "web/pages/pages.h"
#include "web/ui/operation_form.h"

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

Response withSession(const RequestContext& context, const access::LoggedIn& done,
                     const std::string& address)
{
    constexpr int kKept = access::kPlacesLastMs / 1000;
    Response response = redirectTo(address);
    for (const Cookie& cookie :
         {Cookie{.name = sessionCookie(context.request), .value = done.token, .seconds = {}},
          Cookie{.name = knownCookie(context.request), .value = done.browser, .seconds = kKept}}) {
        response.add("Set-Cookie", cookieText(cookie, context.request));
    }
    return response;
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
    }
    return page;
}

access::LoginAttempt attemptOf(const RequestContext& context)
{
    return {.login = context.form.text("login"),
            .password = context.form.text("password"),
            .address = shareOf(context.request.peer),
            .browser = cookieOf(context.request, knownCookie(context.request)).value_or("")};
}

access::LoggedIn logIn(const RequestContext& context, const access::LoginAttempt& attempt)
{
    return context.logins->write(context.database, [&](foundation::Database& database) {
        return access::logIn(database, attempt, context.now.instant);
    });
}

/// A field of the store: the person has a name too, and the browser fills in the zone.
std::string formName(std::string_view field)
{
    return field == "name"        ? "store_name"
           : field == "time_zone" ? "new_time_zone"
                                  : std::string(field);
}

void addStoreFields(const RequestContext& context, FormPage& page,
                    const std::vector<std::string>& stores)
{
    if (stores.empty()) {
        page.intro = "Create the first store. You become its administrator.";
        const books::Store store{.currency = foundation::currencyOf("USD"),
                                 .timeZones =
                                     foundation::ZoneHistory::always(context.now.machineZone)};
        for (Field& field : fieldsOf(infosOf(books::storeFields(), foundation::Stage::New),
                                     books::storeFields(), store)) {
            field.name = formName(field.name);
            page.fields.push_back(std::move(field));
        }
        fieldNamed(page.fields, "store").label = "Store code";
        fieldNamed(page.fields, "store").answersTo = {"code"};
        fieldNamed(page.fields, "store_name").label = "Store name";
        fieldNamed(page.fields, "new_time_zone").answersTo = {"time_zone"};
        return;
    }
    Field field{.name = "store", .label = "Store", .type = "select", .value = stores.front()};
    for (const std::string& code : stores) {
        field.options.push_back({code, code});
    }
    page.fields.push_back(std::move(field));
}

FormPage setupForm(const RequestContext& context, const std::vector<std::string>& stores)
{
    const std::string& token =
        context.isForm() ? context.form.text("token") : context.query.text("token");
    FormPage page{.title = "Set up",
                  .submit = "Create the administrator",
                  .back = {},
                  .fields = {{.name = "token", .label = "", .type = "hidden", .value = token}},
                  .intro = "You become the store's administrator and can then add other users."};
    addStoreFields(context, page, stores);
    page.fields.push_back({.name = "login", .label = "Login", .autocomplete = "username"});
    page.fields.push_back({.name = "name", .label = "Your name", .autocomplete = "name"});
    page.fields.push_back({.name = "password",
                           .label = "Password",
                           .type = "password",
                           .hint = "At least 12 characters. A sentence works well",
                           .autocomplete = "new-password"});
    return page;
}

books::Store newStoreIn(const RequestContext& context)
{
    foundation::Said said = {{"time_zone", context.now.machineZone}};
    for (const auto& field : books::storeFields()) {
        if (const auto text = maybeTextIn(context.form, formName(field.info.name))) {
            said.insert_or_assign(std::string(field.info.name), *text);
        }
    }
    return changed(books::storeFields(), books::Store(), said, foundation::Stage::New);
}

/// Uses up the link and creates the store, its administrator, and their session: all or nothing.
access::LoggedIn setUp(const RequestContext& context, const std::vector<std::string>& stores)
{
    const Form& form = context.form;
    const access::NewUser user{.login = form.text("login"),
                               .displayName = form.text("name"),
                               .password = access::hashPassword(form.text("password")),
                               .role = access::Role::Administrator};
    books::Actor actor = context.actor();
    actor.requestKey.clear();
    access::LoggedIn done;
    const auto addUser = [&](books::WriteTransaction& tx) {
        access::addFirstUser(tx, form.text("token"), user);
        done =
            access::beginKnownSession(tx.database(), access::requireUser(tx.database(), user.login),
                                      attemptOf(context), context.now.instant);
    };
    if (stores.empty()) {
        books::createStore(context.database, newStoreIn(context), actor, addUser);
    } else {
        books::write(context.database, form.text("store"), actor, [&](books::WriteTransaction& tx) {
            addUser(tx);
            return true;
        });
    }
    return done;
}

} // namespace

Response firstPage(RequestContext& context)
{
    if (context.session->roles.empty()) {
        throw Refusal("access.no_role");
    }
    return redirectTo(context.place("/s/" + encodePercent(context.session->roles.front().code)));
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

Response setupPage(RequestContext& context)
{
    const std::vector<std::string> stores = books::listStores(context.database);
    const FormPage page = setupForm(context, stores);
    if (!access::isSetupLink(context.database, page.fields.front().value, context.now.instant)) {
        throw Refusal("setup.ended/page");
    }
    if (!context.isForm()) {
        return showForm(context, page);
    }
    try {
        return withSession(context, setUp(context, stores), context.place("/"));
    } catch (const Refusal& refusal) {
        return showForm(context, page, &refusal);
    }
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
        if (context.session->roles.empty()) {
            return firstPage(context);
        }
        access::LoginAttempt attempt = attemptOf(context);
        attempt.login = context.session->login;
        attempt.password = context.form.text("current");
        const auto password = access::hashPassword(context.form.text("password"));
        access::provePassword(context.database, attempt, context.now.instant);
        books::Actor actor = context.actor();
        actor.requestKey.clear();
        books::write(context.database, context.session->roles.front().code, actor,
                     [&](books::WriteTransaction& tx) {
                         access::setPassword(tx, context.session->login, password,
                                             access::Reach::EveryStore);
                         return true;
                     });
        return redirectWithNotice(context, context.place("/login"),
                                  "Password changed. Log in with the new password.");
    } catch (const Refusal& refusal) {
        return showForm(context, page, &refusal);
    }
}

} // namespace giftbox::web
