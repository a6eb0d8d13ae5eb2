#pragma once

#include "web/ui/request_context.h"

namespace giftbox::web {

inline constexpr std::string_view kApi = "/api/";

/// Answers requests below kApi: finds the token, checks its right, and answers in JSON, including refusals. Ignores
/// cookies.
Response answerApi(const Request& request, foundation::Database& database, const Now& now);

/// Whether that path accepts a file.
bool apiTakesFile(std::string_view path);

/// `{"code":…,"sentence":…}`, with `bad_rows` for a file that has errors.
Response apiError(int status, const foundation::Refusal& refusal);

/// The answer for a refusal, with the HTTP status of its kind.
Response apiError(const foundation::Refusal& refusal);

} // namespace giftbox::web
