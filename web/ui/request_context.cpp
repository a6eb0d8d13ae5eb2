#include "web/ui/request_context.h"

#include "access/stores_of_user.h"
#include "web/http/cookies.h"
#include "web/ui/assets.h"
#include "web/ui/menu.h"

#include <algorithm>
#include <charconv>

namespace giftbox::web {

using access::Action;
using foundation::Personal;

namespace {

constexpr int kNoticeSeconds = 60;

/// The other stores that every page leads to; a page of its own has all.
constexpr std::int64_t kStoresInHead = 5;

std::string noticeCookie(const Request& request) { return cookieName(request, "notice"); }

/// Between the sentence of a notice and the address of what undoes the change.
constexpr char kBeforeUndo = '\n';

/// A cookie may come from elsewhere, so that it leads only to pages of the open store.
void addNotice(View& view, const RequestContext& context, const std::string& said)
{
    const std::size_t end = said.find(kBeforeUndo);
    const std::string undo = end == std::string::npos ? "" : said.substr(end + 1);
    const bool isOfStore = !context.store.empty() && undo.starts_with(context.address());
    view.text("notice", said.substr(0, end))
        .flag("has_notice", true)
        .text("undo", isOfStore ? undo : "")
        .flag("has_undo", isOfStore);
}

/// One more than are shown, beside the open one; none on a page that says that the time is up.
std::vector<access::StoreLine> storesInHead(const RequestContext& context)
{
    try {
        return access::storesOfUser(context.database, context.session->user,
                                    {.most = kStoresInHead + 2});
    } catch (const foundation::TimeIsUp&) {
        return {};
    }
}

View storesOf(const RequestContext& context)
{
    const std::vector<access::StoreLine> found = storesInHead(context);
    std::vector<View> stores;
    for (const access::StoreLine& store : found) {
        if (store.code != context.store && std::ssize(stores) < kStoresInHead) {
            View one;
            one.text("address", context.place("/s/" + encodePercent(store.code)))
                .text("code", store.code);
            stores.push_back(std::move(one));
        }
    }
    View view;
    view.list("other_stores", std::move(stores)).flag("more_stores", found.size() > 1);
    return view;
}

/// ISO 8601 when this machine does not know the store's locale or zone, so that its pages work and one can set
/// another.
StoreFormat formatOf(const access::StoreRole& role, const std::string& machineZone)
{
    const foundation::Currency currency = foundation::currencyOf(role.currency);
    const StoreClock clock{role.timeZones, machineZone};
    try {
        return {currency, role.locale, clock};
    } catch (const foundation::Refusal&) {
        return {currency, "", clock};
    }
}

} // namespace

void RequestContext::open(std::string code)
{
    store = std::move(code);
    if (!session) {
        return;
    }
    const auto role = std::ranges::find(session->roles, store, &access::StoreRole::code);
    if (role != session->roles.end()) {
        format = formatOf(*role, now.machineZone);
    }
}

operations::Caller RequestContext::caller() const
{
    operations::Caller caller{.store = store, .login = session->login, .roles = {}};
    for (const access::StoreRole& role : session->roles) {
        if (role.code == store) {
            caller.roles.push_back(role.role);
        }
    }
    return caller;
}

bool RequestContext::isSample() const
{
    const auto role = std::ranges::find(session->roles, store, &access::StoreRole::code);
    return role != session->roles.end() && role->isSample;
}

bool RequestContext::may(Action action) const
{
    return session && !store.empty() && access::may(*session, store, action);
}

foundation::PeopleSeen RequestContext::seen() const
{
    return session ? access::recipientsSeenBy(*session, store) : foundation::PeopleSeen::Nothing;
}

std::string RequestContext::recipientShown(const std::string& name, const std::string& code) const
{
    return isSeen(Personal::Name, seen())   ? name
           : isSeen(Personal::Code, seen()) ? code
                                            : foundation::kNotShown;
}

std::string RequestContext::wordsShown(const std::string& words) const
{
    return words.empty() || isSeen(Personal::Words, seen()) ? words : foundation::kNotShown;
}

std::string RequestContext::whenEmpty(std::string said, Action action, std::string_view next) const
{
    return may(action) ? std::move(said) + " " + std::string(next) : said;
}

std::string RequestContext::address(std::string_view rest) const
{
    return place("/s/" + encodePercent(store) + (rest.empty() ? "" : "/" + std::string(rest)));
}

std::string RequestContext::itemAddress(std::string_view sku) const
{
    return address("item?sku=") + encodePercent(sku);
}

std::string RequestContext::recipientAddress(std::string_view code) const
{
    return address("recipients/show?code=") + encodePercent(code);
}

namespace {

/// The page of what an event is about: `boxes/12` for `box 12`, and the right that it needs.
struct SubjectPage {
    std::string_view subject;
    std::string_view page;
    Action action = Action::ViewStock;
};

constexpr SubjectPage kSubjectPages[] = {{"box ", "boxes/"},
                                         {"journal ", "journal/", Action::ViewJournal},
                                         {"count ", "counts/"},
                                         {"order PO-", "orders/"},
                                         {"delivery ", "deliveries/"}};

} // namespace

std::string RequestContext::subjectAddress(std::string_view subject) const
{
    for (const SubjectPage& one : kSubjectPages) {
        if (subject.starts_with(one.subject)) {
            return may(one.action)
                       ? address(std::string(one.page).append(subject.substr(one.subject.size())))
                       : "";
        }
    }
    return subject.starts_with("item ") && may(Action::ViewStock) ? itemAddress(subject.substr(5))
                                                                  : "";
}

books::Actor RequestContext::actor() const
{
    return {.name = session ? session->login : "setup",
            .now = now.instant,
            .machineZone = now.machineZone,
            .requestKey = form.text("request_key"),
            .isConfirmed = form.text(kConfirmField) == kTicked};
}

std::int64_t RequestContext::number() const
{
    std::int64_t value = 0;
    const auto end = part.data() + part.size();
    const auto read = std::from_chars(part.data(), end, value);
    if (part.empty() || read.ec != std::errc{} || read.ptr != end || value < 1) {
        throw foundation::Refusal("page.unknown");
    }
    return value;
}

MenuAsked RequestContext::menu() const
{
    return {.path = request.path,
            .roles = caller().roles,
            .may = [this](Action action) { return may(action); },
            .address = [this](std::string_view rest) { return address(rest); }};
}

Response RequestContext::page(std::string_view name, std::string_view title, View view) const
{
    view.text("title", std::string(title))
        .text("style", place(assetPath("style.css")))
        .text("script", place(assetPath("page.js")))
        .text("icon", place(assetPath("icon.svg")))
        .text("icons", place(assetPath("icons.svg")))
        .text("site", request.base)
        .text("form_token", access::formToken(sessionToken))
        .flag("logged_in", session.has_value())
        .flag("in_store", session.has_value() && !store.empty());
    if (session) {
        view.text("who", session->displayName).with(storesOf(*this));
        if (!store.empty()) {
            view.text("store", store)
                .text("home", address())
                .flag("sample", isSample())
                .flag("may_remove_sample", isSample() && may(Action::EditSettings))
                .with(menuOf(menu()));
        }
    }
    Response response;
    if (isShownAgain) {
        view.text("notice", "You were logged out, so this form was not sent. Review it and send it "
                            "again.")
            .flag("has_notice", true);
    } else if (const auto notice = cookieOf(request, noticeCookie(request))) {
        addNotice(view, *this, decodePercent(*notice, Plus::IsItself).value_or(""));
        response.add(
            "Set-Cookie",
            cookieText({.name = noticeCookie(request), .value = "", .seconds = 0}, request));
    }
    response.add("Content-Type", "text/html; charset=utf-8");
    response.body = renderPage(name, view);
    return response;
}

Response redirectWithNotice(const RequestContext& context, const std::string& address,
                            const Notice& notice)
{
    Response response = redirectTo(address);
    const std::string undo = notice.undo.empty() ? "" : kBeforeUndo + notice.undo;
    response.add("Set-Cookie", cookieText({.name = noticeCookie(context.request),
                                           .value = encodePercent(notice.sentence + undo),
                                           .seconds = kNoticeSeconds},
                                          context.request));
    return response;
}

std::string sessionCookie(const Request& request) { return cookieName(request, ""); }

std::string knownCookie(const Request& request) { return cookieName(request, "known"); }

} // namespace giftbox::web
