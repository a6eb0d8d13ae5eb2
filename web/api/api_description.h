#pragma once

#include <string>

namespace giftbox::web {

/// The API in OpenAPI 3.1, generated once from its table; see Request::base.
const std::string& apiDescription(const std::string& base);

} // namespace giftbox::web
