#pragma once

#include "web/ui/visit.h"

namespace giftbox::web {

inline constexpr std::string_view kApi = "/api/";

/// Answers what is asked of a path below kApi: finds the token, asks whether it may, and answers in JSON, refusals too. Cookies are not
/// looked at.
Response answerApi(const Request& request, foundation::Database& database, Now now);

/// Whether the body that is sent there may be a file.
bool apiTakesFile(std::string_view path);

/// `{"code":…,"sentence":…}`, and `bad_rows` where a file has them.
Response apiError(int status, const foundation::Refusal& refusal);

/// What a refusal by the rules is in HTTP: 403 `access.…`, 404 what there is not, 409 where something else is so already, 400 a body that cannot be
/// read, else 422. Pure.
int apiStatus(const foundation::Refusal& refusal);

} // namespace giftbox::web
