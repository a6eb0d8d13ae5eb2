#pragma once

#include "web/http/http.h"

namespace giftbox::web {

/// The site's path of a file in `web/assets`; see RequestContext::place. It changes with the content, so browsers may
/// keep the file for a year.
const std::string& assetPath(std::string_view name);

/// Serves `/assets/NAME`, with 304 when the browser has it. None when the file does not exist.
std::optional<Response> answerAsset(const Request& request, std::string_view name);

} // namespace giftbox::web
