#pragma once

#include "access/api_token.h"
#include "operations/call.h"
#include "web/api/api_table.h"
#include "web/http/http.h"

namespace giftbox::web {

/// Reads the request of a program: address (`part`), query, and body.
struct ReadCall {
    operations::Call call;
    bool isConfirmed = false; ///< see books::Actor
};
/// Throws Refusal `field.unknown`, `field.missing`, `field.type`, `field.limit`, `number.malformed`,
/// `form.malformed`, `body.malformed`; `page.unknown` for an address without a valid number.
ReadCall readCall(const ApiRoute& route, const Request& request, const std::string& part,
                  const access::ApiAccess& token);

} // namespace giftbox::web
