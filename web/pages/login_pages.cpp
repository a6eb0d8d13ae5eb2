#include "access/log_in.h"
#include "access/set_password.h"
#include "access/setup_link.h"
#include "books/create_store.h"
#include "web/http/client_address.h"
#include "web/http/cookies.h"
#include "web/pages/pages.h"
#include "web/ui/form_page.h"

namespace giftbox::web {

using foundation::Refusal;

namespace {

/// Only a page of ours, so that nobody is led elsewhere by a link to the login.
std::string nextOf(const Visit& visit)
{
    const std::string& next = visit.isForm() ? visit.form.text("next") : visit.query.text("next");
    return next.starts_with("/s/") ? next : "/";
}

Response withSession(const Visit& visit, const access::LoggedIn& done, const std::string& address)
{
    constexpr int kKept = access::kPlacesLastMs / 1000;
    Response response = redirectTo(address);
    for (const Cookie& cookie :
         {Cookie{.name = sessionCookie(visit.request), .value = done.token, .seconds = {}},
          Cookie{.name = knownCookie(visit.request), .value = done.browser, .seconds = kKept}}) {
        response.add("Set-Cookie", cookieText(cookie, visit.request.isSecure));
    }
    return response;
}

FormPage loginForm(const Visit& visit)
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
                   {.name = "next", .label = "", .type = "hidden", .value = nextOf(visit)}}};
    const std::string& kept = visit.isForm() ? visit.form.text("kept") : visit.kept;
    if (!kept.empty()) {
        page.action = "/login";
        page.fields.push_back({.name = "kept", .label = "", .type = "hidden", .value = kept});
        page.intro = "You have been logged out, and your form was not sent. Log in, and it is "
                     "shown again as you typed it.";
    }
    return page;
}

access::LoginAttempt attemptOf(const Visit& visit)
{
    return {.login = visit.form.text("login"),
            .password = visit.form.text("password"),
            .address = shareOf(visit.request.peer),
            .browser = cookieOf(visit.request, knownCookie(visit.request)).value_or("")};
}

access::LoggedIn logIn(const Visit& visit, const access::LoginAttempt& attempt)
{
    return visit.logins->write(visit.database, [&](foundation::Database& database) {
        return access::logIn(database, attempt, visit.now.instant);
    });
}

void addStoreFields(const Visit& visit, FormPage& page, const std::vector<std::string>& stores)
{
    if (stores.empty()) {
        page.intro = "There is no store yet: this makes the first one, and you its administrator.";
        page.fields.push_back({.name = "store",
                               .label = "Store code",
                               .hint = "Short, for addresses: NORTH",
                               .answersTo = {"code"}});
        page.fields.push_back({.name = "store_name", .label = "Store name"});
        page.fields.push_back({.name = "currency",
                               .label = "Currency",
                               .value = "USD",
                               .hint = "ISO 4217; it stays"});
        page.fields.push_back({.name = "labor_rate",
                               .label = "Cost of an hour of labor",
                               .type = "amount",
                               .hint = "In this currency; it stays. Nothing when left out, and "
                                       "then labor costs nothing in any box",
                               .isNeeded = false});
        page.fields.push_back({.name = "labor_minutes",
                               .label = "Minutes of labor of a box",
                               .type = "units",
                               .hint = "Where nobody says otherwise; it stays",
                               .isNeeded = false,
                               .answersTo = {"minutes"}});
        page.fields.push_back({.name = "new_time_zone",
                               .label = "Time zone",
                               .value = visit.now.machineZone,
                               .hint = "Its clocks say what day it is in the store: "
                                       "America/New_York, Europe/Berlin and so on",
                               .answersTo = {"time_zone"}});
        return;
    }
    Field field{.name = "store", .label = "Store", .type = "select", .value = stores.front()};
    for (const std::string& code : stores) {
        field.options.push_back({code, code});
    }
    page.fields.push_back(std::move(field));
}

FormPage setupForm(const Visit& visit, const std::vector<std::string>& stores)
{
    const std::string& token =
        visit.isForm() ? visit.form.text("token") : visit.query.text("token");
    FormPage page{.title = "Set up",
                  .submit = "Make the first user",
                  .back = {},
                  .fields = {{.name = "token", .label = "", .type = "hidden", .value = token}},
                  .intro = "You become the store's administrator; other users can be added then."};
    addStoreFields(visit, page, stores);
    page.fields.push_back({.name = "login", .label = "Login", .autocomplete = "username"});
    page.fields.push_back({.name = "name", .label = "Your name", .autocomplete = "name"});
    page.fields.push_back({.name = "password",
                           .label = "Password",
                           .type = "password",
                           .hint = "At least 12 characters; a sentence is good",
                           .autocomplete = "new-password"});
    return page;
}

books::NewStore newStoreIn(const Visit& visit)
{
    const Form& form = visit.form;
    const foundation::Currency currency = foundation::currencyOf(form.text("currency"));
    return {.code = form.text("store"),
            .name = form.text("store_name"),
            .legalEntity = {},
            .currency = currency,
            .laborRate = maybeAmountIn(form, "labor_rate", StoreFormat(currency, ""))
                             .value_or(foundation::Money{}),
            .laborMinutes = maybeIntegerIn(form, "labor_minutes").value_or(0),
            .timeZone = maybeTextIn(form, "new_time_zone").value_or(visit.now.machineZone)};
}

/// The link is used up, and the store, its administrator and their session are made: all of it, or nothing.
access::LoggedIn setUp(const Visit& visit, const std::vector<std::string>& stores)
{
    const Form& form = visit.form;
    const access::NewUser user{.login = form.text("login"),
                               .displayName = form.text("name"),
                               .password = access::hashPassword(form.text("password")),
                               .role = access::Role::Administrator};
    books::Asker asker = visit.asker();
    asker.requestKey.clear();
    access::LoggedIn done;
    const auto addUser = [&](books::WriteTransaction& tx) {
        access::addFirstUser(tx, form.text("token"), user);
        done =
            access::beginKnownSession(tx.database(), access::requireUser(tx.database(), user.login),
                                      attemptOf(visit), visit.now.instant);
    };
    if (stores.empty()) {
        books::createStore(visit.database, newStoreIn(visit), asker, addUser);
    } else {
        books::write(visit.database, form.text("store"), asker, [&](books::WriteTransaction& tx) {
            addUser(tx);
            return true;
        });
    }
    return done;
}

} // namespace

Response firstPage(Visit& visit)
{
    if (visit.session->roles.empty()) {
        throw Refusal("access.no_role");
    }
    return redirectTo("/s/" + encodePercent(visit.session->roles.front().code));
}

Response loginPage(Visit& visit)
{
    const FormPage page = loginForm(visit);
    if (!visit.isForm()) {
        return showForm(visit, page);
    }
    try {
        const access::LoggedIn done = logIn(visit, attemptOf(visit));
        visit.sessionToken = done.token;
        visit.kept = visit.form.text("kept");
        return withSession(visit, done, nextOf(visit));
    } catch (const Refusal& refusal) {
        return showForm(visit, page, &refusal);
    }
}

Response logout(Visit& visit)
{
    visit.logins->endSession(visit.database, visit.sessionToken, visit.now.instant);
    Response response = redirectTo("/login");
    response.add("Set-Cookie",
                 cookieText({.name = sessionCookie(visit.request), .value = "", .seconds = 0},
                            visit.request.isSecure));
    return response;
}

Response setupPage(Visit& visit)
{
    const std::vector<std::string> stores = books::listStores(visit.database);
    const FormPage page = setupForm(visit, stores);
    if (!access::isSetupLink(visit.database, page.fields.front().value, visit.now.instant)) {
        throw Refusal("setup.ended/page");
    }
    if (!visit.isForm()) {
        return showForm(visit, page);
    }
    try {
        return withSession(visit, setUp(visit, stores), "/");
    } catch (const Refusal& refusal) {
        return showForm(visit, page, &refusal);
    }
}

Response passwordPage(Visit& visit)
{
    const FormPage page{
        .title = "Change your password",
        .submit = "Change",
        .back = "/",
        .fields = {{.name = "login", // for the browser's list of passwords; nobody reads it
                    .label = "",
                    .type = "hidden",
                    .value = visit.session->login,
                    .autocomplete = "username"},
                   {.name = "current",
                    .label = "Password now",
                    .type = "password",
                    .autocomplete = "current-password"},
                   {.name = "password",
                    .label = "New password",
                    .type = "password",
                    .hint = "At least 12 characters. You are logged out everywhere.",
                    .autocomplete = "new-password"}}};
    if (!visit.isForm()) {
        return showForm(visit, page);
    }
    try {
        if (visit.session->roles.empty()) {
            return firstPage(visit);
        }
        access::LoginAttempt attempt = attemptOf(visit);
        attempt.login = visit.session->login;
        attempt.password = visit.form.text("current");
        const auto password = access::hashPassword(visit.form.text("password"));
        access::provePassword(visit.database, attempt, visit.now.instant);
        books::Asker asker = visit.asker();
        asker.requestKey.clear();
        books::write(visit.database, visit.session->roles.front().code, asker,
                     [&](books::WriteTransaction& tx) {
                         access::setPassword(tx, visit.session->login, password,
                                             access::Reach::EveryStore);
                         return true;
                     });
        return redirectWithNotice(visit, "/login", "Your password is changed. Log in with it.");
    } catch (const Refusal& refusal) {
        return showForm(visit, page, &refusal);
    }
}

} // namespace giftbox::web
