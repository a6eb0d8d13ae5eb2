#include "web/pages/new_session.h"

#include "web/http/client_address.h"
#include "web/http/cookies.h"

namespace giftbox::web {

access::LoginAttempt attemptOf(const RequestContext& context)
{
    return {.login = context.form.text("login"),
            .password = context.form.text("password"),
            .address = shareOf(context.request.peer),
            .browser = cookieOf(context.request, knownCookie(context.request)).value_or("")};
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

} // namespace giftbox::web
