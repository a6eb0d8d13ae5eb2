#pragma once

#include "web/ui/request_context.h"

namespace giftbox::web {

inline constexpr std::string_view kApi = "/api/";

/// Answers what is asked of a path below kApi: finds the token, asks whether it may, and answers in JSON, refusals too. Cookies are not
/// looked at.
Response answerApi(const Request& request, foundation::Database& database, Now now);

/// Whether the body that is sent there may be a file.
bool apiTakesFile(std::string_view path);

/// `{"code":…,"sentence":…}`, and `bad_rows` where a file has them.
Response apiError(int status, const foundation::Refusal& refusal);

/// With the status of its kind.
Response apiError(const foundation::Refusal& refusal);

} // namespace giftbox::web
