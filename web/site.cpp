#include "web/site.h"

#include "access/forget_ended.h"
#include "books/books.h"
#include "foundation/database/backup_list.h"
#include "foundation/database/schema.h"
#include "foundation/text.h"
#include "web/api/api.h"
#include "web/http/cookies.h"
#include "web/http/http_text.h"
#include "web/pages/pages.h"
#include "web/router.h"
#include "web/ui/assets.h"
#include "web/ui/form_page.h"
#include "web/ui/kept_form.h"

#include <algorithm>
#include <cstdlib>

namespace giftbox::web {

using foundation::DatabaseError;
using foundation::Refusal;

namespace {

constexpr std::string_view kAssets = "/assets/";
constexpr std::string_view kReplaced = "database.replaced";
constexpr std::int64_t kTidyMs = 60LL * 60 * 1000;

Response sentencePage(const RequestContext& context, int status, std::string_view title,
                      const std::string& sentence, const std::string& code = {})
{
    View view;
    view.text("sentence", sentence).text("code", code).flag("has_code", !code.empty());
    Response response = context.page("sentence", title, view);
    response.status = status;
    return response;
}

/// Accepts forms from this site only, by the origin that the browser sends.
bool comesFromHere(const Request& request)
{
    const std::string host(request.header("Host"));
    return !host.empty() &&
           request.header("Origin") == (request.isSecure ? "https://" : "http://") + host;
}

void findWhoAsks(RequestContext& context, std::string_view store = {})
{
    if (const auto token = cookieOf(context.request, sessionCookie(context.request))) {
        context.session =
            context.logins->findSession(context.database, *token, context.now.instant, store);
        if (context.session) {
            context.sessionToken = *token;
        }
    }
}

bool hasRoleIn(const RequestContext& context)
{
    return std::ranges::any_of(context.session->roles, [&](const access::StoreRole& role) {
        return role.code == context.store;
    });
}

/// Redirects to the login, which leads back to the page and carries a typed form along.
Response toLogin(const RequestContext& context)
{
    const std::string next = context.request.path == "/" ? "" : targetOf(context.request);
    const std::string query = next.empty() ? "" : "next=" + encodePercent(next);
    const std::string kept = keptText(context.form);
    if (kept.empty()) {
        return redirectTo(context.place("/login" + (query.empty() ? "" : "?" + query)));
    }
    Request request = context.request;
    request.method = "GET";
    request.path = "/login";
    request.query = query;
    RequestContext login(request, context.database, context.now);
    login.logins = context.logins;
    login.query = parseUrlEncoded(query);
    login.kept = kept;
    return loginPage(login);
}

std::optional<Response> shownAgain(const RequestContext& context, const std::string& target,
                                   const std::string& kept);

/// The only place that checks access; none when it is allowed. An announced form has no token yet.
std::optional<Response> turnedAway(const RequestContext& context, const Route& route)
{
    if (context.isForm() && !comesFromHere(context.request)) {
        return sentencePage(
            context, 403, "Form not accepted",
            "This form did not come from this site. Open the page again and send the "
            "form from there.");
    }
    if (route.who == Who::Anybody) {
        return std::nullopt;
    }
    if (!context.session) {
        return toLogin(context);
    }
    if (context.isForm() && !context.request.isAnnounced &&
        !access::isFormToken(context.sessionToken, context.form.text("form_token"))) {
        if (auto page = shownAgain(context, targetOf(context.request), keptText(context.form))) {
            page->status = 403;
            return page;
        }
        return sentencePage(
            context, 403, "Form out of date",
            "You opened this form before your current login. Open the page again and "
            "send the form from there.");
    }
    if (route.who == Who::LoggedIn) {
        return std::nullopt;
    }
    if (!hasRoleIn(context) || (route.action && !context.may(*route.action))) {
        const std::string right =
            route.action ? " It requires the right \"" + std::string(toText(*route.action)) + "\"."
                         : "";
        return sentencePage(context, 403, "No access",
                            "You do not have access to this page." + right +
                                " Ask your store's administrator for access.");
    }
    return std::nullopt;
}

/// Whether a file may be sent: 100, or the refusal.
Response admission(const RequestContext& context, const Route& route)
{
    if (auto away = turnedAway(context, route)) {
        return std::move(*away);
    }
    Response goOn;
    goOn.status = 100;
    return goOn;
}

/// The page of a form typed before the session ended; none when the current user may not open it.
std::optional<Response> shownAgain(const RequestContext& context, const std::string& target,
                                   const std::string& kept)
{
    Request request = context.request;
    request.method = "GET";
    request.body.clear();
    request.file = nullptr;
    setTarget(request, target);
    const auto found = findRoute(request.path);
    auto typed = keptForm(kept);
    if (kept.empty() || !typed || !found || found->route->methods != Methods::GetAndPost) {
        return std::nullopt;
    }
    RequestContext again(request, context.database, context.now);
    again.imports = context.imports;
    again.logins = context.logins;
    again.query = parseUrlEncoded(request.query);
    again.form = std::move(*typed);
    again.isShownAgain = true;
    again.sessionToken = context.sessionToken;
    again.session = context.logins->findSession(context.database, context.sessionToken,
                                                context.now.instant, found->store);
    again.open(found->store);
    again.part = found->part;
    if (turnedAway(again, *found->route)) {
        return std::nullopt;
    }
    return found->route->answerTo(again);
}

/// After a login, shows the form it carried instead of the next page.
Response withKeptForm(const RequestContext& context, Response loggedIn)
{
    if (context.kept.empty() || loggedIn.status != 303) {
        return loggedIn;
    }
    const auto location = std::ranges::find(loggedIn.headers, "Location", &Header::name);
    auto page =
        shownAgain(context, location->value.substr(context.request.base.size()), context.kept);
    if (!page) {
        return loggedIn;
    }
    for (const Header& one : loggedIn.headers) {
        if (one.name == "Set-Cookie") {
            page->add(one.name, one.value);
        }
    }
    return std::move(*page);
}

Response answerRoute(RequestContext& context, const Found& found)
{
    try {
        context.query = asEntered(parseUrlEncoded(context.request.query));
        context.form = context.isForm() ? asEntered(formOf(context.request)) : Form();
        findWhoAsks(context, found.store);
        context.open(found.store);
        context.part = found.part;
        if (context.request.isAnnounced) {
            return admission(context, *found.route);
        }
        auto away = turnedAway(context, *found.route);
        if (away && context.session && !hasRoleIn(context)) {
            context.store.clear(); // no menu for that store
            away = turnedAway(context, *found.route);
        }
        Response response = away ? std::move(*away) : found.route->answerTo(context);
        if (found.route->answer == loginPage) {
            response = withKeptForm(context, std::move(response));
        }
        response.actor = context.session ? context.session->login : "";
        return response;
    } catch (const Refusal& refusal) {
        if (refusal.code() == kReplaced) {
            throw; // not a mistake of the user
        }
        const bool isUnknown = refusal.kind() == foundation::RefusalKind::Unknown;
        return sentencePage(context, isUnknown ? 404 : 422, isUnknown ? "Not found" : "Refused",
                            refusal.sentence(context.format), refusal.code());
    } catch (const foundation::TimeIsUp&) {
        const Refusal refusal = tookTooLong();
        return sentencePage(context, 503, "Request took too long", refusal.sentence(),
                            refusal.code());
    }
}

constexpr int kUnavailable = 503;

Response failed(const Request& request, int status, const Refusal& refusal)
{
    Response response = request.path.starts_with(kApi)
                            ? apiError(status, refusal)
                            : textResponse(status, refusal.said().withoutAdvice());
    if (status == kUnavailable) {
        response.add("Retry-After", "30"); // a server that starts anew is back by then
    }
    return response;
}

/// For monitors: healthy while the database keeps what it acknowledges and has this program's schema. With
/// `?details`, also the time of the newest good backup.
Response healthOf(const Request& request, foundation::Database& database)
{
    database.requireSameFile();
    const int schema = foundation::databaseSchemaVersion(database).value_or(0);
    if (schema != foundation::programSchemaVersion()) {
        return textResponse(503, "the database has schema " + std::to_string(schema) +
                                     ", this program needs " +
                                     std::to_string(foundation::programSchemaVersion()));
    }
    if (request.query != "details") {
        return textResponse(200, "ok");
    }
    const auto backup = foundation::lastGoodBackup(database);
    return textResponse(200, "ok\nlast good backup: " +
                                 (backup ? toText(backup->madeAt) : std::string("none")));
}

} // namespace

Site::Site(SiteOptions options) : options_(std::move(options))
{
    try {
        database();
    } catch (const DatabaseError& error) {
        options_.log("database.failed: " + foundation::printable(error.what()));
    } catch (const Refusal& refusal) {
        options_.log(refusal.code() + ": " + foundation::printable(refusal.sentence()));
    }
}

foundation::Database& Site::database()
{
    if (!database_) {
        database_.emplace(foundation::Database::open(options_.databaseUrl));
    }
    return *database_;
}

void Site::tidy(foundation::Instant now)
{
    if (tidiedAt_.unixMs == 0) {
        tidiedAt_ = now; // main() did this at the start
    }
    // Also when the clock was set back.
    if (std::abs(now.unixMs - tidiedAt_.unixMs) <= kTidyMs) {
        return;
    }
    try {
        const foundation::Impatience none(database(), std::chrono::milliseconds(0));
        access::forgetEnded(database(), now);
        tidiedAt_ = now;
    } catch (const DatabaseError& error) {
        if (!error.isUnwritable()) {
            throw;
        } // the next request retries
    }
}

Response Site::answerPage(const Request& request)
{
    if (request.path.starts_with(kAssets)) {
        auto asset = answerAsset(request, std::string_view(request.path).substr(kAssets.size()));
        return asset ? std::move(*asset) : textResponse(404, "File not found.");
    }
    database().limitTime(options_.longestRequest);
    if (request.path == "/healthz") {
        return healthOf(request, database());
    }
    RequestContext context(request, database(), options_.now());
    context.imports = options_.imports;
    context.logins = options_.logins;
    context.undoAddress = undoAddress;
    tidy(context.now.instant);
    if (request.path.starts_with(kApi)) {
        return answerApi(request, database(), context.now);
    }
#ifdef GIFTBOX_STYLE_PAGE
    if (request.path == "/style") {
        return stylePage(context);
    }
#endif
    const auto found = findRoute(request.path);
    if (!found) {
        findWhoAsks(context);
        return sentencePage(context, 404, "Not found", "This page does not exist.");
    }
    if (!accepts(*found->route, request)) {
        Response response =
            textResponse(405, "This address does not accept " + request.method + ".");
        return std::move(response.add("Allow", found->route->methods == Methods::Post ? "POST"
                                               : found->route->methods == Methods::Get
                                                   ? "GET, HEAD"
                                                   : "GET, HEAD, POST"));
    }
    return answerRoute(context, *found);
}

Response Site::answer(const Request& request)
{
    try {
        return answerPage(request);
    } catch (const foundation::TimeIsUp&) {
        return failed(request, 503, tookTooLong());
    } catch (const DatabaseError& error) {
        database_.reset(); // reconnects to a lost server
        options_.log("database.failed: " + error.sqlFile() + ": " +
                     foundation::printable(error.what()) + " " + error.nativeCode());
        return error.isOutOfReach() ? failed(request, 503, Refusal("database.out_of_reach"))
                                    : failed(request, 500, Refusal("database.failed"));
    } catch (const Refusal& refusal) {
        options_.log(refusal.code() + ": " + foundation::printable(refusal.sentence()));
        return failed(request, 503, refusal);
    } catch (const std::exception& error) {
        options_.log("program.failed: " + foundation::printable(error.what()));
        return failed(request, 500, Refusal("program.failed"));
    }
}

} // namespace giftbox::web
