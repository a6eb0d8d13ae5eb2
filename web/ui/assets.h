#pragma once

#include "web/http/http.h"

namespace giftbox::web {

/// The address of a file of `web/assets`, which changes with its content, so that browsers may keep it for a year.
const std::string& assetAddress(std::string_view name);

/// `/assets/NAME`; 304 when the browser has it. None when there is no such file.
std::optional<Response> answerAsset(const Request& request, std::string_view name);

} // namespace giftbox::web
