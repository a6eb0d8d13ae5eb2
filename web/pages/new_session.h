#pragma once

#include "access/log_in.h"
#include "web/ui/request_context.h"

namespace giftbox::web {

/// The login that the form asks for, from the address and the browser of the request.
access::LoginAttempt attemptOf(const RequestContext& context);
/// Sends the browser to the address, with the cookies of the new session.
Response withSession(const RequestContext& context, const access::LoggedIn& done,
                     const std::string& address);

} // namespace giftbox::web
