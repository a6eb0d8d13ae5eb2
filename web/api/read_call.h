#pragma once

#include "access/api_token.h"
#include "operations/call.h"
#include "web/api/api_table.h"
#include "web/http/http.h"

namespace giftbox::web {

/// What a program says: by the address (`part`), the query, and the body.
struct ReadCall {
    operations::Call call;
    bool isConfirmed = false; ///< as of books::Actor
};
/// Throws Refusal `field.unknown`, `field.missing`, `field.type`, `field.limit`, `number.malformed`,
/// `form.malformed`, `body.malformed`; `page.unknown` for
/// a number in the address that is none.
ReadCall readCall(const ApiRoute& route, const Request& request, const std::string& part,
                  const access::ApiAccess& token);

} // namespace giftbox::web
